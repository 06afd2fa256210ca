/** Teams and their Shifts (fact sheet D1). */
import { createStage, type Json } from '../stage.ts';

const values = (json: Json): readonly Json[] => json['value'] as readonly Json[];

describe('Shifts', () => {
  const stage = createStage();
  const alex = [...stage.world.people.values()].find(({ key }) => key === 'alex')?.objectId;
  let home: string;
  let newsletter: string;
  beforeAll(async () => {
    const teams = values((await stage.ask('GET /me/joinedTeams')).json);
    home = `/teams/${String(teams.find(({ displayName }) => String(displayName) === 'Front desk HQ')?.['id'])}/schedule`;
    newsletter = `/teams/${String(teams.find(({ displayName }) => String(displayName) === 'House newsletter')?.['id'])}/schedule`;
  });
  const filter = (text: string): string => `$filter=${text}`;

  it('tells a schedule’s zone, by its IANA name [D1]', async () => {
    expect((await stage.ask(`GET ${home}`)).json).toMatchObject({
      timeZone: 'Europe/Berlin',
      enabled: true,
      provisionStatus: 'Completed',
    });
  });

  it('lists the shifts of all members that lie in a window, ends included [D1]', async () => {
    const { json } = await stage.ask(
      `GET ${home}/shifts?${filter('sharedShift/startDateTime ge 2026-11-23T00:00:00Z and sharedShift/endDateTime le 2026-11-24T00:00:00Z')}`,
    );
    const items = values(json).map((one) => [
      (one['userId'] as unknown) === alex,
      one['sharedShift']?.['displayName'],
      one['sharedShift']?.['startDateTime'],
    ]);
    expect(items).toContainEqual([true, 'Front desk', '2026-11-23T06:00:00.000Z']);
    expect(items).toHaveLength(3);
    expect(values(json)[0]).toMatchObject({
      id: expect.stringMatching(/^SHFT_/),
      schedulingGroupId: expect.stringMatching(/^TAG_/),
      draftShift: null,
    });
  });

  it('has the night shift past midnight, left out by a window that ends at midnight [D1]', async () => {
    const of = async (end: string): Promise<readonly Json[]> =>
      values(
        (
          await stage.ask(
            `GET ${home}/shifts?${filter(`sharedShift/startDateTime ge 2026-11-26T12:00:00Z and sharedShift/endDateTime le ${end}`)}`,
          )
        ).json,
      );
    expect(await of('2026-11-27T00:00:00Z')).toEqual([]);
    const night = (await of('2026-11-27T06:00:00Z'))[0]?.['sharedShift'];
    expect(night).toMatchObject({
      displayName: 'Night desk',
      startDateTime: '2026-11-26T21:00:00.000Z',
      endDateTime: '2026-11-27T05:00:00.000Z',
      theme: 'darkPurple',
    });
    expect(night?.['activities']?.[0]).toMatchObject({
      displayName: 'Break',
      startDateTime: '2026-11-27T02:00:00.000Z',
    });
  });

  it('holds drafts that nobody has published [D1]', async () => {
    const within =
      'draftShift/startDateTime ge 2026-11-29T00:00:00Z and draftShift/endDateTime le 2026-11-30T00:00:00Z';
    const { json } = await stage.ask(`GET ${home}/shifts?${filter(within)}`);
    expect(values(json)).toHaveLength(1);
    expect(values(json)[0]).toMatchObject({ sharedShift: null, draftShift: { displayName: 'Late desk (draft)' } });
  });

  it('gives pages by token when there are many [D1]', async () => {
    const { json } = await stage.ask(`GET ${home}/shifts`);
    expect(values(json)).toHaveLength(100);
    const next = String(json['@odata.nextLink']);
    expect(next).toContain('$skiptoken=');
    const rest = await stage.ask(`GET ${next.slice('https://graph.microsoft.com/v1.0'.length)}`);
    expect(values(rest.json).length).toBeGreaterThan(0);
    expect(values(rest.json)[0]?.['id']).not.toBe(values(json)[0]?.['id']);
    // a token goes on with its own list alone
    const token = `$skiptoken=${new URL(next).searchParams.get('$skiptoken') ?? ''}`;
    const narrower = filter('sharedShift/startDateTime ge 2026-11-23T00:00:00Z');
    for (const other of [`${home}/openShifts?${token}`, `/users?${token}`, `${home}/shifts?${narrower}&${token}`])
      expect((await stage.ask(`GET ${other}`)).status).toBe(400);
  });

  it.each([
    'sharedShift/startDateTime ge 2026-11-23T00:00:00Z and sharedShift/startDateTime le 2026-11-24T00:00:00Z',
    "userId eq 'x'",
  ])('refuses the filter %s [D1]', async (text) => {
    const answer = await stage.ask(`GET ${home}/shifts?${filter(text)}`);
    expect(answer.status).toBe(400);
    expect(JSON.parse(String(answer.json['error']?.['message']))).toMatchObject({
      error: { code: 'BadRequest', innererror: { code: 'InvalidFilter' } },
    });
  });

  it.each(['$top=5', '$select=id', '$orderby=id', '$skip=1'])('knows no %s [D1]', async (option) => {
    expect((await stage.ask(`GET ${home}/shifts?${option}`)).status).toBe(400);
  });

  it('lists time off with its reasons, open shifts, groups and notes [D1]', async () => {
    const off = values(
      (
        await stage.ask(
          `GET ${home}/timesOff?${filter('sharedTimeOff/startDateTime ge 2026-11-26T22:00:00Z and sharedTimeOff/endDateTime le 2026-11-28T00:00:00Z')}`,
        )
      ).json,
    );
    expect(off).toHaveLength(2);
    const reasons = values((await stage.ask(`GET ${home}/timeOffReasons`)).json);
    expect(
      reasons.find(({ id }) => (id as unknown) === off[0]?.['sharedTimeOff']?.['timeOffReasonId'])?.['displayName'],
    ).toBe('Day off');
    expect(values((await stage.ask(`GET ${home}/openShifts`)).json)[0]?.['sharedOpenShift']?.['openSlotCount']).toBe(2);
    expect(
      values((await stage.ask(`GET ${home}/schedulingGroups`)).json).map(({ displayName }) => displayName),
    ).toEqual(['Front desk', 'Night desk']);
    expect(values((await stage.ask(`GET ${home}/dayNotes`)).json)[0]?.['dayNoteDate']).toBe('2026-11-23');
  });

  it('has nothing for a team without Shifts, a stranger’s team or no team, all the same [D1]', async () => {
    const stranger = await stage.ask(`GET ${home}/shifts`, undefined, { as: 'priya' });
    for (const answer of [
      await stage.ask(`GET ${newsletter}/shifts`),
      await stage.ask(`GET ${newsletter}`),
      await stage.ask('GET /teams/none/schedule'),
      stranger,
    ]) {
      expect(answer.status).toBe(404);
      expect(JSON.parse(String(answer.json['error']?.['message']))).toMatchObject({ error: { code: 'NotFound' } });
    }
  });

  it('says what scope is missing as JSON inside the message [D1] [E3]', async () => {
    const answer = await stage.ask(`GET ${home}/shifts`, undefined, { scopes: ['User.Read', 'Team.ReadBasic.All'] });
    expect(answer.status).toBe(403);
    expect(answer.json['error']?.['code']).toBe('Forbidden');
    expect(JSON.parse(String(answer.json['error']?.['message']))).toMatchObject({
      error: { code: 'Forbidden', message: expect.stringContaining('Schedule.Read.All') },
    });
  });
});
