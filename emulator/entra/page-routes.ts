/** Entra's pages over HTTP: sign-in with consent, admin consent, sign-out; refusals go back to the app's address. */
import { randomUUID } from 'node:crypto';

import type { Request, Response, Router } from 'express';

import { readBody } from '../http/read-body.ts';
import { sendPage } from '../http/page.ts';
import type { Markup } from '../http/html.ts';
import { decideAdminConsent } from './admin-consent.ts';
import {
  parseAuthorizeRequest,
  parseReplyAddress,
  requireRedirectUri,
  type ReplyAddress,
} from './authorize-request.ts';
import { decideAuthorize, type AuthorizeInput } from './authorize.ts';
import { choosePage, consentPage, errorPage, needsAdminPage, postPage } from './consent-pages.ts';
import { requireKnownClient, requireRegistered } from './client-credentials.ts';
import type { EntraContext } from './entra-context.ts';
import { EntraError, toEntraErrorBody } from './entra-error.ts';
import { parseTenantSegment, type TenantSegment } from './tenant-segment.ts';
import { toClientInfo } from './token-claims.ts';

type TenantRequest = Request<{ tenant: string }>;

const SESSION_COOKIE = 'emulator-session';

const show = (response: Response, body: Markup, status = 200): void =>
  sendPage(response, { title: 'Sign in to your account', body, kind: 'sheet entra' }, status);

/** The first version names a resource where the second names scopes. */
const readQuery = (request: Request): URLSearchParams => {
  const at = request.originalUrl.indexOf('?');
  const query = new URLSearchParams(at < 0 ? '' : request.originalUrl.slice(at + 1));
  const resource = query.get('resource');
  if (resource !== null && !query.has('scope')) query.set('scope', `${resource}/.default openid`);
  return query;
};

const findSession = (request: Request): string | undefined => {
  const found = /(?:^|;\s*)emulator-session=([^;]*)/.exec(request.get('cookie') ?? '');
  return found?.[1] === undefined ? undefined : decodeURIComponent(found[1]);
};

async function readInput(request: Request): Promise<AuthorizeInput> {
  const form = new URLSearchParams(request.method === 'POST' ? await readBody(request) : '');
  return {
    person: form.get('person') ?? undefined,
    decision: form.get('decision') ?? undefined,
    forTenant: form.get('forTenant') === '1',
    session: findSession(request),
  };
}

/** Sends the answer to the app in the way that it asked for. */
function reply(response: Response, address: ReplyAddress, members: Readonly<Record<string, string | undefined>>): void {
  const answer = new Map<string, string>();
  for (const [name, value] of Object.entries({ ...members, state: address.state })) {
    if (value !== undefined) answer.set(name, value);
  }
  if (address.mode === 'form_post') return show(response, postPage(address.redirectUri, answer));
  const target = new URL(address.redirectUri);
  if (address.mode === 'fragment') target.hash = new URLSearchParams([...answer]).toString();
  else for (const [name, value] of answer) target.searchParams.set(name, value);
  response.set('Cache-Control', 'no-store').redirect(302, target.href);
}

function replyRefusal(response: Response, address: ReplyAddress, error: unknown): void {
  if (!(error instanceof EntraError)) throw error;
  // an app that the account's tenant does not know gets nothing at its address
  if (error.parts.code === 700016) return show(response, errorPage(error.message), 400);
  const body = toEntraErrorBody(error.parts);
  reply(response, address, {
    error: error.parts.error,
    error_description: String(body['error_description']),
    error_uri: String(body['error_uri']),
    ...(error.parts.code === 65004 ? { error_subcode: 'cancel' } : {}),
  });
}

/** What can't be answered at the app's address is said on a page here. */
function orShow<T>(response: Response, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    show(response, errorPage(error.message), 400);
    return undefined;
  }
}

function requireTenant(context: EntraContext, segment: string): TenantSegment {
  const tenant = parseTenantSegment(context.world, segment);
  requireRegistered(context, tenant.id);
  return tenant;
}

