import { expectProblem } from '../problem.ts';
import { startApp, type RunningApp } from '../running-app.ts';

let app: RunningApp;
const TOKEN_PATH = '/*/oauth2/v2.0/token';
const me = (token: string) => app.call('/graph/v1.0/me?$select=id', { token });
const exchanges = (): number => app.sent.filter((line) => line.endsWith('/oauth2/v2.0/token')).length;
const fault = (answer: Record<string, unknown>, times = 1, path = TOKEN_PATH) =>
  app.control('/faults', [{ match: { path }, answer: { status: 400, ...answer }, times }]);
const refusal = (code: number, more: Record<string, unknown> = {}) => ({
  status: 400,
  body: { error: 'invalid_grant', error_codes: [code], error_description: `AADSTS${code}: secret words.`, ...more },
});

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Cold again: no faults, nothing held of anybody, and what Entra asked us to wait is over. */
beforeEach(async () => {
  await app.control('/faults', undefined, 'DELETE');
  app.clock.offsetMs += 61_000;
  for (const person of ['alex', 'sam'])
    await app.call('/api/connection', { method: 'DELETE', token: await app.token(person) });
  app.sent.length = 0;
});

async function connected(person = 'alex'): Promise<string> {
  const token = await app.token(person);
  await app.connect(token);
  return token;
}

