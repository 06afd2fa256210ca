import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createEmulator, type Emulator } from '../../emulator/create-emulator.ts';
import { startServer, type RunningServer } from '../../server/main.ts';
import { openDoor } from '../support/open-door.ts';
import { keepFolder } from '../support/keep-evidence.ts';
import { CLIENT_ID, sendTo, toEnvironment, type Answer } from './running-app.ts';

let emulator: Emulator;
let server: RunningServer;
let dataDir: string;
let url: string;

beforeAll(async () => {
  const app = {
    url: 'http://localhost:3000',
    clientId: CLIENT_ID,
    secret: 'a secret of tests',
    appIdUri: `api://localhost:3000/${CLIENT_ID}`,
  };
  emulator = await createEmulator({ app });
  dataDir = mkdtempSync(join(tmpdir(), 'office-shifts-'));
});
beforeEach(async () => {
  server = await startServer(
    { ...toEnvironment(emulator.url, dataDir), OPS_PORT: '0' },
    { beforeListen: (store) => openDoor(store, { tenantId: emulator.tenants[0]?.id ?? '', organisation: 'Contoso' }) },
  );
  url = `http://127.0.0.1:${server.port}`;
});
afterEach(() => server.close());
afterAll(async () => {
  await emulator.close();
  keepFolder(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

const ready = (): Promise<Answer> => sendTo(`http://127.0.0.1:${server.opsPort}`, '/readyz');
const control = (path: string, body: object): Promise<Answer> => sendTo(emulator.url, `/emulator${path}`, { body });
const getToken = async (): Promise<string> =>
  String((await control('/tokens', { person: 'alex', audience: 'app' })).json['token']);

/** What comes back on a raw connection until it ends. */
function talk(text: string, keepWriting?: (socket: Socket) => void): Promise<{ text: string; ms: number }> {
  return new Promise((resolve) => {
    const begun = Date.now();
    let answer = '';
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write(text);
      keepWriting?.(socket);
    });
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ text: answer, ms: Date.now() - begun }));
  });
}

const HEAD = 'POST /api/session HTTP/1.1\r\nHost: localhost\r\n';

describe('startServer', () => {
  it('serves, and tells on its inner port alone that it is ready', async () => {
    expect((await sendTo(url, '/healthz')).json).toEqual({ status: 'ok' });
    expect((await ready()).json).toEqual({ status: 'ready' });
    expect((await sendTo(url, '/readyz')).status).toBe(404);
    expect((await sendTo(url, '/metrics')).status).toBe(404);
  });

  it('B29 lets a running call end, and is not ready meanwhile', async () => {
    const token = await getToken();
    await sendTo(url, '/api/connection', { method: 'PUT', token, body: { connected: true } });
    await control('/faults', [{ match: { path: '/v1.0/me' }, answer: { status: 404, delayMs: 1_000 }, times: 1 }]);
    const running = sendTo(url, '/graph/v1.0/me', { token });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const closing = server.close();
    expect((await ready()).json).toEqual({ status: 'draining' });
    expect((await running).status).toBe(404);
    await closing;
    await expect(sendTo(url, '/healthz')).rejects.toThrow();
  });

  it('can be closed twice', async () => {
    await Promise.all([server.close(), server.close()]);
  });

  it('B23 refuses to start where Entra names another issuer', async () => {
    const path = '/common/v2.0/.well-known/openid-configuration';
    await control('/faults', [
      { match: { path }, answer: { status: 200, body: { issuer: 'https://evil.example/v2.0' } }, times: 1 },
    ]);
    const place = join(dataDir, 'refused');
    await expect(startServer(toEnvironment(emulator.url, place))).rejects.toThrow('another issuer');
    await (await startServer(toEnvironment(emulator.url, place))).close();
  });

  it('starts while Entra is away', async () => {
    const alone = await startServer(toEnvironment('http://127.0.0.1:9', join(dataDir, 'alone')));
    const answer = await sendTo(`http://127.0.0.1:${alone.port}`, '/api/connection', { token: await getToken() });
    expect({ status: answer.status, code: answer.json['code'] }).toEqual({ status: 503, code: 'upstream_unavailable' });
    await alone.close();
  });

  it('rejects with every problem of its environment', async () => {
    await expect(startServer({})).rejects.toThrow(/PUBLIC_URL: is missing[\s\S]*ENTRA_TENANTS/);
  });

  it('remembers over a restart', async () => {
    const token = await getToken();
    await sendTo(url, '/api/connection', { method: 'PUT', token, body: { connected: true } });
    await server.close();
    server = await startServer(toEnvironment(emulator.url, dataDir));
    const answer = await sendTo(`http://127.0.0.1:${server.port}`, '/api/connection', { token });
    expect(answer.json).toMatchObject({ connected: true });
  });
});

