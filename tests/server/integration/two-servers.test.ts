import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { keepFolder, keepText } from '../../support/keep-evidence.ts';
import { openDoor } from '../../support/open-door.ts';
import { startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { expectProblem } from '../problem.ts';
import { toTenantId } from '../proven.ts';
import { sendTo, startApp, toEnvironment, type Answer, type RunningApp } from '../running-app.ts';

const PATH = '/api/admin/integration';
const RUNS = '/api/admin/proof-runs';
const ROOM = { room: 'plain@contoso.example' };
/** How soon one server is to know what another was told. */
const PROMISE_MS = 60_000;
/** After which the run of a server that crashed blocks nobody. */
const LEASE_MS = 20_000;

jest.setTimeout(60_000);

let postgres: TestPostgres;
let databaseUrl: string;
let first: RunningApp;
let second: RunningApp;
let third: RunningApp;
let robin: string;
let tenantId: string;

const startBeside = (beside?: RunningApp): Promise<RunningApp> =>
  startApp({
    ...{ env: { DATABASE_URL: databaseUrl }, prepare: async () => {} },
    ...(beside === undefined ? {} : { beside }),
  });
const all = (): readonly RunningApp[] => [first, second, third];

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
beforeEach(async () => {
  databaseUrl = await postgres.createDatabase();
  first = await startBeside();
  [second, third] = await Promise.all([startBeside(first), startBeside(first)]);
  await first.control('/switches', { roomAnswerMs: 20 });
  robin = await first.token('robin');
  tenantId = toTenantId(first);
});
afterEach(async () => {
  for (const app of [third, second, first]) await app.close();
});
afterAll(() => postgres.stop(), 30_000);

const pass = (ms: number): void => all().forEach(({ clock }) => void (clock.offsetMs += ms));
const read = (app: RunningApp, token = robin) => app.call(PATH, { token });
const put = (app: RunningApp, body: object, ifMatch: string, token = robin): Promise<Answer> =>
  app.call(PATH, { method: 'PUT', token, body, headers: { 'If-Match': ifMatch } });
const change = async (app: RunningApp, body: object): Promise<Answer> =>
  put(app, body, (await read(app)).headers['etag'] ?? '');
const openOn = (app: RunningApp): Promise<void> => openDoor(app.store, { tenantId, organisation: 'Contoso' });
const session = (app: RunningApp, token: string) =>
  app.call('/api/session', { token, body: { host: 'teams', device: 'web' } });
const relay = (app: RunningApp, token: string) => app.call('/graph/v1.0/me', { token });
const run = (app: RunningApp): Promise<Answer> => app.call(RUNS, { token: robin, body: ROOM });
const lastLine = ({ text }: Answer): unknown => {
  const lines = text.split('\n').filter((line) => line.startsWith('data: '));
  return JSON.parse(lines.at(-1)?.slice('data: '.length) ?? 'null');
};
const readRuns = async (app: RunningApp) =>
  (await app.call(RUNS, { token: robin })).json as { isRunning: boolean; value: { verdict: string }[] };
const readTrail = async (app: RunningApp) =>
  (await app.call('/api/admin/audit', { token: robin })).json['value'] as { actor: string; action: string }[];
/** Ids of what it holds. */
const readMailbox = async (name: string): Promise<string> => {
  const { json } = await first.control(`/mailboxes/${name}@contoso.example/events`);
  return (json['value'] as { id: string }[]).map(({ id }) => id).join('\n');
};
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 200 && !(await isSo()); tries += 1) await wait(50);
  expect(await isSo()).toBe(true);
};
/** Somebody who works with the calendar through the second server, which holds all that it needs for that. */
async function workOnSecond(): Promise<string> {
  const alex = await first.token('alex');
  await first.connect(alex);
  expect((await relay(second, alex)).status).toBe(200);
  expect((await session(second, alex)).json).toMatchObject({ integration: { state: 'enabled' } });
  return alex;
}

