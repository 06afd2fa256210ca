/** One call to our own server: token on, answer read by its schema, every refusal a `Failure` with the server's code. */
import * as v from 'valibot';
import { problemSchema, toFailureCode } from '../domain/contract/problem.ts';
import { Failure } from '../domain/failure.ts';

export interface BackendSetup {
  /** Our own origin, without a trailing slash. */
  readonly baseUrl: string;
  /** A token for our own API. */
  readonly getToken: (need: { readonly claims?: string; readonly fresh?: boolean }) => Promise<string>;
  readonly fetch: typeof fetch;
  /** `<host>/<device>`. */
  readonly client: string;
  readonly timeoutMs?: number;
  /** Aborted when the page forgets everything. */
  readonly closed?: AbortSignal;
  /** Told the server's clock with each answer. */
  readonly onServerTime?: (date: string) => void;
}

interface BackendRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** The ETag of what is changed. */
  readonly ifMatch?: string;
  /** Told the answer's ETag, where it has one. */
  readonly onEtag?: (etag: string) => void;
  /** Told the answer's own id. */
  readonly onRequestId?: (id: string) => void;
}

export type CallBackend = <const S extends v.GenericSchema<unknown, unknown>>(
  request: BackendRequest,
  schema: S,
) => Promise<v.InferOutput<S>>;

const TIMEOUT_MS = 15_000;

export interface BackendAnswer {
  readonly status: number;
  readonly text: string;
  readonly retryAfter: string | null;
}

async function ask(setup: BackendSetup, request: BackendRequest, token: string): Promise<BackendAnswer> {
  const { fetch } = setup; // called without its object, as browsers demand
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    stop();
  }, setup.timeoutMs ?? TIMEOUT_MS);
  setup.closed?.addEventListener('abort', stop);
  const headers = {
    Authorization: `Bearer ${token}`,
    'Office-Shifts-Client': setup.client,
    ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(request.ifMatch === undefined ? {} : { 'If-Match': request.ifMatch }),
  };
  const body = request.body === undefined ? undefined : JSON.stringify(request.body);
  try {
    const init: RequestInit = { method: request.method, headers, body, signal: abort.signal, redirect: 'error' };
    const response = await fetch(setup.baseUrl + request.path, { ...init, cache: 'no-store' });
    const date = response.headers.get('Date');
    if (date !== null) setup.onServerTime?.(date);
    const etag = response.headers.get('ETag');
    if (etag !== null) request.onEtag?.(etag);
    const id = response.headers.get('X-Request-Id');
    if (id !== null) request.onRequestId?.(id);
    return { status: response.status, text: await response.text(), retryAfter: response.headers.get('Retry-After') };
  } catch (cause) {
    if (timedOut) throw new Failure('timeout', { cause });
    throw new Failure(setup.closed?.aborted === true ? 'cancelled' : 'offline', { cause });
  } finally {
    clearTimeout(timer);
    setup.closed?.removeEventListener('abort', stop);
  }
}

/** Nothing that these calls do differs when it is done twice, so a dropped connection is tried once more. */
async function askTwice(setup: BackendSetup, request: BackendRequest, token: string): Promise<BackendAnswer> {
  try {
    return await ask(setup, request, token);
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'offline')) throw error;
    return ask(setup, request, token);
  }
}

function toJson(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined; // the schema says what is missing
  }
}

export function toBackendFailure({ status, text, retryAfter }: BackendAnswer): Failure {
  const problem = v.safeParse(problemSchema, toJson(text));
  const seconds = Number(retryAfter ?? NaN);
  const retryAfterMs = seconds >= 0 ? seconds * 1000 : undefined;
  if (!problem.success) {
    return new Failure(status >= 500 ? 'upstream_unavailable' : 'bad_response', { status, retryAfterMs });
  }
  const { requestId, scopes, claims } = problem.output;
  return new Failure(toFailureCode(problem.output), { status, requestId, scopes, claims, retryAfterMs });
}

export function createCallBackend(setup: BackendSetup): CallBackend {
  return async (request, schema) => {
    let answer = await askTwice(setup, request, await setup.getToken({}));
    if (answer.status === 401) {
      // one better token, once: the server tells the claims it misses
      const { claims } = toBackendFailure(answer).details;
      answer = await askTwice(
        setup,
        request,
        await setup.getToken(claims === undefined ? { fresh: true } : { claims }),
      );
    }
    if (answer.status >= 400) throw toBackendFailure(answer);
    const parsed = v.safeParse(schema, toJson(answer.text));
    if (parsed.success) return parsed.output;
    throw new Failure('bad_response', { path: v.getDotPath(parsed.issues[0]) ?? 'body', status: answer.status });
  };
}