async function answerAuthorize(context: EntraContext, request: TenantRequest, response: Response): Promise<void> {
  const query = readQuery(request);
  const input = await readInput(request);
  const known = orShow(response, () => ({
    tenant: requireTenant(context, request.params.tenant),
    address: parseReplyAddress(context, query),
  }));
  if (known === undefined) return;
  try {
    const asked = parseAuthorizeRequest(context, query);
    const { redirectUri } = known.address;
    const next = decideAuthorize(context, { ...asked, redirectUri, tenantId: known.tenant.id }, input);
    if (next.step === 'choose') {
      return show(response, choosePage(next.people, { title: 'Pick an account', hint: 'Everybody here is made up.' }));
    }
    if (next.step === 'consent') {
      return show(response, consentPage(next.person, next.scopes, next.canForTenant ? 'optional' : 'none'));
    }
    if (next.step === 'needsAdmin') return show(response, needsAdminPage(next.person, next.scopes));
    context.signIns.noteClaims(next.person, query.get('claims'));
    response.cookie(SESSION_COOKIE, next.person.key, { httpOnly: true, sameSite: 'lax', path: '/' });
    const clientInfo = query.get('client_info') === '1' ? toClientInfo(next.person) : undefined;
    reply(response, known.address, { code: next.code, client_info: clientInfo, session_state: randomUUID() });
  } catch (error) {
    replyRefusal(response, known.address, error);
  }
}

async function answerAdminConsent(context: EntraContext, request: TenantRequest, response: Response): Promise<void> {
  const query = readQuery(request);
  const input = await readInput(request);
  const known = orShow(response, () => {
    requireKnownClient(context.app, query.get('client_id'));
    const redirectUri = requireRedirectUri(context, query.get('redirect_uri'));
    const address: ReplyAddress = { redirectUri, mode: 'query', state: query.get('state') ?? undefined };
    return { tenant: requireTenant(context, request.params.tenant), address };
  });
  if (known === undefined) return;
  const asked = { scope: query.get('scope'), tenantId: known.tenant.id };
  try {
    const next = decideAdminConsent(context, asked, input);
    if (next.step === 'choose') {
      const words = { title: 'Pick an administrator', hint: 'Only an administrator can agree for everybody.' };
      return show(response, choosePage(next.people, words));
    }
    if (next.step === 'needsAdmin') return show(response, needsAdminPage(next.person, next.scopes));
    if (next.step === 'consent') return show(response, consentPage(next.person, next.scopes, 'always'));
    const scope = next.scopes.map((name) => `https://graph.microsoft.com/${name}`).join(' ');
    reply(response, known.address, { admin_consent: 'True', tenant: next.tenantId, scope });
  } catch (error) {
    replyRefusal(response, known.address, error);
  }
}

function answerSignOut(context: EntraContext, request: Request, response: Response): void {
  response.clearCookie(SESSION_COOKIE, { path: '/' });
  const target = readQuery(request).get('post_logout_redirect_uri');
  const known = target === null ? undefined : orShow(response, () => requireRedirectUri(context, target));
  if (known !== undefined) return response.redirect(302, known);
  if (!response.headersSent) show(response, errorPage('You signed out of your account.'));
}

export function addPageRoutes(router: Router, context: EntraContext): void {
  const authorize = (request: TenantRequest, response: Response): Promise<void> =>
    answerAuthorize(context, request, response);
  const adminConsent = (request: TenantRequest, response: Response): Promise<void> =>
    answerAdminConsent(context, request, response);
  // the first version's page takes scopes too
  router.route(['/:tenant/oauth2/v2.0/authorize', '/:tenant/oauth2/authorize']).get(authorize).post(authorize);
  router.route('/:tenant/v2.0/adminconsent').get(adminConsent).post(adminConsent);
  router.route('/:tenant/adminconsent').get(adminConsent).post(adminConsent);
  router.get(['/:tenant/oauth2/v2.0/logout', '/:tenant/oauth2/logout'], (request, response) =>
    answerSignOut(context, request, response),
  );
}
