/** Decides from a token's claims who calls and whether they may (Microsoft: access tokens in the identity platform). */

/** Both ids in lower case. */
export interface Identity {
  readonly tenantId: string;
  readonly objectId: string;
  readonly isAdmin: boolean;
  readonly isTester: boolean;
  /** Has the app role `Integration.User`. */
  readonly isAssigned: boolean;
}

export interface ClaimRules {
  readonly clientId: string;
  /** Audience of tokens of version 1. */
  readonly appIdUri: string;
  readonly tokenVersion: 1 | 2;
  /** Lower-case tenant ids, or everyone. */
  readonly tenants: ReadonlySet<string> | '*';
}

type Claims = Readonly<Record<string, unknown>>;

export const CLOCK_TOLERANCE_S = 60;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PERSONAL_ACCOUNTS = '9188040d-6c67-4c5b-b112-36a304b66dad';
const ADMIN_DIRECTORY_ROLES = [
  '62e90394-69f5-4237-9190-012177145e10', // Global Administrator
  '69091246-20e8-4a56-aa4d-066075b2a7a8', // Teams Administrator
];

const isSecond = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
const isGuid = (value: unknown): value is string => typeof value === 'string' && GUID.test(value);
const has = (list: unknown, wanted: readonly string[]): boolean =>
  Array.isArray(list) && list.some((entry) => typeof entry === 'string' && wanted.includes(entry));

export const toIssuer = (tenantId: string, tokenVersion: 1 | 2): string =>
  tokenVersion === 1 ? `https://sts.windows.net/${tenantId}/` : `https://login.microsoftonline.com/${tenantId}/v2.0`;

function isOurs(claims: Claims, rules: ClaimRules): boolean {
  const { tid, oid, iss, aud, ver } = claims;
  return (
    isGuid(tid) &&
    isGuid(oid) &&
    iss === toIssuer(tid, rules.tokenVersion) &&
    aud === (rules.tokenVersion === 1 ? rules.appIdUri : rules.clientId) &&
    ver === (rules.tokenVersion === 1 ? '1.0' : '2.0')
  );
}

function hasStarted(claims: Claims, nowS: number): boolean {
  return ['nbf', 'iat'].every((name) => {
    const value = claims[name];
    return value === undefined || (isSecond(value) && value <= nowS + CLOCK_TOLERANCE_S);
  });
}

/** True from the first second after the tolerance. */
export const isExpired = (expS: number, nowS: number): boolean => nowS - expS > CLOCK_TOLERANCE_S;

export type ClaimsVerdict =
  | { readonly ok: true; readonly identity: Identity; readonly expS: number }
  | {
      readonly ok: false;
      readonly code: 'invalid_token' | 'token_expired' | 'tenant_not_allowed' | 'insufficient_scope';
    };

const refuse = (code: Extract<ClaimsVerdict, { ok: false }>['code']): ClaimsVerdict => ({ ok: false, code });

/** The verdict holds only once the signature does. */
export function checkClaims(claims: Claims, rules: ClaimRules, nowS: number): ClaimsVerdict {
  const { tid, oid, exp, scp, idtyp, roles, wids } = claims;
  if (!isOurs(claims, rules) || !isSecond(exp) || !hasStarted(claims, nowS)) return refuse('invalid_token');
  if (isExpired(exp, nowS)) return refuse('token_expired');
  const tenantId = String(tid).toLowerCase();
  if (tenantId === PERSONAL_ACCOUNTS || (rules.tenants !== '*' && !rules.tenants.has(tenantId)))
    return refuse('tenant_not_allowed');
  const isApplication = idtyp !== undefined && idtyp !== 'user';
  if (isApplication || typeof scp !== 'string' || !scp.split(' ').includes('access_as_user'))
    return refuse('insufficient_scope');
  return {
    ok: true,
    expS: exp,
    identity: {
      tenantId,
      objectId: String(oid).toLowerCase(),
      isAdmin: has(roles, ['Integration.Admin']) || has(wids, ADMIN_DIRECTORY_ROLES),
      isTester: has(roles, ['Integration.Tester']),
      isAssigned: has(roles, ['Integration.User']),
    },
  };
}
