import { request } from 'node:http';
import type { ProofEvent } from '../../../src/domain/contract/proof.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { openDoor } from '../../support/open-door.ts';
import { startApp, type RunningApp } from '../running-app.ts';

const PATH = '/api/admin/proof-runs';
const ROOM = { room: 'plain@contoso.example' };
const EVENTS = '/v1.0/me/events';

jest.setTimeout(30_000);

let app: RunningApp;
let admin: string;
beforeEach(async () => {
  app = await startApp({ prepare: () => Promise.resolve() });
  await app.control('/switches', { roomAnswerMs: 20 });
  admin = await app.token('robin');
});
afterEach(() => app.close());

const tenantId = (): string => app.emulator.tenants[0]?.id ?? '';
const run = async (token = admin, body: object = ROOM): Promise<readonly ProofEvent[]> => {
  const { status, text } = await app.call(PATH, { token, body });
  if (status !== 200) throw new Error(`${status} ${text}`);
  const lines = text.split('\n').filter((line) => line.startsWith('data: '));
  return lines.map((line) => JSON.parse(line.slice('data: '.length)) as ProofEvent);
};
const getState = async (): Promise<string | undefined> => (await app.store.findTenant(tenantId()))?.state;
const takeBack = (scope: string, granted = false) =>
  app.control('/consents', { person: 'robin', scopes: [scope], granted });
const readMailboxes = async (): Promise<string> => {
  const texts = await Promise.all(
    ['plain', 'robin'].map((name) => app.control(`/mailboxes/${name}@contoso.example/events`)),
  );
  return texts.map(({ text }) => text).join();
};

/** A caller who hangs up after so long. */
const callAndLeave = (afterMs: number): Promise<void> =>
  new Promise((resolve) => {
    const headers = { authorization: `Bearer ${admin}`, 'content-type': 'application/json' };
    const outgoing = request(`${app.url}${PATH}`, { method: 'POST', headers }, (response) => {
      response.on('data', () => undefined).on('error', () => undefined);
      setTimeout(() => {
        outgoing.destroy();
        resolve();
      }, afterMs);
    });
    outgoing.on('error', () => undefined).end(JSON.stringify(ROOM));
  });
const untilRecorded = async (): Promise<void> => {
  for (let tries = 0; tries < 100 && (await app.store.listProofs(tenantId())).length === 0; tries += 1) await wait(50);
};

