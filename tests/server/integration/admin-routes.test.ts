import { openDoor } from '../../support/open-door.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/contract/settings.ts';
import { BOTH_DATABASES, startDatabases, type Databases } from '../../support/both-databases.ts';
import { expectProblem } from '../problem.ts';
import { toRun, toTenantId } from '../proven.ts';
import { startApp, type Answer, type RunningApp } from '../running-app.ts';

describe.each(BOTH_DATABASES)('the integration of an organisation, kept in %s', (kind) => {
  let databases: Databases;
  let app: RunningApp;
  let admin: string;
  let tenantId: string;
  const PATH = '/api/admin/integration';

  const read = (token = admin) => app.call(PATH, { token });
  const put = (body: object, ifMatch?: string | readonly string[], token = admin): Promise<Answer> =>
    app.call(PATH, {
      ...{ method: 'PUT', token, body },
      ...(ifMatch === undefined ? {} : { headers: { 'If-Match': ifMatch } }),
    });
  const etagNow = async (): Promise<string> => (await read()).headers['etag'] ?? '';
  /** Changes it as it stands. */
  const change = async (body: object): Promise<Answer> => put(body, await etagNow());
  const session = async (person: string, claims = {}) =>
    (
      await app.call('/api/session', {
        token: await app.token(person, { claims }),
        body: { host: 'teams', device: 'web' },
      })
    ).json;

  /** The trail outlives everything: what earlier tests left in it is not looked at. */
  let seen = 0;
  const listTrail = async () => {
    const all = await app.store.listAudit(tenantId);
    return all.slice(0, all.length - seen);
  };

  beforeAll(async () => {
    databases = await startDatabases(kind);
    const { databaseUrl: DATABASE_URL } = await databases.createPlace();
    app = await startApp({ prepare: async () => {}, ...(DATABASE_URL === undefined ? {} : { env: { DATABASE_URL } }) });
    tenantId = toTenantId(app);
  }, 60_000);
  beforeEach(async () => {
    admin = await app.token('robin');
    await app.call(PATH, { token: admin, method: 'DELETE' });
    seen = (await app.store.listAudit(tenantId)).length;
  });
  afterEach(() => {
    app.clock.offsetMs = 0;
  });
  afterAll(async () => {
    await app.close();
    await databases.stop();
  }, 30_000);

  describe('reading the integration', () => {
    it('shows an organisation that nobody has set up, with the ETag none', async () => {
      const { status, headers, json } = await read();
      expect(status).toBe(200);
      expect(headers['etag']).toBe('"none"');
      expect(json).toMatchObject({
        ...DEFAULT_SETTINGS,
        state: 'untested',
        proof: { doubts: ['none_passed'] },
        counts: { connected: 0 },
        roomRules: { rooms: 0 },
      });
      const consent = new URL(String(json['consentUrl']));
      expect(consent.pathname).toBe(`/${tenantId}/v2.0/adminconsent`);
      expect(consent.searchParams.get('scope')?.split(' ')).toHaveLength(5);
      expect(json['testerUrl']).toBe('http://localhost:3000/tab?view=proof');
    });

    it('counts who is connected and names nobody', async () => {
      await openDoor(app.store, { tenantId, organisation: 'Contoso' });
      for (const person of ['alex', 'sam']) await app.connect(await app.token(person));
      const { json, text } = await read();
      expect(json['counts']).toEqual({ connected: 2 });
      const { user } = await session('alex');
      expect(text).not.toContain((user as { objectId: string }).objectId);
    });
  });

  describe('who may', () => {
    it('says which roles can help, and whom the organisation names', async () => {
      await change({ organisation: { helpContact: 'IT desk, extension 2200' } });
      const answer = await read(await app.token('alex'));
      expectProblem(answer, 403, 'admin_required');
      expect(answer.json['detail']).toBe(
        'Needs the app role Integration.Admin, or the directory role Global or Teams Administrator. Ask: IT desk, extension 2200',
      );
      expect((await read(await app.token('jo'))).json['detail']).not.toContain('2200');
    });

    it('lets testers run proofs and see rooms, and nothing more', async () => {
      const tester = await app.token('alex', { claims: { roles: ['Integration.Tester'] } });
      for (const [path, method] of [
        [PATH, 'GET'],
        [PATH, 'PUT'],
        [PATH, 'DELETE'],
        ['/api/admin/audit', 'GET'],
        ['/api/admin/room-rules', 'PUT'],
        ['/api/admin/proof-runs/', 'GET'],
      ] as const)
        expectProblem(await app.call(path, { token: tester, method }), 403, 'admin_required');
      expect((await app.call('/api/admin/proof-runs', { token: tester })).status).toBe(200);
    });

    it('keeps organisations apart', async () => {
      await change({ organisation: { name: 'Contoso' } });
      const other = await app.token('jo', { claims: { roles: ['Integration.Admin'] } });
      expect((await read(other)).json).toMatchObject({ organisation: { name: '' } });
      expect((await app.call('/api/admin/audit', { token: other })).text).not.toContain('Contoso');
      expect((await app.call(PATH, { token: other, method: 'DELETE' })).status).toBe(204);
      expect((await read()).json).toMatchObject({ organisation: { name: 'Contoso' } });
    });
  });

  describe('changing it', () => {
    it('answers the new state with a new ETag, and notes who, when, from and to', async () => {
      const answer = await put({ features: { shifts: true }, devices: { mobile: true } }, '"none"');
      expect(answer.status).toBe(200);
      expect(answer.json).toMatchObject({
        features: { ...DEFAULT_SETTINGS.features, shifts: true },
        state: 'untested',
      });
      expect(answer.headers['etag']).not.toBe('"none"');
      expect(await etagNow()).toBe(answer.headers['etag']);
      const { json } = await app.call('/api/admin/audit', { token: admin });
      const { user } = await session('robin');
      expect((json['value'] as unknown[]).slice(0, -seen)).toEqual([
        {
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as unknown,
          actor: (user as { objectId: string }).objectId,
          action: 'settings',
          from: { features: { shifts: false }, devices: { mobile: false } },
          to: { features: { shifts: true }, devices: { mobile: true } },
        },
      ]);
    });

    it('is seen by the next session', async () => {
      await change({
        organisation: { name: 'Contoso', welcomeText: 'Hello', helpContact: 'IT' },
        shiftSources: ['teamsShifts', 'workPlan'],
        buildings: ['A'],
      });
      await session('alex');
      await change({ transport: 'relayOnly', buildings: ['B'] });
      expect(await session('alex')).toMatchObject({
        organisation: {
          name: 'Contoso',
          helpContact: 'IT',
          shiftSources: ['teamsShifts', 'workPlan'],
          buildings: ['B'],
        },
      });
    });

    it('leaves no trace where nothing changes', async () => {
      const { headers } = await change({ buildings: ['A'] });
      const again = await put({ buildings: ['A'], enabled: false }, headers['etag']);
      expect(again.headers['etag']).toBe(headers['etag']);
      expect(await listTrail()).toHaveLength(1);
    });

    it.each([
      ['none', undefined],
      ['one of before', '"none"'],
      ['a weak one', 'W/"none"'],
      ['one without quotes', 'none'],
      ['a made-up one', '"made up"'],
      ['two', ['*', '*']],
      ['an empty one', ''],
    ])('refuses %s as If-Match with 412, and changes nothing', async (_name, ifMatch) => {
      await put({ buildings: ['A'] }, '*');
      const before = await app.store.findTenant(tenantId);
      expectProblem(await put({ buildings: ['B'] }, ifMatch), 412, 'conflict');
      expect(await app.store.findTenant(tenantId)).toEqual(before);
    });

    it('tells the later of two administrators what changed', async () => {
      const etag = await etagNow();
      await put({ features: { presence: true }, transport: 'relayOnly' }, etag);
      const late = await put({ buildings: ['B'] }, etag);
      expectProblem(late, 412, 'conflict');
      expect(late.json['detail']).toMatch(/^Last changed at \d{4}-.*Z: features, transport\.$/);
    });

    it('lets one of many at the same moment win, and loses nothing of those who ask again', async () => {
      const etag = await etagNow();
      const all = ['A', 'B', 'C', 'D', 'E', 'F'];
      const answers = await Promise.all(all.map((building) => put({ buildings: [building] }, etag)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
      expect(await listTrail()).toHaveLength(1);
      await Promise.all([
        put({ transport: 'relayOnly' }, '*'),
        put({ audience: 'assigned' }, '*'),
        put({ buildings: [] }, '*'),
      ]);
      expect((await read()).json).toMatchObject({ transport: 'relayOnly', audience: 'assigned', buildings: [] });
    });

    it('by another server is seen within ten seconds', async () => {
      await session('alex');
      await app.store.saveTenant(tenantId, { state: 'enabled', settings: { ...DEFAULT_SETTINGS, buildings: ['Z'] } });
      expect((await read()).json).toMatchObject({ state: 'enabled', buildings: ['Z'] });
      app.clock.offsetMs = 10_000;
      expect(await session('alex')).toMatchObject({ integration: { state: 'enabled' } });
    });
  });

  describe('the audit trail', () => {
    it('is given as JSON lines under a file name, newest first', async () => {
      await change({ buildings: ['A'] });
      await change({ buildings: ['A', 'B'] });
      const headers = { Accept: 'application/x-ndjson' };
      const answer = await app.call('/api/admin/audit', { token: admin, headers });
      expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
      expect(answer.headers['content-disposition']).toMatch(
        /^attachment; filename="office-shifts-audit-\d{4}-\d\d-\d\d\.jsonl"$/,
      );
      const lines = answer.text.trimEnd().split('\n').slice(0, -seen);
      expect(lines.map((line) => (JSON.parse(line) as { to: unknown }).to)).toEqual([
        { buildings: ['A', 'B'] },
        { buildings: ['A'] },
      ]);
    });
  });

  describe('deleting it', () => {
    it('leaves nothing of the organisation but a trail that names nobody, and closes the door at once', async () => {
      await app.store.addProof(tenantId, toRun());
      await change({ enabled: true });
      await app.call('/api/admin/room-rules', {
        method: 'PUT',
        token: admin,
        body: { rules: [{ room: 'a'.repeat(22) }] },
      });
      const token = await app.token();
      await app.connect(token);
      await app.call('/graph/v1.0/me', { token });
      const { user } = await session('robin');
      const exchanges = (): number => app.sent.filter((line) => line.endsWith('/token')).length;
      const before = exchanges();

      expect((await app.call(PATH, { token: admin, method: 'DELETE' })).status).toBe(204);

      expectProblem(await app.call('/graph/v1.0/me', { token }), 403, 'integration_not_enabled');
      expect(await session('alex')).toMatchObject({
        integration: { state: 'untested' },
        connection: { connected: false },
        organisation: { hasRoomRules: false },
      });
      expect((await read()).json).toMatchObject({
        ...DEFAULT_SETTINGS,
        counts: { connected: 0 },
        roomRules: { rooms: 0 },
      });
      expect(await app.store.listProofs(tenantId)).toEqual([]);
      const trail = await listTrail();
      expect(trail.map(({ action }) => action)).toEqual(['deleted', 'room_rules', 'enabled']);
      expect(JSON.stringify(trail)).not.toContain((user as { objectId: string }).objectId);
      // the Graph token that was held is gone too
      await openDoor(app.store, { tenantId, organisation: 'Contoso' });
      app.clock.offsetMs = 10_000;
      await app.connect(token);
      await app.call('/graph/v1.0/me', { token });
      expect(exchanges()).toBe(before + 1);
    });

    it('heeds an If-Match where one is sent', async () => {
      await change({ buildings: ['A'] });
      const wrong = await app.call(PATH, { token: admin, method: 'DELETE', headers: { 'If-Match': '"none"' } });
      expectProblem(wrong, 412, 'conflict');
      expect((await read()).json).toMatchObject({ buildings: ['A'] });
      const right = { 'If-Match': await etagNow() };
      expect((await app.call(PATH, { token: admin, method: 'DELETE', headers: right })).status).toBe(204);
    });

    it('of one’s own data takes one’s name out of the trail', async () => {
      await change({ buildings: ['A'] });
      const { user } = await session('robin');
      expect((await app.call('/api/connection', { token: admin, method: 'DELETE' })).status).toBe(204);
      const [record] = await app.store.listAudit(tenantId);
      expect(record?.actor).not.toBe((user as { objectId: string }).objectId);
      expect(record).toMatchObject({ action: 'settings', to: { buildings: ['A'] } });
    });
  });
});
