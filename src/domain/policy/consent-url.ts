/** Makes the links under which a missing consent can be given: by the person, or by an administrator for everybody. */
import { ADMIN_CONSENT_SCOPES } from '../contract/proof.ts';
import { PURPOSES, PURPOSE_SCOPES } from '../contract/purpose.ts';

export interface ConsentTarget {
  /** Origin of Entra, without a trailing slash. */
  readonly entraBaseUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  /** Our own origin. */
  readonly origin: string;
}

export interface ConsentLink {
  readonly by: 'user' | 'admin';
  readonly url: string;
}

const GRAPH = 'https://graph.microsoft.com/';
const toQuery = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
const join = (scopes: readonly string[]): string => scopes.map((scope) => GRAPH + scope).join(' ');

/** Consent for everybody in the organisation (Microsoft: admin consent endpoint, v2.0). */
export function toAdminConsentUrl(scopes: readonly string[], target: ConsentTarget): string {
  const { entraBaseUrl, tenantId, clientId, origin } = target;
  const query = toQuery({ client_id: clientId, scope: join(scopes), redirect_uri: `${origin}/auth-end` });
  return `${entraBaseUrl}/${tenantId}/v2.0/adminconsent?${query}`;
}

/** Our own page leads on to Entra and back, asking for what one purpose needs. */
function toUserConsentUrl(scopes: readonly string[], { origin }: ConsentTarget): string {
  const purpose = PURPOSES.find((each) => scopes.every((scope) => PURPOSE_SCOPES[each].includes(scope)));
  return `${origin}/auth-start?for=${purpose ?? 'agenda'}`;
}

/** The least that helps: an administrator is asked only where nobody else may agree. */
export function toConsentLink(scopes: readonly string[], target: ConsentTarget): ConsentLink {
  const needsAdmin = scopes.some((scope) => ADMIN_CONSENT_SCOPES.includes(scope));
  return needsAdmin
    ? { by: 'admin', url: toAdminConsentUrl(scopes, target) }
    : { by: 'user', url: toUserConsentUrl(scopes, target) };
}

/** Where a tester with a mailbox goes on. */
export const toTesterUrl = (origin: string): string => `${origin}/tab?view=proof`;
