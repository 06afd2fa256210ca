/** How rooms take invitations, answer them and let go of them (fact sheet A6). */
import { listMailboxEvents } from '../../../emulator/mailbox/list-mailbox-events.ts';
import { createStage, type Json, type Stage } from '../graph/stage.ts';

const at = (day: string, from: string, to: string): object => ({
  start: { dateTime: `${day}T${from}:00`, timeZone: 'W. Europe Standard Time' },
  end: { dateTime: `${day}T${to}:00`, timeZone: 'W. Europe Standard Time' },
});
/** Day 20, when `plain` is empty. */
const FREE = at('2026-12-13', '10:00', '11:00');
const room = (key: string): object => ({
  type: 'resource',
  emailAddress: { address: `${key}@contoso.example`, name: key },
});
const person = (key: string): object => ({ type: 'required', emailAddress: { address: `${key}@contoso.example` } });

describe('a room', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage();
    stage.world.roomAnswerMs = 1500;
  });
  const book = async (key: string, times: object, more: object = {}, as = 'alex'): Promise<string> => {
    const made = await stage.ask(
      'POST /me/events',
      { subject: 'Talk', attendees: [room(key)], ...times, ...more },
      { as },
    );
    expect(made.status).toBe(201);
    expect(made.json['attendees']?.[0]?.['status']?.['response']).toBe('none');
    return String(made.json['id']);
  };
  const answerOf = async (id: string, as = 'alex'): Promise<unknown> => {
    const { json } = await stage.ask(`GET /me/events/${id}?$select=attendees`, undefined, { as });
    const status = (json['attendees'] as readonly Json[]).find(({ type }) => type === 'resource')?.['status'];
    return status?.['response'];
  };
  const held = (key: string): readonly Json[] => {
    const from = '2026-12-08';
    const all = (listMailboxEvents(stage.world, `${key}@contoso.example`) ?? []) as unknown as readonly Json[];
    return all.filter((event) => String(event['start']?.['dateTime']) >= from);
  };

  it('accepts when free, after its delay and not before, and says when [A6]', async () => {
    const id = await book('plain', FREE);
    stage.pass(1499);
    expect(await answerOf(id)).toBe('none');
    stage.pass(1);
    expect(await answerOf(id)).toBe('accepted');
    const { json } = await stage.ask(`GET /me/events/${id}`);
    expect(json['attendees']?.[0]?.['status']?.['time']).toBe('2026-11-23T05:00:01Z');
    expect(held('plain')).toHaveLength(1);
  });

  it('shows the organizer’s name instead of the subject, and nothing private [A6]', async () => {
    await book('plain', FREE, { sensitivity: 'private', body: { contentType: 'text', content: 'secret' } });
    stage.pass(2000);
    expect(held('plain')[0]).toMatchObject({
      ...{ subject: 'Alex Berger', sensitivity: 'normal', isOrganizer: false, showAs: 'busy', bodyPreview: '' },
      responseStatus: { response: 'accepted' },
    });
  });

  it('declines on a conflict, and nothing stays in its calendar [A6]', async () => {
    await book('plain', FREE, {}, 'sam');
    stage.pass(2000);
    const id = await book('plain', at('2026-12-13', '10:30', '11:30'));
    stage.pass(2000);
    expect(await answerOf(id)).toBe('declined');
    expect(held('plain')).toHaveLength(1);
  });

  it('takes meetings that touch [A6]', async () => {
    await book('plain', FREE, {}, 'sam');
    stage.pass(2000);
    const id = await book('plain', at('2026-12-13', '11:00', '12:00'));
    stage.pass(2000);
    expect(await answerOf(id)).toBe('accepted');
  });

  it('gives a time to the first who asked when two ask at once [A6]', async () => {
    const first = await book('plain', FREE, {}, 'sam');
    const second = await book('plain', FREE);
    stage.pass(2000);
    expect([await answerOf(first, 'sam'), await answerOf(second)]).toEqual(['accepted', 'declined']);
    expect(held('plain')).toHaveLength(1);
  });

  it('shows an invitation as tentative until it has answered [A6] [B1]', async () => {
    await book('plain', FREE);
    const ask = {
      ...{ schedules: ['plain@contoso.example'], availabilityViewInterval: 30 },
      startTime: { dateTime: '2026-12-13T09:00:00', timeZone: 'UTC' },
      endTime: { dateTime: '2026-12-13T10:00:00', timeZone: 'UTC' },
    };
    expect((await stage.ask('POST /me/calendar/getSchedule', ask)).json['value']?.[0]?.['availabilityView']).toBe('11');
    stage.pass(2000);
    expect((await stage.ask('POST /me/calendar/getSchedule', ask)).json['value']?.[0]?.['availabilityView']).toBe('22');
  });

  it('is free again when the event is deleted [A6]', async () => {
    const id = await book('plain', FREE);
    stage.pass(2000);
    await stage.ask(`DELETE /me/events/${id}`);
    expect(held('plain')).toEqual([]);
  });

  it('is free again when the event is cancelled, even before it answered [A6]', async () => {
    const id = await book('plain', FREE);
    await stage.ask(`POST /me/events/${id}/cancel`, {});
    stage.pass(2000);
    expect(held('plain')).toEqual([]);
  });

  it('is free again when it is taken off the event [A6]', async () => {
    const id = await book('plain', FREE, { attendees: [room('plain'), person('sam')] });
    stage.pass(2000);
    await stage.ask(`PATCH /me/events/${id}`, { attendees: [person('sam')] });
    expect(held('plain')).toEqual([]);
  });

  it('keeps its answer when people are added and the subject changes [A6]', async () => {
    const id = await book('plain', FREE);
    stage.pass(2000);
    await stage.ask(`PATCH /me/events/${id}`, {
      subject: 'Final',
      showAs: 'busy',
      attendees: [room('plain'), person('sam')],
    });
    expect(await answerOf(id)).toBe('accepted');
    stage.pass(2000);
    expect(await answerOf(id)).toBe('accepted');
    expect(held('plain')).toHaveLength(1);
  });

  it('still answers when people are added before it did [A6]', async () => {
    const id = await book('plain', FREE);
    stage.pass(1000);
    await stage.ask(`PATCH /me/events/${id}`, { attendees: [room('plain'), person('sam')] });
    stage.pass(500);
    expect(await answerOf(id)).toBe('accepted');
  });

  it('is asked again when the time changes [A6]', async () => {
    await book('plain', at('2026-12-13', '12:00', '13:00'), {}, 'sam');
    const id = await book('plain', FREE);
    stage.pass(2000);
    await stage.ask(`PATCH /me/events/${id}`, at('2026-12-13', '12:30', '13:30'));
    expect(await answerOf(id)).toBe('none');
    stage.pass(2000);
    expect(await answerOf(id)).toBe('declined');
    expect(held('plain')).toHaveLength(1);
    await stage.ask(`PATCH /me/events/${id}`, at('2026-12-13', '14:00', '15:00'));
    stage.pass(2000);
    expect(await answerOf(id)).toBe('accepted');
  });

  it.each([
    ['30 minutes', '10:30', 'accepted'],
    ['31 minutes', '10:31', 'declined'],
  ])('that takes half an hour at most is asked for %s: %s → %s [A6]', async (_name, end, expected) => {
    const id = await book('short', at('2026-12-13', '10:00', end));
    stage.pass(2000);
    expect(await answerOf(id)).toBe(expected);
  });

  it.each([
    ['24 hours', at('2026-12-13', '10:00', '10:00'), '2026-12-14T10:00:00', 'accepted'],
    ['a minute more', at('2026-12-13', '10:00', '10:00'), '2026-12-14T10:01:00', 'declined'],
  ])('takes no more than a day: %s [A6]', async (_name, times, end, expected) => {
    const id = await book('plain', { ...times, end: { dateTime: end, timeZone: 'W. Europe Standard Time' } });
    stage.pass(2000);
    expect(await answerOf(id)).toBe(expected);
  });

  it.each([
    ['2027-05-21', 'accepted'],
    ['2027-05-23', 'declined'],
  ])('takes nothing beyond 180 days: %s → %s [A6]', async (day, expected) => {
    const id = await book('plain', at(day, '10:00', '11:00'));
    stage.pass(2000);
    expect(await answerOf(id)).toBe(expected);
  });

  it('that wants approval answers tentatively and waits [A6]', async () => {
    const id = await book('approval', FREE);
    stage.pass(600_000);
    expect(await answerOf(id)).toBe('tentativelyAccepted');
    expect(held('approval')[0]).toMatchObject({ showAs: 'tentative' });
  });

  it.each([
    ['accept', 'accepted', 1],
    ['decline', 'declined', 0],
  ])('that wants approval says what its approver says: %s [A6]', async (action, expected, left) => {
    const id = await book('approval', FREE);
    stage.pass(2000);
    const path = `/users/approval@contoso.example/events/${String(held('approval')[0]?.['id'])}/${action}`;
    const shared = { scopes: ['Calendars.ReadWrite.Shared'] };
    expect((await stage.ask(`POST ${path}`, {}, shared)).status).toBe(403);
    expect((await stage.ask(`POST ${path}`, {}, { ...shared, as: 'robin' })).status).toBe(202);
    expect(await answerOf(id)).toBe(expected);
    expect(held('approval')).toHaveLength(left);
  });

  it('that nobody processes never answers [A6]', async () => {
    const id = await book('silent', FREE);
    stage.pass(86_400_000);
    expect(await answerOf(id)).toBe('none');
    expect(held('silent')).toHaveLength(1);
  });

  it('that is reserved for whoever comes first declines [A6]', async () => {
    const id = await book('reserved', FREE);
    stage.pass(2000);
    expect(await answerOf(id)).toBe('declined');
    expect(held('reserved')).toEqual([]);
  });

  it('that is taken all day declines [A6]', async () => {
    const id = await book('busy', at('2026-12-14', '09:15', '09:30'));
    stage.pass(2000);
    expect(await answerOf(id)).toBe('declined');
  });

  const weekly = (count: number): object => ({
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['sunday'], firstDayOfWeek: 'monday' },
      range: { type: 'numbered', startDate: '2026-12-13', numberOfOccurrences: count },
    },
  });

  it('declines a whole series for one conflict [A6]', async () => {
    await book('plain', at('2026-12-20', '10:00', '11:00'), {}, 'sam');
    stage.pass(2000);
    const id = await book('plain', FREE, weekly(3));
    stage.pass(2000);
    expect(await answerOf(id)).toBe('declined');
    expect(held('plain')).toHaveLength(1);
  });

  it('accepts a free series, and declines one that goes on past its horizon [A6]', async () => {
    const short = await book('plain', FREE, weekly(2));
    const long = await book('plain', at('2026-12-13', '14:00', '15:00'), weekly(40));
    stage.pass(2000);
    expect([await answerOf(short), await answerOf(long)]).toEqual(['accepted', 'declined']);
  });

  it('refuses a date that is moved onto another booking, and keeps the rest of the series [A6]', async () => {
    await book('plain', at('2026-12-20', '12:00', '13:00'), {}, 'sam');
    const id = await book('plain', FREE, weekly(2));
    stage.pass(2000);
    const window = 'startDateTime=2026-12-20T00:00:00Z&endDateTime=2026-12-21T00:00:00Z';
    const second = (await stage.ask(`GET /me/events/${id}/instances?${window}`)).json['value']?.[0];
    await stage.ask(`PATCH /me/events/${String(second?.['id'])}`, at('2026-12-20', '12:00', '13:00'));
    stage.pass(2000);
    expect(await answerOf(String(second?.['id']))).toBe('declined');
    expect(await answerOf(id)).toBe('accepted');
  });

  it('of another organisation is never asked [A6]', async () => {
    const id = await book('plain', FREE, {}, 'jo');
    stage.pass(2000);
    expect(await answerOf(id, 'jo')).toBe('none');
    expect(held('plain')).toEqual([]);
  });
});
