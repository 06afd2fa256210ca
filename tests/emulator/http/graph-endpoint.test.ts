/** Graph over HTTP: its door, its CORS, ordered faults. */
import {
  JSON_HEADERS,
  openEmulator,
  TEST_APP,
  type Answer,
  type EmulatorClient,
} from '../../support/emulator-client.ts';

let client: EmulatorClient;
beforeAll(async () => {
  client = await openEmulator();
});
afterAll(() => client.emulator.close());
beforeEach(() => client.emulator.reset());

describe("Graph's door", () => {
  it.each<[string, Record<string, unknown>]>([
    ['a token for our API', { audience: 'app' }],
    ['an expired token', { claims: { exp: 1 } }],
    ['a token signed by a stranger', { key: 'foreign' }],
    ['a token signed by a retired key', { key: 'retired' }],
    ['an unsigned token', { header: { alg: 'none' } }],
    ['a token for another service', { claims: { aud: 'https://graph.windows.net' } }],
    ['a token of nobody', { claims: { oid: TEST_APP.clientId } }],
  ])("refuses %s in Graph's way [E3]", async (_name, order) => {
    const answer = await client.send('GET', '/v1.0/me', undefined, {
      authorization: `Bearer ${await client.tokenFor(order)}`,
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm=""/);
    expect(answer.body).toMatchObject({
      error: {
        code: 'InvalidAuthenticationToken',
        message: expect.any(String),
        innerError: { 'request-id': expect.any(String) },
      },
    });
  });

  it('refuses a call without token [E3]', async () => {
    expect((await client.send('GET', '/v1.0/me')).body).toMatchObject({ error: { message: 'Access token is empty.' } });
  });

  it('takes a token for https://graph.microsoft.com too [E3]', async () => {
    const authorization = `Bearer ${await client.tokenFor({ claims: { aud: 'https://graph.microsoft.com' } })}`;
    expect((await client.send('GET', '/v1.0/me', undefined, { authorization })).status).toBe(200);
  });

  it.each(['/beta/me', '/v2.0/me'])('knows no version but v1.0: %s [E3]', async (path) => {
    const answer = await client.send('GET', path, undefined, await client.asAlex());
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      error: { code: 'BadRequest', message: expect.stringContaining('Invalid version') },
    });
  });

  it.each<[string, string, Record<string, string>]>([
    ['broken JSON', '{', JSON_HEADERS],
    ['a name twice', '{"subject":"a","subject":"b"}', JSON_HEADERS],
    ['JSON that does not say so', '{"subject":"a"}', { 'content-type': 'text/plain' }],
  ])('refuses %s [E3]', async (_name, body, headers) => {
    const answer = await client.send('POST', '/v1.0/me/events', body, await client.asAlex(headers));
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      error: { code: 'BadRequest', message: expect.stringContaining('Unable to read JSON') },
    });
  });

  it('answers a preflight for what clients of Graph send, without a token, for long [E2]', async () => {
    const answer = await client.send('OPTIONS', '/v1.0/me', undefined, { origin: 'http://localhost:3999' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const allowed = (answer.headers.get('access-control-allow-headers') ?? '').toLowerCase().split(', ');
    expect(allowed).toEqual(
      expect.arrayContaining([
        ...['authorization', 'content-type', 'prefer', 'if-match', 'consistencylevel', 'client-request-id'],
        ...['sdkversion', 'retry-attempt'],
      ]),
    );
    expect(allowed).not.toContain('office-shifts-client');
    expect(Number(answer.headers.get('access-control-max-age'))).toBeGreaterThan(3600);
  });

  it('hides Retry-After from browsers unless told otherwise [E2]', async () => {
    const exposed = async (): Promise<string> =>
      (await client.send('GET', '/v1.0/me')).headers.get('access-control-expose-headers') ?? '';
    expect(await exposed()).toMatch(/ETag.*request-id/);
    expect(await exposed()).not.toContain('Retry-After');
    await client.control('reset', { exposeRetryAfter: true });
    expect(await exposed()).toContain('Retry-After');
  });

  it('gives each answer ids and a date [E3]', async () => {
    const answer = await client.send(
      'GET',
      '/v1.0/me',
      undefined,
      await client.asAlex({ 'client-request-id': 'mine' }),
    );
    expect(answer.headers.get('client-request-id')).toBe('mine');
    expect(answer.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(Math.abs(Date.parse(answer.headers.get('date') ?? '') - Date.now())).toBeLessThan(5000);
  });

  it('is as slow as told [E2]', async () => {
    await client.control('reset', { latencyMs: 150 });
    const headers = await client.asAlex();
    const begun = performance.now();
    await client.send('GET', '/v1.0/me', undefined, headers);
    expect(performance.now() - begun).toBeGreaterThan(140);
  });
});

describe('POST /emulator/faults', () => {
  const order = (
    answer: Record<string, unknown>,
    match: Record<string, unknown> = { path: '/v1.0/me' },
    times = 1,
  ): Promise<Answer> => client.control('faults', [{ match, answer, times }]);

  it('answers instead of Graph as often as told, readable by browsers, then no more [E2]', async () => {
    await order({ status: 429, headers: { 'Retry-After': '2.128' } }, { path: '/v1.0/me' }, 2);
    const headers = await client.asAlex();
    for (const status of [429, 429, 200]) {
      const answer = await client.send('GET', '/v1.0/me', undefined, headers);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('retry-after')).toBe(status === 429 ? '2.128' : null);
    }
  });

  it('answers what is no JSON as it is [E2]', async () => {
    await order({ status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Sorry' });
    const answer = await client.send('GET', '/v1.0/me', undefined, await client.asAlex());
    expect([answer.text, answer.headers.get('content-type')]).toEqual(['<h1>Sorry', 'text/html']);
  });

  it('names the request in the error as in the head, for a lone call and inside $batch [E2] [E3]', async () => {
    await order({ status: 429 }, { path: '/v1.0/me' }, 2);
    const headers = await client.asAlex({ ...JSON_HEADERS, 'client-request-id': 'mine' });
    const lone = await client.send('GET', '/v1.0/me', undefined, headers);
    const requests = [{ id: '1', method: 'GET', url: '/me' }];
    const { body } = await client.send('POST', '/v1.0/$batch', { requests }, headers);
    const [inner] = body['responses'] as { headers: Record<string, string>; body: typeof lone.body }[];
    expect(lone.body).toMatchObject({
      error: { innerError: { 'request-id': lone.headers.get('request-id'), 'client-request-id': 'mine' } },
    });
    expect(inner?.headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(inner?.body).toMatchObject({ error: { innerError: { 'request-id': inner?.headers['request-id'] } } });
  });

  it('strikes one call inside $batch [E2]', async () => {
    await order({ status: 503 }, { method: 'GET', path: '/v1.0/me/calendars' });
    const requests = [
      { id: '1', method: 'GET', url: '/me' },
      { id: '2', method: 'GET', url: '/me/calendars' },
    ];
    const { body } = await client.send('POST', '/v1.0/$batch', { requests }, await client.asAlex(JSON_HEADERS));
    const statuses = (body['responses'] as { id: string; status: number }[]).map(({ id, status }) => [id, status]);
    expect(Object.fromEntries(statuses)).toEqual({ '1': 200, '2': 503 });
  });

  it('waits, hangs and cuts [E2]', async () => {
    const headers = await client.asAlex();
    await order({ status: 500, delayMs: 120 });
    const begun = performance.now();
    await client.send('GET', '/v1.0/me', undefined, headers);
    expect(performance.now() - begun).toBeGreaterThan(110);
    await order({ cut: true });
    await expect(client.send('GET', '/v1.0/me', undefined, headers)).rejects.toThrow('fetch failed');
    await order({ hang: true });
    const never = fetch(`${client.emulator.url}/v1.0/me`, { headers, signal: AbortSignal.timeout(200) });
    await expect(never).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('carries a write out and loses its answer [E2]', async () => {
    await order({ cut: true, carriedOut: true }, { method: 'POST', path: '/v1.0/me/events' });
    const event = {
      subject: 'Lost and found',
      start: { dateTime: '2026-12-01T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-12-01T10:00:00', timeZone: 'UTC' },
    };
    const headers = await client.asAlex(JSON_HEADERS);
    await expect(client.send('POST', '/v1.0/me/events', event, headers)).rejects.toThrow('fetch failed');
    const { body: me } = await client.send('GET', '/v1.0/me', undefined, headers);
    const { body } = await client.control(`mailboxes/${String(me['mail'])}/events`, undefined, 'GET');
    expect(body['value']).toEqual(expect.arrayContaining([expect.objectContaining({ subject: 'Lost and found' })]));
  });

  it('tells what was not used up, and forgets all when asked [E2]', async () => {
    await order({ status: 500 }, { path: '/v1.0/me' }, 3);
    await client.send('GET', '/v1.0/me', undefined, await client.asAlex());
    expect((await client.control('faults', undefined, 'GET')).body['value']).toMatchObject([{ times: 2 }]);
    expect((await client.control('faults', undefined, 'DELETE')).status).toBe(204);
    expect((await client.send('GET', '/v1.0/me', undefined, await client.asAlex())).status).toBe(200);
  });
});
