/** The last link: the real address, a timeout for each try, a cap on the answer, and at most four requests in flight. */
import type { Context } from '@microsoft/microsoft-graph-client/lib/es/src/IContext.js';
import type { Middleware } from '@microsoft/microsoft-graph-client/lib/es/src/middleware/IMiddleware.js';
import { Failure } from '../../domain/failure.ts';
import type { GraphClock } from '../graph.ts';
import { type CallState, stateOf, toLink } from './call-state.ts';

const GRAPH_ORIGIN = 'https://graph.microsoft.com';
const TRY_MS = 8_000;
const MAX_BYTES = 20 * 1024 * 1024;

export type Limit = <T>(task: () => Promise<T>) => Promise<T>;

/** Outlook serves four requests of an app at once; more are refused. */
export function createLimit(most = 4): Limit {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= most) await new Promise<void>((start) => waiting.push(start));
    else running += 1;
    try {
      return await task();
    } finally {
      const start = waiting.shift();
      if (start === undefined) running -= 1;
      else start();
    }
  };
}

/** Puts Graph's own address on the base really used; any other host is refused, so that a link can't carry the token away. */
function toRealUrl(url: string, base: string): string {
  const parsed = new URL(url);
  if (parsed.origin !== GRAPH_ORIGIN || parsed.username !== '' || !/^\/v1\.0\//.test(parsed.pathname)) {
    throw new Failure('bad_response', { path: 'a link to another host' });
  }
  return base + parsed.pathname + parsed.search;
}

async function readCapped(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > MAX_BYTES) {
      await reader?.cancel();
      throw new Failure('bad_response', { path: 'an answer beyond 20 MB' });
    }
    chunks.push(part.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

interface Http {
  readonly base: string;
  readonly fetch: typeof fetch;
  readonly clock: GraphClock;
  readonly limit: Limit;
  /** Added to every request (the relay's client header). */
  readonly headers?: Readonly<Record<string, string>>;
  readonly tryMs?: number;
}

/** A read is torn off when its caller stops; a write is heard out unless the page forgets everything. */
function listen(context: Context, state: CallState, stop: () => void): () => void {
  const isRead = context.options?.method === 'GET' || /\/(\$batch|getSchedule)$/.test(String(context.request));
  const signals = isRead ? state.signals : state.signals.slice(0, 1);
  for (const signal of signals) signal.addEventListener('abort', stop);
  return () => {
    for (const signal of signals) signal.removeEventListener('abort', stop);
  };
}

async function tryOnce(context: Context, http: Http, state: CallState): Promise<Response> {
  const { fetch } = http; // called without its object, as browsers demand
  const url = toRealUrl(String(context.request), http.base);
  const abort = new AbortController();
  const left = state.deadlineAt - http.clock.now();
  let timedOut = false;
  const timer = setTimeout(
    () => {
      timedOut = true;
      abort.abort();
    },
    Math.max(1, Math.min(http.tryMs ?? TRY_MS, left)),
  );
  const unlisten = listen(context, state, () => abort.abort());
  let reached = false;
  try {
    const headers = { ...(context.options?.headers as Record<string, string>), ...http.headers };
    const { method, body } = context.options ?? {};
    const init = { method, headers, body, signal: abort.signal, redirect: 'error', cache: 'no-store' } as const;
    const response = await fetch(url, init as RequestInit);
    reached = true;
    const bytes = await readCapped(response);
    const { status } = response;
    return new Response(bytes.byteLength === 0 ? null : bytes, { status, headers: response.headers });
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    if (timedOut) throw new Failure('timeout', { cause });
    state.requireRunning();
    throw new Failure(reached ? 'upstream_unavailable' : 'offline', { cause });
  } finally {
    clearTimeout(timer);
    unlisten();
  }
}

export function createHttpLink(http: Http): Middleware {
  return toLink(async (context) => {
    const state = stateOf(context);
    return http.limit(async () => {
      state.requireRunning();
      const atMs = http.clock.now();
      const noteTry = (end: { readonly status?: number }): void =>
        void state.tries.push({ ...end, atMs, ms: http.clock.now() - atMs, isAgain: state.tries.length > 0 });
      try {
        const response = await tryOnce(context, http, state);
        noteTry({ status: response.status });
        return response;
      } catch (error) {
        noteTry({});
        throw error;
      }
    });
  });
}