describe('a proof run when the server is told to stop', () => {
  it('is ended early, cleaned up, and kept', async () => {
    const ownDir = mkdtempSync(join(tmpdir(), 'office-shifts-'));
    const own = await startServer(toEnvironment(emulator.url, ownDir));
    const readMailboxes = async (): Promise<string> => {
      const names = ['plain', 'robin'].map((name) => `/emulator/mailboxes/${name}@contoso.example/events`);
      return (await Promise.all(names.map((path) => sendTo(emulator.url, path)))).map(({ text }) => text).join();
    };
    const before = await readMailboxes();
    const token = String((await control('/tokens', { person: 'robin', audience: 'app' })).json['token']);
    const body = { room: 'plain@contoso.example' };
    const stream = sendTo(`http://127.0.0.1:${own.port}`, '/api/admin/proof-runs', { token, body });
    while ((await readMailboxes()) === before) await wait(20);
    const begun = Date.now();
    await own.close();
    expect(Date.now() - begun).toBeLessThan(8_000);
    expect((await stream).text).toContain('"step":"proof","state":"inconclusive"');
    expect(await readMailboxes()).toBe(before);
    rmSync(ownDir, { recursive: true, force: true });
  }, 30_000);
});

describe('requests that are none', () => {
  it.each([
    [
      'both Content-Length and Transfer-Encoding',
      `${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ['two lengths', `${HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x`],
    ['a folded header', `${HEAD}X-A: b\r\n c\r\n\r\n`],
    ['bare line feeds', 'GET /healthz HTTP/1.1\nHost: localhost\n\n'],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n'],
    ['nonsense', 'hello\r\n\r\n'],
    ['a NUL in a header', `${HEAD}X-A: b\0c\r\n\r\n`],
  ])('C16 answers %s with 400 and closes', async (_name, text) => {
    const answer = await talk(text);
    expect(answer.text).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.text).toMatch(/connection: close/i);
    expect(answer.text.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(answer.text).toMatch(/"code":"bad_request"[\s\S]*"requestId"/);
    expect(answer.text).toMatch(/x-content-type-options: nosniff/i);
  });

  it('A30 answers headers beyond 16 kB with 431', async () => {
    const answer = await talk(`${HEAD}X-A: ${'a'.repeat(17_000)}\r\n\r\n`);
    expect(answer.text).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer.text).toContain('"code":"too_large"');
    expect(answer.text).toContain('"requestId"');
  });

  const drip = (socket: Socket): void => {
    const timer = setInterval(() => socket.write('a'), 500);
    socket.on('close', () => clearInterval(timer));
  };
  it('C20 cuts connections that say nothing, never end their head or body, or stay after an answer, within 15 s', async () => {
    const slow = await Promise.all([
      talk(''),
      talk(`${HEAD}X-A: a`, drip),
      talk(`${HEAD}Content-Length: 100000\r\nAuthorization: Bearer x\r\n\r\n{`, drip),
      talk('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    ]);
    expect(slow.filter(({ ms }) => ms >= 15_000)).toEqual([]);
  }, 20_000);
});
