import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator, type Emulator } from '../../../emulator/create-emulator.ts';
import { startServer, type RunningServer } from '../../../server/main.ts';
import { openDoor } from '../../support/open-door.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { keepFolder } from '../../support/keep-evidence.ts';
import { CLIENT_ID, sendTo, toEnvironment, type Answer } from '../running-app.ts';

let emulator: Emulator;
let postgres: TestPostgres;
let dataDir: string;
let servers: RunningServer[];

const urlOf = (index: number): string => `http://127.0.0.1:${servers[index]?.port}`;
const ops = (path: string, index = 0, method = 'GET'): Promise<Answer> =>
  sendTo(`http://127.0.0.1:${servers[index]?.opsPort}`, path, { method });
const control = (path: string, body: object): Promise<Answer> => sendTo(emulator.url, `/emulator${path}`, { body });
const getToken = async (person = 'alex'): Promise<string> =>
  String((await control('/tokens', { person, audience: 'app' })).json['token']);
const connect = (token: string, connected: boolean, index: number): Promise<Answer> =>
  sendTo(urlOf(index), '/api/connection', { method: 'PUT', token, body: { connected } });
const readMe = (token: string, index: number): Promise<Answer> => sendTo(urlOf(index), '/graph/v1.0/me', { token });

beforeAll(async () => {
  emulator = await createEmulator({
    app: {
      url: 'http://localhost:3000',
      clientId: CLIENT_ID,
      secret: 'a secret of tests',
      appIdUri: `api://localhost:3000/${CLIENT_ID}`,
    },
  });
  postgres = await startPostgres();
  dataDir = mkdtempSync(join(tmpdir(), 'office-shifts-'));
  const env = {
    ...toEnvironment(emulator.url, dataDir),
    DATABASE_URL: await postgres.createDatabase(),
    OPS_PORT: '0',
  };
  const tenant = { tenantId: emulator.tenants[0]?.id ?? '', organisation: 'Contoso' };
  servers = await Promise.all([
    startServer(env, { beforeListen: (store) => openDoor(store, tenant) }),
    startServer(env),
    startServer(env),
  ]);
}, 60_000);
afterAll(async () => {
  for (const server of servers) await server.close();
  await postgres.stop();
  await emulator.close();
  keepFolder(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

describe('three servers that started together on one PostgreSQL', () => {
  it('are all ready', async () => {
    const answers = await Promise.all([0, 1, 2].map((index) => ops('/readyz', index)));
    expect(answers.map(({ status, json }) => [status, json['status']])).toEqual(Array(3).fill([200, 'ready']));
  });

  it('serve who connected at another, and within a minute nobody who disconnected there', async () => {
    const token = await getToken();
    expect((await connect(token, true, 0)).status).toBe(200);
    expect((await readMe(token, 1)).status).toBe(200);
    expect((await connect(token, false, 2)).status).toBe(200);
    const begunMs = Date.now();
    let last = await readMe(token, 1);
    while (last.status === 200 && Date.now() - begunMs < 60_000) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      last = await readMe(token, 1);
    }
    expect(last.json['code']).toBe('not_connected');
  }, 70_000);

  it('B26, B27 serve who is known while the database is away, refuse the rest with 503, and recover by themselves', async () => {
    const [alex, sam] = [await getToken('alex'), await getToken('sam')];
    await connect(alex, true, 0);
    expect((await readMe(alex, 0)).status).toBe(200);
    await postgres.pause();
    expect((await readMe(alex, 0)).status).toBe(200);
    expect((await connect(alex, false, 0)).status).toBe(503);
    const stranger = await readMe(sam, 0);
    expect([stranger.status, stranger.json['code']]).toEqual([503, 'upstream_unavailable']);
    expect(Number(stranger.headers['retry-after'])).toBeGreaterThan(0);
    const [ready, health] = [await ops('/readyz'), await sendTo(urlOf(0), '/healthz')];
    expect([ready.status, ready.json['status'], health.status]).toEqual([503, 'database_down', 200]);
    await postgres.resume();
    const back = await Promise.all(Array.from({ length: 30 }, () => connect(sam, true, 1)));
    expect(back.filter(({ status }) => status !== 200)).toEqual([]);
    expect((await ops('/readyz')).status).toBe(200);
  }, 60_000);
});

describe('/metrics', () => {
  it('counts exchanges, relayed calls, what memory had, and durations, and names nobody', async () => {
    const token = await getToken();
    await connect(token, true, 0);
    await readMe(token, 0);
    await readMe(token, 0);
    await sendTo(urlOf(0), '/graph/v1.0/users/someone@contoso.example', { token });
    await sendTo(urlOf(0), '/api/of-nobody/alex@contoso.example', { token });
    const { status, text, headers } = await ops('/metrics');
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/plain')]);
    expect(text).toMatch(/office_shifts_exchange_seconds_count\{outcome="ok"\} [1-9]/);
    expect(text).toMatch(
      /office_shifts_relay_calls_total\{method="GET",route="\/graph\/v1.0\/me",status="200"\} [2-9]/,
    );
    expect(text).toMatch(/office_shifts_cache_reads_total\{cache="graph_token",outcome="hit"\} [1-9]/);
    expect(text).toMatch(/office_shifts_request_seconds_bucket\{le="0.1",route="\/api\/connection"\} \d/);
    expect(text).toMatch(/process_resident_memory_bytes \d/);
    expect(text).not.toMatch(/alex|contoso|someone|@|[0-9a-f]{8}-[0-9a-f]{4}-/i);
  });
});

describe('the inner port', () => {
  it.each([
    ['GET', '/readyz?x=1', 200],
    ['HEAD', '/readyz', 200],
    ['POST', '/readyz', 405],
    ['GET', '/', 404],
    ['GET', '/healthz', 404],
    ['GET', '//metrics', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await ops(path, 0, method)).status).toBe(status);
  });

  it('is not ready where no key of Entra can be read', async () => {
    const alone = await startServer({ ...toEnvironment('http://127.0.0.1:9', join(dataDir, 'alone')), OPS_PORT: '0' });
    const answer = await sendTo(`http://127.0.0.1:${alone.opsPort}`, '/readyz');
    expect([answer.status, answer.json['status']]).toEqual([503, 'keys_unreadable']);
    await alone.close();
  });
});