describe('the cache of Graph tokens', () => {
  it('B01 asks Entra once for 50 requests of one user at the same moment', async () => {
    const token = await connected();
    const answers = await Promise.all(Array.from({ length: 50 }, () => me(token)));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(exchanges()).toBe(1);
  });

  it('B03 serves the tokens of two hosts of one user from the same entry', async () => {
    const teams = await connected();
    const outlook = await app.token('alex', { claims: { azp: 'bc59ab01-8403-45c6-8796-ac3ef710b3e3' } });
    for (const token of [teams, outlook, teams, outlook]) expect((await me(token)).status).toBe(200);
    expect(exchanges()).toBe(1);
  });

  it('B05 does not answer a forged token from the cache', async () => {
    const token = await connected();
    await me(token);
    app.takeGraphCalls();
    expectProblem(await me(await app.token('alex', { key: 'foreign' })), 401, 'invalid_token');
    expectProblem(await me(`${token.slice(0, token.lastIndexOf('.'))}.AAAA`), 401, 'invalid_token');
    expect(app.takeGraphCalls()).toEqual([]);
    expect((await me(token)).status).toBe(200);
    expect(exchanges()).toBe(0);
  });

  it('B07 refreshes behind the caller in the last five minutes, once, and lives on while Entra is away', async () => {
    const token = await connected();
    await me(token);
    app.clock.offsetMs += 6 * 60_000;
    await fault({ status: 503 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => me(token)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(exchanges()).toBe(2);
    app.clock.offsetMs += 31_000;
    await me(token);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(exchanges()).toBe(3);
  });

  it('exchanges anew after ten minutes at most', async () => {
    const token = await connected();
    await me(token);
    app.clock.offsetMs += 10 * 60_000;
    await fault(refusal(65001));
    expectProblem(await me(token), 403, 'consent_required');
  });

  it('B19 gives no token away and nothing to store', async () => {
    const token = await connected();
    const answer = await me(token);
    expect(answer.text).not.toMatch(/refresh_token|id_token|access_token|eyJ/);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });
});

describe('what Entra refuses', () => {
  it.each([
    ['B08 missing consent, with suberror', refusal(65001, { suberror: 'consent_required' }), 403, 'consent_required'],
    ['B08 missing consent, without', refusal(65001), 403, 'consent_required'],
    ['A34 an assertion that expired on its way', refusal(500133), 401, 'token_expired'],
    ['B10 a disabled account', refusal(50057), 401, 'invalid_token'],
    ['B10 a changed password', refusal(50173), 401, 'interaction_required'],
    ['B10 the sign-in frequency', refusal(70043), 401, 'interaction_required'],
    ['B10 a device policy', refusal(53000), 401, 'interaction_required'],
    ['B10 an access policy', refusal(53003), 401, 'interaction_required'],
  ])('%s, and the next try asks again', async (_name, answer, status, code) => {
    const token = await connected();
    await fault(answer);
    const refused = await me(token);
    expectProblem(refused, status, code);
    expect(refused.text).not.toMatch(/AADSTS|secret words/);
    expect((await me(token)).status).toBe(200);
    expect(exchanges()).toBe(2);
  });

  it('B08 names the scopes whose consent is missing', async () => {
    const token = await connected();
    await fault(refusal(65001));
    expect((await me(token)).json['scopes']).toContain('Calendars.Read');
  });

  it('B09 hands on a claims challenge, in the body and for the header in base64', async () => {
    const token = await connected();
    const claims = '{"access_token":{"capolids":{"essential":true,"values":["x"]}}}';
    await fault(refusal(50076, { error: 'interaction_required', suberror: 'basic_action', claims }));
    const answer = await me(token);
    expectProblem(answer, 401, 'interaction_required');
    expect(answer.json['claims']).toBe(claims);
    expect(answer.headers['www-authenticate']).toBe(
      `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`,
    );
  });

  it.each([7000215, 7000222])('B11 the app’s own secret (%i): 503 and an alert, never a sign-in', async (code) => {
    const token = await connected();
    await fault({ ...refusal(code, { error: 'invalid_client' }), status: 401 });
    expectProblem(await me(token), 503, 'upstream_unavailable');
    expect(app.lines.some((line) => line.includes('"alert":true') && line.includes('entra_refuses_the_app'))).toBe(
      true,
    );
  });

  it('B17 ignores tenants, authorities and scopes that a caller names', async () => {
    const token = await connected();
    const headers = { 'x-tenant': 'evil', authority: 'https://evil.example', scope: 'Mail.Read' };
    expect((await app.call('/graph/v1.0/me?$select=id', { token, headers })).status).toBe(200);
    expectProblem(await app.call('/graph/v1.0/me?scope=Mail.Read', { token }), 403, 'not_allowed');
    const tenant = app.emulator.tenants[0]?.id ?? '';
    expect(app.sent.filter((line) => line.startsWith('POST'))).toEqual([`POST /${tenant}/oauth2/v2.0/token`]);
  });
});

describe('when Entra is away', () => {
  it.each([429, 503, 504])('B13 waits as long as its %i says, without asking again', async (status) => {
    const token = await connected();
    await fault({ status, headers: { 'Retry-After': '7' } });
    const first = await me(token);
    expectProblem(first, 503, 'upstream_unavailable');
    expect(first.headers['retry-after']).toBe('7');
    expectProblem(await me(token), 503, 'upstream_unavailable');
    expect(exchanges()).toBe(1);
    app.clock.offsetMs += 8_000;
    expect((await me(token)).status).toBe(200);
  });

  it('B13 serves users whose token is held, and other tenants, meanwhile', async () => {
    const warm = await connected();
    await me(warm);
    const cold = await connected('sam');
    await fault({ status: 503, headers: { 'Retry-After': '60' } });
    expectProblem(await me(cold), 503, 'upstream_unavailable');
    expect((await me(warm)).status).toBe(200);
  });

  it('one user’s 500 is not another’s', async () => {
    const [alex, sam] = [await connected(), await connected('sam')];
    await fault({ status: 500 });
    expectProblem(await me(alex), 503, 'upstream_unavailable');
    expect((await me(sam)).status).toBe(200);
  });

  it('B14 gives up within ten seconds when Entra never answers, after two tries, and warm users notice nothing', async () => {
    const warm = await connected();
    await me(warm);
    const cold = await connected('sam');
    await fault({ hang: true }, 2);
    const begun = Date.now();
    const pending = me(cold);
    expect((await me(warm)).status).toBe(200);
    expectProblem(await pending, 503, 'upstream_unavailable');
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(exchanges()).toBe(3);
  }, 20_000);

  it('B14 tries again once after a dropped connection', async () => {
    const token = await connected();
    await fault({ cut: true });
    expect((await me(token)).status).toBe(200);
    expect(exchanges()).toBe(2);
  });

  it('B16 follows no redirect', async () => {
    const token = await connected();
    await fault({ status: 307, headers: { Location: `${app.emulator.url}/elsewhere` }, body: {} });
    expectProblem(await me(token), 503, 'upstream_unavailable');
    expect(app.sent.some((line) => line.includes('elsewhere'))).toBe(false);
  });
});

describe('when Graph refuses the token', () => {
  it('D03 exchanges anew once after a plain 401', async () => {
    const token = await connected();
    await me(token);
    await fault({ status: 401 }, 1, '/v1.0/me');
    expect((await me(token)).status).toBe(200);
    expect(exchanges()).toBe(2);
  });

  it('D03 passes on a second 401 without going on for ever', async () => {
    const token = await connected();
    await fault({ status: 401 }, 5, '/v1.0/me');
    const answer = await me(token);
    expect(answer.status).toBe(401);
    expect(exchanges()).toBe(2);
  });

  it('B09 hands on the claims that Graph asks for, and forgets the token', async () => {
    const token = await connected();
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    const challenge = `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
    await fault({ status: 401, headers: { 'WWW-Authenticate': challenge } }, 1, '/v1.0/me');
    const answer = await me(token);
    expectProblem(answer, 401, 'interaction_required');
    expect(answer.json['claims']).toBe(claims);
    expect((await me(token)).status).toBe(200);
    expect(exchanges()).toBe(2);
  });
});

describe('scopes', () => {
  it('E22 says which consent is missing for a call, and sees it given at the next try', async () => {
    const token = await connected();
    const room = '/graph/v1.0/places/microsoft.graph.room?$top=1';
    await app.control('/consents', { person: 'alex', scopes: ['Place.Read.All'], granted: false });
    const refused = await app.call(room, { token });
    expectProblem(refused, 403, 'consent_required');
    expect(refused.json['scopes']).toEqual(['Place.Read.All']);
    await app.control('/consents', { person: 'alex', scopes: ['Place.Read.All'], granted: true });
    expect((await app.call(room, { token })).status).toBe(200);
  });
});
