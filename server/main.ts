/** Starts the real server from an environment: configuration, database, Entra's metadata, listeners; and stops it in order. */
import 'temporal-polyfill/global';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from './app.ts';
import { toUnreadAnswer } from '../src/domain/policy/unread-answer.ts';
import { toCredentialDays } from '../src/domain/policy/judge-credential.ts';
import type { Environment } from '../src/domain/contract/environment.ts';
import { parseConfig, WEB_DIR, type Config } from './config.ts';
import { createHttpClient } from './http-client.ts';
import { checkEntra, toKeysUrl } from './identity/check-entra.ts';
import { createKeyStore } from './identity/key-store.ts';
import { openStore, type Store } from './store/store.ts';
import { createLog, type Log } from './telemetry/log.ts';
import { createMetrics, type Metrics } from './telemetry/metrics.ts';
import { createOpsServer } from './telemetry/ops-server.ts';

export interface StartOptions {
  /** Runs when the database is open and nobody can call yet. */
  readonly beforeListen?: (store: Store) => Promise<void>;
}

export interface RunningServer {
  readonly port: number;
  readonly opsPort: number | undefined;
  readonly log: Log;
  /** Lets running requests end, ten seconds at most. */
  close(): Promise<void>;
}

const DRAIN_MS = 9_000;
const DAY_MS = 86_400_000;
/** Whoever is slower than this with head, body, or reading the answer, or idle, is cut off. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 13_000, keepAliveTimeout: 10_000, timeout: 13_000 };

/** What never became a request is answered by hand: too large a head, or not HTTP. */
function refuseUnread(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  socket.end(toUnreadAnswer(error.code, crypto.randomUUID()), () => socket.destroy());
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', fail);
      done((server.address() as AddressInfo).port);
    });
  });
}

const isLoopback = ({ hostname }: URL): boolean => /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);

const stop = (server: Server): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(timer);
      done();
    });
    server.closeIdleConnections();
  });

const settle = (running: Iterable<Promise<unknown>>): Promise<unknown> =>
  Promise.race([Promise.allSettled(running), wait(DRAIN_MS, undefined, { ref: false })]);

function warnOfCredential({ credentialEnds }: Config, log: Log): void {
  const days = toCredentialDays(credentialEnds, Temporal.Instant.fromEpochMilliseconds(Date.now()));
  if (days !== undefined && days < 30) log.alert('client_secret_expires', { days });
}

/** At once and every day: what the organisations no longer want to keep. Returns its end. */
function keepPurging(store: Store, log: Log): () => Promise<void> {
  const purge = (): Promise<void> => store.purgeOld().catch((error: unknown) => log.failure('internal', '', error));
  let running = purge();
  const timer = setInterval(() => void (running = purge()), DAY_MS).unref();
  return () => {
    clearInterval(timer);
    return running;
  };
}

interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly metrics: Metrics | undefined;
  readonly client: ReturnType<typeof createHttpClient>;
  readonly store: Store;
}

async function serve({ config, log, metrics, client, store }: Parts): Promise<RunningServer> {
  const now = Date.now;
  const { send } = client;
  const ending = new AbortController();
  const background = { ending: ending.signal, running: new Set<Promise<unknown>>() };
  const keys = createKeyStore({ url: toKeysUrl(config.entraBaseUrl, config.tokenVersion), send, now });
  const app = createApp({ config, store, log, keys, send, now, background, webDir: WEB_DIR });
  const options = { maxHeaderSize: 16_384, connectionsCheckingInterval: 1_000, requireHostHeader: false };
  const server = Object.assign(createServer(options, app), TIMEOUTS).on('clientError', refuseUnread);
  const isDraining = (): boolean => ending.signal.aborted;
  const ops = metrics && createOpsServer({ isDraining, pingDatabase: store.ping, checkKeys: keys.check, metrics });
  const opsPort = ops && (await listen(ops, config.opsPort ?? 0, config.opsHost));
  const host = isLoopback(config.publicUrl) ? '127.0.0.1' : undefined;
  const port = await listen(server, config.port, host).catch((error: unknown) => {
    ops?.close();
    throw error;
  });
  const stopPurging = keepPurging(store, log);
  log.info('listening', { port });
  const close = async (): Promise<void> => {
    ending.abort();
    await Promise.all([stop(server), settle(background.running)]);
    if (ops !== undefined) await stop(ops);
    await stopPurging();
    client.close();
    await store.close();
    log.flush();
  };
  return { port, opsPort, log, close };
}

/** Rejects with ConfigError, EntraMismatch, or the error of a port that is taken or a database that can't be used. */
export async function startServer(env: Environment, { beforeListen }: StartOptions = {}): Promise<RunningServer> {
  const config = parseConfig(env);
  const metrics = config.opsPort === undefined ? undefined : await createMetrics();
  const plain = createLog(config.logLevel);
  const log = metrics?.watch(plain) ?? plain;
  const client = createHttpClient({ maxSockets: 256 });
  const store = await openStore({ ...config, now: Date.now });
  try {
    await checkEntra({ ...config, send: client.send, log, now: Date.now });
    await beforeListen?.(store);
    warnOfCredential(config, log);
    return await serve({ config, log, metrics, client, store });
  } catch (error) {
    client.close();
    await store.close();
    throw error;
  }
}
