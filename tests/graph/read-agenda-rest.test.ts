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
  const world = scriptedFetch(({ body: asked }) => {
    const { requests } = JSON.parse(asked ?? '') as { requests: { id: string }[] };
    const responses = requests.map(({ id }, index) => {
      const { status = 200, body } = items[index] ?? { body: { value: [] } };
      return { id, status, headers: {}, body };
    });
    return json({ responses });
  });
  const getToken = (): Promise<string> => Promise.resolve('t');
  const graph = createGraph({ base: 'http://graph.test', fetch: world.fetch, clock: fakeClock(), getToken });
  return { ...world, graph };
};
const teams = [{ id: 't1', name: 'Lobby' }];
const base = { window, teams, calendars: [], userObjectId: 'me', teamBuildings: [] };
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

  const off = (id: string, more = {}, reasonId = 'R1') => ({
    ...{ id, userId: 'ME', isStagedForDeletion: false },
    sharedTimeOff: {
      ...{ startDateTime: '2026-11-20T00:00:00Z', endDateTime: '2026-11-25T00:00:00Z', timeOffReasonId: reasonId },
    },
    ...more,
  });
  const reasons = {
    value: [
      { id: 'R1', displayName: 'Vacation' },
      { id: 'R2', displayName: 'Sick day' },
    ],
  };
  const offers = (more = {}) => ({
    ...{ id: 'open', schedulingGroupId: 'TAG_desk', isStagedForDeletion: false },
    sharedOpenShift: { ...shared('2026-11-23T08:00:00Z', '2026-11-23T14:00:00Z'), openSlotCount: 2, ...more },
  });
  const answers = (timesOff: unknown[], open: unknown[] = []) => [
    { body: { value: [shift('s', day, { schedulingGroupId: 'TAG_desk' })] } },
    { body: { value: timesOff } },
    { body: reasons },
    { body: { value: open } },
  ];

  it('reads my time off with its reason, begun weeks before, and drops a colleague’s with theirs', async () => {
    const { graph, asked } = setUp(answers([off('mine'), off('theirs', { userId: 'other' }, 'R2')]));
    const { teamsShifts } = await readAgendaRest(graph, base);
    expect(JSON.parse(JSON.stringify(teamsShifts.filter(({ place }) => place.kind === 'off')))).toEqual([
      {
        ...{ id: 'mine', start: '2026-11-20T00:00:00Z', end: '2026-11-25T00:00:00Z', place: { kind: 'off' } },
        ...{ source: 'teamsShifts', team: 'Lobby', label: 'Vacation', activities: [] },
      },
    ]);
    expect(JSON.stringify(teamsShifts)).not.toContain('Sick');
    expect(asked).toHaveLength(1);
  });

  it('shows drafts and withdrawn times off to nobody', async () => {
    const draft = { id: 'draft', userId: 'ME', sharedTimeOff: null, draftTimeOff: {} };
    const { graph } = setUp(answers([draft, off('staged', { isStagedForDeletion: true })]));
    expect((await readAgendaRest(graph, base)).teamsShifts.map(({ id }) => id)).toEqual(['s']);
  });

  it('shows what the team offers apart from my shifts, unless nobody is wanted any more', async () => {
    const { graph } = setUp(answers([], [offers(), { ...offers({ openSlotCount: 0 }), id: 'full' }]));
    const read = await readAgendaRest(graph, base);
    expect(JSON.parse(JSON.stringify(read.openShifts))).toEqual([
      {
        ...{ id: 'open', start: '2026-11-23T08:00:00Z', end: '2026-11-23T14:00:00Z' },
        ...{ team: 'Lobby', slots: 2, label: 'Front desk' },
      },
    ]);
    expect(read.teamsShifts.map(({ id }) => id)).toEqual(['s']);
  });

  it('names the building that the organisation mapped to the group', async () => {
    const { graph } = setUp(answers([], [offers()]));
    const teamBuildings = [{ teamId: 'T1', groupId: 'TAG_desk', building: 'HQ' }];
    const read = await readAgendaRest(graph, { ...base, teamBuildings });
    expect(read.teamsShifts[0]?.place).toEqual({ kind: 'office', building: 'HQ' });
    expect(read.openShifts[0]?.building).toBe('HQ');
  });

  it('keeps the shifts where the times off failed, and says which team', async () => {
    const failed = { status: 500, body: { error: { code: 'x', message: 'm' } } };
    const refused = { status: 400, body: failed.body };
    const { graph } = setUp([{ body: { value: [shift('s', day)] } }, refused]);
    const { teamsShifts, problems } = await readAgendaRest(graph, base);
    expect(teamsShifts.map(({ id }) => id)).toEqual(['s']);
    expect(problems).toMatchObject([{ source: 'teamsShifts', name: 'Lobby' }]);
  });

  it('asks who is in many teams for their shifts first, and for the rest only where there is a schedule', async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ id: `t${index}`, name: `Team ${index}` }));
    const toAnswer = ({ body }: { body: string | undefined }): Response => {
      const { requests } = JSON.parse(body ?? '') as { requests: { id: string; url: string }[] };
      const responses = requests.map(({ id, url }) =>
        url.startsWith('/teams/t3/')
          ? { id, status: 200, body: { value: [] } }
          : { id, status: 404, body: { error: { code: 'NotFound', message: 'm' } } },
      );
      return json({ responses });
    };
    const world = scriptedFetch(toAnswer, toAnswer);
    const getToken = (): Promise<string> => Promise.resolve('t');
    const graph = createGraph({ base: 'http://graph.test', fetch: world.fetch, clock: fakeClock(), getToken });
    expect((await readAgendaRest(graph, { ...base, teams: many })).problems).toEqual([]);
    const counts = world.asked.map(({ body }) => (JSON.parse(body ?? '') as { requests: unknown[] }).requests.length);
    expect(counts).toEqual([12, 3]);
  });

  it('says once that every team refused', async () => {
    const refused = { status: 403, body: { error: { code: 'Forbidden', message: 'm' } } };
    const { graph } = setUp([refused, refused]);
    const { problems } = await readAgendaRest(graph, { ...base, teams: [...teams, { id: 't2', name: 'Bar' }] });
    expect(problems).toMatchObject([{ source: 'teamsShifts', failure: { code: 'access_denied' } }]);
  });
});
