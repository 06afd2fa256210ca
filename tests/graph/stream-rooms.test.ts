import { Failure } from '../../src/domain/failure.ts';
import type { Graph, GraphAnswer, GraphCall } from '../../src/graph/graph.ts';
import { streamRooms } from '../../src/graph/stream-rooms.ts';

interface Directory {
  readonly total: number;
  /** Every tenth room is in HQ. */
  readonly filters?: boolean;
  readonly counts?: boolean;
  readonly skips?: boolean;
}

function serve({ total, filters = true, counts = true, skips = true }: Directory) {
  const batches: number[] = [];
  const all = Array.from({ length: total }, (_, index) => ({
    emailAddress: `r${index}@contoso.example`,
    building: index % 10 === 9 ? 'HQ' : 'Annex',
  }));
  const answer = ({ path }: GraphCall): GraphAnswer | Failure => {
    const query = new URLSearchParams(path.slice(path.indexOf('?')));
    const wantsOne = query.has('$filter');
    if (wantsOne && !filters) return new Failure('bad_request');
    const rows = wantsOne ? all.filter(({ building }) => query.get('$filter') === `building eq '${building}'`) : all;
    const from = skips || query.has('x') ? Number(query.get('$skip') ?? query.get('x') ?? 0) : 0;
    const hasMore = from + 100 < rows.length;
    const nextLink = `https://graph.microsoft.com/v1.0/places/microsoft.graph.room?x=${from + 100}`;
    return {
      status: 200,
      header: () => undefined,
      body: {
        value: rows.slice(from, from + 100),
        ...(counts ? { '@odata.count': rows.length } : {}),
        ...(hasMore ? { '@odata.nextLink': nextLink } : {}),
      },
    };
  };
  const graph: Graph = {
    send: (call) => {
      const found = answer(call);
      return found instanceof Failure ? Promise.reject(found) : Promise.resolve(found);
    },
    batch: (calls) => {
      batches.push(calls.length);
      return Promise.resolve({ items: calls.map(answer) });
    },
  };
  return { graph, batches };
}

describe('streamRooms', () => {
  it('asks for my building beside the first page, and for the other pages many in a request', async () => {
    const { graph, batches } = serve({ total: 5000 });
    const heard: number[] = [];
    const rooms = await streamRooms(graph, { building: 'HQ', onRooms: (known) => heard.push(known.length) });
    expect(rooms).toHaveLength(5000);
    expect(rooms.slice(0, 100).every(({ building }) => building === 'HQ')).toBe(true);
    expect(batches).toEqual([2, 4, 20, 20, 9]);
    // the first page holds ten of them too
    expect(heard[0]).toBe(190);
  });

  it.each([
    ['asks once where there is one page', { total: 50 }, 50],
    ['finds all where buildings can’t be asked for', { total: 250, filters: false }, 250],
    ['follows the links where nothing is counted', { total: 250, counts: false }, 250],
    ['follows the links where skipping is not understood', { total: 250, skips: false }, 250],
  ])('%s', async (_name, directory, expected) => {
    const { graph } = serve(directory);
    expect(await streamRooms(graph, { building: 'HQ' })).toHaveLength(expected);
  });
});
