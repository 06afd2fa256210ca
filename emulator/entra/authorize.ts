/** The authorization endpoint: decides which page comes next (who are you, do you agree) or which answer the app gets. */
import { findPerson } from '../find-person.ts';
import type { Person } from '../world.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import { canConsentForTenant, grantConsent, grantTenantConsent, needsAdmin } from './consents.ts';
import { requireRegistered } from './client-credentials.ts';
import type { EntraContext } from './entra-context.ts';
import { EntraError } from './entra-error.ts';
import { listMissingConsents, requireEnabled } from './issue-tokens.ts';

/** What the person did on the page shown before. */
export interface AuthorizeInput {
  readonly person?: string | undefined;
  readonly decision?: string | undefined;
  readonly forTenant?: boolean;
  /** Who signed in here before. */
  readonly session?: string | undefined;
}

export type AuthorizeStep =
  | { readonly step: 'choose'; readonly people: readonly Person[] }
  | {
      readonly step: 'consent';
      readonly person: Person;
      readonly scopes: readonly string[];
      readonly canForTenant: boolean;
    }
  | { readonly step: 'needsAdmin'; readonly person: Person; readonly scopes: readonly string[] }
  | { readonly step: 'done'; readonly person: Person; readonly code: string };

const refuse = (error: string, code: number, message: string): EntraError => new EntraError({ error, code, message });

/** People who can sign in through this tenant's door; everybody through the common one. */
export const listAccounts = (context: EntraContext, tenantId: string | undefined): readonly Person[] =>
  [...context.world.people.values()].filter((person) => tenantId === undefined || person.tenantId === tenantId);

function findAccount(context: EntraContext, request: AuthorizeRequest, input: AuthorizeInput): Person | undefined {
  if (input.person !== undefined) return findPerson(context.world, input.person);
  const fresh = request.prompt === 'select_account' || request.prompt === 'login';
  const session = input.session === undefined ? undefined : findPerson(context.world, input.session);
  if (fresh) return undefined;
  const hinted = request.loginHint === undefined ? undefined : findPerson(context.world, request.loginHint);
  if (request.prompt === 'none') return hinted === undefined || hinted === session ? session : undefined;
  return hinted ?? session;
}

function requireMember(person: Person, tenantId: string | undefined): void {
  if (tenantId === undefined || person.tenantId === tenantId) return;
  throw refuse(
    'access_denied',
    50020,
    `User account '${person.userPrincipalName}' does not exist in this tenant and cannot access the application in that tenant.`,
  );
}

function decideConsent(
  context: EntraContext,
  request: AuthorizeRequest,
  input: AuthorizeInput,
  person: Person,
): AuthorizeStep | undefined {
  const missing = listMissingConsents(context.world, person, request.requested);
  const asked = request.prompt === 'consent' && input.decision !== 'accept' ? request.requested.names : missing;
  if (input.decision === 'cancel') {
    throw refuse('access_denied', 65004, 'User declined to consent to access the app.');
  }
  if (asked.length === 0) return undefined;
  if (request.prompt === 'none') {
    throw refuse(
      'interaction_required',
      65001,
      `The user or administrator has not consented to use the application with ID '${context.app.clientId}'. Send an interactive authorization request for this user and resource.`,
    );
  }
  const canForTenant = canConsentForTenant(person);
  if (missing.some(needsAdmin) && !canForTenant) return { step: 'needsAdmin', person, scopes: missing };
  if (input.decision !== 'accept') return { step: 'consent', person, scopes: asked, canForTenant };
  if (input.forTenant && canForTenant) grantTenantConsent(context.world, person.tenantId, missing);
  else grantConsent(context.world, person, missing);
  return undefined;
}

/** Throws what is answered at the app's address. */
export function decideAuthorize(
  context: EntraContext,
  request: AuthorizeRequest & { readonly redirectUri: string; readonly tenantId: string | undefined },
  input: AuthorizeInput,
): AuthorizeStep {
  const person = findAccount(context, request, input);
  if (person === undefined) {
    if (request.prompt !== 'none') return { step: 'choose', people: listAccounts(context, request.tenantId) };
    throw refuse('login_required', 50058, 'A silent sign-in request was sent but no user is signed in.');
  }
  requireMember(person, request.tenantId);
  requireRegistered(context, person.tenantId);
  requireEnabled(person);
  const step = decideConsent(context, request, input, person);
  if (step !== undefined) return step;
  const { redirectUri, scope, codeChallenge, nonce } = request;
  const code = context.codes.addCode({ personId: person.objectId, redirectUri, scope, codeChallenge, nonce });
  return { step: 'done', person, code };
}
