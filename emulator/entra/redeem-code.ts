/** Redeems authorization codes (with PKCE) and refresh tokens of the app's pages in a plain browser. */
import { createHash } from 'node:crypto';

import type { Person } from '../world.ts';
import { requireConfidentialClient, requireKnownClient, requireRegistered } from './client-credentials.ts';
import type { CodeGrant } from './code-book.ts';
import type { EntraContext } from './entra-context.ts';
import { EntraError } from './entra-error.ts';
import { requireEnabled, toTokenAnswer } from './issue-tokens.ts';
import { isChallengeable } from './on-behalf-of.ts';
import { parseRequestedScopes } from './requested-scopes.ts';
import { requireSession } from './sign-ins.ts';

const refuse = (code: number, message: string, error = 'invalid_grant'): EntraError =>
  new EntraError({ error, code, message });

function requireParameter(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value !== null && value !== '') return value;
  throw refuse(900144, `The request body must contain the following parameter: '${name}'.`, 'invalid_request');
}

function requireVerifier(grant: CodeGrant, form: URLSearchParams): void {
  if (grant.codeChallenge === undefined) return;
  const verifier = form.get('code_verifier');
  if (verifier === null || verifier === '') {
    throw refuse(50148, 'The code_verifier is missing while the authorization request had a code_challenge.');
  }
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  if (challenge === grant.codeChallenge) return;
  throw refuse(501481, 'The Code_Verifier does not match the code_challenge supplied in the authorization request.');
}

function requirePerson(context: EntraContext, personId: string, tenantId: string | undefined): Person {
  const person = context.world.people.get(personId);
  if (person !== undefined && (tenantId === undefined || tenantId === person.tenantId)) return person;
  throw refuse(70000, 'The provided grant was issued for another tenant or the account does not exist any more.');
}

export async function redeemCode(
  context: EntraContext,
  form: URLSearchParams,
  tenant: { readonly path: string; readonly id: string | undefined },
): Promise<Record<string, unknown>> {
  requireKnownClient(context.app, form.get('client_id'));
  requireRegistered(context, tenant.id);
  const found = context.codes.redeemCode(requireParameter(form, 'code'));
  if (found === undefined)
    throw refuse(9002313, 'Invalid request. Request is malformed or invalid.', 'invalid_request');
  if (found.redeemed) {
    throw refuse(
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    );
  }
  if (found.expired)
    throw refuse(70008, 'The provided authorization code or refresh token has expired due to inactivity.');
  if (requireParameter(form, 'redirect_uri') !== found.grant.redirectUri) {
    throw refuse(
      500112,
      'The reply address does not match the reply address provided when requesting the authorization code.',
    );
  }
  const isConfidential = found.grant.codeChallenge === undefined;
  if (isConfidential) await requireConfidentialClient(context, form, tenant.path);
  requireVerifier(found.grant, form);
  return toTokenAnswer(context, {
    person: requirePerson(context, found.grant.personId, tenant.id),
    requested: parseRequestedScopes(form.get('scope') ?? found.grant.scope, context.app),
    challengeable: isChallengeable(form.get('claims')),
    nonce: found.grant.nonce,
    isConfidential,
    wantsClientInfo: form.get('client_info') === '1',
  });
}

const refuseOld = (isConfidential: boolean): EntraError =>
  isConfidential
    ? refuse(700082, 'The refresh token has expired due to inactivity. The token was inactive for 90.00:00:00.')
    : refuse(
        700084,
        'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime, which is over.',
      );

export async function redeemRefreshToken(
  context: EntraContext,
  form: URLSearchParams,
  tenant: { readonly path: string; readonly id: string | undefined },
): Promise<Record<string, unknown>> {
  requireKnownClient(context.app, form.get('client_id'));
  requireRegistered(context, tenant.id);
  const found = context.codes.findRefreshToken(requireParameter(form, 'refresh_token'));
  if (found === undefined)
    throw refuse(9002313, 'Invalid request. Request is malformed or invalid.', 'invalid_request');
  const { personId, sessionId, isConfidential } = found.grant;
  if (isConfidential) await requireConfidentialClient(context, form, tenant.path);
  if (found.expired) throw refuseOld(isConfidential);
  const person = requirePerson(context, personId, tenant.id);
  requireEnabled(person);
  requireSession(context.signIns, person, sessionId);
  return toTokenAnswer(context, {
    person,
    isConfidential,
    requested: parseRequestedScopes(form.get('scope') ?? undefined, context.app),
    challengeable: isChallengeable(form.get('claims')),
    wantsClientInfo: form.get('client_info') === '1',
  });
}
