/** Where and when somebody means to work (fact sheet D2). */
import { createStage, type Json } from '../stage.ts';

const HOME = '/me/settings/workHoursAndLocations';
const WEEK = "occurrencesView(startDateTime='2026-11-22T23:00:00Z',endDateTime='2026-11-29T23:00:00Z')";
const values = (json: Json): readonly Json[] => json['value'] as readonly Json[];

describe('the work plan', () => {
  let stage: ReturnType<typeof createStage>;
  beforeEach(() => {
    stage = createStage();
  });
  const week = async (): Promise<readonly Json[]> => values((await stage.ask(`GET ${HOME}/${WEEK}`)).json);

  it('tells office with its building, remote days and time off, in the mailbox’s zone [D2]', async () => {
    const days = (await week()).map((one) => [
      String(one['start']?.['dateTime']).slice(0, 16),
      one['workLocationType'],
    ]);
    expect(days).toEqual([
      ['2026-11-23T07:00', 'office'],
      ['2026-11-24T09:00', 'remote'],
      ['2026-11-25T07:00', 'office'],
      ['2026-11-27T00:00', 'timeOff'],
      ['2026-11-29T09:00', 'office'],
    ]);
    const office = (await week())[0];
    expect(office?.['start']?.['timeZone']).toBe('W. Europe Standard Time');
    expect((await stage.ask(`GET /places/${String(office?.['placeId'])}`)).json['displayName']).toBe('Headquarters');
    expect((await week())[3]?.['timeOffDetails']).toEqual({ isAllDay: true, subject: 'Day off' });
  });

  it('answers in another zone when preferred, selects and pages [D2]', async () => {
    const answer = await stage.ask(`GET ${HOME}/${WEEK}?$select=start,workLocationType&$top=2`, undefined, {
      prefer: 'outlook.timezone="UTC"',
    });
    expect(values(answer.json)[0]).toEqual({
      id: expect.any(String),
      workLocationType: 'office',
      start: { dateTime: '2026-11-23T06:00:00.0000000', timeZone: 'UTC' },
    });
    expect(answer.json['@odata.nextLink']).toEqual(expect.stringContaining('occurrencesView('));
  });

  it.each([
    ['unquoted times', 'occurrencesView(startDateTime=2026-11-22T23:00:00Z,endDateTime=2026-11-29T23:00:00Z)'],
    ['no end', "occurrencesView(startDateTime='2026-11-22T23:00:00Z')"],
    [
      'a stranger among its parameters',
      "occurrencesView(startDateTime='2026-11-22T23:00:00Z',endDateTime='2026-11-29T23:00:00Z',user='x')",
    ],
    ['a time that is none', "occurrencesView(startDateTime='monday',endDateTime='2026-11-29T23:00:00Z')"],
    ['no parameters at all', 'occurrencesView'],
  ])('refuses a view with %s [D2]', async (_name, call) => {
    expect((await stage.ask(`GET ${HOME}/${call}`)).status).toBe(400);
  });

  it('lists its recurrences and how much of it is shared [D2]', async () => {
    const { json } = await stage.ask(`GET ${HOME}/recurrences`);
    expect(values(json)[0]).toMatchObject({ workLocationType: 'office', recurrence: { pattern: { type: 'weekly' } } });
    expect((await stage.ask(`GET ${HOME}`)).json['maxSharedWorkLocationDetails']).toBe('specific');
  });

  it('shows colleagues as much of the place as its owner shares, and its owner all of it [D2] [D3]', async () => {
    const own = createStage({ now: '2026-11-23T09:00:00Z' });
    const idOf = (key: string) => [...own.world.people.values()].find((one) => one.key === key)?.objectId ?? '';
    const seenBy = async (as: string): Promise<unknown> =>
      (await own.ask(`GET /users/${idOf('alex')}/presence`, undefined, { as })).json['workLocation'];
    const share = (maxSharedWorkLocationDetails: string) => own.ask(`PATCH ${HOME}`, { maxSharedWorkLocationDetails });
    expect(await seenBy('sam')).toMatchObject({ workLocationType: 'office', placeId: expect.any(String) });
    expect((await share('approximate')).json['maxSharedWorkLocationDetails']).toBe('approximate');
    expect(await seenBy('sam')).toMatchObject({ workLocationType: 'office', placeId: null });
    await share('none');
    expect(await seenBy('sam')).toEqual({ workLocationType: 'unspecified', placeId: null, source: 'none' });
    expect(await seenBy('alex')).toMatchObject({ workLocationType: 'office', placeId: expect.any(String) });
    expect((await own.ask(`GET ${HOME}/maxSharedWorkLocationDetails`)).json['value']).toBe('none');
    for (const wrong of ['everything', 'unknown', 'unknownFutureValue']) expect((await share(wrong)).status).toBe(400);
    expect((await own.ask(`PATCH ${HOME}`, {}, { scopes: ['Calendars.Read'] })).status).toBe(403);
  });

  it('of somebody else cannot be read: the path knows the person alone [D2]', async () => {
    expect((await stage.ask('GET /users/sam@contoso.example/settings/workHoursAndLocations')).status).toBe(400);
    expect((await stage.ask('GET /users/alex@contoso.example/settings/workHoursAndLocations')).status).toBe(200);
  });

  it('changes where somebody is today [D2]', async () => {
    const answer = await stage.ask(`POST ${HOME}/occurrences/setCurrentLocation`, {
      updateScope: 'currentDay',
      workLocationType: 'remote',
    });
    expect(answer.status).toBe(204);
    expect((await week()).map(({ workLocationType }) => workLocationType).slice(0, 3)).toEqual([
      'remote',
      'remote',
      'office',
    ]);
    expect(
      (
        await stage.ask(`POST ${HOME}/occurrences/setCurrentLocation`, {
          updateScope: 'currentDay',
          workLocationType: 'timeOff',
        })
      ).status,
    ).toBe(400);
  });

  it('takes time off, and takes it back, and nothing else [D2]', async () => {
    const at = (dateTime: string): object => ({ dateTime, timeZone: 'W. Europe Standard Time' });
    const body = {
      start: at('2026-11-26T00:00:00'),
      end: at('2026-11-27T00:00:00'),
      workLocationType: 'timeOff',
      timeOffDetails: { isAllDay: true, subject: 'Away' },
    };
    const made = await stage.ask(`POST ${HOME}/occurrences`, body);
    expect(made.status).toBe(201);
    expect(await week()).toHaveLength(6);
    expect(
      (
        await stage.ask(`PUT ${HOME}/occurrences/${String(made.json['id'])}`, {
          ...body,
          timeOffDetails: { isAllDay: true, subject: 'Trip' },
        })
      ).json['timeOffDetails']?.['subject'],
    ).toBe('Trip');
    expect((await stage.ask(`DELETE ${HOME}/occurrences/${String(made.json['id'])}`)).status).toBe(204);
    expect(await week()).toHaveLength(5);
    expect((await stage.ask(`POST ${HOME}/occurrences`, { ...body, workLocationType: 'office' })).status).toBe(400);
    const office = String((await week())[0]?.['id']);
    expect((await stage.ask(`DELETE ${HOME}/occurrences/${office}`)).status).toBe(400);
  });
});
