import { expectProblem } from '../problem.ts';
import { CLIENT_ID, startApp, type RunningApp } from '../running-app.ts';

let app: RunningApp;
let good: string;
let tenantId: string;
const TENANT = '00000000-1111-4222-8333-444444444444';
const session = (token: string) => app.call('/api/session', { token, body: { host: 'teams', device: 'web' } });
const nowS = (): number => Math.floor(Date.now() / 1000);
const tokensAsked = (): number => app.sent.filter((line) => line.endsWith('/oauth2/v2.0/token')).length;

beforeAll(async () => {
  app = await startApp();
  good = await app.token();
  tenantId = app.emulator.tenants[0]?.id ?? '';
  await app.connect(good);
});
afterAll(() => app.close());

describe('claims', () => {
  const withClaims = async (claims: Record<string, unknown>) => session(await app.token('alex', { claims }));

  it('A15 takes a token until 60 s after its end, and says when it is over', async () => {
    expectProblem(await withClaims({ exp: nowS() - 63 }), 401, 'token_expired');
    expect((await withClaims({ exp: nowS() - 55 })).status).toBe(200);
  });

  it('A15 checks the end again for a token that is known already', async () => {
    const token = await app.token('alex', { claims: { exp: nowS() + 100 } });
    expect((await session(token)).status).toBe(200);
    app.clock.offsetMs = 170_000;
    expectProblem(await session(token), 401, 'token_expired');
    app.clock.offsetMs = 0;
  });

  it.each([
    ['A16 nbf in the future', () => ({ nbf: nowS() + 90 })],
    ['A16 iat in the future', () => ({ iat: nowS() + 90 })],
    ['A16 nbf as text', () => ({ nbf: 'now' })],
    ['A17 exp absent', () => ({ exp: null })],
    ['A17 exp as text', () => ({ exp: String(nowS() + 600) })],
    ['A17 exp negative', () => ({ exp: -1 })],
    ['A17 exp beyond all time', () => ({ exp: 1e20 })],
    ['A17 exp with a fraction', () => ({ exp: nowS() + 600.5 })],
    ['A17 exp zero', () => ({ exp: 0 })],
    ['A19 the audience of Graph', () => ({ aud: '00000003-0000-0000-c000-000000000000' })],
    ['A19 another app', () => ({ aud: TENANT })],
    ['A19 a list with ours', () => ({ aud: [CLIENT_ID] })],
    ['A19 the api:// form', () => ({ aud: `api://localhost:3000/${CLIENT_ID}` })],
    ['A19 another case', () => ({ aud: CLIENT_ID.toUpperCase() })],
    ['A20 another host', () => ({ iss: `https://login.evil.example/${tenantId}/v2.0` })],
    ['A20 a longer host', () => ({ iss: `https://login.microsoftonline.com.evil/${tenantId}/v2.0` })],
    ['A20 http', () => ({ iss: `http://login.microsoftonline.com/${tenantId}/v2.0` })],
    ['A20 a slash more', () => ({ iss: `https://login.microsoftonline.com/${tenantId}/v2.0/` })],
    ['A20 the issuer of version 1', () => ({ iss: `https://sts.windows.net/${tenantId}/` })],
    ['A21 another tid than the issuer’s', () => ({ tid: TENANT })],
    ['A21 a tid that is no GUID', () => ({ tid: 'contoso', iss: 'https://login.microsoftonline.com/contoso/v2.0' })],
    ['A21 no tid', () => ({ tid: null })],
    ['A24 version 1', () => ({ ver: '1.0' })],
    ['A24 a version as number', () => ({ ver: 2 })],
    ['A28 no oid', () => ({ oid: null })],
    ['A28 an oid that is no GUID', () => ({ oid: 'alex' })],
  ])('%s is refused as invalid', async (_name, claims) => {
    expectProblem(await withClaims(claims()), 401, 'invalid_token');
  });

  it.each([
    ['A25 an app, whatever else it carries', { idtyp: 'app' }],
    ['A25 roles and no scp', { scp: null, roles: ['Integration.Admin'] }],
    ['A26 no access_as_user', { scp: 'User.Read' }],
    ['A26 a longer word before', { scp: 'xaccess_as_user' }],
    ['A26 a longer word after', { scp: 'access_as_user2' }],
    ['A26 a list', { scp: ['access_as_user'] }],
    ['A26 upper case', { scp: 'ACCESS_AS_USER' }],
  ])('%s is 403 and nothing is exchanged', async (_name, claims) => {
    const before = tokensAsked();
    expectProblem(
      await app.call('/graph/v1.0/me', { token: await app.token('alex', { claims }) }),
      403,
      'insufficient_scope',
    );
    expect(tokensAsked()).toBe(before);
  });

  it('A26 takes access_as_user among others', async () => {
    expect((await withClaims({ scp: 'openid access_as_user profile' })).status).toBe(200);
  });

  it('A28 tells users apart by object id, not by name', async () => {
    const other = '99999999-1111-4222-8333-444444444444';
    const answer = await withClaims({ oid: other });
    expect(answer.json).toMatchObject({ user: { objectId: other }, connection: { connected: false } });
  });

  it('A29 refuses a Graph token and forwards it nowhere', async () => {
    const token = String((await app.control('/tokens', { person: 'alex', audience: 'graph' })).json['token']);
    const before = app.sent.length;
    expectProblem(await app.call('/graph/v1.0/me', { token }), 401, 'invalid_token');
    expect(app.sent.length).toBe(before);
  });

  it('A21 refuses personal accounts', async () => {
    const tid = '9188040d-6c67-4c5b-b112-36a304b66dad';
    const iss = `https://login.microsoftonline.com/${tid}/v2.0`;
    // Entra's key may sign for any tenant, so the tenant itself is the reason
    expectProblem(await withClaims({ tid, iss }), 403, 'tenant_not_allowed');
  });

  it('A35 says nothing of which check failed', async () => {
    const answers = [
      await withClaims({ aud: TENANT }),
      await withClaims({ iss: 'x' }),
      await session(await app.token('alex', { key: 'foreign' })),
    ];
    const bodies = answers.map(({ json }) => ({ ...json, requestId: '' }));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });
});

