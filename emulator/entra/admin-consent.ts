/** The admin-consent endpoint: an administrator agrees once for everybody in the tenant. */
import { findPerson } from '../find-person.ts';
import type { Person } from '../world.ts';
import { listAccounts, type AuthorizeInput } from './authorize.ts';
import { canConsentForTenant, grantTenantConsent } from './consents.ts';
import type { EntraContext } from './entra-context.ts';
import { EntraError } from './entra-error.ts';
import { APP_SCOPES } from './graph-scopes.ts';
import { parseRequestedScopes } from './requested-scopes.ts';

export type AdminConsentStep =
  | { readonly step: 'choose'; readonly people: readonly Person[] }
  | { readonly step: 'consent'; readonly person: Person; readonly scopes: readonly string[] }
  | { readonly step: 'needsAdmin'; readonly person: Person; readonly scopes: readonly string[] }
  | { readonly step: 'done'; readonly tenantId: string; readonly scopes: readonly string[] };

/** Without `scope`, or for `.default`: everything on the registration. */
function listAsked(context: EntraContext, scope: string | null): readonly string[] {
  const requested = parseRequestedScopes(scope ?? 'https://graph.microsoft.com/.default', context.app);
  return requested.isDefault ? APP_SCOPES.map((known) => known.name) : requested.names;
}

/** Throws what is answered at the app's address. */
export function decideAdminConsent(
  context: EntraContext,
  request: { readonly scope: string | null; readonly tenantId: string | undefined },
  input: AuthorizeInput,
): AdminConsentStep {
  const scopes = listAsked(context, request.scope);
  const people = listAccounts(context, request.tenantId);
  const person = input.person === undefined ? undefined : findPerson(context.world, input.person);
  if (person === undefined || !people.includes(person)) return { step: 'choose', people };
  if (input.decision === 'cancel') {
    throw new EntraError({
      error: 'access_denied',
      code: 65004,
      message: 'User declined to consent to access the app.',
    });
  }
  if (!canConsentForTenant(person)) return { step: 'needsAdmin', person, scopes };
  if (input.decision !== 'accept') return { step: 'consent', person, scopes };
  grantTenantConsent(context.world, person.tenantId, scopes);
  return { step: 'done', tenantId: person.tenantId, scopes };
}
