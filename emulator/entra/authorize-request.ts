/** Reads an authorization request: what can be answered at the app's address, and what only on a page of Entra's own. */
import { requireKnownClient } from './client-credentials.ts';
import type { EntraContext } from './entra-context.ts';
import { EntraError } from './entra-error.ts';
import { parseRequestedScopes, type RequestedScopes } from './requested-scopes.ts';

type ResponseMode = 'query' | 'fragment' | 'form_post';

/** Where the answer goes. */
export interface ReplyAddress {
  readonly redirectUri: string;
  readonly mode: ResponseMode;
  readonly state: string | undefined;
}

export interface AuthorizeRequest {
  readonly requested: RequestedScopes;
  readonly scope: string;
  readonly prompt: string | undefined;
  readonly loginHint: string | undefined;
  readonly nonce: string | undefined;
  readonly codeChallenge: string | undefined;
}

const isMode = (text: string): text is ResponseMode => ['query', 'fragment', 'form_post'].includes(text);

const refuse = (code: number, message: string, error = 'invalid_request'): EntraError =>
  new EntraError({ error, code, message });

/** The app's own pages are registered, whatever their path; nothing else is. */
export function requireRedirectUri(context: EntraContext, redirectUri: string | null): string {
  if (redirectUri === null || redirectUri === '') {
    throw refuse(900144, "The request body must contain the following parameter: 'redirect_uri'.");
  }
  if (URL.canParse(redirectUri) && new URL(redirectUri).origin === new URL(context.app.url).origin) return redirectUri;
  throw refuse(
    50011,
    `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${context.app.clientId}'.`,
  );
}

/** Throws what must be shown on Entra's page, since the app's address is not known yet. */
export function parseReplyAddress(context: EntraContext, query: URLSearchParams): ReplyAddress {
  requireKnownClient(context.app, query.get('client_id'));
  const redirectUri = requireRedirectUri(context, query.get('redirect_uri'));
  const mode = query.get('response_mode') ?? 'query';
  return { redirectUri, mode: isMode(mode) ? mode : 'query', state: query.get('state') ?? undefined };
}

/** Throws what is answered at the reply address. */
export function parseAuthorizeRequest(context: EntraContext, query: URLSearchParams): AuthorizeRequest {
  if (query.get('response_type') !== 'code') {
    throw refuse(700051, "The 'response_type' is not enabled for the application.", 'unsupported_response_type');
  }
  const codeChallenge = query.get('code_challenge') ?? undefined;
  if (codeChallenge !== undefined && query.get('code_challenge_method') !== 'S256') {
    throw refuse(501491, "The code_challenge_method must be 'S256'.");
  }
  const scope = query.get('scope') ?? '';
  return {
    requested: parseRequestedScopes(scope, context.app),
    scope,
    prompt: query.get('prompt') ?? undefined,
    loginHint: query.get('login_hint') ?? undefined,
    nonce: query.get('nonce') ?? undefined,
    codeChallenge,
  };
}
