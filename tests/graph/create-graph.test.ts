import type { Failure } from '../../src/domain/failure.ts';
import { createGraph } from '../../src/graph/create-graph.ts';
import type { TokenNeed } from '../../src/graph/graph.ts';
import { fakeClock, graphError, json, scriptedFetch } from '../support/scripted-fetch.ts';

const ID = '5f0c2f0e-95a0-4a52-8f2f-3f2a4f0f9b11';
const failureOf = (task: Promise<unknown>): Promise<Failure> =>
  task.then(
    () => Promise.reject(new Error('did not fail')),
    (error: unknown) => error as Failure,
  );

function setUp(
  script: Parameters<typeof scriptedFetch>,
  more: { base?: string; client?: string; tryMs?: number } = {},
) {
  const world = scriptedFetch(...script);
  const clock = fakeClock();
  const needs: TokenNeed[] = [];
  const closed = new AbortController();
  const graph = createGraph({
    base: 'http://graph.test',
    fetch: world.fetch,
    clock,
    closed: closed.signal,
    getToken: (need) => {
      needs.push(need);
      return Promise.resolve(`token-${needs.length}`);
    },
    ...more,
  });
  return { ...world, clock, needs, graph, closed };
}

describe('createGraph', () => {
  it('sends what is meant for Graph to the base given, with the token', async () => {
    const { graph, asked } = setUp([json({ id: 'me' })]);
    const answer = await graph.send({ method: 'GET', path: '/me?$select=id' });
    expect(answer.body).toEqual({ id: 'me' });
    expect(asked[0]?.url).toBe('http://graph.test/v1.0/me?$select=id');
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer token-1');
    expect(asked[0]?.headers.has('office-shifts-client')).toBe(false);
  });

  it('tells the relay which client asks', async () => {
    const { graph, asked } = setUp([json({})], { base: 'http://app.test/graph', client: 'teams/web' });
    await graph.send({ method: 'GET', path: '/me' });
    expect(asked[0]?.url).toBe('http://app.test/graph/v1.0/me');
    expect(asked[0]?.headers.get('office-shifts-client')).toBe('teams/web');
  });

  it('follows a nextLink of Graph on its own base', async () => {
    const { graph, asked } = setUp([json({ value: [] })]);
    await graph.send({ method: 'GET', path: 'https://graph.microsoft.com/v1.0/me/calendarView?$skiptoken=a%20b' });
    expect(asked[0]?.url).toBe('http://graph.test/v1.0/me/calendarView?$skiptoken=a%20b');
  });

  it.each([
    'https://evil.example/v1.0/me',
    'https://graph.microsoft.com.evil.example/v1.0/me',
    'https://graph.microsoft.com@evil.example/v1.0/me',
    'https://user:secret@graph.microsoft.com/v1.0/me',
    'https://graph.microsoft.com/beta/me',
    'https://graph.microsoft.com:8443/v1.0/me',
  ])('never follows a link to another host or version: %s', async (path) => {
    const { graph, asked } = setUp([]);
    expect((await failureOf(graph.send({ method: 'GET', path }))).code).toBe('bad_response');
    expect(asked).toEqual([]);
  });

  describe('D01 Retry-After', () => {
    it.each([
      ['2', 2000],
      ['2.128', 2128],
      ['0', 0],
    ])('waits exactly as long as %s says', async (value, ms) => {
      const { graph, clock } = setUp([graphError(429, 'TooManyRequests', { 'Retry-After': value }), json({})]);
      await graph.send({ method: 'GET', path: '/me' });
      expect(clock.slept).toEqual([ms]);
    });

    it('waits until an HTTP date, counted on the clock of the server that names it', async () => {
      const headers = { 'Retry-After': 'Mon, 23 Nov 2026 12:00:03 GMT', Date: 'Mon, 23 Nov 2026 12:00:00 GMT' };
      const { graph, clock } = setUp([graphError(429, 'TooManyRequests', headers), json({})]);
      await graph.send({ method: 'GET', path: '/me' });
      expect(clock.slept).toEqual([3000]);
    });

    it.each([['-1'], ['x'], [undefined]])('backs off with jitter when it says %s', async (value) => {
      const headers: Record<string, string> = value === undefined ? {} : { 'Retry-After': value };
      const { graph, clock } = setUp([graphError(429, 'TooManyRequests', headers), json({})]);
      await graph.send({ method: 'GET', path: '/me' });
      expect(clock.slept).toEqual([500]);
    });

    it('asks nothing earlier than 600 s, and tells how long it would be', async () => {
      const { graph, asked, clock } = setUp([graphError(429, 'TooManyRequests', { 'Retry-After': '600' })]);
      const failure = await failureOf(graph.send({ method: 'GET', path: '/me' }));
      expect(failure.code).toBe('throttled');
      expect(failure.details.retryAfterMs).toBe(600_000);
      expect(asked).toHaveLength(1);
      expect(clock.slept).toEqual([]);
    });

    it('tries three times at most', async () => {
      const throttled = (): Response => graphError(429, 'TooManyRequests', { 'Retry-After': '1' });
      const { graph, asked } = setUp([throttled(), throttled(), throttled()]);
      expect((await failureOf(graph.send({ method: 'GET', path: '/me' }))).code).toBe('throttled');
      expect(asked).toHaveLength(3);
    });

    it('gives up at its deadline of 20 s', async () => {
      const throttled = (): Response => graphError(429, 'TooManyRequests', { 'Retry-After': '15' });
      const { graph, asked, clock } = setUp([throttled(), throttled()]);
      expect((await failureOf(graph.send({ method: 'GET', path: '/me' }))).code).toBe('throttled');
      expect(asked).toHaveLength(2);
      expect(clock.slept).toEqual([15_000]);
    });
  });

  it.each([500, 502, 503, 504, 408])('D02 asks again after %d, with growing jitter', async (status) => {
    const { graph, clock } = setUp([graphError(status, 'x'), graphError(status, 'x'), json({})]);
    await graph.send({ method: 'GET', path: '/me' });
    expect(clock.slept).toEqual([500, 1000]);
  });

  it('D02 asks again after a dropped connection, and then says that there is none', async () => {
    const dropped = new TypeError('fetch failed');
    const { graph, asked } = setUp([dropped, dropped, dropped]);
    expect((await failureOf(graph.send({ method: 'GET', path: '/me' }))).code).toBe('offline');
    expect(asked).toHaveLength(3);
  });

  it('E04 repeats a POST under its transactionId, byte for byte', async () => {
    const { graph, asked } = setUp([graphError(503, 'x'), json({ id: 'e' }, 201)]);
    await graph.send({ method: 'POST', path: '/me/events', body: { subject: 's', transactionId: ID } });
    expect(asked[1]?.body).toBe(asked[0]?.body);
  });

  it('never repeats a POST that has no key', async () => {
    const { graph, asked } = setUp([graphError(503, 'x')]);
    const failure = await failureOf(graph.send({ method: 'POST', path: '/me/events/e/cancel', body: {} }));
    expect(failure.code).toBe('upstream_unavailable');
    expect(asked).toHaveLength(1);
  });

  it('D03 answers a claims challenge with one token for those claims', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    const challenge = `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`;
    const refused = (): Response => graphError(401, 'InvalidAuthenticationToken', { 'WWW-Authenticate': challenge });
    const { graph, needs, asked } = setUp([refused(), json({})]);
    await graph.send({ method: 'GET', path: '/me' });
    expect(needs).toEqual([{}, { claims }]);
    expect(asked[1]?.headers.get('authorization')).toBe('Bearer token-2');
  });

  it('B09 reads the claims out of our relay’s problem, once only', async () => {
    const problem = { code: 'interaction_required', title: 't', requestId: 'r', claims: '{"a":1}' };
    const { graph, needs } = setUp([json(problem, 401), json(problem, 401)]);
    const failure = await failureOf(graph.send({ method: 'GET', path: '/me' }));
    expect(needs).toEqual([{}, { claims: '{"a":1}' }]);
    expect(failure.code).toBe('interaction_required');
    expect(failure.details.claims).toBe('{"a":1}');
  });

  it('A34 answers a plain 401 with one fresh token', async () => {
    const expired = json({ code: 'token_expired', title: 't', requestId: 'r' }, 401);
    const { graph, needs } = setUp([expired, json({})]);
    await graph.send({ method: 'GET', path: '/me' });
    expect(needs).toEqual([{}, { fresh: true }]);
  });

  it('D05 keeps at most four requests in flight', async () => {
    let running = 0;
    let most = 0;
    const slow = async (): Promise<Response> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return json({});
    };
    const { graph } = setUp(Array.from({ length: 12 }, () => slow) as [typeof slow]);
    await Promise.all(Array.from({ length: 12 }, () => graph.send({ method: 'GET', path: '/me' })));
    expect(most).toBe(4);
  });

  it('D14 gives each try its own timeout', async () => {
    const hang = (_asked: unknown, signal: AbortSignal | undefined): Promise<Response> =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      );
    const { graph, asked } = setUp([hang, hang, hang], { tryMs: 5 });
    expect((await failureOf(graph.send({ method: 'GET', path: '/me' }))).code).toBe('timeout');
    expect(asked).toHaveLength(3);
  });

  it('D14 counts a body that stalls as no answer', async () => {
    const stalled = (_asked: unknown, signal: AbortSignal | undefined): Response =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{'));
            signal?.addEventListener('abort', () => controller.error(new DOMException('', 'AbortError')));
          },
        }),
      );
    const { graph } = setUp([stalled, stalled, stalled], { tryMs: 5 });
    expect((await failureOf(graph.send({ method: 'GET', path: '/me' }))).code).toBe('timeout');
  });

  it.each([
    ['HTML', new Response('<html>', { headers: { 'Content-Type': 'text/html' } })],
    ['half a JSON', new Response('{"value":[')],
  ])('D15 refuses %s under 200', async (_name, response) => {
    const { graph } = setUp([response]);
    expect((await failureOf(graph.send({ method: 'GET', path: '/me' }))).code).toBe('bad_response');
  });

  it('D15 stops reading beyond 20 MB', async () => {
    const { graph } = setUp([new Response(new Uint8Array(20 * 1024 * 1024 + 1))]);
    expect((await failureOf(graph.send({ method: 'GET', path: '/me' }))).code).toBe('bad_response');
  });

  it.each([
    [403, 'ErrorAccessDenied', 'access_denied'],
    [404, 'MailboxNotEnabledForRESTAPI', 'mailbox_missing'],
    [403, 'MailboxNotEnabledForRESTAPI', 'mailbox_missing'],
    [404, 'ErrorMailboxNotFound', 'mailbox_missing'],
    [400, 'ErrorMailboxDataArrayTooBig', 'bad_request'],
    [404, 'ErrorItemNotFound', 'gone'],
    [410, 'x', 'gone'],
    [412, 'ErrorIrresolvableConflict', 'conflict'],
    [409, 'x', 'conflict'],
    [418, 'x', 'bad_response'],
  ] as const)('E21 names %d %s as %s', async (status, code, expected) => {
    const { graph } = setUp([graphError(status, code)]);
    expect((await failureOf(graph.send({ method: 'GET', path: '/me' }))).code).toBe(expected);
  });

  it('keeps Graph’s request id, in either spelling of the inner error', async () => {
    const error = { code: 'x', message: 'm', innererror: { 'request-id': 'abc' } };
    const { graph } = setUp([json({ error }, 403)]);
    expect((await failureOf(graph.send({ method: 'GET', path: '/me' }))).details.requestId).toBe('abc');
  });

  it('B08 keeps the code and the scopes of our relay’s problem', async () => {
    const problem = { code: 'consent_required', title: 't', requestId: 'r', scopes: ['Place.Read.All'] };
    const { graph } = setUp([json(problem, 403)]);
    const failure = await failureOf(graph.send({ method: 'GET', path: '/me' }));
    expect(failure.code).toBe('consent_required');
    expect(failure.details.scopes).toEqual(['Place.Read.All']);
  });

  it('F06 sends nothing more once the page has forgotten everything', async () => {
    const { graph, asked, closed } = setUp([]);
    closed.abort();
    expect((await failureOf(graph.send({ method: 'GET', path: '/me' }))).code).toBe('cancelled');
    expect(asked).toEqual([]);
  });

  it('tells of waits and lost answers while it goes on', async () => {
    const { graph, clock } = setUp([
      graphError(429, 'x', { 'Retry-After': '2' }),
      new TypeError('fetch failed'),
      json({}),
    ]);
    const notes: unknown[] = [];
    const until = clock.now() + 2000;
    await graph.send({ method: 'GET', path: '/me' }, { onNote: (note) => notes.push(note) });
    expect(notes).toEqual([
      { kind: 'waiting', untilMs: until },
      { kind: 'again' },
      { kind: 'lost' },
      { kind: 'again' },
    ]);
  });
});
