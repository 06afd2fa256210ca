/** Runs the administrator's test of the integration, tells of each step as it is made, and keeps the report. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'express';
import type { ProofEvent } from '../../src/domain/contract/proof.ts';
import { createBreaker } from '../../src/domain/policy/breaker.ts';
import { parseProofRequest } from '../../src/domain/policy/parse-proof-request.ts';
import { createGraph } from '../../src/graph/create-graph.ts';
import type { SignIn } from '../../src/graph/proof/proof-setup.ts';
import { proveIntegration } from '../../src/graph/proof/prove-integration.ts';
import { toProofOrder } from '../../src/graph/proof/to-proof-order.ts';
import { readChoices } from '../../src/graph/read-choices.ts';
import type { ApiHandler } from '../api-routes.ts';
import { VERSION, type Config } from '../config.ts';
import { ApiError } from '../errors.ts';
import { readAadsts } from '../exchange/entra-refusal.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { obtainToken, type ObtainOptions } from '../exchange/obtain-token.ts';
import type { Caller } from '../identity/authenticate.ts';
import type { Limit } from '../limits.ts';
import { readJsonBody } from '../read-body.ts';
import type { Store } from '../store/store.ts';
import type { Gates } from './gates.ts';
import type { RecordProof } from './record-proof.ts';

/** Work that goes on after its caller left, and that a server waits for before it ends. */
export interface Background {
  /** Aborted when the server is told to stop. */
  readonly ending: AbortSignal;
  readonly running: Set<Promise<unknown>>;
}

export interface ProofParts extends ObtainOptions {
  readonly config: Config;
  readonly store: Store;
  readonly gates: Pick<Gates, 'findTenant'>;
  readonly exchange: Pick<Exchange, 'getGraphToken'>;
  readonly record: RecordProof;
  readonly limit: Limit;
  readonly background: Background;
}

const MAX_BYTES = 16 * 1024;
/** Under the 13 s after which a silent connection is cut off. */
const BEAT_MS = 5_000;
/** Renewed with each beat: the run of a server that crashed blocks nobody for longer. */
const LEASE_MS = 20_000;
const RUN_MS = 240_000;
const toLease = (tenantId: string): string => `proof ${tenantId}`;

const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  wait(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);

function openStream(response: Response): (text: string) => void {
  response.setHeader('Content-Type', 'text/event-stream; charset=utf-8').setHeader('Cache-Control', 'no-store');
  response.status(200).setHeader('X-Accel-Buffering', 'no').flushHeaders();
  return (text) => void (response.destroyed || response.write(text));
}

/** Renewed until its end; `lost` once somebody else has it. With the database away it runs out by itself. */
function keepLease(store: Store, holder: string, onBeat: () => void) {
  const lost = new AbortController();
  const check = (isOurs: boolean): unknown => isOurs || lost.abort();
  const renew = (): void => void store.renewLease(holder, LEASE_MS).then(check, () => undefined);
  const beats = [onBeat, renew].map((beat) => setInterval(beat, BEAT_MS));
  return { lost: lost.signal, end: () => beats.forEach(clearInterval) };
}

/** Its own exchange each time: what is held in memory proves nothing about today. */
const signIn = (parts: ObtainOptions, caller: Caller): Promise<SignIn> =>
  obtainToken(parts, createBreaker(new Map(), parts.now), caller).then(
    ({ token, scopes }) => ({ ok: true, token, scopes }),
    (error: unknown) => {
      const { code, details } = error instanceof ApiError ? error : new ApiError('internal');
      return { ok: false, aadsts: readAadsts(details.cause), code };
    },
  );

export function createProofRoutes(parts: ProofParts) {
  const { config, store, log, now, background, exchange } = parts;
  const app = { ...config, version: VERSION };
  const clock = { now, sleep, random: Math.random };

  const prove = async (
    caller: Caller,
    wish: ReturnType<typeof parseProofRequest>,
    emit: (event: ProofEvent) => void,
    replaced: AbortSignal,
  ) => {
    const tenant = await parts.gates.findTenant(caller.tenantId);
    const signal = AbortSignal.any([background.ending, replaced, AbortSignal.timeout(RUN_MS)]);
    const world = { fetch, clock, newId: randomUUID, signIn: () => signIn(parts, caller), emit, signal, replaced };
    const runs = await proveIntegration(toProofOrder({ app, runner: caller, tenant, wish }, world));
    await parts.record(caller.tenantId, runs, caller.objectId);
    return runs.at(-1)?.verdict ?? 'inconclusive';
  };

  const POST: ApiHandler = async ({ caller, request, response }) => {
    const wish = parseProofRequest(await readJsonBody(request, MAX_BYTES), now());
    parts.limit.take(caller.tenantId);
    const holder = await store.takeLease(toLease(caller.tenantId), LEASE_MS);
    if (holder === undefined) throw new ApiError('conflict', { detail: 'A test is under way.' });
    const begunMs = now();
    const write = openStream(response);
    const emit = (event: ProofEvent): void => write(`data: ${JSON.stringify(event)}\n\n`);
    const lease = keepLease(store, holder, () => write(':\n\n'));
    const work = prove(caller, wish, emit, lease.lost)
      .catch((error: unknown): 'inconclusive' => {
        log.failure('internal', String(response.locals['requestId']), error);
        return 'inconclusive';
      })
      .then(async (state) => {
        lease.end();
        await store.releaseLease(holder).catch(() => undefined);
        emit({ step: 'proof', state, ms: now() - begunMs });
        response.end();
      });
    background.running.add(work);
    await work.finally(() => background.running.delete(work));
    return undefined;
  };
  const list: ApiHandler = async ({ caller: { tenantId } }) => {
    const isRunning = await store.hasLease(toLease(tenantId));
    return { body: { value: await store.listProofs(tenantId), isRunning } };
  };
  /** With the caller's own token, and for the caller alone. */
  const choose: ApiHandler = async ({ caller }) => {
    const getToken = async (): Promise<string> => (await exchange.getGraphToken(caller)).token;
    return { body: await readChoices(createGraph({ base: config.graphBaseUrl, fetch, clock, getToken })) };
  };
  return { '/admin/proof-runs': { GET: list, POST }, '/admin/choices': { GET: choose } };
}
