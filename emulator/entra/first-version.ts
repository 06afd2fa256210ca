/** The token endpoint of the first version: asks for a resource where the second asks for scopes, and answers in texts. */
import { EntraError } from './entra-error.ts';

const OIDC = /^(?:openid|profile|email)$/i;

/** The same request as the second version would hear it: everything that was consented for the resource. */
export function toSecondVersion(form: URLSearchParams): URLSearchParams {
  const resource = form.get('resource');
  const isRepeated = form.get('grant_type') !== 'urn:ietf:params:oauth:grant-type:jwt-bearer';
  if (resource === null || resource === '') {
    throw new EntraError({
      error: 'invalid_request',
      code: 900144,
      message: "The request body must contain the following parameter: 'resource'.",
    });
  }
  const identity = (form.get('scope') ?? '').split(/\s+/).filter((word) => OIDC.test(word));
  const words = [`${resource}/.default`, ...(isRepeated ? ['openid', 'profile'] : []), ...identity, 'offline_access'];
  const asked = new URLSearchParams(form);
  asked.set('scope', [...new Set(words)].join(' '));
  return asked;
}

/** Numbers are texts here, scopes have their short names, and the token says what it is for. */
export function toFirstVersionAnswer(answer: Readonly<Record<string, unknown>>, resource: string): object {
  const { scope, expires_in, ext_expires_in, ...rest } = answer;
  const nowS = Math.floor(Date.now() / 1000);
  const names = String(scope)
    .split(' ')
    .map((one) => one.slice(one.lastIndexOf('/') + 1))
    .filter((name) => name !== '.default' && !OIDC.test(name));
  return {
    ...rest,
    scope: names.join(' '),
    expires_in: String(expires_in),
    ext_expires_in: String(ext_expires_in),
    expires_on: String(nowS + Number(expires_in)),
    not_before: String(nowS - 300),
    resource,
  };
}
