/** Control calls over HTTP, as outside checks make them. */
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';

import { openEmulator, TEST_APP, type Answer, type EmulatorClient } from '../../support/emulator-client.ts';

const CODES: Readonly<Record<number, string>> = { 400: 'bad_request', 404: 'not_found', 405: 'method_not_allowed' };

let client: EmulatorClient;
beforeAll(async () => {
  client = await openEmulator();
});
afterAll(() => client.emulator.close());

describe('POST /emulator/tokens', () => {
  it.each(['alex', 'sam', 'robin', 'kim', 'jo'])('mints both kinds for %s', async (person) => {
    const keySet = createRemoteJWKSet(new URL(`${client.emulator.url}/common/discovery/v2.0/keys`));
    const own = await jwtVerify(await client.tokenFor({ person, audience: 'app' }), keySet, {
      audience: TEST_APP.clientId,
    });
    const graph = await jwtVerify(await client.tokenFor({ person }), keySet);
    expect(own.payload).toMatchObject({ scp: 'access_as_user', ver: '2.0', oid: graph.payload['oid'] });
    expect(graph.payload['scp']).toContain('Place.Read.All');
  });

  it("makes robin an administrator and nobody else, and puts jo into a tenant of jo's own [F9]", async () => {
    const claims = async (person: string): Promise<Record<string, unknown>> =>
      decodeJwt(await client.tokenFor({ person, audience: 'app' }));
    expect((await claims('robin'))['roles']).toContain('Integration.Admin');
    expect((await claims('alex'))['roles'] ?? []).not.toContain('Integration.Admin');
    expect((await claims('alex'))['tid']).toBe((await claims('kim'))['tid']);
    expect((await claims('jo'))['tid']).not.toBe((await claims('alex'))['tid']);
  });

  it('signs claims unchecked, leaves out what is null, and takes any header', async () => {
    const token = await client.tokenFor({
      claims: { exp: 'never', oid: null, extra: { deep: [1] } },
      header: { crit: ['x'], kid: 'k' },
    });
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', crit: ['x'], kid: 'k' });
    const claims: Record<string, unknown> = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ exp: 'never', extra: { deep: [1] } });
    expect(claims).not.toHaveProperty('oid');
  });

  it.each(['none', 'None', 'nOnE'])('leaves the signature of alg %s empty [F2]', async (alg) => {
    const token = await client.tokenFor({ header: { alg } });
    expect(token.split('.')).toEqual([expect.any(String), expect.any(String), '']);
  });

  it('signs with a key that is no longer listed, or with a stranger under our name [F2]', async () => {
    const listed = ((await client.send('GET', '/common/discovery/v2.0/keys')).body['keys'] as { kid: string }[]).map(
      (key) => key.kid,
    );
    expect(listed).not.toContain(decodeProtectedHeader(await client.tokenFor({ key: 'retired' })).kid);
    expect(decodeProtectedHeader(await client.tokenFor({ key: 'foreign' })).kid).toBe(listed[0]);
    expect(decodeProtectedHeader(await client.tokenFor({ key: 'current' })).kid).toBe(listed[0]);
  });

  it('keeps keys over a reset', async () => {
    const before = (await client.send('GET', '/common/discovery/v2.0/keys')).text;
    await client.control('reset', {});
    expect((await client.send('GET', '/common/discovery/v2.0/keys')).text).toBe(before);
  });

  it('keeps tokens over a reset: Entra still exchanges one that was minted before', async () => {
    const assertion = await client.tokenFor({ person: 'alex', audience: 'app' });
    await client.control('reset', {});
    const form = {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      client_id: TEST_APP.clientId,
      client_secret: String(TEST_APP.secret),
      scope: 'https://graph.microsoft.com/.default',
      assertion,
    };
    const answer = await fetch(`${client.emulator.url}/${String(decodeJwt(assertion)['tid'])}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    });
    expect(await answer.json()).toMatchObject({ token_type: 'Bearer' });
    expect(answer.status).toBe(200);
  });

  it('knows a retired key after rotations as one that was listed', async () => {
    const kid = decodeProtectedHeader(await client.tokenFor({})).kid;
    await client.control('keys/rotate');
    await client.control('keys/rotate');
    expect(decodeProtectedHeader(await client.tokenFor({ key: 'retired' })).kid).toBe(kid);
  });
});

describe('control calls', () => {
  it.each<[string, string, string, unknown, number]>([
    ['no JSON', 'POST', 'reset', '{', 400],
    ['a name twice', 'POST', 'reset', '{"latencyMs":1,"latencyMs":2}', 400],
    ['a list where an object belongs', 'POST', 'reset', [], 400],
    ['an unknown member', 'POST', 'reset', { latency: 5 }, 400],
    ['an unknown seed', 'POST', 'reset', { seed: '../small' }, 400],
    ['a day that is none', 'POST', 'reset', { now: '2026-02-30T08:00:00Z' }, 400],
    ['a time after the last of Exchange', 'POST', 'reset', { now: '9999-12-31T23:59:59Z' }, 400],
    ['a time before the first of Exchange', 'POST', 'reset', { now: '0001-01-01T00:00:00Z' }, 400],
    ['a time without offset', 'POST', 'reset', { now: '2026-03-02T08:00:00' }, 400],
    ['a negative latency', 'POST', 'reset', { latencyMs: -1 }, 400],
    ['half a person', 'POST', 'reset', { people: 1.5 }, 400],
    ['an audience nobody has', 'POST', 'tokens', { person: 'alex', audience: 'bank' }, 400],
    ['no person', 'POST', 'tokens', { audience: 'app' }, 400],
    ['a person nobody knows', 'POST', 'tokens', { person: 'nobody', audience: 'app' }, 404],
    ['claims that are a list', 'POST', 'tokens', { person: 'alex', audience: 'app', claims: [] }, 400],
    ['scopes that are a text', 'POST', 'consents', { person: 'alex', scopes: 'User.Read', granted: true }, 400],
    ['a consent neither given nor taken', 'POST', 'consents', { person: 'alex', scopes: ['User.Read'] }, 400],
    ['a lone fault', 'POST', 'faults', { match: { path: '/v1.0/me' }, answer: { status: 500 } }, 400],
    ['a fault without path', 'POST', 'faults', [{ match: {}, answer: { status: 500 } }], 400],
    ['a fault without answer', 'POST', 'faults', [{ match: { path: '/v1.0/me' }, times: 1 }], 400],
    ['a fault of status 99', 'POST', 'faults', [{ match: { path: '/v1.0/me' }, answer: { status: 99 } }], 400],
    ['a fault for no use', 'POST', 'faults', [{ match: { path: '/v1.0/me' }, answer: { status: 500 }, times: 0 }], 400],
    [
      'a header that would split the answer',
      'POST',
      'faults',
      [{ match: { path: '/v1.0/me' }, answer: { status: 500, headers: { a: 'b\r\nc: d' } } }],
      400,
    ],
    ['a step back in time', 'POST', 'clock', { advanceMs: -1 }, 400],
    ['no step at all', 'POST', 'clock', {}, 400],
    ['a call that does not exist', 'POST', 'explode', {}, 404],
    ['another method', 'PUT', 'reset', {}, 405],
    ['a mailbox that does not exist', 'GET', 'mailboxes/nobody@nowhere.example/events', undefined, 404],
  ])('refuse %s', async (_name, method, path, body, status) => {
    const answer = await client.control(path, body, method);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status, title: expect.any(String), code: CODES[status] });
  });

  it('take a body whatever type it claims, and none at all for a reset', async () => {
    expect(
      (
        await client.send('POST', '/emulator/reset', '{"latencyMs":0}', {
          'content-type': 'application/x-www-form-urlencoded',
        })
      ).status,
    ).toBe(200);
    expect((await client.control('reset')).status).toBe(200);
  });

  it('moves mailboxes in time but no tokens', async () => {
    await client.control('reset', { now: '2027-05-05T05:00:00+02:00' });
    const { body } = await client.control('clock', { advanceMs: 60_000 });
    expect(Date.parse(String(body['now'])) - Date.parse('2027-05-05T03:01:00Z')).toBeLessThan(5000);
    const exp = decodeJwt(await client.tokenFor({})).exp ?? 0;
    expect(exp * 1000 - Date.now()).toBeLessThan(2 * 60 * 60_000);
    await client.control('reset', {});
    expect(
      Math.abs(Date.parse(String((await client.control('clock', undefined, 'GET')).body['now'])) - Date.now()),
    ).toBeLessThan(5000);
  });

  it('shows what a mailbox holds', async () => {
    const { body: me } = await client.send('GET', '/v1.0/me?$select=mail', undefined, await client.asAlex());
    const answer = await client.control(`mailboxes/${String(me['mail'])}/events`, undefined, 'GET');
    expect(answer.status).toBe(200);
    expect(answer.body['value']).toEqual(expect.arrayContaining([expect.objectContaining({ id: expect.any(String) })]));
  });
});

describe('POST /emulator/consents', () => {
  const exchange = async (scope: string): Promise<Answer> => {
    const assertion = await client.tokenFor({ audience: 'app' });
    const form = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      client_id: TEST_APP.clientId,
      client_secret: TEST_APP.secret,
      assertion,
      scope,
    });
    const tid = String(decodeJwt(assertion)['tid']);
    return client.send('POST', `/${tid}/oauth2/v2.0/token`, form.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  };

  it('has everything consented in the small seed, takes a scope away and gives it back [F3]', async () => {
    const all = 'https://graph.microsoft.com/.default';
    const place = 'https://graph.microsoft.com/Place.Read.All';
    expect((await exchange(all)).body['scope']).toContain(place);
    await client.control('consents', { person: 'alex', scopes: ['Place.Read.All'], granted: false });
    expect((await exchange(all)).body['scope']).not.toContain('Place.Read.All');
    expect((await exchange(place)).body).toMatchObject({ error: 'invalid_grant', suberror: 'consent_required' });
    await client.control('consents', { person: 'alex', scopes: [place], granted: true });
    expect((await exchange(place)).status).toBe(200);
  });

  it('counts token requests', async () => {
    await client.control('token-calls', undefined, 'DELETE');
    await exchange('User.Read');
    expect((await client.control('token-calls', undefined, 'GET')).body['value']).toEqual([
      expect.objectContaining({ grantType: expect.stringContaining('jwt-bearer'), status: 200 }),
    ]);
  });

  it("fails Entra's calls by order, with Entra's error [E2] [F3]", async () => {
    const path = '/*/oauth2/v2.0/token';
    await client.control('faults', [
      { match: { path }, answer: { status: 503, headers: { 'Retry-After': '7' } }, times: 1 },
    ]);
    const failed = await exchange('User.Read');
    expect(failed.status).toBe(503);
    expect(failed.headers.get('retry-after')).toBe('7');
    expect(failed.body).toMatchObject({ error: 'temporarily_unavailable' });
    expect((await exchange('User.Read')).status).toBe(200);
  });
});
