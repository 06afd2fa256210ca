/** The on-behalf-of exchange: our API hands in the token it was called with and gets one for Graph in the same person's name. */
import type { Person } from '../world.ts';
import { API_SCOPE } from '../app-registration.ts';
import { checkToken, type CheckedToken, type TokenClaims } from './check-token.ts';
import { requireConfidentialClient, requireKnownClient, requireRegistered } from './client-credentials.ts';
import type { EntraContext } from './entra-context.ts';
import { EntraError } from './entra-error.ts';
import { requireEnabled, toTokenAnswer } from './issue-tokens.ts';
import { parseRequestedScopes } from './requested-scopes.ts';
import { requireSession } from './sign-ins.ts';

const refuse = (code: number, message: string, error = 'invalid_grant'): EntraError =>
  new EntraError({ error, code, message });

type Reason = Extract<CheckedToken, { ok: false }>['reason'];

const REFUSALS: Readonly<Record<Reason, () => EntraError>> = {
  malformed: () => refuse(50027, 'JWT token is invalid or malformed.', 'invalid_request'),
  unknownKey: () => refuse(50013, 'Assertion failed signature validation. [Reason - The key was not found.]'),
  signature: () =>
    refuse(
      50013,
      'Assertion failed signature validation. [Reason - Key was found, but use of the key to verify the signature failed.]',
    ),
  audience: () =>
    refuse(
      500131,
      "Assertion audience does not match the Client app presenting the assertion. The audience in the assertion must match the client's own identifier.",
    ),
  expired: () =>
    refuse(
      500133,
      'Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token.',
    ),
  early: () => refuse(500133, 'Assertion is not within its valid time range.'),
};

/** Declared capabilities stand inside the `claims` parameter. */
export function isChallengeable(claims: string | null): boolean {
  if (claims === null) return false;
  try {
    const parsed: unknown = JSON.parse(claims);
    const capabilities = /"xms_cc"\s*:\s*\{[^}]*"values"\s*:\s*\[([^\]]*)\]/.exec(JSON.stringify(parsed));
    return /"cp1"/i.test(capabilities?.[1] ?? '');
  } catch {
    throw refuse(50176, 'Invalid value for the claims parameter.', 'invalid_request');
  }
}

function requireDelegated(claims: TokenClaims): void {
  const scopes = typeof claims['scp'] === 'string' ? claims['scp'].split(' ') : [];
  if (scopes.length === 0 || claims['idtyp'] === 'app') {
    throw refuse(7000114, 'Application is not allowed to make application on-behalf-of calls.');
  }
  if (!scopes.includes(API_SCOPE)) {
    throw refuse(65005, 'The assertion carries no scope that this application exposes.', 'invalid_resource');
  }
}

function requirePerson(context: EntraContext, claims: TokenClaims, tenantId: string | undefined): Person {
  const person = context.world.people.get(String(claims['oid']));
  if (tenantId !== undefined && claims['tid'] !== tenantId) {
    throw refuse(
      50013,
      'Assertion failed signature validation. [Reason - The assertion was issued by another tenant.]',
    );
  }
  if (person === undefined || person.tenantId !== claims['tid']) {
    throw refuse(50034, `The user account does not exist in the ${String(claims['tid'])} directory.`);
  }
  return person;
}

/** `tenantId` is undefined for `common` and `organizations`. */
export async function exchangeOnBehalfOf(
  context: EntraContext,
  form: URLSearchParams,
  tenant: { readonly path: string; readonly id: string | undefined },
): Promise<Record<string, unknown>> {
  const { app } = context;
  requireKnownClient(app, form.get('client_id'));
  requireRegistered(context, tenant.id);
  await requireConfidentialClient(context, form, tenant.path);
  if (form.get('requested_token_use') !== 'on_behalf_of') {
    throw refuse(90014, "The required field 'requested_token_use' is missing from the credential.", 'invalid_request');
  }
  const requested = parseRequestedScopes(form.get('scope') ?? undefined, app);
  const checked = await checkToken(context.keys, form.get('assertion') ?? '', [app.clientId, app.appIdUri]);
  if (!checked.ok) throw REFUSALS[checked.reason]();
  requireDelegated(checked.claims);
  const person = requirePerson(context, checked.claims, tenant.id);
  requireEnabled(person);
  requireSession(context.signIns, person, checked.claims['sid']);
  return toTokenAnswer(context, {
    person,
    requested,
    isOnBehalf: true,
    isConfidential: true,
    challengeable: isChallengeable(form.get('claims')),
    wantsClientInfo: form.get('client_info') === '1',
  });
}
