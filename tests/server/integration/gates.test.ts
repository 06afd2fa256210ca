import { openDoor } from '../../support/open-door.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/contract/settings.ts';
import type { Store } from '../../../server/store/store.ts';
import { expectProblem } from '../problem.ts';
import { startApp, type RunningApp } from '../running-app.ts';

let app: RunningApp;
let token: string;
let down = false;

/** The real store, from which the power can be cut. */
function breakable(store: Store): Store {
  const entries = Object.entries(store).map(([name, work]) => [
    name,
    (...args: unknown[]) =>
      down
        ? Promise.reject(new Error('the disk is gone: alex@contoso.example'))
        : (work as (...all: unknown[]) => unknown)(...args),
  ]);
  return Object.fromEntries(entries) as Store;
}

const session = (device = 'web', host = 'teams') => app.call('/api/session', { token, body: { host, device } });
const me = (client?: string) =>
  app.call('/graph/v1.0/me', {
    token,
    ...(client === undefined ? {} : { headers: { 'Office-Shifts-Client': client } }),
  });
const put = (body: object, client?: string) =>
  app.call('/api/connection', {
    method: 'PUT',
    token,
    body,
    ...(client === undefined ? {} : { headers: { 'Office-Shifts-Client': client } }),
  });

beforeEach(async () => {
  down = false;
  app = await startApp({ wrapStore: breakable });
  token = await app.token();
});
afterEach(async () => {
  down = false;
  await app.close();
});

describe('the door', () => {
  it('tells state, features and transport, the last only to the connected', async () => {
    const before = await session();
    expect(before.json).toMatchObject({
      integration: { state: 'enabled' },
      connection: { connected: false, welcomeDue: true },
    });
    expect(before.json['transport']).toBeUndefined();
    await app.connect(token);
    expect((await session()).json).toMatchObject({ connection: { connected: true }, transport: { mode: 'automatic' } });
  });

  it('is closed to a tenant that was never tested, and says so', async () => {
    token = await app.token('jo');
    expect((await session()).json).toMatchObject({
      integration: { state: 'untested', reason: 'integration_not_enabled' },
      features: { freeBusy: false },
    });
    expectProblem(await put({ connected: true }), 403, 'integration_not_enabled');
    expectProblem(await me(), 403, 'integration_not_enabled');
    expect((await put({ welcomeSeen: '0.1' })).status).toBe(200);
    expect(app.sent.filter((line) => line.startsWith('POST'))).toEqual([]);
  });

  it.each([
    ['administrators', ['Integration.Admin'], { isAdmin: true, isTester: false }],
    ['testers', ['Integration.Tester'], { isAdmin: false, isTester: true }],
  ])('lets %s in before it is enabled, to see what is wrong, and nobody else', async (_name, roles, user) => {
    token = await app.token('jo', { claims: { roles } });
    const { json } = await session();
    expect(json).toMatchObject({ user, integration: { state: 'untested' } });
    expect(json['integration']).not.toHaveProperty('reason');
    expectProblem(await me(), 403, 'not_connected');
    await app.connect(token);
    expect((await session()).json).toMatchObject({ transport: { mode: 'automatic' } });
    expect((await me()).status).not.toBe(403);
    expectProblem(await me('teams/mobile'), 403, 'device_not_enabled');
    token = await app.token('jo');
    expectProblem(await me(), 403, 'integration_not_enabled');
  });

  it('is open to those who are assigned only, where the organisation says so', async () => {
    const tenantId = app.emulator.tenants[0]?.id ?? '';
    await app.connect(token);
    const tenant = await app.store.findTenant(tenantId);
    await app.store.saveTenant(tenantId, {
      state: 'enabled',
      settings: { ...(tenant?.settings ?? DEFAULT_SETTINGS), audience: 'assigned' },
    });
    app.clock.offsetMs = 10_000;
    expect((await session()).json).toMatchObject({
      integration: { state: 'enabled', reason: 'integration_not_enabled' },
    });
    expectProblem(await me(), 403, 'integration_not_enabled');
    expectProblem(await put({ connected: true }), 403, 'integration_not_enabled');
    for (const role of ['Integration.User', 'Integration.Tester', 'Integration.Admin']) {
      token = await app.token('alex', { claims: { roles: [role] } });
      expect((await me()).status).toBe(200);
    }
  });

  it('is closed to phones until the organisation opens it to them', async () => {
    await app.connect(token);
    expect((await session('mobile')).json).toMatchObject({
      integration: { state: 'enabled', reason: 'device_not_enabled' },
    });
    expectProblem(await me('teams/mobile'), 403, 'device_not_enabled');
    expectProblem(await put({ connected: true }, 'outlook/mobile'), 403, 'device_not_enabled');
    expect((await me('outlook/desktop')).status).toBe(200);
    expectProblem(await me('teams/fridge'), 400, 'bad_request');
    expectProblem(await me('teams'), 400, 'bad_request');
  });

  it('shows each tenant its own settings only', async () => {
    await openDoor(app.store, { tenantId: app.emulator.tenants[1]?.id ?? '', organisation: 'Fabrikam' });
    const jo = await app.call('/api/session', { token: await app.token('jo'), body: { host: 'teams', device: 'web' } });
    expect(jo.json).toMatchObject({ organisation: { name: 'Fabrikam' } });
    expect((await session()).json).toMatchObject({ organisation: { name: 'Contoso' } });
  });
});

