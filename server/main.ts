/** Starts the real server from an environment: configuration, database, Entra's metadata, listeners; and stops it in order. */
import 'temporal-polyfill/global';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { resolve } from 'node:path';
import { createApp } from './app.ts';
import { parseConfig, type Config, type Environment } from './config.ts';
import { ApiError, toProblem } from './errors.ts';
import { createHttpClient } from './http-client.ts';
import { checkEntra } from './identity/check-entra.ts';
import { openStore, type Store } from './store/store.ts';
import { createLog, type Log } from './telemetry/log.ts';

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
/** Whoever is slower than this with head, body, or reading the answer, or idle, is cut off. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 13_000, keepAliveTimeout: 10_000, timeout: 13_000 };

/** What never became a request is answered by hand: too large a head, or not HTTP. */
function refuseUnread(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const tooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const status = tooLarge ? '431 Request Header Fields Too Large' : late ? '408 Request Timeout' : '400 Bad Request';
  const body = JSON.stringify(toProblem(new ApiError(tooLarge ? 'too_large' : 'bad_request'), crypto.randomUUID()));
  const head = `Content-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${body.length}\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff`;
  socket.end(`HTTP/1.1 ${status}\r\n${head}\r\nConnection: close\r\n\r\n${body}`, () => socket.destroy());
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

/** Ready means: the database answers and we are not on our way out. */
function createOpsServer(store: Store, isDraining: () => boolean): Server {
  return createServer((request, response) => {
    const answer = (status: number, state: string): void => {
      response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      response.end(JSON.stringify({ status: state }));
    };
    if (request.url !== '/readyz') answer(404, 'not_found');
    else if (isDraining()) answer(503, 'draining');
    else
      store.ping().then(
        () => answer(200, 'ready'),
        () => answer(503, 'database_down'),
      );
  });
}

const stop = (server: Server): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(timer);
      done();
    });
    server.closeIdleConnections();
  });

function warnOfSecret({ secretExpires }: Config, log: Log): void {
  const days = (Date.parse(secretExpires ?? '') - Date.now()) / 86_400_000;
  if (days < 30) log.alert('client_secret_expires', { days: Math.floor(days) });
}

/** Rejects with ConfigError, EntraMismatch, or the error of a port that is taken. */
export async function startServer(env: Environment, { beforeListen }: StartOptions = {}): Promise<RunningServer> {
  const config = parseConfig(env);
  const log = createLog(config.logLevel);
  const client = createHttpClient({ maxSockets: 256 });
  const now = Date.now;
  const store = await openStore({ dataDir: config.dataDir, now });
  await checkEntra({ ...config, send: client.send, log, now });
  await beforeListen?.(store);
  warnOfSecret(config, log);
  const app = createApp({ config, store, log, send: client.send, now, webDir: resolve('dist/web') });
  const server = createServer(
    { maxHeaderSize: 16_384, connectionsCheckingInterval: 1_000, requireHostHeader: false },
    app,
  );
  Object.assign(server, TIMEOUTS).on('clientError', refuseUnread);
  let draining = false;
  const ops = createOpsServer(store, () => draining);
  const port = await listen(server, config.port, isLoopback(config.publicUrl) ? '127.0.0.1' : undefined);
  const opsPort = config.opsPort === undefined ? undefined : await listen(ops, config.opsPort, '127.0.0.1');
  log.info('listening', { port });
  const close = async (): Promise<void> => {
    draining = true;
    await stop(server);
    await stop(ops);
    client.close();
    await store.close();
    log.flush();
  };
  return { port, opsPort, log, close };
}
