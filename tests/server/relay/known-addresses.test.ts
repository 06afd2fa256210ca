import { openDoor } from '../../support/open-door.ts';
import { expectProblem } from '../problem.ts';
import { startApp, type RunningApp } from '../running-app.ts';

let app: RunningApp;
let token: string;
const VIEW = 'startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-11-30T00:00:00Z&$select=id';
const graph = (path: string, call = {}) => app.call(`/graph/v1.0${path}`, { token, ...call });
const schedule = (schedules: string[], hours = 4) => ({
  schedules,
  startTime: { dateTime: '2026-11-23T08:00:00', timeZone: 'UTC' },
  endTime: { dateTime: new Date(Date.UTC(2026, 10, 23, 8 + hours)).toISOString().slice(0, 19), timeZone: 'UTC' },
});

afterEach(() => app.close());

async function start(features: Record<string, boolean> = {}): Promise<void> {
  app = await startApp({
    prepare: async (store, { tenants }) => {
      const tenantId = tenants[0]?.id ?? '';
      await openDoor(store, { tenantId, organisation: 'Contoso' });
      const opened = await store.findTenant(tenantId);
      if (opened === undefined) throw new Error('no tenant');
      const settings = { ...opened.settings, features: { ...opened.settings.features, ...features } };
      await store.saveTenant(tenantId, { state: 'enabled', settings });
    },
  });
  token = await app.token();
  await app.connect(token);
}

describe('calendars', () => {
  it('shows those the user owns and none that others share with them, alone and in a batch', async () => {
    await start();
    const { json } = await graph('/me/calendars?$select=id,owner');
    const calendars = json['value'] as { id: string; owner: { address: string } }[];
    const own = calendars.filter(({ owner }) => owner.address === 'alex@contoso.example');
    const shared = calendars.find(({ owner }) => owner.address === 'sam@contoso.example');
    expect(own.length).toBeGreaterThan(1);
    const path = (id: string): string => `/me/calendars/${encodeURIComponent(id)}/calendarView?${VIEW}`;
    app.takeGraphCalls();
    const answers = await Promise.all(own.map(({ id }) => graph(path(id))));
    expect(answers.map(({ status }) => status)).toEqual(own.map(() => 200));
    const read = app.takeGraphCalls();
    // the own ids are read once, for all of them
    expect(read.filter((line) => line === 'GET /v1.0/me/calendars')).toHaveLength(1);
    expectProblem(await graph(path(shared?.id ?? '')), 403, 'not_allowed');
    const requests = [own[0]?.id ?? '', shared?.id ?? ''].map((id, n) => ({
      id: String(n),
      method: 'GET',
      url: path(id),
    }));
    expectProblem(await graph('/$batch', { body: { requests } }), 403, 'not_allowed');
    expect(app.takeGraphCalls()).toEqual([]);
  });

  it('answers 503, not 403, while Graph cannot tell which are the user’s own', async () => {
    await start();
    await app.control('/faults', [{ match: { path: '/v1.0/me/calendars' }, answer: { status: 503 }, times: 1 }]);
    expectProblem(await graph(`/me/calendars/AAMk1/calendarView?${VIEW}`), 503, 'upstream_unavailable');
  });
});

describe('free/busy', () => {
  it('D23 keeps times and status only, alone and in a batch', async () => {
    await start();
    const body = schedule(['sam@contoso.example', 'busy@contoso.example', 'alex@contoso.example'], 24 * 20);
    const lone = await graph('/me/calendar/getSchedule', { body });
    expect(lone.status).toBe(200);
    const requests = [
      {
        id: 'x',
        method: 'POST',
        url: '/me/calendar/getSchedule',
        headers: { 'Content-Type': 'application/json' },
        body,
      },
    ];
    const batched = await graph('/$batch', { body: { requests } });
    expect(batched.status).toBe(200);
    for (const { text } of [lone, batched]) {
      expect(text).toContain('"status":"busy"');
      expect(text).not.toMatch(/subject|location|isPrivate/);
    }
  });

  it.each([
    ['21 addresses', () => schedule(Array.from({ length: 21 }, (_, n) => `p${n}@contoso.example`))],
    ['no address', () => schedule([])],
    ['62 days', () => schedule(['sam@contoso.example'], 62 * 24)],
    ['no time', () => schedule(['sam@contoso.example'], 0)],
    ['a field more', () => ({ ...schedule(['sam@contoso.example']), more: 1 })],
    ['no address at all', () => schedule(['sam'])],
  ])('refuses %s', async (_name, body) => {
    await start();
    expectProblem(await graph('/me/calendar/getSchedule', { body: body() }), 400, 'bad_request');
  });

  it('of colleagues is refused where the organisation has not switched it on; rooms pass', async () => {
    await start({ freeBusy: false });
    const rooms = await graph('/me/calendar/getSchedule', {
      body: schedule(['plain@contoso.example', 'BUSY@contoso.example']),
    });
    expect(rooms.status).toBe(200);
    app.takeGraphCalls();
    const mixed = schedule(['plain@contoso.example', 'sam@contoso.example']);
    expectProblem(await graph('/me/calendar/getSchedule', { body: mixed }), 403, 'not_allowed');
    const requests = [
      {
        id: '1',
        method: 'POST',
        url: '/me/calendar/getSchedule',
        headers: { 'Content-Type': 'application/json' },
        body: mixed,
      },
    ];
    expectProblem(await graph('/$batch', { body: { requests } }), 403, 'not_allowed');
    expect(app.takeGraphCalls()).toEqual([]);
  });

  it('of shifts is refused where the organisation has not switched them on', async () => {
    await start({ shifts: false });
    const team = '/teams/fbc5fcee-db1e-4777-bea1-2302394f5430/schedule';
    expectProblem(await graph(team), 403, 'not_allowed');
    expectProblem(await graph(`${team}/shifts`), 403, 'not_allowed');
    expect((await graph('/me/joinedTeams')).status).toBe(200);
  });
});