describe('the connection', () => {
  it('is refused by the relay until made, and at once when taken back', async () => {
    expectProblem(await me(), 403, 'not_connected');
    await app.connect(token);
    expect((await me()).status).toBe(200);
    expect((await put({ connected: false })).json).toMatchObject({ connected: false, connectedSince: null });
    expectProblem(await me(), 403, 'not_connected');
  });

  it('drops the Graph token when taken back', async () => {
    await app.connect(token);
    await me();
    await put({ connected: false });
    await app.connect(token);
    await me();
    expect(app.sent.filter((line) => line.endsWith('/token'))).toHaveLength(2);
  });

  it('is all that is stored, shown and deleted on demand', async () => {
    await app.connect(token);
    await put({ welcomeSeen: '0.1' });
    const shown = await app.call('/api/connection', { token });
    expect(Object.keys(shown.json)).toEqual(['connected', 'connectedSince', 'welcomeSeen']);
    expect((await session()).json).toMatchObject({ connection: { welcomeDue: false } });
    expect((await app.call('/api/connection', { token, method: 'DELETE' })).status).toBe(204);
    expect((await app.call('/api/connection', { token })).json).toEqual({
      connected: false,
      connectedSince: null,
      welcomeSeen: null,
    });
  });

  it('keeps the day since when it holds', async () => {
    await app.connect(token);
    const { json } = await app.call('/api/connection', { token });
    app.clock.offsetMs = 60_000;
    expect((await put({ connected: true })).json).toEqual(json);
  });

  it('of another server is seen within 60 s', async () => {
    await app.connect(token);
    expect((await me()).status).toBe(200);
    const { json } = await session();
    await app.store.deleteConnection(json['user'] as { tenantId: string; objectId: string });
    app.clock.offsetMs = 60_000;
    expectProblem(await me(), 403, 'not_connected');
  });

  it.each([{ connected: 'yes' }, { welcomeSeen: 'latest' }, { tenantId: 'x' }, []])('refuses %j', async (body) => {
    expectProblem(await put(body), 400, 'bad_request');
  });
});

describe('a database that is down', () => {
  it('B27 lets gates read within the last ten minutes hold, and refuses writes', async () => {
    await app.connect(token);
    await session();
    down = true;
    app.clock.offsetMs = 9 * 60_000;
    expect((await me()).status).toBe(200);
    expect((await session()).status).toBe(200);
    expectProblem(await put({ connected: true }), 503, 'upstream_unavailable');
    expectProblem(await app.call('/api/connection', { token, method: 'DELETE' }), 503, 'upstream_unavailable');
    expect(app.lines.join('')).not.toContain('contoso');
  });

  it('B27 closes them after that, and to users it has not seen', async () => {
    await app.connect(token);
    await me();
    down = true;
    app.clock.offsetMs = 10 * 60_000 + 1_000;
    expectProblem(await me(), 503, 'upstream_unavailable');
    token = await app.token('sam');
    expectProblem(await session(), 503, 'upstream_unavailable');
  });

  it('B26 is found again without a restart', async () => {
    down = true;
    expectProblem(await session(), 503, 'upstream_unavailable');
    down = false;
    expect((await session()).status).toBe(200);
  });
});
