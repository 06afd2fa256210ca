import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { readPackageTexts } from '../../../scripts/doctor/check-manifests.ts';
import { diagnose, type Patient } from '../../../scripts/doctor/diagnose.ts';
import { toExpected } from '../../../scripts/doctor/expected.ts';
import { toLine, type Finding } from '../../../scripts/doctor/finding.ts';
import { listRedirectUris, toApplication, toUpdate } from '../../../scripts/entra/registration.mjs';
import { buildFiles } from '../../../scripts/manifest/build-files.mjs';
import { product, toDeployment, version } from '../../../scripts/manifest/product.mjs';
import { parseConfig } from '../../../server/config.ts';
import { toOfficeSources, toPageDirectives } from '../../../src/domain/policy/content-security.ts';
import { toClientConfig } from '../../../src/domain/policy/to-client-config.ts';

const CLIENT = '0f51c5f6-0d3a-4d1e-9c8b-5a1c7f3e2b10';
const TENANT = '1e566565-0a47-44be-9ea8-d61636b5a726';
const URL_TEXT = 'https://shifts.contoso.example';
const NOW = Date.UTC(2026, 10, 30, 9);
/** Found nowhere in what the doctor says. */
const CANARIES = ['secret-canary-of-the-app', 'password-canary', 'canary-of-an-error'];

const env = {
  NODE_ENV: 'production',
  PUBLIC_URL: URL_TEXT,
  ENTRA_CLIENT_ID: CLIENT,
  ENTRA_CLIENT_SECRET: CANARIES[0],
  ENTRA_CLIENT_SECRET_EXPIRES: '2027-11-01',
  ENTRA_TENANTS: TENANT,
  DATABASE_URL: `postgres://shifts:${CANARIES[1]}@database.contoso.example/shifts`,
};

const deployment = toDeployment({ url: URL_TEXT, clientId: CLIENT });
const told = toClientConfig(parseConfig(env), version);
const permissionIds = Object.fromEntries(product.registration.graphPermissions.map(({ value }) => [value, value]));
const registration = {
  appId: CLIENT,
  ...(toApplication(deployment, { permissionIds }) as object),
  ...(toUpdate(deployment) as object),
};
const { unified, xml } = buildFiles(deployment) as { unified: Record<string, string>; xml: string };
const packageTexts = { unified: unified['manifest.json'] ?? '', xml };

