/** Checks that a confidential client is who it says: by one of its secrets, or by an assertion that its certificate signed. */
import { createPublicKey, timingSafeEqual, createHash, X509Certificate, type KeyObject } from 'node:crypto';

import { jwtVerify } from 'jose';

import type { AppRegistration } from '../app-registration.ts';
import { findTenant } from '../find-person.ts';
import type { EntraContext } from './entra-context.ts';
import { EntraError } from './entra-error.ts';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const SKEW_S = 300;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const refuse = (code: number, message: string): EntraError =>
  new EntraError({ error: 'invalid_client', code, message, status: 401 });

function requireSecret({ app, switches }: EntraContext, given: string): void {
  const secrets = typeof app.secret === 'string' ? [app.secret] : app.secret;
  if (secrets.some((secret) => timingSafeEqual(digest(secret), digest(given)))) {
    if (!switches.secretExpired) return;
    throw refuse(
      7000222,
      `The provided client secret keys for app '${app.clientId}' are expired. Visit the Azure portal to create new keys for your app, or consider using certificate credentials for added security.`,
    );
  }
  throw refuse(
    7000215,
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.clientId}'.`,
  );
}

const toPublicKey = (pem: string): KeyObject =>
  pem.includes('CERTIFICATE') ? new X509Certificate(pem).publicKey : createPublicKey(pem);

async function isSignedBy(pem: string, assertion: string, app: AppRegistration, tenant: string): Promise<boolean> {
  try {
    const { payload } = await jwtVerify(assertion, toPublicKey(pem), {
      algorithms: ['RS256', 'PS256'],
      issuer: app.clientId,
      subject: app.clientId,
      clockTolerance: SKEW_S,
    });
    const audiences = [payload.aud ?? []].flat();
    return audiences.some((audience) => /\/([^/]+)\/oauth2\/(?:v2\.0\/)?token$/.exec(audience)?.[1] === tenant);
  } catch {
    return false;
  }
}

async function requireAssertion(app: AppRegistration, form: URLSearchParams, tenant: string): Promise<void> {
  const assertion = form.get('client_assertion') ?? '';
  if (form.get('client_assertion_type') !== ASSERTION_TYPE) {
    throw refuse(
      700021,
      "Client assertion application identifier doesn't match 'client_id' parameter, or its type is not supported.",
    );
  }
  for (const pem of app.certificates ?? []) if (await isSignedBy(pem, assertion, app, tenant)) return;
  throw refuse(
    700027,
    'The certificate with identifier used to sign the client assertion is not registered on application.',
  );
}

/** `tenant`: as it stands in the path, since the assertion names that address as its audience. */
export async function requireConfidentialClient(
  context: EntraContext,
  form: URLSearchParams,
  tenant: string,
): Promise<void> {
  const secret = form.get('client_secret');
  if (secret !== null) return requireSecret(context, secret);
  if (form.has('client_assertion')) return requireAssertion(context.app, form, tenant);
  throw refuse(
    7000218,
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  );
}

/** Any client that is not ours is a stranger to these tenants. */
export function requireKnownClient(app: AppRegistration, clientId: string | null): void {
  if (clientId?.toLowerCase() === app.clientId.toLowerCase()) return;
  if (clientId === null || clientId === '') {
    throw new EntraError({
      error: 'invalid_request',
      code: 900144,
      message: "The request body must contain the following parameter: 'client_id'.",
    });
  }
  throw refuseUnregistered(clientId);
}

const refuseUnregistered = (clientId: string, tenantId?: string): EntraError =>
  new EntraError({
    error: 'unauthorized_client',
    code: 700016,
    message: `Application with identifier '${clientId}' was not found in the directory${tenantId === undefined ? '' : ` '${tenantId}'`}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  });

export const isRegistered = ({ switches, world }: EntraContext, tenantId: string): boolean =>
  !switches.unregisteredIn.some((name) => findTenant(world, name)?.id === tenantId);

/** Throws AADSTS700016 where the tenant has no registration of our app; `tenantId` undefined: not known yet. */
export function requireRegistered(context: EntraContext, tenantId: string | undefined): void {
  if (tenantId !== undefined && !isRegistered(context, tenantId))
    throw refuseUnregistered(context.app.clientId, tenantId);
}
