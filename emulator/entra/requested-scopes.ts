/** Reads the `scope` of a token request: which resource it means, which permissions, and how the answer must spell them. */
import { API_SCOPE, type AppRegistration } from '../app-registration.ts';
import { EntraError } from './entra-error.ts';
import { findGraphScope, GRAPH_CLIENT_ID, GRAPH_URI } from './graph-scopes.ts';

const OIDC_SCOPES = ['openid', 'profile', 'email', 'offline_access'];

export interface RequestedScopes {
  /** Undefined where only a sign-in is asked for, which Entra answers with a Graph token for the profile. */
  readonly resource: 'graph' | 'app' | undefined;
  /** Short names; empty for `.default`. */
  readonly names: readonly string[];
  readonly isDefault: boolean;
  /** Stands before each name in the answer: `https://graph.microsoft.com/` where it was asked for so, or nothing. */
  readonly prefix: string;
  readonly oidc: readonly string[];
}

interface OneScope {
  readonly resource: 'graph' | 'app';
  readonly prefix: string;
  readonly name: string;
}

function parseOne(text: string, app: AppRegistration): OneScope {
  const at = text.lastIndexOf('/');
  if (at < 0) return { resource: 'graph', prefix: '', name: text };
  const prefix = text.slice(0, at + 1);
  // `https://graph.microsoft.com//.default` is how an identifier that ends in a slash is asked for
  const identifier = prefix.replace(/\/+$/, '').toLowerCase();
  const name = text.slice(at + 1);
  if (identifier === GRAPH_URI || identifier === GRAPH_CLIENT_ID) return { resource: 'graph', prefix, name };
  if (identifier === app.appIdUri.toLowerCase() || identifier === app.clientId.toLowerCase())
    return { resource: 'app', prefix, name };
  throw new EntraError({
    error: 'invalid_resource',
    code: 500011,
    message: `The resource principal named ${identifier} was not found in the tenant.`,
  });
}

function refuseUnknown(scope: OneScope): void {
  const exists =
    scope.name === '.default' ||
    (scope.resource === 'graph' ? findGraphScope(scope.name) !== undefined : scope.name.toLowerCase() === API_SCOPE);
  if (exists) return;
  throw new EntraError({
    error: 'invalid_client',
    code: 650053,
    message: `The application asked for scope '${scope.name}' that doesn't exist on the resource '${scope.resource === 'graph' ? GRAPH_CLIENT_ID : scope.prefix}'. Contact the app vendor.`,
  });
}

/** Throws Entra's error for an empty scope, a stranger resource, more than one resource, or a permission that does not exist. */
export function parseRequestedScopes(text: string | undefined, app: AppRegistration): RequestedScopes {
  const words = (text ?? '').split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) {
    throw new EntraError({
      error: 'invalid_request',
      code: 900144,
      message: "The request body must contain the following parameter: 'scope'.",
    });
  }
  const oidc = words.filter((word) => OIDC_SCOPES.includes(word.toLowerCase()));
  const scopes = words.filter((word) => !OIDC_SCOPES.includes(word.toLowerCase())).map((word) => parseOne(word, app));
  if (new Set(scopes.map((scope) => scope.resource)).size > 1) {
    throw new EntraError({
      error: 'invalid_request',
      code: 28000,
      message: 'Provided value for the input parameter scope is not valid because it contains more than one resource.',
    });
  }
  scopes.forEach(refuseUnknown);
  const isDefault = scopes.some((scope) => scope.name === '.default');
  if (isDefault && scopes.length > 1) {
    throw new EntraError({
      error: 'invalid_scope',
      code: 70011,
      message: ".default scope can't be combined with resource-specific scopes.",
    });
  }
  return {
    resource: scopes[0]?.resource,
    names: isDefault ? [] : scopes.map((scope) => findGraphScope(scope.name)?.name ?? API_SCOPE),
    isDefault,
    prefix: scopes[0]?.prefix ?? '',
    oidc,
  };
}
