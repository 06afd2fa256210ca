/** Builds the one way to Microsoft Graph: its own client library, with our chain of links inside. */
import { Client } from '@microsoft/microsoft-graph-client/lib/es/src/Client.js';
import { ResponseType } from '@microsoft/microsoft-graph-client/lib/es/src/ResponseType.js';
import { Failure } from '../domain/failure.ts';
import type { CallReport } from '../domain/ledger/call-report.ts';
import { createBatch } from './batch.ts';
import { createAuthLink } from './chain/auth.ts';
import { CallState, type CallTry, toLink } from './chain/call-state.ts';
import { type Limit, createHttpLink, createLimit } from './chain/http.ts';
import { createRetryLink } from './chain/retry.ts';
import type { Graph, GraphAnswer, GraphCall, GraphClock, TokenNeed } from './graph.ts';
import { listReports } from './list-reports.ts';
import { toFailure } from './to-failure.ts';

export interface GraphSetup {
  /** Where `https://graph.microsoft.com` is really reached: Graph, the emulator, or our relay (`…/graph`). No trailing slash. */
  readonly base: string;
  readonly getToken: (need: TokenNeed) => Promise<string>;
  readonly fetch: typeof fetch;
  readonly clock: GraphClock;
  /** `<host>/<device>`, told to our relay; never given for Graph itself. */
  readonly client?: string;
  /** Shared by all graphs of a page: requests in flight are counted together. */
  readonly limit?: Limit;
  /** Aborted when the page forgets everything: even writes are torn off. */
  readonly closed?: AbortSignal;
  readonly tryMs?: number;
  /** Told of each request that went out, as it ends, with the calls in it; not of those that end after `closed`. */
  readonly report?: (calls: readonly CallReport[]) => void;
}

const DEADLINE_MS = 20_000;

/** The client library loses what a link throws, so a failure travels as the response it stands for. */
const failures = new WeakMap<Response, unknown>();
const captureLink = () =>
  toLink(async (_context, next) => {
    try {
      return await next();
    } catch (error) {
      const stand = Response.error();
      failures.set(stand, error);
      return stand;
    }
  });

async function toAnswer(response: Response): Promise<GraphAnswer> {
  const text = await response.text();
  const header = (name: string): string | undefined => response.headers.get(name) ?? undefined;
  if (text === '') return { status: response.status, header, body: undefined };
  try {
    const body: unknown = JSON.parse(text);
    return { status: response.status, header, body };
  } catch (cause) {
    if (response.status < 400) throw new Failure('bad_response', { cause, path: 'body', status: response.status });
    return { status: response.status, header, body: undefined };
  }
}

async function dispatch(client: Client, call: GraphCall, state: CallState): Promise<Response> {
  const request = client
    .api(call.path)
    .headers({ ...call.headers })
    .middlewareOptions([state])
    .responseType(ResponseType.RAW);
  const response: unknown = await {
    GET: () => request.get(),
    POST: () => request.post(call.body),
    PATCH: () => request.patch(call.body),
    DELETE: () => request.delete(),
  }[call.method]();
  if (!(response instanceof Response)) throw new Failure('internal', { path: 'no response' });
  if (failures.has(response)) throw failures.get(response);
  return response;
}

export function createGraph(setup: GraphSetup): Graph {
  const { base, fetch, clock, closed, tryMs, limit = createLimit() } = setup;
  const headers = setup.client === undefined ? undefined : { 'Office-Shifts-Client': setup.client };
  const client = Client.initWithMiddleware({
    middleware: [
      captureLink(),
      createAuthLink(setup.getToken),
      createRetryLink(clock),
      createHttpLink({ base, fetch, clock, limit, headers, tryMs }),
    ],
  });
  const tell = (call: GraphCall, tries: readonly CallTry[], answer?: GraphAnswer, isAgain = false): void =>
    tries.forEach((one, index) => {
      const last = index === tries.length - 1 ? answer : undefined;
      setup.report?.(listReports(call, { ...one, isAgain: isAgain || one.isAgain }, last));
    });
  const send: Graph['send'] = async (call, options = {}) => {
    const never = new AbortController().signal;
    const signals = [closed ?? never, ...(options.signal ? [options.signal] : [])];
    const state = new CallState(clock.now() + (options.deadlineMs ?? DEADLINE_MS), signals, options.onNote);
    state.requireRunning();
    let answer: GraphAnswer | undefined;
    try {
      answer = await toAnswer(await dispatch(client, call, state));
      if (answer.status >= 400) throw toFailure(answer, clock.now());
      return answer;
    } finally {
      if (closed?.aborted !== true) tell(call, state.tries, answer, options.isAgain);
    }
  };
  return { send, batch: createBatch(send, clock) };
}
