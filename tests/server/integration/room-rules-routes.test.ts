import { expectProblem } from '../problem.ts';
import { toTenantId } from '../proven.ts';
import { startApp, type RunningApp } from '../running-app.ts';

let app: RunningApp;
let admin: string;
let token: string;
const room = (n: number): string => String(n).padStart(22, 'r');
const save = (body: unknown) => app.call('/api/admin/room-rules', { method: 'PUT', token: admin, body });
const read = (as = token, headers = {}) => app.call('/api/room-rules', { token: as, headers });
const session = () => app.call('/api/session', { token, body: { host: 'teams', device: 'web' } });

beforeAll(async () => {
  app = await startApp();
  [admin, token] = [await app.token('robin'), await app.token()];
  await app.connect(token);
});
afterAll(() => app.close());

describe('rules of rooms', () => {
  it('are none until imported', async () => {
    expect((await read()).json).toEqual({ rules: [] });
    expect((await session()).json).toMatchObject({ organisation: { hasRoomRules: false } });
  });

  it('are given to the connected as they were imported, at once, and counted for administrators', async () => {
    const rules = [
      { room: room(1), processing: 'AutoAccept', bookingWindowDays: 180, maxMinutes: 1440, allowConflicts: false },
      { room: room(2), openToAll: false, needsApproval: true, releaseMinutes: 10 },
    ];
    expect((await save({ rules })).json).toEqual({ rooms: 2 });
    expect((await read()).json).toEqual({ rules });
    expect((await session()).json).toMatchObject({ organisation: { hasRoomRules: true } });
    const { roomRules } = (await app.call('/api/admin/integration', { token: admin })).json;
    expect(roomRules).toEqual({ rooms: 2, importedAt: expect.stringMatching(/^\d{4}-.*Z$/) as unknown });
  });

  it('are replaced as a whole, and the trail says only how many', async () => {
    await save({ rules: [{ room: room(1) }, { room: room(2) }] });
    await save({ rules: [{ room: room(3) }] });
    expect((await read()).json).toEqual({ rules: [{ room: room(3) }] });
    const [last] = await app.store.listAudit(toTenantId(app));
    expect(last).toMatchObject({ action: 'room_rules', from: { rooms: 2 }, to: { rooms: 1 } });
    await save({ rules: [] });
    expect((await session()).json).toMatchObject({ organisation: { hasRoomRules: false } });
  });

  it('of 10,000 rooms fit', async () => {
    const rules = Array.from({ length: 10_000 }, (_, n) => ({
      room: room(n),
      processing: 'AutoAccept',
      maxMinutes: 480,
    }));
    expect((await save({ rules })).json).toEqual({ rooms: 10_000 });
    expect((await read()).json['rules']).toHaveLength(10_000);
  });

  it('are only for whoever is connected and lets the door open to them', async () => {
    const other = await app.token('sam');
    expectProblem(await read(other), 403, 'not_connected');
    expectProblem(await read(token, { 'Office-Shifts-Client': 'teams/mobile' }), 403, 'device_not_enabled');
    expectProblem(await read(await app.token('jo')), 403, 'integration_not_enabled');
    expectProblem(
      await app.call('/api/admin/room-rules', { method: 'PUT', token, body: { rules: [] } }),
      403,
      'admin_required',
    );
  });

  it('are read twenty times a minute by one person, and not more: they are large', async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 21; turn += 1) statuses.push((await read()).status);
    expect(statuses.at(-1)).toBe(429);
    expectProblem(await read(), 429, 'throttled');
  });
});
