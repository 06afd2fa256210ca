/** The hosts over HTTP: start page, Teams, Outlook with its stub of Office.js, and the links between them. */
import { Router, type Request, type RequestHandler, type Response } from 'express';

import type { AppRegistration } from '../app-registration.ts';
import type { EntraContext } from '../entra/entra-context.ts';
import { html } from '../http/html.ts';
import { parseJson } from '../http/parse-json.ts';
import { sendPage, STYLE_PATH } from '../http/page.ts';
import { addBrokerRoutes, toHostHandler } from './broker-routes.ts';
import { parseHostParameters } from './host-parameters.ts';
import { saveOfficeDraft } from './office-drafts.ts';
import { OFFICE_SCRIPT_PATH, officeScript } from './office-script.ts';
import { findOutlookItem, type OutlookWorld } from './outlook-item.ts';
import { OUTLOOK_SCRIPT_PATH, outlookScript, toOutlookPage } from './outlook-page.ts';
import { toOutlookSettings } from './outlook-settings.ts';
import { toStartPage } from './start-page.ts';
import { STYLE_SHEET } from './style-sheet.ts';
import { TEAMS_SCRIPT_PATH, teamsScript, toTeamsPage } from './teams-page.ts';
import { toTeamsSettings } from './teams-context.ts';

type HostContext = EntraContext & { readonly world: OutlookWorld };

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

function findSubPage(context: string): string | undefined {
  const parsed = parseJson(context);
  const named = parsed.ok ? (parsed.value as { readonly subEntityId?: unknown } | null)?.subEntityId : undefined;
  return typeof named === 'string' ? named : undefined;
}

function showTeams(context: EntraContext, request: Request, response: Response): void {
  const parsed = parseHostParameters(context.world, readQuery(request));
  if (!parsed.ok) return showProblems(response, parsed.problems);
  sendPage(response, toTeamsPage(parsed.parameters, toTeamsSettings(context.app, parsed.parameters)));
}

function showOutlook(context: HostContext, request: Request, response: Response): void {
  const query = readQuery(request);
  const parsed = parseHostParameters(context.world, query);
  if (!parsed.ok) return showProblems(response, parsed.problems);
  const mode = query.get('mode') || 'read';
  if (mode !== 'read' && mode !== 'compose') return showProblems(response, ['mode: read or compose']);
  const found = findOutlookItem(context.world, parsed.parameters.person, query.get('item') ?? '', mode);
  if (!found.ok) return showProblems(response, [found.problem]);
  const settings = toOutlookSettings(context.app, context.world, parsed.parameters, found.item);
  sendPage(response, toOutlookPage(parsed.parameters, settings));
}

/** A link into the app, as Teams follows it (platform facts H2): to the page that its context names. */
function followDeepLink(context: EntraContext, request: Request<{ app: string }>, response: Response): void {
  if (request.params.app !== context.app.clientId) return showProblems(response, ['link: another app']);
  const query = readQuery(request);
  const subPageId = findSubPage(query.get('context') ?? '{}');
  for (const name of ['context', 'webUrl', 'label', 'tenantId']) query.delete(name);
  if (subPageId !== undefined) query.set('subPageId', subPageId);
  response.redirect(302, `/teams?${query.toString()}`);
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

export function createHosts(context: HostContext): Router {
  const router = Router();
  router.get(['/', '/teams', '/outlook', '/open', '/l/entity/:app/:entity'], leaveLocalhost);
  router.get('/', (_request, response) => sendPage(response, toStartPage(context.world)));
  router.get('/teams', (request, response) => showTeams(context, request, response));
  router.get('/outlook', (request, response) => showOutlook(context, request, response));
  router.get('/l/entity/:app/:entity', (request, response) => followDeepLink(context, request, response));
  router.get('/open', (request, response) => openHost(context.app, request, response));
  router.get(STYLE_PATH, (_request, response) => {
    response.type('css').send(STYLE_SHEET);
  });
  router.get(TEAMS_SCRIPT_PATH, (_request, response) => {
    response.type('js').send(teamsScript());
  });
  router.get(OUTLOOK_SCRIPT_PATH, (_request, response) => {
    response.type('js').send(outlookScript());
  });
  router.get(OFFICE_SCRIPT_PATH, (_request, response) => {
    response.type('js').send(officeScript());
  });
  // one for each asynchronous call of Office.js, so that faults can be ordered for it
  router.post('/hosts/office/calls/:name', (_request, response) => {
    response.status(204).end();
  });
  const save: Parameters<typeof toHostHandler>[1] = (person, body) => {
    const { clock, mailboxes, ids, roomAnswerMs } = context.world;
    const isReal = mailboxes !== undefined && ids !== undefined;
    return { id: isReal ? saveOfficeDraft({ clock, mailboxes, ids, roomAnswerMs }, person, body) : undefined };
  };
  router.post('/hosts/broker/drafts', toHostHandler(context, save));
  addBrokerRoutes(router, context);
  return router;
}
