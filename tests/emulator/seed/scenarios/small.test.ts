/** The demo's story is whole whenever it is told: on every weekday, over both clock changes, the turn of the year and a leap day. */
import { createStage, type Json, type Stage } from '../../graph/stage.ts';

const values = (json: Json): readonly Json[] => json['value'] as readonly Json[];
const hourOf = (ms: number): number =>
  Number(new Date(ms).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit' }).slice(0, 2));

describe.each([
  ['an autumn Monday', '2026-11-23T05:00:00Z'],
  ['a summer Sunday, weeks from any change', '2027-07-04T12:00:00Z'],
  ['the night clocks go forward', '2026-03-29T00:59:00Z'],
  ['the hour after', '2027-03-28T03:00:00+02:00'],
  ['the hour that comes twice', '2026-10-25T00:30:00Z'],
  ['the day before it', '2026-10-24T22:30:00Z'],
  ["New Year's first second", '2027-01-01T00:00:00Z'],
  ["New Year's Eve, at midnight in Berlin already", '2026-12-31T23:59:00Z'],
  ['29 February', '2028-02-29T09:00:00Z'],
  ['the evening before it', '2028-02-28T23:30:00Z'],
  ['a Tuesday', '2026-11-24T12:00:00Z'],
  ['a Wednesday night', '2026-11-25T22:30:00Z'],
  ['a Friday', '2026-11-27T17:00:00Z'],
  ['a Saturday', '2026-11-28T10:00:00Z'],
])('the small seed on %s', (_name, now) => {
  const stage: Stage = createStage({ now });
  const iso = (days: number): string => new Date(Date.parse(now) + days * 86_400_000).toISOString();
  const listComing = async (): Promise<readonly Json[]> =>
    values((await stage.ask(`GET /me/calendarView?startDateTime=${iso(-1)}&endDateTime=${iso(14)}&$top=1000`)).json);

  it('has rooms that accepted, declined and want approval, and somebody from outside', async () => {
    const attendees = (await listComing()).flatMap((event) => event['attendees'] as readonly Json[]);
    const rooms = attendees.filter(({ type }) => String(type) === 'resource');
    const answers = rooms.map(({ status }) => status?.['response']);
    expect(answers).toEqual(expect.arrayContaining(['accepted', 'declined', 'tentativelyAccepted']));
    const addresses = attendees.map(({ emailAddress }) => String(emailAddress?.['address']));
    expect(addresses.filter((address) => !address.endsWith('@contoso.example'))).not.toEqual([]);
  });

  it('has a morning at headquarters, a remote day and a day off within a week [D2]', async () => {
    const { json } = await stage.ask(
      `GET /me/settings/workHoursAndLocations/occurrencesView(startDateTime='${iso(-1)}',endDateTime='${iso(8)}')`,
    );
    const headquarters = values((await stage.ask('GET /places/microsoft.graph.building')).json).find(
      ({ displayName }) => String(displayName) === 'Headquarters',
    );
    const morning = values(json).find(
      ({ workLocationType, start, placeId }) =>
        String(workLocationType) === 'office' &&
        String(start?.['dateTime']).slice(11, 13) < '09' &&
        placeId === headquarters?.['placeId'],
    );
    expect(morning).toBeDefined();
    const types = values(json).map(({ workLocationType }) => workLocationType);
    expect(types).toEqual(expect.arrayContaining(['remote', 'timeOff']));
  });

  it('has a night shift within a week [D1]', async () => {
    const [team] = values((await stage.ask('GET /me/joinedTeams')).json);
    const me = (await stage.ask('GET /me')).json['id'];
    const { json } = await stage.ask(`GET /teams/${String(team?.['id'])}/schedule/shifts`);
    const nights = values(json).filter(({ userId, sharedShift }) => {
      const [from, to] = [sharedShift?.['startDateTime'], sharedShift?.['endDateTime']].map((at) =>
        Date.parse(String(at)),
      );
      const isSoon = (from ?? 0) > Date.parse(iso(-1)) && (from ?? 0) < Date.parse(iso(8));
      return userId === me && isSoon && hourOf(from ?? 0) > hourOf(to ?? 0);
    });
    expect(nights).not.toEqual([]);
  });

  it('has a series that clocks changed under, and kept its hour on the wall [A6]', async () => {
    const standUp = (await listComing()).find(({ subject }) => String(subject).startsWith('Team stand-up'));
    const { json } = await stage.ask(
      `GET /me/events/${String(standUp?.['seriesMasterId'])}/instances?startDateTime=${iso(-220)}&endDateTime=${iso(63)}&$top=100`,
    );
    const regular = values(json).filter(({ type }) => String(type) === 'occurrence');
    const times = regular.map(({ start }) => String(start?.['dateTime']).slice(11, 16));
    expect(new Set(times)).toEqual(new Set(['08:00', '09:00']));
    const walls = regular.map(({ start }) => hourOf(Date.parse(`${String(start?.['dateTime'])}Z`)));
    expect(new Set(walls)).toEqual(new Set([10]));
  });

  it('has colleagues who work in another building', async () => {
    const { json } = await stage.ask('GET /users?$select=officeLocation');
    const offices = new Set(values(json).map(({ officeLocation }) => officeLocation));
    expect(offices.size).toBeGreaterThan(2);
  });
});
