/** Decides which permissions a person's token gets, and writes Entra's answer to a granted token request. */
import { API_SCOPE, APP_NAME } from '../app-registration.ts';
import type { Person, World } from '../world.ts';
import { isConsented, isWithdrawn, listConsented, listOnTheWay } from './consents.ts';
import { requireRegistered } from './client-credentials.ts';
import type { EntraContext } from './entra-context.ts';
import { EntraError } from './entra-error.ts';
import { APP_SCOPES } from './graph-scopes.ts';
import type { RequestedScopes } from './requested-scopes.ts';
import { requireAllowed } from './sign-ins.ts';
import { toAppClaims, toClientInfo, toGraphClaims, toIdClaims, toLife } from './token-claims.ts';

/** Permissions still to be agreed to before the request can be granted, as short names. */
export function listMissingConsents(world: World, person: Person, requested: RequestedScopes): readonly string[] {
  if (requested.resource === 'app') return isWithdrawn(world, person, API_SCOPE) ? [API_SCOPE] : [];
  if (requested.isDefault && listConsented(world, person).length === 0) return APP_SCOPES.map((scope) => scope.name);
  return requested.names.filter((name) => !isConsented(world, person, name));
}

function refuseConsent(context: EntraContext): EntraError {
  return new EntraError({
    error: 'invalid_grant',
    code: 65001,
    message: `The user or administrator has not consented to use the application with ID '${context.app.clientId}' named '${APP_NAME}'. Send an interactive authorization request for this user and resource.`,
    ...(context.switches.consentSuberror ? { suberror: 'consent_required' } : {}),
  });
}

/** The short names that the token gets; throws AADSTS65001 where consent is missing or has not come through. */
function requireConsented(context: EntraContext, grant: Grant): readonly string[] {
  const { world, switches } = context;
  const { person, requested, isOnBehalf = false } = grant;
  if (listMissingConsents(world, person, requested).length > 0) throw refuseConsent(context);
  if (requested.resource === 'app') return requested.names;
  const names = requested.isDefault && requested.resource === 'graph' ? listConsented(world, person) : requested.names;
  const late = isOnBehalf ? listOnTheWay(world, person, names, switches.consentDelayMs) : [];
  if (late.length === 0) return names;
  const arrived = names.filter((name) => !late.includes(name));
  if (!requested.isDefault || arrived.length === 0) throw refuseConsent(context);
  return arrived;
}

export function requireEnabled(person: Person): void {
  if (person.accountEnabled) return;
  throw new EntraError({ error: 'invalid_grant', code: 50057, message: 'The user account is disabled.' });
}

export interface Grant {
  readonly person: Person;
  readonly requested: RequestedScopes;
  /** The client declared CP1: it gets long tokens and must take claims challenges. */
  readonly challengeable?: boolean;
  readonly nonce?: string | undefined;
  readonly wantsClientInfo?: boolean;
  /** The client proved who it is: its refresh tokens live for 90 days. */
  readonly isConfidential?: boolean;
  /** Only here a new consent takes its time. */
  readonly isOnBehalf?: boolean;
}

export interface GrantedTokens {
  readonly accessToken: string;
  readonly expiresInS: number;
  readonly scope: string;
  readonly idToken: string;
}

function issueAccessToken(context: EntraContext, grant: Grant, names: readonly string[]): string {
  const { app, keys, signIns } = context;
  const lifeS = toGrantedLife(context, grant);
  const claims =
    grant.requested.resource === 'app'
      ? toAppClaims(app, grant.person, app.clientId, lifeS)
      : toGraphClaims(app, grant.person, names, grant.challengeable, lifeS);
  return keys.sign({ ...claims, sid: signIns.find(grant.person).sessionId });
}

const toGrantedLife = ({ switches }: EntraContext, { challengeable, requested }: Grant): number =>
  switches.tokenLifeS ?? toLife(challengeable && requested.resource !== 'app');

/** Throws AADSTS65001 where consent is missing, 700016 where the app is, 50057 for a disabled account, and what was ordered for the person. */
export function issueTokens(context: EntraContext, grant: Grant): GrantedTokens {
  const { person, requested } = grant;
  requireRegistered(context, person.tenantId);
  requireEnabled(person);
  requireAllowed(context.signIns, person, requested.resource ?? 'graph');
  const names = requireConsented(context, grant);
  const identity = requested.oidc.filter((word) => word.toLowerCase() !== 'offline_access');
  const spelled = [...names, ...(requested.isDefault ? ['.default'] : [])].map((name) => requested.prefix + name);
  return {
    accessToken: issueAccessToken(context, grant, [...names, ...identity]),
    expiresInS: toGrantedLife(context, grant),
    scope: [...spelled, ...identity].join(' '),
    idToken: context.keys.sign(toIdClaims(context.app, person, grant.nonce)),
  };
}

/** The JSON of the token endpoint: an ID token and a refresh token only where they were asked for. */
export function toTokenAnswer(context: EntraContext, grant: Grant): Record<string, unknown> {
  const { accessToken, expiresInS, scope, idToken } = issueTokens(context, grant);
  const asked = (word: string): boolean => grant.requested.oidc.some((own) => own.toLowerCase() === word);
  return {
    token_type: 'Bearer',
    scope,
    expires_in: expiresInS,
    ext_expires_in: expiresInS,
    access_token: accessToken,
    ...(asked('offline_access')
      ? {
          refresh_token: context.codes.addRefreshToken({
            personId: grant.person.objectId,
            sessionId: context.signIns.find(grant.person).sessionId,
            isConfidential: grant.isConfidential ?? false,
          }),
        }
      : {}),
    ...(asked('openid') ? { id_token: idToken } : {}),
    ...(grant.wantsClientInfo ? { client_info: toClientInfo(grant.person) } : {}),
  };
}
