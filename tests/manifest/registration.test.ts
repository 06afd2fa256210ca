/** The registration's scripts and its page say what the one source says. */
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { listRedirectUris, toApplication, toUpdate } from '../../scripts/entra/registration.mjs';
import { exampleDeployment, product } from '../../scripts/manifest/product.mjs';
import { readCodeScopes } from '../../scripts/manifest/read-code-scopes.mjs';

// schemas are compiled and commands started, on machines that may be busy
jest.setTimeout(60_000);

const { registration } = product;
const script = resolve('scripts/entra/register.sh');
const run = promisify(execFile);
const ids = Object.fromEntries(registration.graphPermissions.map(({ value }, index) => [value, `permission-${index}`]));

describe('toApplication', () => {
  it('asks for delegated permissions alone, and for each that the code uses', () => {
    const application = toApplication(exampleDeployment, { permissionIds: ids });
    expect(application).toMatchObject({
      signInAudience: 'AzureADMyOrg',
      requiredResourceAccess: [
        {
          resourceAccess: registration.graphPermissions.map((_, index) => ({
            id: `permission-${index}`,
            type: 'Scope',
          })),
        },
      ],
      api: { requestedAccessTokenVersion: 2 },
    });
    expect(registration.graphPermissions.map(({ value }) => value).sort()).toEqual([...readCodeScopes().all].sort());
  });

  it('registers three addresses, all of a single-page application, the broker’s without a path', () => {
    const host = 'office-shifts.example.com';
    const uris = [`https://${host}/redirect.html`, `https://${host}/auth-end`, `brk-multihub://${host}`];
    expect(listRedirectUris(exampleDeployment)).toEqual(uris);
    expect(toApplication(exampleDeployment, { permissionIds: ids })).toMatchObject({
      spa: { redirectUris: uris },
      web: {
        redirectUris: [],
        implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: false },
      },
    });
  });

  it('has the roles, the scope and the claims that the server looks at', () => {
    const source = readFileSync('src/domain/policy/check-claims.ts', 'utf8');
    const claims = [
      ...registration.appRoles.map(({ value }) => value),
      registration.apiScope.value,
      ...registration.accessTokenClaims,
      'wids',
    ];
    for (const claim of claims) expect(source).toContain(claim);
    expect(registration.groupMembershipClaims).toBe('DirectoryRole');
  });

  it('refuses to go on where Graph does not know a permission', () => {
    expect(() => toApplication(exampleDeployment, { permissionIds: {} })).toThrow(
      'has no delegated permission User.Read',
    );
  });
});

describe('toUpdate', () => {
  it('preauthorizes each host for the scope of the first step', () => {
    const appIds = registration.preauthorizedClients.map(({ id }) => ({
      appId: id,
      delegatedPermissionIds: [registration.apiScope.id],
    }));
    expect(toUpdate(exampleDeployment)).toMatchObject({
      identifierUris: [exampleDeployment.appIdUri],
      api: { preAuthorizedApplications: appIds, oauth2PermissionScopes: [{ id: registration.apiScope.id }] },
    });
  });
});

