import { Failure } from '../../src/domain/failure.ts';
import type { Graph, GraphAnswer, GraphCall } from '../../src/graph/graph.ts';
import { readColleagueShifts } from '../../src/graph/read-colleague-shifts.ts';

const window = {
  start: Temporal.Instant.from('2026-11-23T00:00:00Z'),
  end: Temporal.Instant.from('2026-11-24T00:00:00Z'),
};
const times = (start: string, end: string) => ({ startDateTime: start, endDateTime: end });
const day = times('2026-11-23T08:00:00Z', '2026-11-23T16:00:00Z');
const teams = [{ id: 't1', name: 'Lobby' }];

/** Answers by the last word of the path, page by page. */
function serve(lists: Readonly<Record<string, readonly (readonly object[])[] | Failure>>) {
  const asked: string[] = [];
  const answer = ({ path }: GraphCall): GraphAnswer | Failure => {
    asked.push(decodeURIComponent(path));
    const [, name = '', page = '0'] = /(\w+)(?:\?page=(\d+)|\?.*)?$/.exec(path) ?? [];
    const list = lists[name] ?? [[]];
    if (list instanceof Failure) return list;
    const next = list[Number(page) + 1] && `https://graph.microsoft.com/v1.0/${name}?page=${Number(page) + 1}`;
    const body = { value: list[Number(page)], ...(next ? { '@odata.nextLink': next } : {}) };
    return { status: 200, header: () => undefined, body };
  };
  const graph: Graph = {
    send: (call) => {
      const found = answer(call);
      return found instanceof Failure ? Promise.reject(found) : Promise.resolve(found);
    },
    batch: (calls) => Promise.resolve({ items: calls.map(answer) }),
  };
  return { graph, asked };
}
const read = (
  lists: Parameters<typeof serve>[0],
  teamBuildings: Parameters<typeof readColleagueShifts>[1]['teamBuildings'] = [],
) => readColleagueShifts(serve(lists).graph, { window, teams, teamBuildings });

describe('readColleagueShifts', () => {
  it('keeps who and when of a colleague and drops names, notes, breaks and the reason of a time off', async () => {
    const sharedShift = {
      ...day,
      displayName: 'Front desk',
      notes: 'secret',
      activities: [{ displayName: 'training' }],
    };
    const sharedTimeOff = { ...times('2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z'), timeOffReasonId: 'TOR_sick' };
    const found = await read({
      shifts: [[{ userId: 'sam', sharedShift }]],
      timesOff: [[{ userId: 'lee', sharedTimeOff }]],
    });
    expect(JSON.stringify(found)).not.toMatch(/secret|Front desk|training|TOR/);
    expect(JSON.parse(JSON.stringify(found.shifts))).toEqual([
      {
        ...{ kind: 'shift', userObjectId: 'sam', teamId: 't1', team: 'Lobby' },
        start: day.startDateTime,
        end: day.endDateTime,
      },
      {
        ...{ kind: 'off', userObjectId: 'lee', teamId: 't1', team: 'Lobby' },
        ...{ start: '2026-11-23T00:00:00Z', end: '2026-11-24T00:00:00Z' },
      },
    ]);
  });

  it('takes published shifts alone, and none that is being taken away or lies outside of the window', async () => {
    const { shifts } = await read({
      shifts: [
        [
          { userId: 'draft', sharedShift: null, draftShift: day },
          { userId: 'staged', sharedShift: day, isStagedForDeletion: true },
          { userId: 'before', sharedShift: times('2026-11-22T08:00:00Z', '2026-11-23T00:00:00Z') },
          { userId: 'night', sharedShift: times('2026-11-22T22:00:00Z', '2026-11-23T06:00:00Z') },
          { userId: 'backwards', sharedShift: times('2026-11-23T08:00:00Z', '2026-11-23T07:00:00Z') },
          { sharedShift: day },
        ],
      ],
    });
    expect(shifts.map(({ userObjectId }) => userObjectId)).toEqual(['night']);
  });

  it('asks a day wider, for times off two months wider, and follows pages', async () => {
    const { graph, asked } = serve({
      shifts: [[{ userId: 'sam', sharedShift: day }], [{ userId: 'lee', sharedShift: day }]],
    });
    const found = await readColleagueShifts(graph, { window, teams, teamBuildings: [] });
    expect(found.shifts.map(({ userObjectId }) => userObjectId)).toEqual(['sam', 'lee']);
    expect(asked[0]).toContain(
      'startDateTime ge 2026-11-22T00:00:00Z and sharedShift/endDateTime le 2026-11-25T00:00:00Z',
    );
    expect(asked[1]).toContain(
      'startDateTime ge 2026-09-22T00:00:00Z and sharedTimeOff/endDateTime le 2027-01-25T00:00:00Z',
    );
  });

  it('names the building of the scheduling group, else that of the team, else none', async () => {
    const [teamId, other] = ['t1', 't2'];
    const rows = ['TAG_desk', 'TAG_night', null].map((schedulingGroupId, index) => ({
      ...{ userId: `u${index}`, schedulingGroupId, sharedShift: day },
    }));
    const mapped = [
      { teamId, groupId: 'TAG_desk', building: 'HQ' },
      { teamId, building: 'Annex' },
      { teamId: other, groupId: 'TAG_night', building: 'Wrong' },
    ];
    const found = await read({ shifts: [rows] }, mapped);
    expect(found.shifts.map(({ building }) => building)).toEqual(['HQ', 'Annex', 'Annex']);
    expect((await read({ shifts: [rows] })).shifts.map(({ building }) => building)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('knows who stands in the schedule, in a shift or not', async () => {
    const found = await read({
      shifts: [[{ userId: 'sam', sharedShift: day }]],
      schedulingGroups: [
        [
          { id: 'TAG_1', userIds: ['sam', 'maria'] },
          { id: 'TAG_2', userIds: null },
        ],
      ],
    });
    expect(found.members?.map(({ userObjectId }) => userObjectId)).toEqual(['sam', 'maria']);
  });

  it('names a team that failed, and is silent about one that never set up Shifts', async () => {
    const denied = new Failure('access_denied');
    expect((await read({ shifts: denied })).problems).toEqual([{ team: 'Lobby', failure: denied }]);
    expect((await read({ shifts: new Failure('gone') })).problems).toEqual([]);
  });
});
