import { Failure } from '../../src/domain/failure.ts';
import { createGraph } from '../../src/graph/create-graph.ts';
import type { GraphCall } from '../../src/graph/graph.ts';
import { fakeClock, json, scriptedFetch } from '../support/scripted-fetch.ts';

const calls: readonly GraphCall[] = [
  { method: 'GET', path: '/me' },
  { method: 'GET', path: '/me/calendars' },
];

function setUp(...script: Parameters<typeof scriptedFetch>) {
  const world = scriptedFetch(...script);
  const clock = fakeClock();
  const getToken = (): Promise<string> => Promise.resolve('t');
  return { ...world, clock, graph: createGraph({ base: 'http://graph.test', fetch: world.fetch, clock, getToken }) };
}
const item = (id: string, status: number, body: unknown, headers: Record<string, string> = {}) => ({
  ...{ id, status, body, headers },
});
const error = { error: { code: 'x', message: 'm' } };

describe('batch', () => {
  it('gives each item its answer, whatever the order they come in', async () => {
    const { graph } = setUp(json({ responses: [item('2', 200, { b: 2 }), item('1', 200, { a: 1 })] }));
    const { items } = await graph.batch(calls);
    expect(items.map((one) => (one instanceof Failure ? one.code : one.body))).toEqual([{ a: 1 }, { b: 2 }]);
  });

  it('fails one item alone', async () => {
    const { graph } = setUp(json({ responses: [item('1', 403, error), item('2', 200, {})] }));
    const { items } = await graph.batch(calls);
    expect(items[0]).toMatchObject({ code: 'access_denied' });
    expect(items[1]).toMatchObject({ status: 200 });
  });

  it.each(['Retry-After', 'retry-after', 'RETRY-AFTER'])(
    'D01 waits for a throttled item as its %s says',
    async (name) => {
      const { graph, clock, asked } = setUp(
        json({ responses: [item('1', 429, error, { [name]: '3' }), item('2', 200, {})] }),
        json({ responses: [item('1', 200, { id: 'me' })] }),
      );
      const { items } = await graph.batch(calls);
      expect(clock.slept).toEqual([3000]);
      expect(items[0]).toMatchObject({ body: { id: 'me' } });
      expect(JSON.parse(asked[1]?.body ?? '')).toEqual({ requests: [{ id: '1', method: 'GET', url: '/me' }] });
    },
  );

  it('D01 gives a throttled item up after three tries and tells how long to wait', async () => {
    const throttled = (): Response => json({ responses: [item('1', 429, error, { 'Retry-After': '1' })] });
    const { graph, asked } = setUp(throttled(), throttled(), throttled());
    const { items } = await graph.batch(calls.slice(0, 1));
    expect(items[0]).toMatchObject({ code: 'throttled', details: { retryAfterMs: 1000 } });
    expect(asked).toHaveLength(3);
  });

  it('D03 sends a challenged item alone, so that it gets the better token', async () => {
    const { graph, asked } = setUp(
      json({ responses: [item('1', 401, error), item('2', 200, {})] }),
      json({ id: 'me' }),
    );
    const { items } = await graph.batch(calls);
    expect(asked[1]?.url).toBe('http://graph.test/v1.0/me');
    expect(items[0]).toMatchObject({ body: { id: 'me' } });
  });

  it('D15 names an item that was never answered', async () => {
    const { graph } = setUp(json({ responses: [item('1', 200, {})] }));
    expect((await graph.batch(calls)).items[1]).toMatchObject({ code: 'bad_response' });
  });

  it('D15 fails as a whole where there are no responses', async () => {
    const { graph } = setUp(json({ value: [] }));
    await expect(graph.batch(calls)).rejects.toMatchObject({ code: 'bad_response', details: { path: 'responses' } });
  });
});
