/** The host's own sign-in: tokens for the tab by single sign-on and by nested app authentication, or what consent is missing. */
import { API_SCOPE } from '../app-registration.ts';
import { canConsentForTenant, isWithdrawn, needsAdmin } from '../entra/consents.ts';
import { isRegistered } from '../entra/client-credentials.ts';
import type { EntraContext } from '../entra/entra-context.ts';
import { EntraError } from '../entra/entra-error.ts';
import { findGraphScope } from '../entra/graph-scopes.ts';
import { issueTokens, listMissingConsents } from '../entra/issue-tokens.ts';
import { isChallengeable } from '../entra/on-behalf-of.ts';
import { parseRequestedScopes } from '../entra/requested-scopes.ts';
import { TEAMS_DESKTOP_CLIENT_ID, TEAMS_WEB_CLIENT_ID, toAppClaims } from '../entra/token-claims.ts';
import type { Person } from '../world.ts';

/** What the person must agree to first, for the host's dialog. */
export interface MissingConsent {
  readonly scopes: readonly { readonly name: string; readonly title: string }[];
  /** Only an administrator can agree, and this person is none. */
  readonly needsAdmin: boolean;
}

export interface NestedAnswer {
  /** For the tab, as msal-browser expects it. */
  readonly response: Readonly<Record<string, unknown>>;
  readonly consent?: MissingConsent;
}

export type SsoAnswer =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly reason: string; readonly consent?: MissingConsent };

export interface NestedRequest {
  readonly method: string;
  readonly requestId: string;
  readonly clientId?: string | undefined;
  readonly scope?: string | undefined;
  readonly claims?: string | undefined;
}

const ENVIRONMENT = 'login.microsoftonline.com';

function toMissingConsent(person: Person, scopes: readonly string[]): MissingConsent {
  return {
    scopes: scopes.map((name) => ({ name, title: findGraphScope(name)?.title ?? 'Access Office Shifts as you' })),
    needsAdmin: scopes.some(needsAdmin) && !canConsentForTenant(person),
  };
}

/** `authentication.getAuthToken`: a token for our own API, asked for by the host's own client. */
export function answerSso(context: EntraContext, person: Person, isWeb: boolean, claims?: string): SsoAnswer {
  // the host shows the sign-in that the claims ask for
  context.signIns.noteClaims(person, claims ?? null);
  if (!person.accountEnabled) return { ok: false, reason: 'Get Auth token failed' };
  if (!isRegistered(context, person.tenantId)) return { ok: false, reason: 'invalid_resource' };
  if (isWithdrawn(context.world, person, API_SCOPE)) {
    return { ok: false, reason: 'resourceRequiresConsent', consent: toMissingConsent(person, [API_SCOPE]) };
  }
  const callerId = isWeb ? TEAMS_WEB_CLIENT_ID : TEAMS_DESKTOP_CLIENT_ID;
  const { app, keys, signIns, switches } = context;
  const own = toAppClaims(app, person, callerId, switches.tokenLifeS ?? undefined);
  return { ok: true, token: keys.sign({ ...own, sid: signIns.find(person).sessionId }) };
}

const toResponse = (requestId: string, members: Readonly<Record<string, unknown>>): NestedAnswer['response'] => ({
  messageType: 'NestedAppAuthResponse',
  requestId,
  ...members,
});

function toInitContext(person: Person): Readonly<Record<string, unknown>> {
  const { objectId, tenantId } = person;
  return {
    sdkName: 'office-shifts-emulator',
    sdkVersion: '1.0.0',
    capabilities: { queryAccount: true },
    accountContext: { homeAccountId: `${objectId}.${tenantId}`, environment: ENVIRONMENT, tenantId },
  };
}

function toGranted(context: EntraContext, person: Person, request: NestedRequest): Readonly<Record<string, unknown>> {
  const requested = parseRequestedScopes(request.scope, context.app);
  const challengeable = isChallengeable(request.claims ?? null);
  const { accessToken, idToken, expiresInS, scope } = issueTokens(context, { person, requested, challengeable });
  const { objectId, tenantId, userPrincipalName, displayName } = person;
  return {
    success: true,
    token: {
      access_token: accessToken,
      id_token: idToken,
      expires_in: expiresInS,
      scope,
      properties: null,
      authority: `https://${ENVIRONMENT}/${tenantId}`,
    },
    account: {
      environment: ENVIRONMENT,
      homeAccountId: `${objectId}.${tenantId}`,
      tenantId,
      localAccountId: objectId,
      username: userPrincipalName,
      name: displayName,
      loginHint: userPrincipalName,
    },
  };
}

function toRefused(error: EntraError): Readonly<Record<string, unknown>> {
  const { code, error: name, suberror } = error.parts;
  const needsUser = code === 65001 || name === 'interaction_required';
  return {
    success: false,
    error: {
      status: needsUser ? 'USER_INTERACTION_REQUIRED' : code === 50057 ? 'ACCOUNT_UNAVAILABLE' : 'PERSISTENT_ERROR',
      code: name,
      subError: suberror ?? '',
      description: error.message,
    },
  };
}

/** `nestedAppAuth.execute`. */
export function answerNested(context: EntraContext, person: Person, request: NestedRequest): NestedAnswer {
  const { method, requestId } = request;
  if (method === 'GetInitContext') {
    return { response: toResponse(requestId, { success: true, initContext: toInitContext(person) }) };
  }
  try {
    if (method !== 'GetToken' && method !== 'GetTokenPopup') {
      throw new EntraError({
        error: 'unsupported_method',
        code: 90014,
        message: `The host knows no method '${method}'.`,
      });
    }
    if (request.clientId !== context.app.clientId) {
      const message = `Application with identifier '${String(request.clientId)}' was not found in the directory.`;
      throw new EntraError({ error: 'unauthorized_client', code: 700016, message });
    }
    // a window in which the host itself asks for the second factor
    if (method === 'GetTokenPopup') context.signIns.giveSecondFactor(person);
    return { response: toResponse(requestId, toGranted(context, person, request)) };
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    const response = toResponse(requestId, toRefused(error));
    if (error.parts.code !== 65001) return { response };
    const missing = listMissingConsents(context.world, person, parseRequestedScopes(request.scope, context.app));
    return { response, consent: toMissingConsent(person, missing) };
  }
}
