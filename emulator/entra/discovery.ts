/** Entra's metadata documents and key lists, with Entra's own issuers and the emulator's own addresses. */
import type { SigningKeys } from './signing-keys.ts';
import { toIssuer, toV1Issuer } from './token-claims.ts';
import type { TenantSegment } from './tenant-segment.ts';

/** For `common` and `organizations` the issuer names no tenant: the reader puts the token's own in. */
const ANY_TENANT = '{tenantid}';

/** `base`: origin under which the emulator was asked. */
export function toOpenIdConfiguration(tenant: TenantSegment, base: string, version: 1 | 2): Record<string, unknown> {
  const root = `${base}/${tenant.path}`;
  const oauth = version === 2 ? `${root}/oauth2/v2.0` : `${root}/oauth2`;
  const tenantId = tenant.id ?? ANY_TENANT;
  return {
    token_endpoint: `${oauth}/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: version === 2 ? `${root}/discovery/v2.0/keys` : `${root}/discovery/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: version === 2 ? toIssuer(tenantId) : toV1Issuer(tenantId),
    request_uri_parameter_supported: false,
    authorization_endpoint: `${oauth}/authorize`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${oauth}/logout`,
    claims_supported: [
      ...['sub', 'iss', 'cloud_instance_name', 'cloud_instance_host_name', 'cloud_graph_host_name', 'msgraph_host'],
      ...['aud', 'exp', 'iat', 'auth_time', 'acr', 'nonce', 'preferred_username', 'name', 'tid', 'ver', 'at_hash'],
      ...['c_hash', 'email'],
    ],
    tenant_region_scope: tenant.id === undefined ? null : 'EU',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
    rbac_url: 'https://pas.windows.net',
  };
}

/** Keys carry no `alg`, as at Entra; those of the second version say whose tokens they sign. */
export function toKeySet(keys: SigningKeys, tenant: TenantSegment, version: 1 | 2): Record<string, unknown> {
  const issuer = version === 2 ? { issuer: toIssuer(tenant.id ?? ANY_TENANT) } : {};
  return {
    keys: keys.list().map((key) => ({ ...key, cloud_instance_name: 'microsoftonline.com', ...issuer })),
  };
}
