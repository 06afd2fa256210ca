import { createGraph } from '../../src/graph/create-graph.ts';
import { readAgendaRest } from '../../src/graph/read-agenda-rest.ts';
import { fakeClock, json, scriptedFetch } from '../support/scripted-fetch.ts';

const window = {
  start: Temporal.Instant.from('2026-11-23T00:00:00Z'),
  end: Temporal.Instant.from('2026-11-24T00:00:00Z'),
};
const shared = (start: string, end: string, more = {}) => ({
  ...{ displayName: 'Front desk', startDateTime: start, endDateTime: end, theme: 'blue', activities: [] },
  ...more,
});
const shift = (id: string, sharedShift: object | null, more = {}) => ({ id, userId: 'ME', sharedShift, ...more });
const day = shared('2026-11-23T08:00:00Z', '2026-11-23T16:00:00Z');

const setUp = (items: readonly { status?: number; body: unknown }[]) => {
  const responses = items.map(({ status = 200, body }, index) => ({
    id: String(index + 1),
    status,
    headers: {},
    body,
  }));
  const world = scriptedFetch(json({ responses }));
  const getToken = (): Promise<string> => Promise.resolve('t');
  const graph = createGraph({ base: 'http://graph.test', fetch: world.fetch, clock: fakeClock(), getToken });
  return { ...world, graph };
};
const teams = [{ id: 't1', name: 'Lobby' }];
const base = { window, teams, calendars: [], userObjectId: 'me' };
const readShifts = (value: unknown) => readAgendaRest(setUp([{ body: { value } }]).graph, base);

describe('readAgendaRest', () => {
  it('reads the own shifts of a team with their names and activities', async () => {
    const activities = [
      { displayName: 'Break', startDateTime: '2026-11-23T12:00:00Z', endDateTime: '2026-11-23T12:30:00Z' },
    ];
    const { teamsShifts } = await readShifts([shift('s1', { ...day, activities })]);
    expect(JSON.parse(JSON.stringify(teamsShifts))).toEqual([
      {
        id: 's1',
        start: '2026-11-23T08:00:00Z',
        end: '2026-11-23T16:00:00Z',
        place: { kind: 'unknown' },
        source: 'teamsShifts',
        team: 'Lobby',
        label: 'Front desk',
        activities: [{ label: 'Break', start: '2026-11-23T12:00:00Z', end: '2026-11-23T12:30:00Z' }],
      },
    ]);
  });

  it('asks a day wider on both sides, and cuts what does not touch the window', async () => {
    const { graph, asked } = setUp([
      {
        body: {
          value: [
            shift('night', shared('2026-11-22T22:00:00Z', '2026-11-23T06:00:00Z')),
            shift('before', shared('2026-11-22T08:00:00Z', '2026-11-23T00:00:00Z')),
            shift('after', shared('2026-11-24T00:00:00Z', '2026-11-24T08:00:00Z')),
          ],
        },
      },
    ]);
    const { teamsShifts } = await readAgendaRest(graph, base);
    expect(teamsShifts.map(({ id }) => id)).toEqual(['night']);
    expect(decodeURIComponent(asked[0]?.body ?? '')).toContain(
      'sharedShift/startDateTime ge 2026-11-22T00:00:00Z and sharedShift/endDateTime le 2026-11-25T00:00:00Z',
    );
  });

  it('never shows drafts, withdrawn shifts, or those of colleagues', async () => {
    const { teamsShifts, skipped } = await readShifts([
      shift('draft', null, { draftShift: day }),
      shift('staged', day, { isStagedForDeletion: true }),
      shift('colleague', day, { userId: 'other' }),
    ]);
    expect(teamsShifts).toEqual([]);
    expect(skipped).toBe(0);
  });

  it('skips and counts a shift that can’t be read', async () => {
    const { skipped } = await readShifts([shift('bad', shared('soon', 'later')), shift('s', day)]);
    expect(skipped).toBe(1);
  });

  it('reads other own calendars, never the default one again', async () => {
    const { graph, asked } = setUp([{ status: 403, body: { error: { code: 'x', message: 'm' } } }]);
    const calendars = [
      { id: 'c1', name: 'Calendar', isDefault: true, hexColor: '' },
      { id: 'c2=', name: 'Side', isDefault: false, hexColor: '' },
    ];
    const { problems } = await readAgendaRest(graph, { ...base, teams: [], calendars });
    expect(asked[0]?.body).toContain('/me/calendars/c2%3D/calendarView?');
    expect(asked[0]?.body).not.toContain('c1');
    expect(problems).toMatchObject([{ source: 'otherCalendars', name: 'Side', failure: { code: 'access_denied' } }]);
  });

  it('says nothing of a team without a schedule', async () => {
    const { graph } = setUp([{ status: 404, body: { error: { code: 'NotFound', message: '{"error":{}}' } } }]);
    expect((await readAgendaRest(graph, base)).problems).toEqual([]);
  });

  it('says once that every team refused', async () => {
    const refused = { status: 403, body: { error: { code: 'Forbidden', message: 'm' } } };
    const { graph } = setUp([refused, refused]);
    const { problems } = await readAgendaRest(graph, { ...base, teams: [...teams, { id: 't2', name: 'Bar' }] });
    expect(problems).toMatchObject([{ source: 'teamsShifts', failure: { code: 'access_denied' } }]);
  });
});
