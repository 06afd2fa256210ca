/** Calls made at about the same moment go out as one batch: what asks for itself need not know who else is asking. */
import { Failure } from '../domain/failure.ts';
import { MAX_BATCH, requireFailure } from './batch.ts';
import type { BatchAnswer, CallOptions, Graph, GraphAnswer, GraphCall, GraphClock } from './graph.ts';

interface Waiting {
  readonly call: GraphCall;
  readonly settle: (answer: GraphAnswer | Failure) => void;
}

/** Time for what follows from one answer to be asked together, and too short for anybody to notice. */
const WAIT_MS = 12;

/** A page that follows has an address of its own, and who is to be told of the way, or may stop it, asks alone. */
const canJoin = ({ method, path }: GraphCall, options: CallOptions | undefined): boolean =>
  options === undefined && method === 'GET' && path.startsWith('/');

/** Where a batch fails as a whole, one stranger in it may be why: then each is asked for itself. */
const isWholeRefused = ({ code }: Failure): boolean => ['not_allowed', 'bad_request', 'too_large'].includes(code);

async function sendTogether(graph: Graph, waiting: readonly Waiting[]): Promise<void> {
  const each = async ({ call, settle }: Waiting): Promise<void> => {
    try {
      const [item] = (await graph.batch([call])).items;
      settle(item ?? new Failure('bad_response', { path: '$batch.responses' }));
    } catch (error) {
      settle(requireFailure(error));
    }
  };
  try {
    const { items } = await graph.batch(waiting.map(({ call }) => call));
    waiting.forEach(({ settle }, index) => {
      settle(items[index] ?? new Failure('bad_response', { path: '$batch.responses' }));
    });
  } catch (error) {
    const failure = requireFailure(error);
    if (isWholeRefused(failure) && waiting.length > 1) await Promise.all(waiting.map(each));
    else for (const { settle } of waiting) settle(failure);
  }
}

/**
 * Reads only: a batch is asked again as it likes. `getGraph` is asked once for each batch, and must have a token for
 * everything that is joined.
 */
export function joinCalls(getGraph: () => Promise<Graph>, { sleep }: Pick<GraphClock, 'sleep'>): Graph {
  let waiting: readonly Waiting[] = [];
  const flush = async (): Promise<void> => {
    await sleep(WAIT_MS);
    // whoever comes while the token is fetched comes along
    const opened = await getGraph().catch(requireFailure);
    const all = waiting;
    waiting = [];
    if (opened instanceof Failure) for (const { settle } of all) settle(opened);
    else {
      const parts = Array.from({ length: Math.ceil(all.length / MAX_BATCH) }, (_, index) =>
        all.slice(index * MAX_BATCH, (index + 1) * MAX_BATCH),
      );
      await Promise.all(parts.map((part) => sendTogether(opened, part)));
    }
  };
  const join = (call: GraphCall): Promise<GraphAnswer | Failure> =>
    new Promise((settle) => {
      waiting = [...waiting, { call, settle }];
      if (waiting.length === 1) void flush();
    });
  return {
    send: async (call, options) => {
      if (!canJoin(call, options)) return (await getGraph()).send(call, options);
      const answer = await join(call);
      if (answer instanceof Failure) throw answer;
      return answer;
    },
    batch: async (calls, options): Promise<BatchAnswer> => {
      if (options !== undefined) return (await getGraph()).batch(calls, options);
      return { items: await Promise.all(calls.map(join)) };
    },
  };
}