const toPolicy = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name.replace(/[A-Z]/g, (char) => `-${char.toLowerCase()}`)} ${sources.join(' ')}`)
    .join(';');

type Answers = Readonly<Record<string, () => Response>>;
const toText = (text: string, headers: Record<string, string> = {}, status = 200): Response =>
  new Response(text, { status, headers });

const toPageHeaders = (path: string) => ({
  'content-security-policy': toPolicy(
    toPageDirectives(told, "'nonce-abc'", toOfficeSources(path, told.officeScriptUrl)),
  ),
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=1',
});
const pageHeaders = toPageHeaders('/tab');

/** By host and path; the longest that fits answers. */
const good: Answers = {
  [`${URL_TEXT}/healthz`]: () => toText('{"status":"ok"}'),
  [`${URL_TEXT}/api/config`]: () => Response.json(told),
  [`${URL_TEXT}/api/session`]: () => toText('{}', { 'cache-control': 'no-store' }, 401),
  [`${URL_TEXT}/tab`]: () => toText('<script src="/assets/tab.0123.js"></script>', pageHeaders),
  [`${URL_TEXT}/pane`]: () => toText('', toPageHeaders('/pane')),
  [`${URL_TEXT}/assets/`]: () => toText('', { 'cache-control': 'public, max-age=31536000, immutable' }),
  'https://login.microsoftonline.com/common/discovery/v2.0/keys': () =>
    Response.json({ keys: [{ kid: 'one' }] }, { headers: { date: new Date(NOW).toUTCString() } }),
  [`https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/authorize`]: () => toText('', {}, 500),
};

/** As Entra answers a silent sign-in by nobody. */
const answerAuthorize = (url: string): Response =>
  new Response(null, {
    status: 302,
    headers: { location: `${new URL(url).searchParams.get('redirect_uri') ?? ''}?error=login_required` },
  });

function createFetch(answers: Answers): typeof fetch {
  return (input) => {
    const url = String(input);
    const key = Object.keys(answers)
      .filter((one) => url.startsWith(one))
      .sort((one, other) => other.length - one.length)[0];
    if (key === undefined) return Promise.reject(new TypeError(`canary-of-an-error ${url}`));
    const answer = key.endsWith('/authorize') && answers[key] === good[key] ? answerAuthorize(url) : answers[key]?.();
    return answer === undefined ? Promise.reject(new TypeError(CANARIES[2])) : Promise.resolve(answer);
  };
}

const well: Patient = {
  env,
  url: new URL(URL_TEXT),
  tenantId: undefined,
  registration: JSON.stringify(registration),
  packageTexts,
  fetch: createFetch(good),
  now: () => NOW,
  askDatabase: () => Promise.resolve({ version: '18.4', hasTables: true, ms: 3 }),
  createShow: () => () => Promise.resolve(undefined),
};

const withAnswers = (answers: Answers): Partial<Patient> => ({ fetch: createFetch({ ...good, ...answers }) });
const withHeaders = (headers: Readonly<Record<string, string>>): Partial<Patient> =>
  withAnswers({
    [`${URL_TEXT}/tab`]: () => toText('<script src="/assets/tab.0123.js"></script>', { ...pageHeaders, ...headers }),
  });
const withRegistration = (other: object): Partial<Patient> => ({
  registration: JSON.stringify({ ...registration, ...other }),
});
const failing = (error: unknown) => () => Promise.reject(error instanceof Error ? error : new Error(String(error)));
const authorize = `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/authorize`;

async function listFailures(change: Partial<Patient>): Promise<readonly string[]> {
  const findings = await diagnose({ ...well, ...change });
  for (const canary of CANARIES) expect(findings.map(toLine).join('\n')).not.toContain(canary);
  return findings.filter(({ state }) => state === 'fail').map(({ about }) => about);
}

describe('diagnose', () => {
  it('says of a deployment that is well that each thing is', async () => {
    const findings = await diagnose(well);
    expect(findings.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(findings.map(({ about }) => about)).toEqual([
      ...['configuration', 'database', 'credential', 'keys', 'clock'],
      ...['server', 'headers', 'redirect URIs', 'registration', 'package'],
    ]);
  });

  it.each<readonly [wrong: string, about: string, change: Partial<Patient>]>([
    ['a variable is missing', 'configuration', { env: { ...env, ENTRA_TENANTS: '' } }],
    [
      'the public address is another',
      'configuration',
      { env: { ...env, PUBLIC_URL: 'https://other.example', ENTRA_APP_ID_URI: deployment.appIdUri } },
    ],
    [
      'PostgreSQL takes the password of nobody',
      'database',
      { askDatabase: failing(Object.assign(new Error(`for ${env.DATABASE_URL}`), { code: '28P01' })) },
    ],
    ['the secret has ended', 'credential', { env: { ...env, ENTRA_CLIENT_SECRET_EXPIRES: '2026-11-01' } }],
    ['Entra refuses the secret', 'credential', { createShow: () => () => Promise.resolve(7000215) }],
    [
      'Entra has no keys',
      'keys',
      withAnswers({
        'https://login.microsoftonline.com/common/discovery/v2.0/keys': () => Response.json({ keys: [] }),
      }),
    ],
    ['the clock is two minutes off', 'clock', { now: () => NOW + 120_000 }],
    ['the server is down', 'server', withAnswers({ [`${URL_TEXT}/healthz`]: () => toText('', {}, 502) })],
    [
      'the server runs with another environment',
      'server',
      withAnswers({
        [`${URL_TEXT}/api/config`]: () => Response.json({ ...told, baseScopes: [] }),
      }),
    ],
    ['a proxy adds X-Frame-Options', 'headers', withHeaders({ 'x-frame-options': 'SAMEORIGIN' })],
    [
      'a proxy writes a policy of its own',
      'headers',
      withHeaders({ 'content-security-policy': "frame-ancestors 'self'" }),
    ],
    ['a proxy lets pages be kept', 'headers', withHeaders({ 'cache-control': 'max-age=600' })],
    ['a proxy cuts off sign-in windows', 'headers', withHeaders({ 'cross-origin-opener-policy': 'same-origin' })],
    [
      'the task pane may not load Office.js',
      'headers',
      withAnswers({ [`${URL_TEXT}/pane`]: () => toText('', pageHeaders) }),
    ],
    [
      'the pages are of another build than the scripts',
      'headers',
      withAnswers({ [`${URL_TEXT}/assets/tab`]: () => toText('', {}, 404) }),
    ],
    ['scripts may not be kept', 'headers', withAnswers({ [`${URL_TEXT}/assets/tab`]: () => toText('') })],
    [
      'answers of the API may be kept',
      'headers',
      withAnswers({ [`${URL_TEXT}/api/session`]: () => toText('', { 'cache-control': 'public' }, 401) }),
    ],
    [
      'no redirect URI is registered',
      'redirect URIs',
      withAnswers({ [authorize]: () => toText('AADSTS50011: no', {}, 400) }),
    ],
    [
      'Entra does not know the app',
      'redirect URIs',
      withAnswers({ [authorize]: () => toText('AADSTS700016: no', {}, 400) }),
    ],
    ['a redirect URI of the registration is gone', 'registration', withRegistration({ spa: { redirectUris: [] } })],
    ['the application ID URI is another', 'registration', withRegistration({ identifierUris: [`api://${CLIENT}`] })],
    ['there are no app roles', 'registration', withRegistration({ appRoles: [] })],
    ['there are no claims of directory roles', 'registration', withRegistration({ groupMembershipClaims: null })],
    ['the access token has no idtyp', 'registration', withRegistration({ optionalClaims: null })],
    [
      'tokens have version 1 and no client is preauthorized',
      'registration',
      withRegistration({
        api: { requestedAccessTokenVersion: null, oauth2PermissionScopes: [], preAuthorizedApplications: [] },
      }),
    ],
    ['the file is no registration', 'registration', { registration: '[]' }],
    ['the file is no JSON', 'registration', { registration: CANARIES[2] }],
    [
      'the package leads elsewhere',
      'package',
      { packageTexts: { ...packageTexts, xml: packageTexts.xml.replaceAll(CLIENT, TENANT) } },
    ],
    [
      'the package is older',
      'package',
      {
        packageTexts: {
          ...packageTexts,
          unified: packageTexts.unified.replace(`"version": "${version}"`, '"version": "0.0.1"'),
        },
      },
    ],
    ['the package is broken', 'package', { packageTexts: { unified: '{', xml: '' } }],
    [
      'an icon is not there',
      'package',
      withAnswers({ [`${URL_TEXT}/assets/icons/1/icon-16.png`]: () => toText('', {}, 404) }),
    ],
  ])('fails in one thing where %s', async (_wrong, about, change) => {
    expect(await listFailures(change)).toEqual([about]);
  });

  it.each<readonly [doubt: string, about: string, change: Partial<Patient>]>([
    ['nobody exported the registration', 'registration', { registration: undefined }],
    ['no package was made', 'package', { packageTexts: undefined }],
    ['any tenant may sign in', 'credential', { env: { ...env, ENTRA_TENANTS: '*' } }],
    ['the secret ends soon', 'credential', { env: { ...env, ENTRA_CLIENT_SECRET_EXPIRES: '2026-12-10' } }],
    ['nobody knows when the secret ends', 'credential', { env: { ...env, ENTRA_CLIENT_SECRET_EXPIRES: '' } }],
    ['the clock is ten seconds off', 'clock', { now: () => NOW + 10_000 }],
    ['Entra says neither yes nor no', 'redirect URIs', withAnswers({ [authorize]: () => toText('a page') })],
    [
      'the database is empty',
      'database',
      { askDatabase: () => Promise.resolve({ version: '18.4', hasTables: false, ms: 3 }) },
    ],
    ['it is no production', 'configuration', { env: { ...env, NODE_ENV: 'test' } }],
  ])('warns, and fails in nothing, where %s', async (_doubt, about, change) => {
    const answers =
      change.env?.['ENTRA_TENANTS'] === '*'
        ? { ...told, authority: 'https://login.microsoftonline.com/organizations' }
        : undefined;
    const more = answers && {
      fetch: createFetch({
        ...good,
        [`${URL_TEXT}/api/config`]: () => Response.json(answers),
        'https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize': good[authorize] ?? (() => toText('')),
      }),
    };
    const findings = await diagnose({ ...well, ...change, ...more });
    const doubtful = findings.filter(({ state }) => state !== 'ok');
    expect(doubtful.map(({ about: what, state }) => [what, state])).toEqual(
      more
        ? [
            [about, 'warn'],
            ['redirect URIs', 'warn'],
          ]
        : [[about, 'warn']],
    );
  });
});

describe('toLine', () => {
  it('keeps one finding on one line, whatever stands in it', () => {
    const finding: Finding = { about: 'headers', state: 'fail', text: 'one\r\ntwo\u001b[31m three' };
    expect(toLine(finding)).toBe('fail headers        one two [31m three');
  });
});

describe('toExpected', () => {
  it('says the same as the registration’s scripts', () => {
    const { redirectUris, appIdUri } = toExpected(new URL(URL_TEXT), CLIENT);
    expect(redirectUris).toEqual(listRedirectUris(deployment));
    expect(appIdUri).toBe(deployment.appIdUri);
  });
});

describe('readPackageTexts', () => {
  it('finds both manifests where npm run package leaves them, and nothing elsewhere', () => {
    const folder = mkdtempSync(join(tmpdir(), 'office-shifts-doctor-'));
    expect(readPackageTexts(folder)).toBeUndefined();
    writeFileSync(join(folder, 'office-shifts.zip'), zipSync({ 'manifest.json': strToU8(packageTexts.unified) }));
    writeFileSync(join(folder, 'manifest.xml'), packageTexts.xml);
    expect(readPackageTexts(folder)).toEqual(packageTexts);
    rmSync(folder, { recursive: true });
  });
});
