/** Holds an exported app registration against what the scripts and the guide make: `az ad app show --id <client id>` writes one. */
import * as v from 'valibot';
import { registration, toExpected } from './expected.ts';
import { fail, judge, warn, type Finding } from './finding.ts';

const named = v.array(v.object({ value: v.nullable(v.string()) }));
const claims = v.nullish(v.array(v.object({ name: v.string() })));
const registrationSchema = v.object({
  appId: v.string(),
  identifierUris: v.array(v.string()),
  groupMembershipClaims: v.nullish(v.string()),
  optionalClaims: v.nullish(v.object({ accessToken: claims })),
  spa: v.object({ redirectUris: v.array(v.string()) }),
  api: v.object({
    requestedAccessTokenVersion: v.nullish(v.number()),
    oauth2PermissionScopes: named,
    preAuthorizedApplications: v.array(v.object({ appId: v.string() })),
  }),
  appRoles: named,
});

const ABOUT = 'registration';

function listDifferences(found: v.InferOutput<typeof registrationSchema>, url: URL, clientId: string): string[] {
  const { redirectUris, appIdUri } = toExpected(url, clientId);
  const missing = (wanted: readonly string[], there: readonly (string | null)[], step: string): string[] =>
    wanted.filter((one) => !there.includes(one)).map((one) => `${one} is missing (${step}).`);
  const { api, spa, identifierUris, appRoles, optionalClaims, groupMembershipClaims } = found;
  const scopes = api.oauth2PermissionScopes.map(({ value }) => value);
  const clients = api.preAuthorizedApplications.map(({ appId }) => appId.toLowerCase());
  const claimNames = (optionalClaims?.accessToken ?? []).map(({ name }) => name);
  return [
    ...(found.appId.toLowerCase() === clientId ? [] : ['It is the registration of another client id.']),
    ...missing(redirectUris, spa.redirectUris, 'step 2'),
    ...missing([appIdUri], identifierUris, 'step 3'),
    ...missing([registration.apiScope.value], scopes, 'step 4'),
    ...missing(
      registration.preauthorizedClients.map(({ id }) => id),
      clients,
      'step 5',
    ),
    ...(api.requestedAccessTokenVersion === 2 ? [] : ['requestedAccessTokenVersion is not 2 (step 6).']),
    ...missing(registration.accessTokenClaims, claimNames, 'step 7'),
    ...(groupMembershipClaims?.includes(registration.groupMembershipClaims) === true
      ? []
      : [`groupMembershipClaims has no ${registration.groupMembershipClaims} (step 7).`]),
    ...missing(
      registration.appRoles.map(({ value }) => value),
      appRoles.map(({ value }) => value),
      'step 8',
    ),
  ];
}

/** `text`: of the exported file; undefined where none was given. */
export function checkRegistration(text: string | undefined, url: URL, clientId: string): Finding {
  if (text === undefined)
    return warn(ABOUT, 'not read: give --registration <file>, written by az ad app show --id <client id>');
  try {
    const found = v.safeParse(registrationSchema, JSON.parse(text));
    if (!found.success)
      return fail(ABOUT, 'The file is no app registration: az ad app show --id <client id> writes one.');
    const problems = listDifferences(found.output, url, clientId.toLowerCase());
    const where = problems.length === 0 ? [] : [...problems, 'Steps: docs/registration.md.'];
    return judge(ABOUT, where, 'as docs/registration.md wants it');
  } catch {
    return fail(ABOUT, 'The file is not JSON: az ad app show --id <client id> writes it.');
  }
}