describe('what one server was told', () => {
  it('as proof lets another enable, and both keep the same trail', async () => {
    const admin = await first.token('sam', { claims: { roles: ['Integration.Admin'] } });
    expectProblem(await put(second, { enabled: true }, '*'), 409, 'proof_required');
    expect(lastLine(await run(first))).toMatchObject({ step: 'proof', state: 'passed' });
    expect((await read(second)).json).toMatchObject({ state: 'passed', proof: { doubts: [] } });
    expect((await put(second, { enabled: true }, '*', admin)).json).toMatchObject({ state: 'enabled' });
    pass(PROMISE_MS);
    const alex = await workOnSecond();
    expect((await relay(third, alex)).status).toBe(200);
    const trail = await readTrail(first);
    expect(trail.map(({ action }) => action)).toEqual(['enabled', 'state', 'proof_run']);
    expect(new Set(trail.map(({ actor }) => actor)).size).toBe(2);
    for (const app of all()) expect(await readTrail(app)).toEqual(trail);
  });

  it('as settings is read by another administrator at once, by people within a minute, and makes older ETags useless', async () => {
    await openOn(first);
    const alex = await workOnSecond();
    const stale = (await read(second)).headers['etag'] ?? '';
    expect((await put(first, { buildings: ['A'], features: { presence: false } }, stale)).status).toBe(200);
    const late = await put(second, { buildings: ['B'] }, stale);
    expectProblem(late, 412, 'conflict');
    expect(late.json['detail']).toContain('features, buildings');
    expect((await read(second)).json).toMatchObject({ buildings: ['A'] });
    pass(PROMISE_MS);
    expect((await session(second, alex)).json).toMatchObject({
      ...{ features: { presence: false, freeBusy: true }, organisation: { buildings: ['A'] } },
    });
  });

  it('as disabled ends the work of people at another within a minute', async () => {
    await openOn(first);
    const alex = await workOnSecond();
    expect((await change(first, { enabled: false })).status).toBe(200);
    pass(PROMISE_MS);
    expectProblem(await relay(second, alex), 403, 'integration_not_enabled');
    expect((await session(third, alex)).json).toMatchObject({ integration: { reason: 'integration_not_enabled' } });
    expect((await session(second, alex)).json).toMatchObject({
      ...{ integration: { state: 'suspended', reason: 'integration_not_enabled' } },
    });
  });

  it('as suspended by a test that failed twice ends the work of people at another within a minute', async () => {
    await openOn(first);
    const alex = await workOnSecond();
    await first.control('/consents', { person: 'robin', scopes: ['Calendars.ReadWrite'], granted: false });
    expect(lastLine(await run(first))).toMatchObject({ step: 'proof', state: 'failed' });
    pass(PROMISE_MS);
    expectProblem(await relay(second, alex), 403, 'integration_not_enabled');
    expect((await session(second, alex)).json).toMatchObject({ integration: { state: 'suspended' } });
    expectProblem(await change(second, { enabled: true }), 409, 'proof_required');
  });

  it('as disconnected ends the calls through another within a minute, and connecting again counts there too', async () => {
    await openOn(first);
    const alex = await workOnSecond();
    expect(
      (await first.call('/api/connection', { method: 'PUT', token: alex, body: { connected: false } })).status,
    ).toBe(200);
    pass(PROMISE_MS);
    expectProblem(await relay(second, alex), 403, 'not_connected');
    expect((await session(second, alex)).json).toMatchObject({ connection: { connected: false } });
    await third.connect(alex);
    pass(PROMISE_MS);
    expect((await relay(second, alex)).status).toBe(200);
  });

  it('as disconnected stays so where another is told at once that the welcome was seen', async () => {
    await openOn(first);
    const alex = await workOnSecond();
    const tell = (app: RunningApp, body: object) => app.call('/api/connection', { method: 'PUT', token: alex, body });
    await tell(first, { connected: false });
    expect((await tell(second, { welcomeSeen: '1.0' })).json).toEqual({
      ...{ connected: false, connectedSince: null, welcomeSeen: '1.0' },
    });
    expect((await read(third)).json).toMatchObject({ counts: { connected: 0 } });
  });

  it('as deleted leaves nothing of the organisation at another within a minute', async () => {
    await openOn(first);
    const alex = await workOnSecond();
    const stale = (await read(second)).headers['etag'] ?? '';
    expect((await first.call(PATH, { method: 'DELETE', token: robin })).status).toBe(204);
    expectProblem(await put(second, { buildings: ['B'] }, stale), 412, 'conflict');
    pass(PROMISE_MS);
    expectProblem(await relay(second, alex), 403, 'integration_not_enabled');
    expect((await session(second, alex)).json).toMatchObject({
      ...{ integration: { state: 'untested' }, connection: { connected: false }, organisation: { name: '' } },
    });
  });
});

