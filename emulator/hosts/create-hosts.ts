/** The hosts over HTTP: start page, Teams, and what stands for Outlook until its pane is there. */
import { Router, type Request, type RequestHandler, type Response } from 'express';

import type { AppRegistration } from '../app-registration.ts';
import type { EntraContext } from '../entra/entra-context.ts';
import { html } from '../http/html.ts';
import { sendPage, STYLE_PATH } from '../http/page.ts';
import { addBrokerRoutes } from './broker-routes.ts';
import { parseHostParameters } from './host-parameters.ts';
import { toStartPage } from './start-page.ts';
import { STYLE_SHEET } from './style-sheet.ts';
import { TEAMS_SCRIPT_PATH, teamsScript, toTeamsPage } from './teams-page.ts';
import { toTeamsSettings } from './teams-context.ts';

const readQuery = (request: Request): URLSearchParams => new URLSearchParams(request.originalUrl.split(/\?(.*)/s)[1]);

/** Hosts live on another site than the tab, as in reality: asked on `localhost` they move to `127.0.0.1`. */
const leaveLocalhost: RequestHandler = (request, response, next) => {
  const host = request.get('host') ?? '';
  if (!/^localhost(:\d+)?$/i.test(host)) return next();
  response.redirect(302, `http://${host.replace(/^localhost/i, '127.0.0.1')}${request.originalUrl}`);
};

function showProblems(response: Response, problems: readonly string[]): void {
  const body = html`<main class="card">
    <h1>This address says what nobody can follow</h1>
    <ul>
      ${problems.map((problem) => html`<li>${problem}</li>`)}
    </ul>
    <p><a href="/">Back to the start page</a></p>
  </main>`;
  sendPage(response, { title: 'Not understood', body }, 400);
}

function showTeams(context: EntraContext, request: Request, response: Response): void {
  const parsed = parseHostParameters(context.world, readQuery(request));
  if (!parsed.ok) return showProblems(response, parsed.problems);
  sendPage(response, toTeamsPage(parsed.parameters, toTeamsSettings(context.app, parsed.parameters)));
}

function showOutlook(context: EntraContext, request: Request, response: Response): void {
  const query = readQuery(request);
  const parsed = parseHostParameters(context.world, query);
  if (!parsed.ok) return showProblems(response, parsed.problems);
  if (!['read', 'compose'].includes(query.get('mode') ?? 'read')) {
    return showProblems(response, ['mode: read or compose']);
  }
  const body = html`<main class="card">
    <h1>Outlook is not emulated yet</h1>
    <p>
      The task pane and its host come together. Until then ${parsed.parameters.person.displayName} finds the agenda in
      Teams.
    </p>
    <p><a href="/teams?${query.toString()}">Open Teams instead</a></p>
  </main>`;
  sendPage(response, { title: 'Outlook', body, theme: parsed.parameters.theme });
}

/** The start page's form: on to the chosen host, with the other choices. */
function openHost(app: AppRegistration, request: Request, response: Response): void {
  const query = readQuery(request);
  const host = query.get('host') ?? 'teams';
  query.delete('host');
  if (host === 'browser') return response.redirect(302, `${app.url}/tab`);
  if (host !== 'teams' && host !== 'outlook') return showProblems(response, ['host: teams, outlook or browser']);
  response.redirect(302, `/${host}?${query.toString()}`);
}

export function createHosts(context: EntraContext): Router {
  const router = Router();
  router.get(['/', '/teams', '/outlook', '/open'], leaveLocalhost);
  router.get('/', (_request, response) => sendPage(response, toStartPage(context.world)));
  router.get('/teams', (request, response) => showTeams(context, request, response));
  router.get('/outlook', (request, response) => showOutlook(context, request, response));
  router.get('/open', (request, response) => openHost(context.app, request, response));
  router.get(STYLE_PATH, (_request, response) => {
    response.type('css').send(STYLE_SHEET);
  });
  router.get(TEAMS_SCRIPT_PATH, (_request, response) => {
    response.type('js').send(teamsScript());
  });
  router.get('/office.js', (_request, response) => {
    response.type('js').send('/* Outlook is not emulated yet: this defines no Office object. */\n');
  });
  addBrokerRoutes(router, context);
  return router;
}
