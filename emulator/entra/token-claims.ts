/** What Entra writes into its tokens: access tokens for our API (v1 and v2) and for Graph, and ID tokens. */
import { createHash, randomUUID } from 'node:crypto';

import { API_SCOPE, APP_NAME, type AppRegistration } from '../app-registration.ts';
import type { Person } from '../world.ts';
import { GRAPH_CLIENT_ID } from './graph-scopes.ts';

type Claims = Record<string, unknown>;

/** Real tokens live 60 to 90 minutes; ours the middle of it. */
const TOKEN_LIFE_S = 75 * 60;
/** Tokens of clients that take claims challenges (CP1) live 20 to 28 hours. */
const CHALLENGEABLE_LIFE_S = 24 * 60 * 60;
/** Entra dates tokens back, so that clocks a little behind accept them. */
const BACKDATED_S = 5 * 60;

/** Directory role template that every member has: being in `wids` alone makes nobody an administrator. */
const PLAIN_USER_ROLE = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

export const TEAMS_WEB_CLIENT_ID = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
export const TEAMS_DESKTOP_CLIENT_ID = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';

const ENTRA_HOST = 'https://login.microsoftonline.com';

export const toIssuer = (tenantId: string): string => `${ENTRA_HOST}/${tenantId}/v2.0`;
export const toV1Issuer = (tenantId: string): string => `https://sts.windows.net/${tenantId}/`;

const random = (): string => randomUUID().replaceAll('-', '');

/** A user's name towards one application: the same at each sign-in, another one for each application. */
const toSubject = (person: Person, audience: string): string =>
  createHash('sha256').update(`${person.objectId} ${audience}`).digest('base64url');

function toTimes(lifeS: number): Claims {
  const nowS = Math.floor(Date.now() / 1000);
  return { iat: nowS - BACKDATED_S, nbf: nowS - BACKDATED_S, exp: nowS + lifeS };
}

function toRoles(person: Person): Claims {
  const wids = person.userType === 'Member' ? [...person.directoryRoles, PLAIN_USER_ROLE] : person.directoryRoles;
  return {
    ...(person.appRoles.length > 0 ? { roles: person.appRoles } : {}),
    ...(wids.length > 0 ? { wids } : {}),
  };
}

/** Guests show where they come from. */
const toHome = (person: Person): Claims =>
  person.userType === 'Guest' ? { acct: 1, idp: 'https://sts.windows.net/00000000-0000-4000-8000-0000000000ff/' } : {};

/** Seconds until a fresh access token ends (platform facts E3). */
export const toLife = (challengeable = false): number => (challengeable ? CHALLENGEABLE_LIFE_S : TOKEN_LIFE_S);

/** Access token for our own API; `callerId` is the client that asked for it. */
export function toAppClaims(
  app: AppRegistration,
  person: Person,
  callerId = TEAMS_WEB_CLIENT_ID,
  lifeS = toLife(),
): Claims {
  const everyVersion = {
    ...toTimes(lifeS),
    aio: random(),
    ...toHome(person),
    name: person.displayName,
    oid: person.objectId,
    rh: `0.${random()}`,
    ...toRoles(person),
    scp: API_SCOPE,
    sub: toSubject(person, app.clientId),
    tid: person.tenantId,
    uti: random().slice(0, 22),
  };
  if (app.tokenVersion === 1) {
    return {
      aud: app.appIdUri,
      iss: toV1Issuer(person.tenantId),
      ...everyVersion,
      acr: '1',
      amr: ['pwd'],
      appid: callerId,
      appidacr: '0',
      given_name: person.givenName,
      family_name: person.surname,
      unique_name: person.userPrincipalName,
      upn: person.userPrincipalName,
      ver: '1.0',
    };
  }
  return {
    aud: app.clientId,
    iss: toIssuer(person.tenantId),
    ...everyVersion,
    azp: callerId,
    azpacr: '0',
    preferred_username: person.userPrincipalName,
    ver: '2.0',
  };
}

/** Access token for Microsoft Graph with the given short scope names; Graph takes the first version's form. */
export function toGraphClaims(
  app: AppRegistration,
  person: Person,
  scopes: readonly string[],
  challengeable = false,
  lifeS = toLife(challengeable),
): Claims {
  return {
    aud: GRAPH_CLIENT_ID,
    iss: toV1Issuer(person.tenantId),
    ...toTimes(lifeS),
    acct: 0,
    aio: random(),
    ...toHome(person),
    app_displayname: APP_NAME,
    appid: app.clientId,
    appidacr: '1',
    idtyp: 'user',
    name: person.displayName,
    oid: person.objectId,
    scp: scopes.join(' '),
    sub: toSubject(person, GRAPH_CLIENT_ID),
    tid: person.tenantId,
    unique_name: person.userPrincipalName,
    upn: person.userPrincipalName,
    uti: random().slice(0, 22),
    ver: '1.0',
    wids: toRoles(person)['wids'] ?? [],
    ...(challengeable ? { xms_cc: ['CP1'] } : {}),
  };
}

/** ID token for our client. */
export function toIdClaims(app: AppRegistration, person: Person, nonce?: string): Claims {
  return {
    aud: app.clientId,
    iss: toIssuer(person.tenantId),
    ...toTimes(TOKEN_LIFE_S),
    ...toHome(person),
    ...(person.mail === null ? {} : { email: person.mail }),
    ...(nonce === undefined ? {} : { nonce }),
    login_hint: person.userPrincipalName,
    name: person.displayName,
    oid: person.objectId,
    preferred_username: person.userPrincipalName,
    rh: `0.${random()}`,
    ...toRoles(person),
    sub: toSubject(person, app.clientId),
    tid: person.tenantId,
    uti: random().slice(0, 22),
    ver: '2.0',
  };
}

/** `client_info`: how MSAL learns the home account. */
export const toClientInfo = (person: Person): string =>
  Buffer.from(JSON.stringify({ uid: person.objectId, utid: person.tenantId })).toString('base64url');