describe('two administrators at the same moment, each at another server', () => {
  it('are told apart: one wins, the other gets 412, and the trail has one line', async () => {
    for (let round = 0; round < 8; round += 1) {
      const etag = (await read(third)).headers['etag'] ?? '';
      const wishes = [first, second].map((app, index) => put(app, { buildings: [`${round}.${index}`] }, etag));
      const answers = await Promise.all(wishes);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const winner = answers.findIndex(({ status }) => status === 200);
      const { headers, json } = await read(third);
      expect([headers['etag'], json['buildings']]).toEqual([answers[winner]?.headers['etag'], [`${round}.${winner}`]]);
      expect(await readTrail(third)).toHaveLength(round + 1);
    }
  });

  it('lose nothing where both change something else and take it as it stands', async () => {
    const proof = run(third);
    for (let round = 0; round < 8; round += 1) {
      const [buildings, organisation] = [[`${round}`], { helpContact: `Desk ${round}` }];
      await Promise.all([put(first, { buildings }, '*'), put(second, { organisation }, '*')]);
      expect((await read(third)).json).toMatchObject({ buildings, organisation });
    }
    await proof;
    expect((await read(first)).json).toMatchObject({ state: 'passed', buildings: ['7'] });
    expect(await readTrail(second)).toHaveLength(8 * 2 + 2);
  });
});

describe('a test of the integration', () => {
  it('is one at a time, whichever server it is asked of', async () => {
    await first.control('/switches', { roomAnswerMs: 1_500 });
    const running = run(first);
    await until(async () => (await readRuns(second)).isRunning);
    for (const app of all()) expectProblem(await run(app), 412, 'conflict');
    expect(lastLine(await running)).toMatchObject({ state: 'passed' });
    expect(await readRuns(second)).toMatchObject({ isRunning: false, value: [{ verdict: 'passed' }] });
    await first.control('/switches', { roomAnswerMs: 20 });
    expect(lastLine(await run(second))).toMatchObject({ state: 'passed' });
    expect((await readRuns(first)).value).toHaveLength(2);
  });

  it('is begun by one of three that are asked at the same moment', async () => {
    await first.control('/switches', { roomAnswerMs: 1_500 });
    const answers = await Promise.all(all().map(run));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect((await readRuns(third)).value).toHaveLength(1);
  });
});

describe('a server that stalls for longer than its turn', () => {
  it('stops at its next sign of life, and spoils nothing for the one that took over', async () => {
    const before = [await readMailbox('robin'), await readMailbox('plain')];
    await first.control('/switches', { roomAnswerMs: 7_000 });
    const stalled = run(first);
    await until(async () => (await readMailbox('robin')) !== before[0]);
    second.clock.offsetMs += LEASE_MS;
    const next = run(second);
    expect(lastLine(await stalled)).toMatchObject({ step: 'proof', state: 'inconclusive' });
    expectProblem(await run(third), 412, 'conflict');
    await first.control('/switches', { roomAnswerMs: 20 });
    expect(lastLine(await next)).toMatchObject({ step: 'proof', state: 'passed' });
    expect([await readMailbox('robin'), await readMailbox('plain')]).toEqual(before);
  });
});

describe('a server that crashes in the middle of a test', () => {
  let child: ChildProcess | undefined;
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'office-shifts-'));
  });
  afterEach(() => {
    child?.kill('SIGKILL');
    keepFolder(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** In a process of its own. Gives its address. */
  async function startElsewhere(): Promise<string> {
    const env = { ...toEnvironment(first.emulator.url, dataDir), DATABASE_URL: databaseUrl, LOG_LEVEL: 'info' };
    const script = join(process.cwd(), 'tests/support/server-process.mjs');
    const started = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    child = started;
    for await (const line of createInterface({ input: started.stdout })) {
      keepText('log', line);
      const port = /"port":(\d+)/.exec(line)?.[1];
      if (port !== undefined) return `http://127.0.0.1:${port}`;
    }
    throw new Error('it ended before it listened');
  }
  it('blocks no other for long, and what it left is swept by the next test', async () => {
    const before = [await readMailbox('robin'), await readMailbox('plain')];
    await first.control('/switches', { roomAnswerMs: 40_000 });
    const cutOff = sendTo(await startElsewhere(), RUNS, { token: robin, body: ROOM }).then(
      () => 'ended',
      () => 'cut off',
    );
    await until(async () => (await readMailbox('robin')) !== before[0]);
    const ended = once(child as ChildProcess, 'exit');
    child?.kill('SIGKILL');
    await ended;
    expect(await cutOff).toBe('cut off');
    await first.control('/switches', { roomAnswerMs: 20 });
    const left = await readMailbox('robin');
    expect(left).not.toBe(before[0]);
    expectProblem(await run(second), 412, 'conflict');
    expect(await readRuns(first)).toEqual({ isRunning: true, value: [] });

    pass(LEASE_MS);
    expect(await readRuns(first)).toEqual({ isRunning: false, value: [] });
    expect(lastLine(await run(second))).toMatchObject({ step: 'proof', state: 'passed' });
    expect([await readMailbox('robin'), await readMailbox('plain')]).toEqual(before);
    expect((await readRuns(third)).value).toHaveLength(1);
  });
});
