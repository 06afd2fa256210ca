/**
 * The Entra registration as Microsoft Graph takes it, and in words; from the same source as the manifests.
 * `node scripts/entra/registration.mjs plan|create|update --url https://… [--client-id …] [--permissions ids.json] [--certificate cert.pem] [--multi-tenant]`
 */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readPackageOptions } from '../manifest/read-package-options.mjs';
import { product, toDeployment } from '../manifest/product.mjs';

const GRAPH = '00000003-0000-0000-c000-000000000000';
const { registration, pages } = product;
const UNKNOWN = '11111111-1111-4111-8111-111111111111';

/** All of them as single-page application: none of our pages redeems a code with a secret. */
export const listRedirectUris = ({ origin, broker }) => [origin + pages.redirect, origin + pages.consent, broker];

const toScope = (scope) => ({ ...scope, type: 'User', isEnabled: true });
const toApi = (preAuthorizedApplications) => ({
  requestedAccessTokenVersion: 2,
  oauth2PermissionScopes: [toScope(registration.apiScope)],
  preAuthorizedApplications,
});

/** @param {Record<string, string>} permissionIds name of a delegated Graph permission → its id, as the tenant's own Graph says */
function toResourceAccess(permissionIds) {
  return registration.graphPermissions.map(({ value }) => {
    if (permissionIds[value] === undefined) throw new Error(`Microsoft Graph has no delegated permission ${value}`);
    return { id: permissionIds[value], type: 'Scope' };
  });
}

/** First step: everything that needs no client id yet. A client can be preauthorized only for a scope that exists. */
export function toApplication(deployment, { permissionIds, multiTenant = false }) {
  const claims = registration.accessTokenClaims.map((name) => ({ name, essential: false, additionalProperties: [] }));
  return {
    displayName: registration.name,
    signInAudience: multiTenant ? 'AzureADMultipleOrgs' : 'AzureADMyOrg',
    groupMembershipClaims: registration.groupMembershipClaims,
    optionalClaims: { accessToken: claims, idToken: [], saml2Token: [] },
    spa: { redirectUris: listRedirectUris(deployment) },
    web: {
      redirectUris: [],
      implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false },
    },
    api: toApi([]),
    appRoles: registration.appRoles.map((role) => ({ ...role, allowedMemberTypes: ['User'], isEnabled: true })),
    requiredResourceAccess: [{ resourceAppId: GRAPH, resourceAccess: toResourceAccess(permissionIds) }],
  };
}

/** Second step: what names the client id, and the certificate's public half. */
export function toUpdate(deployment, { certificate } = {}) {
  const clients = registration.preauthorizedClients.map(({ id }) => ({
    appId: id,
    delegatedPermissionIds: [registration.apiScope.id],
  }));
  const key = certificate && new X509Certificate(certificate);
  return {
    identifierUris: [deployment.appIdUri],
    api: toApi(clients),
    ...(key && {
      keyCredentials: [
        {
          displayName: registration.name,
          type: 'AsymmetricX509Cert',
          usage: 'Verify',
          key: key.raw.toString('base64'),
          endDateTime: new Date(key.validTo).toISOString(),
        },
      ],
    }),
  };
}

const list = (lines) => lines.map((line) => `      ${line}`);

/** What will be done, for a person to agree to. */
export function toPlan(deployment, { isNew, multiTenant = false }) {
  const { apiScope, appRoles, preauthorizedClients, graphPermissions, accessTokenClaims } = registration;
  return [
    `${isNew ? 'Create' : 'Update'} the app registration "${registration.name}"${isNew ? '' : ` ${deployment.clientId}`}, for ${multiTenant ? 'any organisation' : 'this organisation alone'}:`,
    '  1. Redirect URIs of a single-page application:',
    ...list(listRedirectUris(deployment)),
    `  2. Application ID URI: api://${deployment.host}/${isNew ? '<client id>' : deployment.clientId}`,
    `  3. Scope ${apiScope.value} (${apiScope.id}), which administrators and users can agree to`,
    '  4. Access tokens of version 2',
    '  5. Clients that may ask for that scope without a question:',
    ...list(preauthorizedClients.map(({ id, name }) => `${id}  ${name}`)),
    '  6. App roles for users:',
    ...list(appRoles.map(({ value, description }) => `${value}: ${description}`)),
    `  7. Optional claims of the access token: ${accessTokenClaims.join(', ')}; group claims: ${registration.groupMembershipClaims}`,
    '  8. Delegated permissions of Microsoft Graph (asked for, not granted):',
    ...list(graphPermissions.map(({ value, why }) => `${value}: ${why}`)),
    '     (No application permission; nobody is consented for: you do that yourself afterwards.)',
  ].join('\n');
}

function readOptions(args) {
  const text = { type: 'string' };
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      url: text,
      'client-id': text,
      permissions: text,
      certificate: text,
      'multi-tenant': { type: 'boolean', default: false },
    },
  });
  const isNew = values['client-id'] === undefined || values['client-id'] === '';
  const clientId = isNew ? UNKNOWN : values['client-id'];
  const { problems, options } = readPackageOptions(['--url', values.url ?? '', '--client-id', clientId]);
  if (options === undefined) throw new Error(problems.join('\n'));
  return { values, isNew, command: positionals[0], deployment: toDeployment(options) };
}

function main(args) {
  const { values, isNew, command, deployment } = readOptions(args);
  const multiTenant = values['multi-tenant'];
  const read = (path) => readFileSync(path, 'utf8');
  if (command === 'plan') return toPlan(deployment, { isNew, multiTenant });
  if (command === 'create') {
    const permissionIds = Object.fromEntries(JSON.parse(read(values.permissions)).map(({ value, id }) => [value, id]));
    return JSON.stringify(toApplication(deployment, { permissionIds, multiTenant }), null, 2);
  }
  if (command === 'update')
    return JSON.stringify(
      toUpdate(deployment, values.certificate ? { certificate: read(values.certificate) } : {}),
      null,
      2,
    );
  throw new Error('Use: registration.mjs plan | create | update');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(main(process.argv.slice(2)));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
