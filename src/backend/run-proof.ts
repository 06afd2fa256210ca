/** Starts a proof run and hears of each step while it is made; the run goes on without its listener. */
import * as v from 'valibot';
import { type ProofEvent, proofEventSchema, type ProofRequest } from '../domain/contract/proof.ts';
import { Failure } from '../domain/failure.ts';
import { type BackendSetup, toBackendFailure } from './call-backend.ts';
import { createEventStreamParser } from './parse-event-stream.ts';

export interface ProofListener {
  readonly onEvent: (event: ProofEvent) => void;
  /** Stops listening, not the run. */
  readonly signal?: AbortSignal;
  /** Without a sign of life for as long, the connection counts as lost. */
  readonly silenceMs?: number;
}

// a room may take its time to answer
const SILENCE_MS = 120_000;

function parseEvent(data: string): ProofEvent {
  try {
    return v.parse(proofEventSchema, JSON.parse(data));
  } catch (cause) {
    throw new Failure('bad_response', { cause, path: 'event' });
  }
}

interface Ask {
  readonly setup: BackendSetup;
  readonly request: ProofRequest;
  readonly signal: AbortSignal;
}

async function ask({ setup, request, signal }: Ask, token: string): Promise<Response> {
  const { fetch } = setup; // called without its object, as browsers demand
  const headers = {
    Authorization: `Bearer ${token}`,
    'Office-Shifts-Client': setup.client,
    'Content-Type': 'application/json',
    Accept: 'text/event-stream, application/problem+json',
  };
  const init: RequestInit = { method: 'POST', headers, body: JSON.stringify(request), signal };
  return fetch(`${setup.baseUrl}/api/admin/proof-runs`, { ...init, redirect: 'error', cache: 'no-store' });
}

const toRefusal = async (response: Response): Promise<Failure> =>
  toBackendFailure({
    status: response.status,
    text: await response.text(),
    retryAfter: response.headers.get('Retry-After'),
  });

/** One better token, once: the server tells the claims it misses. Nothing was begun by a call that was refused. */
async function open(asked: Ask): Promise<Response> {
  const { getToken } = asked.setup;
  let response = await ask(asked, await getToken({}));
  if (response.status === 401) {
    const { claims } = (await toRefusal(response)).details;
    response = await ask(asked, await getToken(claims === undefined ? { fresh: true } : { claims }));
  }
  if (!response.ok) throw await toRefusal(response);
  return response;
}

/** Answers whether the run told its end. */
async function listen(response: Response, hear: (event: ProofEvent) => void, onLife: () => void): Promise<boolean> {
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Failure('bad_response', { path: 'body' });
  const decoder = new TextDecoder();
  const parser = createEventStreamParser();
  let isWhole = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return isWhole;
    onLife();
    for (const data of parser.push(decoder.decode(value, { stream: true }))) {
      const event = parseEvent(data);
      hear(event);
      if (event.step === 'proof') isWhole = event.state !== 'running';
    }
  }
}

/**
 * Resolves when the run has told its end. Fails with the server's code where it was not begun; with `offline` or
 * `timeout` where the connection was lost, and the run may still be under way.
 */
export async function runProof(setup: BackendSetup, request: ProofRequest, listener: ProofListener): Promise<void> {
  const { onEvent, signal, silenceMs = SILENCE_MS } = listener;
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  let isSilent = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onLife = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isSilent = true;
      stop();
    }, silenceMs);
  };
  const isCancelled = (): boolean => signal?.aborted === true;
  if (isCancelled()) throw new Failure('cancelled');
  signal?.addEventListener('abort', stop);
  onLife();
  try {
    const response = await open({ setup, request, signal: abort.signal });
    if (!(await listen(response, onEvent, onLife))) throw new Failure('offline');
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    if (isSilent) throw new Failure('timeout', { cause });
    throw new Failure(isCancelled() ? 'cancelled' : 'offline', { cause });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    stop();
  }
}
