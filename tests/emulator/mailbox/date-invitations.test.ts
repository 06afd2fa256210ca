/** Exceptions of a series have attendees of their own: a room of one date, and no room of the others (MS-OXOCAL 3.1.4.7.3.5). */
import { listMailboxEvents } from '../../../emulator/mailbox/list-mailbox-events.ts';
import { createStage, type Json, type Stage } from '../graph/stage.ts';

const ZONE = 'W. Europe Standard Time';
const room = (key: string): object => ({ type: 'resource', emailAddress: { address: `${key}@contoso.example` } });
const person = (key: string): object => ({ type: 'required', emailAddress: { address: `${key}@contoso.example` } });
const WEEKLY = {
  subject: 'Talk',
  start: { dateTime: '2026-12-13T10:00:00', timeZone: ZONE },
  end: { dateTime: '2026-12-13T11:00:00', timeZone: ZONE },
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['sunday'], firstDayOfWeek: 'monday' },
    range: { type: 'endDate', startDate: '2026-12-13', endDate: '2026-12-27', recurrenceTimeZone: ZONE },
  },
};

describe('single dates of a series', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage();
    stage.world.roomAnswerMs = 1500;
  });
  const make = async (attendees: readonly object[]): Promise<string> =>
    String((await stage.ask('POST /me/events', { ...WEEKLY, attendees })).json['id']);
  const instances = async (id: string): Promise<readonly Json[]> => {
    const range = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-01-31T00:00:00Z&$orderby=start/dateTime';
    return (await stage.ask(`GET /me/events/${id}/instances?${range}`)).json['value'] as readonly Json[];
  };
  const answers = async (id: string): Promise<readonly string[]> =>
    (await instances(id)).map((one) =>
      (one['attendees'] as readonly Json[])
        .map(
          (who) => `${String(who['emailAddress']?.['address']).split('@')[0]} ${String(who['status']?.['response'])}`,
        )
        .join(', '),
    );
  const held = (key: string): readonly string[] =>
    ((listMailboxEvents(stage.world, `${key}@contoso.example`) ?? []) as unknown as readonly Json[])
      .filter((event) => event['subject'] === 'Alex Berger' || event['subject'] === 'Talk')
      .map((event) => `${String(event['start']?.['dateTime']).slice(0, 10)} ${String(event['type'])}`);

  it('asks a room for one date alone, and its answer stands on that date alone', async () => {
    const id = await make([]);
    const [, second] = await instances(id);
    await stage.ask(`PATCH /me/events/${String(second?.['id'])}`, { attendees: [room('short')] });
    stage.pass(2000);
    expect(await answers(id)).toEqual(['', 'short declined', '']);
    await stage.ask(`PATCH /me/events/${String(second?.['id'])}`, { attendees: [room('plain')] });
    stage.pass(2000);
    expect(await answers(id)).toEqual(['', 'plain accepted', '']);
    expect(held('plain')).toEqual(['2026-12-20 singleInstance']);
  });

  it('keeps the room of the series out of a date that has another room, and each person out of a date without them', async () => {
    const id = await make([]);
    const [, second] = await instances(id);
    await stage.ask(`PATCH /me/events/${String(second?.['id'])}`, { attendees: [room('plain')] });
    await stage.ask(`PATCH /me/events/${id}`, { attendees: [room('approval'), person('sam')] });
    stage.pass(2000);
    expect((await answers(id))[1]).toBe('plain accepted');
    const sam = (listMailboxEvents(stage.world, 'sam@contoso.example') ?? []) as unknown as readonly Json[];
    const talk = sam.find(({ subject }) => subject === 'Talk');
    expect(talk).toBeDefined();
    const view = 'startDateTime=2026-12-12T00:00:00Z&endDateTime=2026-12-28T00:00:00Z';
    const { json } = await stage.ask(`GET /me/calendarView?${view}&$top=100&$orderby=start/dateTime`, undefined, {
      as: 'sam',
    });
    const dates = (json['value'] as readonly Json[]).filter(({ subject }) => subject === 'Talk');
    expect(dates.map((one) => String(one['start']?.['dateTime']).slice(0, 10))).toEqual(['2026-12-13', '2026-12-27']);
  });

  it('lets go of the room of one date with the date, and with the series', async () => {
    const id = await make([]);
    const [first, second] = await instances(id);
    for (const one of [first, second])
      await stage.ask(`PATCH /me/events/${String(one?.['id'])}`, { attendees: [room('plain')] });
    stage.pass(2000);
    expect(held('plain')).toHaveLength(2);
    await stage.ask(`DELETE /me/events/${String(first?.['id'])}`);
    expect(held('plain')).toEqual(['2026-12-20 singleInstance']);
    await stage.ask(`DELETE /me/events/${id}`);
    expect(held('plain')).toEqual([]);
  });

  it('keeps a date refused by the room refused when people are added later', async () => {
    await stage.ask('POST /me/events', {
      ...{ subject: 'In the way', attendees: [room('plain')] },
      start: { dateTime: '2026-12-20T10:00:00', timeZone: ZONE },
      end: { dateTime: '2026-12-20T11:00:00', timeZone: ZONE },
    });
    stage.pass(2000);
    const plain = stage.world.mailboxes.find('plain@contoso.example');
    Object.assign(plain ?? {}, { policy: { ...plain?.policy, conflictPercentageAllowed: 50 } });
    const id = await make([room('plain')]);
    stage.pass(2000);
    expect(await answers(id)).toEqual(['plain accepted', 'plain declined', 'plain accepted']);
    await stage.ask(`PATCH /me/events/${id}`, { attendees: [room('plain'), person('sam')] });
    stage.pass(2000);
    const asked = {
      schedules: ['plain@contoso.example'],
      startTime: { dateTime: '2026-12-20T09:00:00', timeZone: 'UTC' },
    };
    const { json } = await stage.ask('POST /me/calendar/getSchedule', {
      ...{ ...asked, endTime: { dateTime: '2026-12-20T10:00:00', timeZone: 'UTC' } },
    });
    expect((json['value'] as readonly Json[])[0]?.['scheduleItems']).toHaveLength(1);
  });
});
