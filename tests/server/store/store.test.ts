import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProofRun } from '../../../src/domain/contract/proof.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/contract/settings.ts';
import { openStore, type Store } from '../../../server/store/store.ts';
import { BOTH_DATABASES, startDatabases, type Databases, type Place } from '../../support/both-databases.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const ROBIN = { tenantId: TENANT, objectId: '33333333-3333-4333-8333-333333333333' };
const ALEX = { tenantId: TENANT, objectId: '44444444-4444-4444-8444-444444444444' };
const CONNECTED = { connected: true, connectedSince: '2026-11-01T08:00:00.000Z', welcomeSeen: '1.0' };
const DAY_MS = 86_400_000;
const settings = { ...DEFAULT_SETTINGS, buildings: ['Oslo \u0000 "West"', 'محطة'] };

const toRun = (minute: number, verdict: ProofRun['verdict'] = 'failed'): ProofRun => ({
  id: `run-${minute}`,
  startedAt: '2026-11-01T08:00:00.000Z',
  endedAt: new Date(Date.UTC(2026, 10, 1, 9, minute)).toISOString(),
  verdict,
  by: 'admin',
  fingerprint: { registration: 'r', scopes: ['User.Read'], major: '1' },
  steps: [{ step: 'rooms', state: 'passed', ms: 12, facts: { rooms: 6 } }],
});

