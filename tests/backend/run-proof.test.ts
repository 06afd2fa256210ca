import { runProof } from '../../src/backend/run-proof.ts';
import type { ProofEvent } from '../../src/domain/contract/proof.ts';
import { json, scriptedFetch } from '../support/scripted-fetch.ts';

const step = (name: string, state = 'passed', more = {}): string =>
  `data: ${JSON.stringify({ step: name, state, ms: 4, ...more })}\n\n`;

function stream(bytes: Uint8Array, size: number, end: 'close' | 'error' | 'open' = 'close'): Response {
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, at + size));
      else if (end === 'close') controller.close();
      else if (end === 'error') controller.error(new TypeError('network error'));
      else return new Promise<void>(() => {});
      at += size;
      return undefined;
    },
  });
  return new Response(body, { status: 200, headers: { 'Content-Type': 'text/event-stream' } });
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function setUp(...script: Parameters<typeof scriptedFetch>) {
  const world = scriptedFetch(...script);
  const needs: unknown[] = [];
  const events: ProofEvent[] = [];
  const getToken = (need: unknown): Promise<string> => {
    needs.push(need);
    return Promise.resolve(`token-${needs.length}`);
  };
  const setup = { baseUrl: 'http://app.test', getToken, fetch: world.fetch, client: 'teams/web' };
  const run = (more = {}): Promise<void> =>
    runProof(setup, { room: 'plain@contoso.example' }, { onEvent: (event) => void events.push(event), ...more });
  return { ...world, needs, events, run };
}

describe('runProof', () => {
  it.each([1, 2, 3, 7, 100_000])('hears every step when bytes come %i at a time', async (size) => {
    const remedy = 'Zustimmen – صحيح 🗝';
    const text = `: begun\n\n${step('registration')}${step('scope:Place.Read.All', 'failed', { remedy })}${step('proof', 'failed')}`;
    const { run, events } = setUp(stream(encode(text), size));
    await run();
    expect(events.map(({ step: name, state }) => `${name} ${state}`)).toEqual([
      'registration passed',
      'scope:Place.Read.All failed',
      'proof failed',
    ]);
    expect(events[1]?.remedy).toBe(remedy);
  });

  it('sends the room with the token, and one better token after a refusal', async () => {
    const refusal = json({ code: 'token_expired', title: 't', requestId: 'r' }, 401);
    const { run, asked, needs } = setUp(refusal, stream(encode(step('proof')), 9));
    await run();
    expect(asked.map(({ method, url, body }) => [method, url, body])).toEqual(
      Array(2).fill(['POST', 'http://app.test/api/admin/proof-runs', '{"room":"plain@contoso.example"}']),
    );
    expect(asked[1]?.headers.get('authorization')).toBe('Bearer token-2');
    expect(needs).toEqual([{}, { fresh: true }]);
  });

  it('says why a run was not begun', async () => {
    const { run } = setUp(json({ code: 'admin_required', title: 't', requestId: 'r-7' }, 403));
    await expect(run()).rejects.toMatchObject({ code: 'admin_required', details: { requestId: 'r-7' } });
  });

  it.each([
    ['breaks', 'error'],
    ['ends before the run did', 'close'],
  ] as const)('counts a connection that %s as lost, after what was heard', async (_name, end) => {
    const { run, events } = setUp(stream(encode(step('registration')), 5, end));
    await expect(run()).rejects.toMatchObject({ code: 'offline' });
    expect(events).toHaveLength(1);
  });

  it('counts a connection without a sign of life as lost', async () => {
    const { run } = setUp(
      (_asked, signal) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    await expect(run({ silenceMs: 20 })).rejects.toMatchObject({ code: 'timeout' });
  });

  it('stops listening when whoever listens leaves', async () => {
    const leaving = new AbortController();
    const { run } = setUp(
      (_asked, signal) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    const running = run({ signal: leaving.signal });
    setTimeout(() => leaving.abort(), 5);
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });

  it.each([
    ['no JSON', 'data: <html>\n\n'],
    ['a step that we do not know', step('party')],
  ])('refuses %s', async (_name, text) => {
    await expect(setUp(stream(encode(text), 50)).run()).rejects.toMatchObject({ code: 'bad_response' });
  });
});