describe('register.sh', () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-shifts-register-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is a script that bash can read', () => {
    expect(() => execFileSync('bash', ['-n', script])).not.toThrow();
  });

  it('says all of it first, and with --print no more', () => {
    const args = [script, '--url', 'https://office-shifts.example.com', '--admin', 'robin@example.com', '--print'];
    const said = execFileSync('bash', args, { encoding: 'utf8', env: { ...process.env, PATH: dirOnly() } });
    const wanted = [
      ...listRedirectUris(exampleDeployment),
      registration.apiScope.id,
      ...registration.preauthorizedClients.map(({ id }) => id),
      ...registration.appRoles.map(({ value }) => value),
      ...registration.graphPermissions.map(({ value }) => value),
      'robin@example.com',
    ];
    for (const part of wanted) expect(said).toContain(part);
  });

  it('does nothing until it is told to go on', async () => {
    const log = installAz();
    const child = run('bash', [script, '--url', 'https://office-shifts.example.com'], { cwd: folder, env: withAz() });
    child.child.stdin?.end('n\n');
    await expect(child).rejects.toMatchObject({ stderr: expect.stringContaining('Nothing was done.') });
    expect(readFileSync(log, 'utf8')).not.toMatch(/POST|PATCH|create/);
  });

  it('registers in two steps, with a certificate that it makes, and shows no key', async () => {
    const log = installAz();
    const args = [script, '--url', 'https://office-shifts.example.com', '--yes', '--admin', 'robin@example.com'];
    const { stdout } = await run('bash', args, { cwd: folder, env: withAz() });
    const calls = readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => /^(POST|PATCH)/.test(line));
    expect(calls).toEqual(
      [
        'POST applications displayName,signInAudience,groupMembershipClaims,optionalClaims,spa,web,api,appRoles,requiredResourceAccess',
        "PATCH applications(appId='new-client') identifierUris,api,keyCredentials",
        'POST servicePrincipals/principal/appRoleAssignedTo principalId,resourceId,appRoleId',
      ].map((line) => line.replaceAll('new-client', CLIENT)),
    );
    expect(stdout).toContain(`ENTRA_CLIENT_ID=${CLIENT}`);
    expect(stdout).toContain(`npm run package -- --url https://office-shifts.example.com --client-id ${CLIENT}`);
    expect(stdout).not.toContain('PRIVATE KEY');
    const pem = readFileSync(join(folder, 'office-shifts.pem'), 'utf8');
    expect(pem).toMatch(/PRIVATE KEY[\s\S]*BEGIN CERTIFICATE/);
    expect(statSync(join(folder, 'office-shifts.pem')).mode & 0o077).toBe(0);
  });

  const CLIENT = '6d0f3a5e-1111-4222-8333-944445555666';
  const dirOnly = (): string => [join(process.execPath, '..'), '/usr/bin', '/bin'].join(delimiter);
  const withAz = (): NodeJS.ProcessEnv => ({
    ...process.env,
    PATH: [folder, dirOnly()].join(delimiter),
    PATIENCE_SECONDS: '0',
  });

  /** A stand-in for the Azure CLI: notes each call with the members of its body, and answers like it. */
  function installAz(): string {
    const log = join(folder, 'calls');
    const permissions = JSON.stringify(
      registration.graphPermissions.map(({ value }) => ({ value, id: `id of ${value}` })),
    );
    writeFileSync(log, '');
    writeFileSync(
      join(folder, 'az'),
      `#!/usr/bin/env node
const { appendFileSync, readFileSync } = require('node:fs');
const args = process.argv.slice(2);
const after = (name) => args[args.indexOf(name) + 1];
const first = args.slice(0, 3).join(' ');
if (args[0] === 'rest') {
  const body = JSON.parse(readFileSync(after('--body').slice(1), 'utf8'));
  appendFileSync(${JSON.stringify(log)}, [after('--method'), after('--url').split('/v1.0/')[1], Object.keys(body).join()].join(' ') + '\\n');
  console.log(JSON.stringify({ appId: '${CLIENT}' }));
} else {
  appendFileSync(${JSON.stringify(log)}, args.join(' ') + '\\n');
  if (first === 'account show --query') console.log('tenant');
  else if (args.includes('00000003-0000-0000-c000-000000000000')) console.log(${JSON.stringify(permissions)});
  else if (first.startsWith('ad user')) console.log('person');
  else console.log('principal');
}
`,
    );
    chmodSync(join(folder, 'az'), 0o755);
    return log;
  }
});

describe('Register.ps1', () => {
  const source = readFileSync('scripts/entra/Register.ps1', 'utf8');

  it('reads every value from the one source, and has no id of its own but Microsoft Graph’s', () => {
    for (const key of Object.keys(registration)) expect(source).toContain(`registration.${key}`);
    const guids = source.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi);
    expect(guids).toEqual(['00000003-0000-0000-c000-000000000000']);
  });

  it('asks before it writes', () => {
    const asks = source.indexOf("Read-Host 'Go on?");
    const firstWrite = Math.min(
      ...['POST', 'PATCH'].map((method) => source.indexOf(`${method} '`)).filter((at) => at > 0),
      source.indexOf('PATCH "'),
    );
    expect(asks).toBeGreaterThan(0);
    expect(firstWrite).toBeGreaterThan(asks);
  });

  it('writes the same members as the other script', () => {
    const members = [toApplication(exampleDeployment, { permissionIds: ids }), toUpdate(exampleDeployment)].flatMap(
      (body) => Object.keys(body as object),
    );
    for (const member of members) expect(source).toMatch(new RegExp(`\\b${member}\\s*=`));
  });
});

describe('docs/registration.md', () => {
  const page = readFileSync('docs/registration.md', 'utf8');

  it('has every value that the scripts write', () => {
    const { apiScope, appRoles, preauthorizedClients, graphPermissions, accessTokenClaims } = registration;
    const texts = [
      ...Object.entries(apiScope).flatMap(([key, text]) => (key === 'id' ? [] : [text])),
      ...appRoles.flatMap((role) => Object.entries(role).flatMap(([key, text]) => (key === 'id' ? [] : [text]))),
      ...preauthorizedClients.flatMap(({ id, name }) => [id, name]),
      ...graphPermissions.flatMap(({ value, why }) => [value, why]),
      ...accessTokenClaims,
      ...listRedirectUris(exampleDeployment),
      registration.groupMembershipClaims,
    ];
    for (const text of texts) expect(page).toContain(text);
  });

  it('says of each permission who may agree to it, as the code does', () => {
    const { adminConsent } = readCodeScopes();
    for (const { value } of registration.graphPermissions) {
      const [, who] = new RegExp(`\\| \`${value}\` +\\|[^|]*\\|([^|]*)\\|`).exec(page) ?? [];
      expect([value, who?.trim()]).toEqual([
        value,
        adminConsent.includes(value) ? 'administrators only' : 'each person',
      ]);
    }
  });

  it('names only options that the scripts have', () => {
    const shell = readFileSync(script, 'utf8');
    const power = readFileSync('scripts/entra/Register.ps1', 'utf8');
    const options = [...page.matchAll(/^\| `(--[a-z-]+)[^|]*\| `-(\w+)/gm)];
    expect(options.length).toBeGreaterThan(4);
    for (const [, long, short] of options) {
      expect(shell).toContain(`${long})`);
      expect(power).toMatch(new RegExp(`\\$${short}\\b`));
    }
    expect(existsSync(script)).toBe(true);
  });
});