describe.each(BOTH_DATABASES)('the store on %s', (kind) => {
  let databases: Databases;
  let place: Place;
  let store: Store;
  let nowMs: number;
  const now = (): number => nowMs;
  const open = (): Promise<Store> => openStore({ ...place, now });

  beforeAll(async () => {
    databases = await startDatabases(kind);
  }, 60_000);
  beforeEach(async () => {
    nowMs = Date.UTC(2026, 10, 20, 12);
    place = await databases.createPlace();
    store = await open();
  });
  afterEach(() => store.close());
  afterAll(() => databases.stop(), 30_000);

  it('knows nothing at first', async () => {
    expect(await store.findTenant(TENANT)).toBeUndefined();
    expect(await store.findConnection(ALEX)).toBeUndefined();
    expect(await store.findRoomRules(TENANT)).toBeUndefined();
    expect(await store.findLast(TENANT, 'passed')).toBeUndefined();
    expect(await store.listProofs(TENANT)).toEqual([]);
    expect(await store.listAudit(TENANT)).toEqual([]);
    expect(await store.countConnections(TENANT)).toBe(0);
    await store.ping();
  });

  it('keeps all of it over a restart', async () => {
    const etag = await store.saveTenant(TENANT, { state: 'suspended', settings, suspendedBy: ['book'] });
    await store.saveConnection(ALEX, CONNECTED);
    await store.addProof(TENANT, toRun(1));
    await store.addAudit({ ...ROBIN, actor: ROBIN.objectId, action: 'settings', from: { a: 1 }, to: { a: [null] } });
    await store.saveRoomRules(TENANT, [{ room: 'abcdefghijklmnopqrstuv', maxMinutes: 30 }]);
    await store.close();
    store = await open();
    expect(await store.findTenant(TENANT)).toEqual({ state: 'suspended', settings, suspendedBy: ['book'], etag });
    expect(await store.findConnection(ALEX)).toEqual(CONNECTED);
    expect(await store.listProofs(TENANT)).toEqual([toRun(1)]);
    expect(await store.listAudit(TENANT)).toEqual([
      { at: '2026-11-20T12:00:00.000Z', actor: ROBIN.objectId, action: 'settings', from: { a: 1 }, to: { a: [null] } },
    ]);
    expect(await store.findRoomRules(TENANT)).toEqual({
      rules: [{ room: 'abcdefghijklmnopqrstuv', maxMinutes: 30 }],
      importedAt: '2026-11-20T12:00:00.000Z',
    });
  });

  describe('saveTenant', () => {
    const save = (expected?: string) => store.saveTenant(TENANT, { state: 'untested', settings }, expected);

    it('overwrites where nothing is expected, and gives a new etag each time', async () => {
      await store.saveTenant(TENANT, { state: 'suspended', settings, suspendedBy: ['book'] });
      const etag = await save();
      expect(await store.findTenant(TENANT)).toEqual({ state: 'untested', settings, etag });
      expect(await save()).not.toBe(etag);
    });

    it('creates where none is expected, once', async () => {
      expect(await save('none')).toEqual(expect.any(String));
      expect(await save('none')).toBeUndefined();
    });

    it('changes what it expects to find and nothing else', async () => {
      expect(await save('of nothing')).toBeUndefined();
      expect(await store.findTenant(TENANT)).toBeUndefined();
      const first = await save();
      const second = await save(first);
      expect(await save(first)).toBeUndefined();
      expect(await store.findTenant(TENANT)).toMatchObject({ etag: second });
    });

    it.each(['none', 'etag'])('lets one of twenty through who come together with %s', async (expected) => {
      const etag = expected === 'none' ? 'none' : await save();
      const answers = await Promise.all(Array.from({ length: 20 }, () => save(etag)));
      expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1);
    });
  });

  it('counts the connected of one tenant only', async () => {
    await store.saveConnection(ALEX, CONNECTED);
    await store.saveConnection(ROBIN, { connected: false, connectedSince: null, welcomeSeen: '1.0' });
    await store.saveConnection({ ...ALEX, tenantId: OTHER }, CONNECTED);
    expect(await store.countConnections(TENANT)).toBe(1);
  });

  describe('the audit trail of a change', () => {
    const line = { tenantId: TENANT, actor: ROBIN.objectId, action: 'settings' };
    /** Without an actor, so that no database takes it. */
    const broken = { ...line, actor: null as unknown as string };
    const record = { state: 'untested', settings } as const;
    const listActions = async () => (await store.listAudit(TENANT)).map(({ action }) => action);

    it('is written with it', async () => {
      expect(await store.saveTenant(TENANT, record, 'none', line)).toBeDefined();
      await store.saveRoomRules(TENANT, [], { ...line, action: 'room_rules' });
      expect(await listActions()).toEqual(['room_rules', 'settings']);
    });

    it('is not written where somebody else was faster', async () => {
      expect(await store.saveTenant(TENANT, record, 'older', line)).toBeUndefined();
      expect(await listActions()).toEqual([]);
    });

    it('takes the change along where it can not be written', async () => {
      await expect(store.saveTenant(TENANT, record, 'none', line, broken)).rejects.toThrow();
      await expect(store.saveRoomRules(TENANT, [], broken)).rejects.toThrow();
      expect(await store.findTenant(TENANT)).toBeUndefined();
      expect(await store.findRoomRules(TENANT)).toBeUndefined();
      const etag = await store.saveTenant(TENANT, record, 'none');
      await expect(store.deleteTenant(TENANT, broken)).rejects.toThrow();
      expect((await store.findTenant(TENANT))?.etag).toBe(etag);
      expect(await listActions()).toEqual([]);
    });
  });

  describe('proofs', () => {
    it('are the 20 newest, newest first, and the last passed one for as long as it takes', async () => {
      await store.addProof(TENANT, toRun(0, 'passed'));
      await store.addProof(TENANT, toRun(1, 'passed'));
      for (let minute = 25; minute > 1; minute -= 1) await store.addProof(TENANT, toRun(minute, 'inconclusive'));
      const kept = await store.listProofs(TENANT);
      expect(kept.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => `run-${25 - index}`));
      expect(await store.findLast(TENANT, 'passed')).toEqual(toRun(1, 'passed'));
      expect(await store.listProofs(OTHER)).toEqual([]);
    });

    it('remember the last one that said anything, however many said nothing after it', async () => {
      await store.addProof(TENANT, toRun(0, 'passed'));
      await store.addProof(TENANT, toRun(1, 'failed'));
      for (let minute = 2; minute < 30; minute += 1) await store.addProof(TENANT, toRun(minute, 'inconclusive'));
      expect(await store.findLast(TENANT, 'passed', 'failed')).toEqual(toRun(1, 'failed'));
      expect(await store.findLast(TENANT, 'passed')).toEqual(toRun(0, 'passed'));
    });
  });

  describe('leases', () => {
    it('go to one of twenty', async () => {
      const taken = await Promise.all(Array.from({ length: 20 }, () => store.takeLease('proof', 1_000)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await store.takeLease('another', 1_000)).toBeDefined();
    });

    it('are free again when they end, or are given back', async () => {
      await store.takeLease('proof', 1_000);
      nowMs += 999;
      expect(await store.takeLease('proof', 1_000)).toBeUndefined();
      nowMs += 1;
      const holder = await store.takeLease('proof', 1_000);
      await store.releaseLease(holder ?? '');
      expect(await store.takeLease('proof', 1_000)).toBeDefined();
    });

    it('last longer for their holder, and for nobody who lost them', async () => {
      const first = (await store.takeLease('proof', 1_000)) ?? '';
      nowMs += 900;
      expect(await store.renewLease(first, 1_000)).toBe(true);
      nowMs += 900;
      expect(await store.takeLease('proof', 1_000)).toBeUndefined();
      nowMs += 100;
      const second = (await store.takeLease('proof', 1_000)) ?? '';
      expect(await store.renewLease(first, 60_000)).toBe(false);
      await store.releaseLease(first);
      expect(await store.hasLease('proof')).toBe(true);
      await store.releaseLease(second);
      expect(await store.renewLease(second, 60_000)).toBe(false);
      expect(await store.hasLease('proof')).toBe(false);
    });
  });

  describe('audit', () => {
    it('is read newest first, also within one millisecond', async () => {
      for (let count = 0; count < 12; count += 1)
        await store.addAudit({ tenantId: TENANT, actor: 'program', action: `a${count}` });
      nowMs += 1;
      await store.addAudit({ tenantId: TENANT, actor: 'program', action: 'later' });
      const actions = (await store.listAudit(TENANT)).map(({ action }) => action);
      expect(actions).toEqual(['later', ...Array.from({ length: 12 }, (_, index) => `a${11 - index}`)]);
    });

    it('is deleted when it is older than its tenant keeps it', async () => {
      const write = async (ageDays: number): Promise<void> => {
        const todayMs = nowMs;
        nowMs -= ageDays * DAY_MS;
        for (const tenantId of [TENANT, OTHER])
          await store.addAudit({ tenantId, actor: 'program', action: `${ageDays} days` });
        nowMs = todayMs;
      };
      for (const ageDays of [366, 365, 8, 7, 0]) await write(ageDays);
      const retention = { auditDays: 7, logDays: 30 };
      await store.saveTenant(TENANT, { state: 'enabled', settings: { ...settings, retention } });
      await store.purgeOld();
      const read = async (tenantId: string) => (await store.listAudit(tenantId)).map(({ action }) => action);
      expect(await read(TENANT)).toEqual(['0 days', '7 days']);
      expect(await read(OTHER)).toEqual(['0 days', '7 days', '8 days', '365 days']);
    });

    it('loses the name of a person who deletes their data, and nobody else', async () => {
      for (const actor of [ALEX.objectId, ROBIN.objectId, 'program', ALEX.objectId])
        await store.addAudit({ tenantId: TENANT, actor, action: 'settings' });
      await store.addAudit({ tenantId: OTHER, actor: ALEX.objectId, action: 'settings' });
      await store.saveConnection(ALEX, CONNECTED);
      await store.saveConnection(ROBIN, CONNECTED);
      await store.deleteConnection(ALEX);
      const [last, program, robin, first] = (await store.listAudit(TENANT)).map(({ actor }) => actor);
      expect(last).toMatch(/^deleted-[0-9a-f-]{36}$/);
      expect([program, robin, first]).toEqual(['program', ROBIN.objectId, last]);
      expect((await store.listAudit(OTHER))[0]?.actor).toBe(ALEX.objectId);
      expect([await store.findConnection(ALEX), await store.findConnection(ROBIN)]).toEqual([undefined, CONNECTED]);
    });
  });

  it('deletes all of a tenant but a trail without names', async () => {
    for (const tenantId of [TENANT, OTHER]) {
      await store.saveTenant(tenantId, { state: 'enabled', settings });
      await store.saveConnection({ ...ALEX, tenantId }, CONNECTED);
      await store.addProof(tenantId, toRun(1, 'passed'));
      await store.saveRoomRules(tenantId, []);
      for (const actor of [ALEX.objectId, ROBIN.objectId, 'program', ALEX.objectId])
        await store.addAudit({ tenantId, actor, action: 'settings' });
    }
    await store.deleteTenant(TENANT);
    const read = (tenantId: string) =>
      Promise.all([
        store.findTenant(tenantId),
        store.findConnection({ ...ALEX, tenantId }),
        store.findLast(tenantId, 'passed'),
        store.findRoomRules(tenantId),
      ]);
    expect(await read(TENANT)).toEqual([undefined, undefined, undefined, undefined]);
    expect(await read(OTHER)).not.toContain(undefined);
    const actors = (await store.listAudit(TENANT)).map(({ actor }) => actor);
    expect(actors[1]).toBe('program');
    expect(new Set(actors).size).toBe(3);
    expect(actors.join()).not.toMatch(new RegExp(`${ALEX.objectId}|${ROBIN.objectId}`));
    await store.deleteTenant(TENANT);
    expect((await store.listAudit(TENANT)).map(({ actor }) => actor)).toEqual(actors);
    expect((await store.listAudit(OTHER))[0]?.actor).toBe(ALEX.objectId);
  });

  it('takes what tries to be SQL for a name', async () => {
    const objectId = `'; drop table connections; --`;
    await store.saveConnection({ tenantId: TENANT, objectId }, CONNECTED);
    expect(await store.findConnection({ tenantId: TENANT, objectId })).toEqual(CONNECTED);
    expect(await store.findConnection({ tenantId: TENANT, objectId: `' or '1'='1` })).toBeUndefined();
  });

  it('serves 200 writers and readers at a time', async () => {
    const people = Array.from({ length: 200 }, (_, index) => ({ tenantId: TENANT, objectId: `person-${index}` }));
    await Promise.all(
      people.map(async (user, index) => {
        await store.saveConnection(user, CONNECTED);
        if (index % 2 === 0) await store.deleteConnection(user);
        return store.findConnection(user);
      }),
    );
    expect(await store.countConnections(TENANT)).toBe(100);
  });
});

describe('the file of the store', () => {
  it('may be read by its owner alone', async () => {
    const databases = await startDatabases('SQLite');
    const { dataDir } = await databases.createPlace();
    const inner = join(dataDir, 'new');
    const store = await openStore({ dataDir: inner, now: Date.now });
    await store.saveConnection(ALEX, CONNECTED);
    await store.close();
    const bytes = readdirSync(inner).map((name) => readFileSync(join(inner, name), 'latin1'));
    expect(bytes.join()).toContain(ALEX.objectId);
    await databases.stop();
  });
});
