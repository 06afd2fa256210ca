/** The link that asks again: as Retry-After says, else with jittered back-off, three times at most and within the deadline. */
import type { Context } from '@microsoft/microsoft-graph-client/lib/es/src/IContext.js';
import type { Middleware } from '@microsoft/microsoft-graph-client/lib/es/src/middleware/IMiddleware.js';
import { Failure } from '../../domain/failure.ts';
import type { GraphClock } from '../graph.ts';
import { type CallState, stateOf, toLink } from './call-state.ts';
import { toRetryAfterMs } from './retry-after.ts';

export const MAX_TRIES = 3;
const BASE_MS = 500;
const PASSING = new Set([408, 500, 502, 503, 504]);

export const isPassing = (status: number): boolean => status === 429 || PASSING.has(status);

/** Full jitter: anything from nothing to the doubled base, so that many pages do not come back at the same moment. */
export const toBackOffMs = (tries: number, random: () => number): number => Math.round(random() * BASE_MS * 2 ** tries);

/** A POST may be repeated when it only reads, or when it carries the key under which it is done once. */
function isRepeatable(context: Context): boolean {
  const method = context.options?.method ?? 'GET';
  if (method !== 'POST') return true;
  if (/\/(\$batch|getSchedule)$/.test(String(context.request))) return true;
  const body = context.options?.body;
  return typeof body === 'string' && /"transactionId":"[0-9a-f-]{36}"/i.test(body);
}

const wasLost = (error: unknown): boolean =>
  error instanceof Failure && ['offline', 'timeout', 'upstream_unavailable'].includes(error.code);

async function pause(ms: number, state: CallState, clock: GraphClock): Promise<void> {
  const stop = new AbortController();
  const onAbort = (): void => stop.abort();
  for (const signal of state.signals) signal.addEventListener('abort', onAbort);
  try {
    await clock.sleep(ms, stop.signal);
  } finally {
    for (const signal of state.signals) signal.removeEventListener('abort', onAbort);
  }
  state.requireRunning();
  state.note({ kind: 'again' });
}

export function createRetryLink(clock: GraphClock): Middleware {
  return toLink(async (context, next) => {
    const state = stateOf(context);
    const most = isRepeatable(context) ? MAX_TRIES : 1;
    const fits = (tries: number, ms: number): boolean => tries < most && clock.now() + ms < state.deadlineAt;
    for (let tries = 1; ; tries += 1) {
      let waitMs = toBackOffMs(tries, clock.random);
      try {
        const response = await next();
        if (!isPassing(response.status)) return response;
        const { headers, status } = response;
        waitMs = toRetryAfterMs(headers.get('Retry-After'), headers.get('Date'), clock.now()) ?? waitMs;
        if (!fits(tries, waitMs)) return response;
        state.note(status === 429 ? { kind: 'waiting', untilMs: clock.now() + waitMs } : { kind: 'lost' });
      } catch (error) {
        if (!wasLost(error) || !fits(tries, waitMs)) throw error;
        state.note({ kind: 'lost' });
      }
      await pause(waitMs, state, clock);
    }
  });
}