describe('roles', () => {
  it.each([
    ['Integration.Admin', { roles: ['Integration.Admin'] }, true],
    ['Global Administrator', { wids: ['62e90394-69f5-4237-9190-012177145e10'] }, true],
    ['Teams Administrator', { wids: ['69091246-20e8-4a56-aa4d-066075b2a7a8'] }, true],
    ['Integration.User', { roles: ['Integration.User'] }, false],
    ['a role as text', { roles: 'Integration.Admin' }, false],
    ['a role in another case', { roles: ['integration.admin'] }, false],
  ])('knows %s', async (_name, claims, isAdmin) => {
    const answer = await session(await app.token('alex', { claims }));
    expect(answer.json).toMatchObject({ user: { isAdmin } });
  });

  it('keeps everything under /api/admin/ from others, unknown paths too', async () => {
    for (const path of ['/api/admin/integration', '/api/admin/nowhere', '/api/admin', '/api/admin/proof-runs'])
      expectProblem(await app.call(path, { token: good }), 403, 'admin_required');
    const admin = await app.token('robin');
    expectProblem(await app.call('/api/admin/nowhere', { token: admin }), 404, 'not_found');
    expect((await app.call('/api/admin/integration', { token: admin })).json).toMatchObject({ state: 'enabled' });
    expectProblem(
      await app.call('/api/admin/integration', { token: admin, method: 'PATCH' }),
      405,
      'method_not_allowed',
    );
  });
});

describe('tenants', () => {
  let strict: RunningApp;
  beforeAll(async () => {
    strict = await startApp({ env: { ENTRA_TENANTS: TENANT } });
  });
  afterAll(() => strict.close());

  it('A22 refuses a valid token of a tenant that is not on the list, and exchanges nothing', async () => {
    const token = await strict.token();
    const body = { host: 'teams', device: 'web' };
    expectProblem(await strict.call('/api/session', { token, body }), 403, 'tenant_not_allowed');
    expectProblem(await strict.call('/graph/v1.0/me', { token }), 403, 'tenant_not_allowed');
    expect(strict.sent).toEqual(['GET /common/discovery/v2.0/keys']);
    const forged = await strict.token('alex', { key: 'foreign' });
    expectProblem(await strict.call('/api/session', { token: forged, body }), 401, 'invalid_token');
  });
});

describe('version 1 tokens', () => {
  let first: RunningApp;
  beforeAll(async () => {
    first = await startApp({ env: { ENTRA_TOKEN_VERSION: '1' } });
  });
  afterAll(() => first.close());

  it('A24 are taken where they are configured, and version 2 is not', async () => {
    const tid = first.emulator.tenants[0]?.id ?? '';
    const claims = { ver: '1.0', iss: `https://sts.windows.net/${tid}/`, aud: `api://localhost:3000/${CLIENT_ID}` };
    const body = { host: 'teams', device: 'web' };
    expect((await first.call('/api/session', { token: await first.token('alex', { claims }), body })).status).toBe(200);
    expectProblem(await first.call('/api/session', { token: await first.token(), body }), 401, 'invalid_token');
    expect(first.sent).toEqual(['GET /common/discovery/keys']);
  });
});
