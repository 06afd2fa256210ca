/** Many reads in one request, each answered for itself; items that Graph throttled or dropped are asked again one by one. */
import * as v from 'valibot';
import { Failure } from '../domain/failure.ts';
import { MAX_TRIES, isPassing, toBackOffMs } from './chain/retry.ts';
import { toRetryAfterMs } from './chain/retry-after.ts';
import type { BatchAnswer, CallOptions, Graph, GraphAnswer, GraphCall, GraphClock } from './graph.ts';
import { parseAnswer } from './parse-answer.ts';
import { toFailure } from './to-failure.ts';

export const MAX_BATCH = 20;
const DEADLINE_MS = 20_000;

const batchSchema = v.object({
  responses: v.array(
    v.object({
      id: v.string(),
      status: v.number(),
      headers: v.nullish(v.record(v.string(), v.unknown())),
      body: v.optional(v.unknown()),
    }),
  ),
});

/** Header names come in any case inside a batch. */
function toLookUp(headers: Readonly<Record<string, unknown>> | null | undefined): GraphAnswer['header'] {
  const lower = new Map(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]));
  return (name) => lower.get(name.toLowerCase());
}

type Send = Graph['send'];

async function sendOnce(
  send: Send,
  calls: readonly GraphCall[],
  options: CallOptions,
): Promise<{ answers: readonly (GraphAnswer | undefined)[]; date?: string }> {
  const requests = calls.map(({ method, path, headers, body }, index) => ({
    id: String(index + 1),
    method,
    url: path,
    ...(body === undefined ? { headers } : { headers: { 'Content-Type': 'application/json', ...headers }, body }),
  }));
  const answer = await send({ method: 'POST', path: '/$batch', body: { requests } }, options);
  const { responses } = parseAnswer(batchSchema, answer.body);
  const byId = new Map(responses.map((item) => [item.id, item]));
  const answers = requests.map(({ id }) => {
    const item = byId.get(id);
    return item && { status: item.status, header: toLookUp(item.headers), body: item.body };
  });
  return { answers, date: answer.header('Date') };
}

interface Again {
  readonly send: Send;
  readonly clock: GraphClock;
  readonly options: CallOptions;
  readonly deadlineAt: number;
}

/** Asks one item again until it is answered for good; never before its own Retry-After, never beyond the deadline. */
async function settle(call: GraphCall, first: GraphAnswer | undefined, again: Again): Promise<GraphAnswer | Failure> {
  const { send, clock, options, deadlineAt } = again;
  let answer = first;
  for (let tries = 1; ; tries += 1) {
    if (answer === undefined) return new Failure('bad_response', { path: '$batch.responses' });
    if (answer.status < 400) return answer;
    // a claims challenge inside a batch: the lone call gets the better token
    if (answer.status === 401) return send(call, { ...options, isAgain: true }).catch(requireFailure);
    if (!isPassing(answer.status) || tries >= MAX_TRIES) return toFailure(answer, clock.now());
    const asked = toRetryAfterMs(answer.header('Retry-After'), answer.header('Date'), clock.now());
    const waitMs = asked ?? toBackOffMs(tries, clock.random);
    if (clock.now() + waitMs >= deadlineAt) return toFailure(answer, clock.now());
    if (answer.status === 429) options.onNote?.({ kind: 'waiting', untilMs: clock.now() + waitMs });
    await clock.sleep(waitMs, options.signal);
    if (options.signal?.aborted === true) return new Failure('cancelled');
    options.onNote?.({ kind: 'again' });
    try {
      const left = { ...options, isAgain: true, deadlineMs: Math.max(1, deadlineAt - clock.now()) };
      answer = (await sendOnce(send, [call], left)).answers[0];
    } catch (error) {
      return requireFailure(error);
    }
  }
}

export function requireFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}

export function createBatch(send: Send, clock: GraphClock): Graph['batch'] {
  return async (calls, options = {}): Promise<BatchAnswer> => {
    if (calls.length === 0) return { items: [] };
    if (calls.length > MAX_BATCH) throw new Failure('internal', { path: `a batch of ${calls.length}` });
    const deadlineAt = clock.now() + (options.deadlineMs ?? DEADLINE_MS);
    const { answers, date } = await sendOnce(send, calls, options);
    const items = await Promise.all(
      calls.map((call, index) => settle(call, answers[index], { send, clock, options, deadlineAt })),
    );
    return { items, date };
  };
}
