import { Failure } from '../../src/domain/failure.ts';
import type { BatchAnswer, Graph, GraphAnswer, GraphCall } from '../../src/graph/graph.ts';
import { joinCalls } from '../../src/graph/join-calls.ts';

const toAnswer = ({ path }: GraphCall): GraphAnswer => ({ status: 200, header: () => undefined, body: path });
const get = (path: string): GraphCall => ({ method: 'GET', path });

interface Told {
  readonly graph: Graph;
  readonly batches: (readonly string[])[];
  readonly alone: string[];
}

/** A graph that answers each call with its own path, and notes what arrived together. */
function tell(batch?: (calls: readonly GraphCall[]) => BatchAnswer): Told {
  const batches: (readonly string[])[] = [];
  const alone: string[] = [];
  const inner: Graph = {
    send: (call) => {
      alone.push(call.path);
      return Promise.resolve(toAnswer(call));
    },
    batch: async (calls) => {
      batches.push(calls.map(({ path }) => path));
      await Promise.resolve();
      return batch === undefined ? { items: calls.map(toAnswer) } : batch(calls);
    },
  };
  const graph = joinCalls(() => Promise.resolve(inner), { sleep: (ms) => new Promise((done) => setTimeout(done, ms)) });
  return { graph, batches, alone };
}

describe('joinCalls', () => {
  it('sends what is asked at the same moment as one batch, and answers each for itself', async () => {
    const { graph, batches } = tell();
    const [one, many] = await Promise.all([graph.send(get('/a')), graph.batch([get('/b'), get('/c')])]);
    expect([one.body, many.items.map((item) => (item instanceof Failure ? item.code : item.body))]).toEqual([
      '/a',
      ['/b', '/c'],
    ]);
    expect(batches).toEqual([['/a', '/b', '/c']]);
  });

  it('sends what is asked later apart', async () => {
    const { graph, batches } = tell();
    await graph.send(get('/a'));
    await graph.send(get('/b'));
    expect(batches).toEqual([['/a'], ['/b']]);
  });

  it('takes twenty a batch', async () => {
    const { graph, batches } = tell();
    await Promise.all(Array.from({ length: 23 }, (_, index) => graph.send(get(`/${index}`))));
    expect(batches.map((paths) => paths.length)).toEqual([20, 3]);
  });

  it('leaves alone what writes, what follows a page, and what may be stopped', async () => {
    const { graph, batches, alone } = tell();
    const next = 'https://graph.microsoft.com/v1.0/next';
    await Promise.all([
      graph.send({ method: 'POST', path: '/write', body: {} }),
      graph.send(get(next)),
      graph.send(get('/stoppable'), { signal: new AbortController().signal }),
    ]);
    expect([batches, [...alone].sort()]).toEqual([[], ['/stoppable', '/write', next]]);
  });

  it('lets an item that fails fail alone', async () => {
    const { graph } = tell((calls) => ({
      items: calls.map((call) => (call.path === '/bad' ? new Failure('access_denied') : toAnswer(call))),
    }));
    const [good, bad] = await Promise.allSettled([graph.send(get('/good')), graph.send(get('/bad'))]);
    expect(good.status).toBe('fulfilled');
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'access_denied' } });
  });

  it('C29 asks each for itself where one stranger made the relay refuse the whole', async () => {
    const { graph, batches } = tell((calls) => {
      if (calls.some(({ path }) => path === '/stranger')) throw new Failure('not_allowed');
      return { items: calls.map(toAnswer) };
    });
    const [good, bad] = await Promise.allSettled([graph.send(get('/good')), graph.send(get('/stranger'))]);
    expect([good.status, bad]).toMatchObject(['fulfilled', { reason: { code: 'not_allowed' } }]);
    expect(batches).toEqual([['/good', '/stranger'], ['/good'], ['/stranger']]);
  });

  it('fails all where no token is to be had', async () => {
    const graph = joinCalls(() => Promise.reject(new Failure('interaction_required')), {
      sleep: () => Promise.resolve(),
    });
    const all = await Promise.allSettled([graph.send(get('/a')), graph.batch([get('/b')])]);
    expect(all[0]).toMatchObject({ status: 'rejected', reason: { code: 'interaction_required' } });
    expect(all[1]).toMatchObject({ status: 'fulfilled', value: { items: [{ code: 'interaction_required' }] } });
  });
});
