/** The real server beside the emulator, and pages on both as functions: what the screens ask, without the screens. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator } from '../../emulator/create-emulator.ts';
import { startServer } from '../../server/main.ts';
import { keepFolder } from './keep-evidence.ts';
import { openDoor } from './open-door.ts';
import { createServices } from '../../src/app/create-services.ts';
import type { Services } from '../../src/app/services.ts';
import type { NestedAuth, NestedRequest } from '../../src/auth/nested.ts';
import type { ClientConfig } from '../../src/domain/contract/client-config.ts';
import { Failure } from '../../src/domain/failure.ts';
import type { GraphClock } from '../../src/graph/graph.ts';
import type { Host } from '../../src/host/host.ts';

const CLIENT_ID = '0f51c5f6-0d3a-4d1e-9c8b-5a1c7f3e2b10';
export type WayName = 'direct' | 'relay';

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const clock: GraphClock = {
  now: Date.now,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
  random: () => 0.1,
};

const host: Host = {
  ...{ name: 'teams', device: 'web', locale: 'en-GB', theme: 'light' },
  ...{ onThemeChange: () => {}, openLink: () => {}, notifyReady: () => {}, notifyFailure: () => {} },
};

export interface LivePage extends Services {
  /** Method and path of every request so far, server and Graph. */
  readonly requests: string[];
}

async function startBoth() {
  const dataDir = mkdtempSync(join(tmpdir(), 'office-shifts-'));
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const appIdUri = `api://localhost:${port}/${CLIENT_ID}`;
  const app = { url: origin, clientId: CLIENT_ID, secret: 'secret', appIdUri };
  const emulator = await createEmulator({ seed: 'small', port: 0, app });
  const environment = {
    ...{
      LOG_LEVEL: 'silent',
      DATA_DIR: dataDir,
      OPS_PORT: '0',
      NODE_ENV: 'test',
      PORT: String(port),
      PUBLIC_URL: origin,
    },
    ...{ ENTRA_CLIENT_ID: CLIENT_ID, ENTRA_CLIENT_SECRET: 'secret', ENTRA_TENANTS: '*', ENTRA_APP_ID_URI: appIdUri },
    ...{ ENTRA_BASE_URL: emulator.url, GRAPH_BASE_URL: emulator.url },
  };
  const [tenant] = emulator.tenants;
  const server = await startServer(environment, {
    beforeListen: (store) => openDoor(store, { tenantId: tenant?.id ?? '', organisation: tenant?.name ?? '' }),
  });
  const close = async (): Promise<void> => {
    await server.close();
    await emulator.close();
    keepFolder(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { emulator, origin, close };
}

export async function startLiveWorld() {
  const { emulator, origin, close } = await startBoth();

  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const sent =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    const response = await fetch(`${emulator.url}/emulator/${path}`, { method, ...sent });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
  const getToken = async (person: string, audience: string, claims = {}): Promise<string> => {
    const { token } = (await control('POST', 'tokens', { person, audience, claims })) as { token: string };
    return token;
  };
  /** The host's bridge: Graph tokens with the scopes asked for, but those that were never agreed to. */
  const toNested = (person: string, missing: readonly string[]): NestedAuth => ({
    isUsable: () => Promise.resolve(true),
    forget: () => {},
    getToken: async ({ scopes }: NestedRequest) => {
      const refused = scopes.filter((scope) => missing.includes(scope));
      if (refused.length > 0) throw new Failure('consent_required', { scopes: refused });
      const token = await getToken(person, 'graph', { scp: scopes.join(' ') });
      return { token, scopes: new Set(scopes), account: { objectId: '', tenantId: '' } };
    },
  });

  const config = (await (await fetch(`${origin}/api/config`)).json()) as ClientConfig;
  const openPage = (way: WayName, person = 'alex', missing: readonly string[] = []): LivePage => {
    const requests: string[] = [];
    const services = createServices({
      ...{ host, config, origin, clock, newId: () => crypto.randomUUID() },
      fetch: (input, init) => {
        requests.push(`${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`);
        return fetch(input, init);
      },
      getApiToken: () => getToken(person, 'app'),
      ...(way === 'direct' ? { nested: toNested(person, missing) } : {}),
    });
    return { ...services, requests };
  };
  /** A page of somebody who is connected. */
  const openConnected = async (way: WayName, person = 'alex', missing: readonly string[] = []): Promise<LivePage> => {
    const page = openPage(way, person, missing);
    await page.openSession();
    await page.changeConnection({ connected: true });
    await page.openSession();
    page.requests.length = 0;
    return page;
  };
  const listMailbox = async (address: string): Promise<readonly Record<string, unknown>[]> => {
    const { value } = (await control('GET', `mailboxes/${address}/events`)) as { value: Record<string, unknown>[] };
    return value;
  };
  return { emulator, control, openPage, openConnected, listMailbox, close };
}
