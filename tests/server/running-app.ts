/** Starts the emulator and the real app beside it on free ports, and offers what tests do with both. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator, type Emulator } from '../../emulator/create-emulator.ts';
import { createApp } from '../../server/app.ts';
import { parseConfig } from '../../server/config.ts';
import { createHttpClient, type SendRequest } from '../../server/http-client.ts';
import { toKeysUrl } from '../../server/identity/check-entra.ts';
import { createKeyStore } from '../../server/identity/key-store.ts';
import { keepFolder, keepText, noteSecret } from '../support/keep-evidence.ts';
import { openDoor } from '../support/open-door.ts';
import { openStore, type Store } from '../../server/store/store.ts';
import { createLog } from '../../server/telemetry/log.ts';

export const CLIENT_ID = '0f51c5f6-0d3a-4d1e-9c8b-5a1c7f3e2b10';
const SECRET = 'a secret of tests';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

export interface Call {
  readonly method?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
}

export interface RunningApp {
  readonly emulator: Emulator;
  readonly store: Store;
  readonly url: string;
  /** Added to the machine's clock, for the app alone. */
  readonly clock: { offsetMs: number };
  /** Every call the app made, as `GET /v1.0/me`. */
  readonly sent: string[];
  /** What was logged. */
  readonly lines: readonly string[];
  /** The path goes out exactly as given. */
  call(path: string, call?: Call): Promise<Answer>;
  /** A token for our API, with claims and header overridden as asked. */
  token(person?: string, change?: Readonly<Record<string, unknown>>): Promise<string>;
  control(path: string, body?: unknown, method?: string): Promise<Answer>;
  /** Calls to Graph since the last look. */
  takeGraphCalls(): readonly string[];
  connect(token: string): Promise<void>;
  close(): Promise<void>;
}

/** The environment of a server beside this emulator, on any free port. */
export function toEnvironment(emulatorUrl: string, dataDir: string): Record<string, string> {
  return {
    PORT: '0',
    PUBLIC_URL: 'http://localhost:3000',
    ENTRA_CLIENT_ID: CLIENT_ID,
    ENTRA_CLIENT_SECRET: SECRET,
    ENTRA_TENANTS: '*',
    ENTRA_BASE_URL: emulatorUrl,
    GRAPH_BASE_URL: emulatorUrl,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
  };
}

function toJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

export function sendTo(url: string, path: string, { method, token, headers, body }: Call = {}): Promise<Answer> {
  const raw = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  const all = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(raw === undefined
      ? {}
      : {
          'content-type': 'application/json',
          ...(headers?.['transfer-encoding'] === undefined ? { 'content-length': String(Buffer.byteLength(raw)) } : {}),
        }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const outgoing = request(
      {
        hostname,
        port,
        path,
        method: method ?? (raw === undefined ? 'GET' : 'POST'),
        headers: all as Record<string, string>,
        agent: false,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('error', reject);
        response.on('end', () => {
          const flat = Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
          );
          resolve({ status: response.statusCode ?? 0, headers: flat, text, json: toJson(text) });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(raw);
  });
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly prepare?: (store: Store, emulator: Emulator) => Promise<void>;
  /** Puts something between the app and what it calls. */
  readonly wrap?: (send: SendRequest) => SendRequest;
  readonly wrapStore?: (store: Store) => Store;
  /** One that runs already: its emulator is this one's too, and closes with it. */
  readonly beside?: RunningApp;
  readonly webDir?: string;
  /** PEM of those that Entra knows to be ours. */
  readonly certificates?: readonly string[];
  /** All that Entra takes at the moment. */
  readonly secrets?: readonly string[];
}

const openFirstDoor = (store: Store, { tenants }: Emulator): Promise<void> =>
  openDoor(store, { tenantId: tenants[0]?.id ?? '', organisation: 'Contoso' });

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Everything real but the clock, which can be moved, and the network, which is watched. */
export async function startApp({
  env,
  prepare = openFirstDoor,
  wrap,
  wrapStore,
  beside,
  webDir,
  certificates = [],
  secrets = [SECRET],
}: StartOptions = {}): Promise<RunningApp> {
  const app = {
    url: 'http://localhost:3000',
    clientId: CLIENT_ID,
    secret: secrets,
    appIdUri: `api://localhost:3000/${CLIENT_ID}`,
    certificates,
  };
  const emulator = beside?.emulator ?? (await createEmulator({ app }));
  const dataDir = mkdtempSync(join(tmpdir(), 'office-shifts-'));
  const config = parseConfig({ ...toEnvironment(emulator.url, dataDir), ...env });
  const clock = { offsetMs: 0 };
  const now = (): number => Date.now() + clock.offsetMs;
  const store = await openStore({ ...config, now });
  await prepare(store, emulator);
  const client = createHttpClient({ maxSockets: 256 });
  const sent: string[] = [];
  const watched: SendRequest = (call) => {
    sent.push(`${call.method} ${new URL(call.url).pathname}`);
    return client.send(call);
  };
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const send = wrap === undefined ? watched : wrap(watched);
  const ending = new AbortController();
  const background = { ending: ending.signal, running: new Set<Promise<unknown>>() };
  const keys = createKeyStore({ url: toKeysUrl(config.entraBaseUrl, config.tokenVersion), send, now });
  const used = wrapStore === undefined ? store : wrapStore(store);
  const deps = { config, store: used, log, keys, send, now, background };
  const server = createServer(createApp({ ...deps, webDir: webDir ?? join(dataDir, 'no-pages') }));
  const url = `http://127.0.0.1:${await listen(server)}`;
  const control: RunningApp['control'] = async (path, body, method) => {
    const verb = method ?? (body === undefined ? 'GET' : 'POST');
    const answer = await sendTo(emulator.url, `/emulator${path}`, { method: verb, body });
    if (answer.status >= 300) throw new Error(`control ${path}: ${answer.status} ${answer.text}`);
    return answer;
  };
  const call: RunningApp['call'] = (path, options) => sendTo(url, path, options);
  return {
    emulator,
    store,
    url,
    clock,
    sent,
    lines,
    call,
    control,
    token: async (person = 'alex', change = {}) =>
      String((await control('/tokens', { person, audience: 'app', ...change })).json['token']),
    takeGraphCalls: () => sent.splice(0).filter((line) => line.includes(' /v1.0/')),
    connect: async (token) => {
      const answer = await call('/api/connection', { method: 'PUT', token, body: { connected: true } });
      if (answer.status !== 200) throw new Error(`connect: ${answer.status} ${answer.text}`);
    },
    close: async () => {
      ending.abort();
      await Promise.allSettled(background.running);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      client.close();
      await store.close();
      if (beside === undefined) await emulator.close();
      noteSecret(SECRET);
      keepText('log', lines.join(''));
      keepFolder(dataDir);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