describe('POST /api/admin/proof-runs', () => {
  it('streams each step, ends with the verdict, and keeps the report', async () => {
    const events = await run();
    expect(events[0]).toEqual({ step: 'registration', state: 'running', ms: 0 });
    expect(events.at(-1)).toMatchObject({ step: 'proof', state: 'passed' });
    expect(await getState()).toBe('passed');
    const { json } = await app.call(PATH, { token: admin });
    const [report] = json['value'] as { verdict: string; by: string; steps: ProofEvent[] }[];
    expect(report).toMatchObject({ verdict: 'passed', by: 'admin', fingerprint: { major: '0' } });
    expect(report?.steps.some(({ state }) => state === 'running')).toBe(false);
  });

  it('answers as an event stream that nobody keeps', async () => {
    const { headers } = await app.call(PATH, { token: admin, body: ROOM });
    expect(headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
  });

  it('is made for admins and testers alone', async () => {
    const tester = await app.token('alex', { claims: { roles: ['Integration.Tester'] } });
    expect((await run(tester)).at(-1)).toMatchObject({ state: 'passed' });
    expect((await app.store.listProofs(tenantId()))[0]?.by).toBe('tester');
    const employee = await app.call(PATH, { token: await app.token('alex'), body: ROOM });
    expect([employee.status, employee.json['code']]).toEqual([403, 'admin_required']);
  });

  it('names a missing scope in a report that fails, and passes once it is agreed to', async () => {
    await takeBack('Place.Read.All');
    const failed = (await run()).filter(({ state }) => state === 'failed');
    expect(failed.map(({ step }) => step)).toEqual(['scope:Place.Read.All', 'proof']);
    expect(failed[0]).toMatchObject({ code: 'consent_required', consent: { by: 'admin' } });
    expect(await getState()).toBe('failed');
    await takeBack('Place.Read.All', true);
    expect((await run()).at(-1)).toMatchObject({ state: 'passed' });
    expect(await getState()).toBe('passed');
  });

  const refused: [string, unknown][] = [
    ['no room', {}],
    ['a room that is none', { room: 'plain' }],
    ['a room of two', { room: 'a@b.example,c@d.example' }],
    ['a field that nobody knows', { ...ROOM, force: true }],
    ['a day that no calendar has', { ...ROOM, start: '2027-02-31T10:00:00Z' }],
    ['a time without its offset', { ...ROOM, start: '2027-02-01T10:00:00' }],
    ['a time that is long over', { ...ROOM, start: '2020-01-01T10:00:00Z' }],
    ['a time before the first of all calendars', { ...ROOM, start: '0001-01-01T00:00:00Z' }],
    ['a time that no calendar goes to', { ...ROOM, start: '9999-12-31T00:00:00Z' }],
    ['a number for a time', { ...ROOM, start: 5 }],
  ];
  it.each(refused)('refuses %s, and begins nothing', async (_name, body) => {
    const { status, json } = await app.call(PATH, { token: admin, body });
    expect([status, json['code']]).toEqual([400, 'bad_request']);
    expect(app.takeGraphCalls()).toEqual([]);
    expect(await app.store.listProofs(tenantId())).toEqual([]);
  });

  it('refuses a second one while one is under way', async () => {
    await app.control('/switches', { roomAnswerMs: 600 });
    const first = run();
    await wait(300);
    const second = await app.call(PATH, { token: admin, body: ROOM });
    expect([second.status, second.json['code']]).toEqual([412, 'conflict']);
    expect((await app.call(PATH, { token: admin })).json).toEqual({ value: [], isRunning: true });
    expect((await first).at(-1)).toMatchObject({ state: 'passed' });
    expect((await app.call(PATH, { token: admin })).json['isRunning']).toBe(false);
    expect((await run()).at(-1)).toMatchObject({ state: 'passed' });
  });

  it('goes on to its end and cleans up although the caller has left', async () => {
    const before = await readMailboxes();
    await app.control('/switches', { roomAnswerMs: 400 });
    await callAndLeave(200);
    await untilRecorded();
    expect((await app.store.listProofs(tenantId()))[0]?.verdict).toBe('passed');
    expect(await readMailboxes()).toBe(before);
  });

  it('shows a sign of life while a room takes its time', async () => {
    await app.control('/switches', { roomAnswerMs: 5_500 });
    const { text } = await app.call(PATH, { token: admin, body: ROOM });
    expect(text).toContain('\n:\n');
  });

  it('holds a tenant to 60 runs in ten minutes', async () => {
    await app.store.takeLease(`proof ${tenantId()}`, 60_000);
    const statuses = new Set<number>();
    for (let count = 0; count < 60; count += 1)
      statuses.add((await app.call(PATH, { token: admin, body: ROOM })).status);
    expect([...statuses]).toEqual([412]);
    expect((await app.call(PATH, { token: admin, body: ROOM })).json['code']).toBe('throttled');
  });

  it('says nothing of any calendar, in the stream, the report, or the log', async () => {
    const events = JSON.stringify(await run());
    const report = JSON.stringify(await app.store.listProofs(tenantId()));
    const mailbox = JSON.parse((await app.control('/mailboxes/robin@contoso.example/events')).text) as {
      value: { subject: string }[];
    };
    const words = mailbox.value.map(({ subject }) => subject);
    expect(words.length).toBeGreaterThan(5);
    const told = [events, report, app.lines.join()].join();
    for (const word of [...words, 'plain', 'Linden', 'Room test', 'robin', 'contoso.example'])
      expect(told).not.toContain(word);
  });
});

describe('a proof run while the integration is enabled', () => {
  beforeEach(async () => {
    await openDoor(app.store, { tenantId: tenantId(), organisation: 'Contoso' });
  });

  it('runs a second time at once where the first says that nobody can work, and suspends where it comes again', async () => {
    await takeBack('Calendars.ReadWrite');
    const events = await run();
    expect(events.filter(({ step }) => step === 'registration').map(({ attempt }) => attempt)).toEqual([
      ...[undefined, undefined, 2, 2],
    ]);
    expect(events.filter(({ step }) => step === 'proof')).toHaveLength(1);
    expect(await app.store.findTenant(tenantId())).toMatchObject({
      state: 'suspended',
      suspendedBy: ['scope:Calendars.ReadWrite'],
    });
    expect(await app.store.listProofs(tenantId())).toHaveLength(2);
  });

  it('stays open where the second run passes', async () => {
    const answer = { status: 403 };
    await app.control('/faults', [{ match: { method: 'POST', path: EVENTS }, answer, times: 1 }]);
    const events = await run();
    expect(events.some(({ step, state }) => step === 'book' && state === 'failed')).toBe(true);
    expect(events.at(-1)).toMatchObject({ step: 'proof', state: 'passed' });
    expect(await getState()).toBe('enabled');
  });

  it('stays open where one feature or one room is at fault', async () => {
    await takeBack('Presence.Read.All');
    expect((await run()).at(-1)).toMatchObject({ state: 'passed' });
    const events = await run(admin, { room: 'reserved@contoso.example' });
    expect(events.at(-1)).toMatchObject({ state: 'failed' });
    expect(events.some(({ attempt }) => attempt === 2)).toBe(false);
    expect(await getState()).toBe('enabled');
  });
});

describe('GET /api/admin/choices', () => {
  const path = '/api/admin/choices';

  it('offers rooms, buildings and the caller’s teams', async () => {
    const { json } = await app.call(path, { token: admin });
    const { rooms, buildings, teams, missing } = json as Record<string, unknown[]>;
    expect([rooms?.length, teams?.length, missing]).toEqual([25, 1, []]);
    expect(rooms?.[0]).toEqual({ address: ROOM.room, name: '1.01 Linden', building: 'Headquarters' });
    expect(buildings).toContain('Headquarters');
  });

  it('says which list can’t be read', async () => {
    await takeBack('Place.Read.All');
    expect((await app.call(path, { token: admin })).json).toMatchObject({
      rooms: [],
      buildings: [],
      missing: ['rooms'],
    });
  });

  it('is there for testers, and for nobody else', async () => {
    const tester = await app.token('alex', { claims: { roles: ['Integration.Tester'] } });
    expect((await app.call(path, { token: tester })).status).toBe(200);
    expect((await app.call(path, { token: await app.token('alex') })).json['code']).toBe('admin_required');
  });
});
