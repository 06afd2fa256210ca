/** How a room decides by its own policy (fact sheet A6: Set-CalendarProcessing). */
import { DEFAULT_ROOM_POLICY, type RoomPolicy } from '../../../emulator/mailbox/room-policy.ts';
import { createStage, type Json, type Stage } from '../graph/stage.ts';

const at = (date: string, from = '10:00', to = '11:00') => ({
  start: { dateTime: `${date}T${from}:00`, timeZone: 'W. Europe Standard Time' },
  end: { dateTime: `${date}T${to}:00`, timeZone: 'W. Europe Standard Time' },
});
const ROOM = { type: 'resource', emailAddress: { address: 'own@contoso.example' } };
const person = (address: string) => ({ type: 'required', emailAddress: { address } });
const weekly = (range: object) => ({
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
    range: { startDate: '2026-12-15', ...range },
  },
});
const times = (numberOfOccurrences: number) => weekly({ type: 'numbered', numberOfOccurrences });
const TUESDAYS = ['2026-12-15', '2026-12-22', '2026-12-29', '2027-01-05', '2027-01-12'];

describe('a room', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage();
  });
  /** A room with the given policy, in a calendar of its own. */
  const open = (policy: Partial<RoomPolicy>): void => {
    const model = stage.world.mailboxes.find('plain@contoso.example');
    if (model === undefined) throw new Error('no room');
    stage.world.mailboxes.add({
      ...model,
      ...{ address: 'own@contoso.example', aliases: [], objectId: '0wn', displayName: 'Own' },
      ...{ events: new Map(), idByMeeting: new Map(), pending: new Map(), changes: [] },
      policy: { ...DEFAULT_ROOM_POLICY, ...policy },
    });
  };
  const book = async (more: object, as = 'alex'): Promise<Json> => {
    const made = await stage.ask(
      'POST /me/events',
      { subject: 'Talk', attendees: [ROOM], ...at('2026-12-15'), ...more },
      { as },
    );
    expect(made.status).toBe(201);
    stage.pass(2000);
    return made.json;
  };
  const answerTo = async (more: object = {}, as = 'alex'): Promise<unknown> => {
    const { id } = await book(more, as);
    const { json } = await stage.ask(`GET /me/events/${String(id)}`, undefined, { as });
    return (json['attendees'] as readonly Json[]).find(({ type }) => type === 'resource')?.['status']?.['response'];
  };
  const lastMail = async (): Promise<unknown> => {
    const { json } = await stage.ask('GET /me/messages?$top=1', undefined, { scopes: ['Mail.Read'] });
    return json['value']?.[0]?.['body']?.['content'];
  };

  it('without a policy of its own accepts what is free and declines what is not [A6]', async () => {
    open({});
    expect(await answerTo()).toBe('accepted');
    expect(await answerTo({}, 'sam')).toBe('declined');
  });

  it('that allows conflicts accepts all the same [A6]', async () => {
    open({ allowConflicts: true });
    await book({});
    expect(await answerTo({}, 'sam')).toBe('accepted');
  });

  it('that takes no series declines one, and says why [A6]', async () => {
    open({ allowRecurringMeetings: false });
    expect(await answerTo(times(2))).toBe('declined');
    expect(await lastMail()).toContain('Recurring');
    expect(await answerTo(at('2026-12-16'))).toBe('accepted');
  });

  it('declines a series without an end, or ends it at its horizon where that is not enforced [A6]', async () => {
    open({});
    expect(await answerTo(weekly({ type: 'noEnd' }))).toBe('declined');
    open({ enforceSchedulingHorizon: false });
    const { id } = await book(weekly({ type: 'noEnd' }));
    const on = async (date: string): Promise<unknown> => {
      const window = `startDateTime=${date}T00:00:00Z&endDateTime=${date}T23:00:00Z`;
      const { json } = await stage.ask(`GET /me/events/${String(id)}/instances?${window}`);
      return json['value']?.[0]?.['attendees']?.[0]?.['status']?.['response'];
    };
    expect([await on('2027-05-18'), await on('2027-05-25')]).toEqual(['accepted', 'declined']);
  });

  it.each<[string, Partial<RoomPolicy>, number, string]>([
    ['none allowed, one there', {}, 1, 'declined'],
    ['a fifth allowed, a fifth there', { conflictPercentageAllowed: 20 }, 1, 'accepted'],
    ['a fifth allowed, two fifths there', { conflictPercentageAllowed: 20 }, 2, 'declined'],
    ['two allowed, two there', { maximumConflictInstances: 2 }, 2, 'accepted'],
    ['two allowed, three there', { maximumConflictInstances: 2 }, 3, 'declined'],
    ['both limits set, one passed', { maximumConflictInstances: 4, conflictPercentageAllowed: 20 }, 2, 'declined'],
    ['all dates taken', { conflictPercentageAllowed: 100 }, 5, 'declined'],
  ])('judges the conflicts of a series: %s [A6]', async (_name, policy, taken, expected) => {
    open(policy);
    for (const date of TUESDAYS.slice(0, taken)) await book(at(date), 'sam');
    expect(await answerTo(times(5))).toBe(expected);
  });

  it('of an accepted series declines the conflicting dates alone [A6]', async () => {
    open({ maximumConflictInstances: 1 });
    await book(at('2026-12-22'), 'sam');
    const { id } = await book(times(3));
    const window = 'startDateTime=2026-12-14T00:00:00Z&endDateTime=2027-01-01T00:00:00Z&$orderby=start/dateTime';
    const { json } = await stage.ask(`GET /me/events/${String(id)}/instances?${window}`);
    const answers = (json['value'] as readonly Json[]).map((one) => one['attendees']?.[0]?.['status']?.['response']);
    expect(answers).toEqual(['accepted', 'declined', 'accepted']);
  });

  it('that enforces its capacity counts people and not rooms, the organizer once [A6]', async () => {
    open({ enforceCapacity: true, capacity: 3 });
    const crowd = (...names: string[]) => ({
      attendees: [ROOM, ...names.map((name) => person(`${name}@contoso.example`))],
    });
    expect(await answerTo({ ...crowd('alex', 'sam', 'robin') })).toBe('accepted');
    expect(await answerTo({ ...crowd('sam', 'robin', 'x'), ...at('2026-12-16') })).toBe('declined');
    expect(await lastMail()).toContain('3 people');
    open({ capacity: 1 });
    expect(await answerTo({ ...crowd('sam', 'robin'), ...at('2026-12-17') })).toBe('accepted');
  });

  it('that only some may book declines the others [A6]', async () => {
    open({ allBookInPolicy: false, bookInPolicy: ['sam@contoso.example'] });
    expect(await answerTo()).toBe('declined');
    expect(await lastMail()).toContain('not allowed');
    expect(await answerTo(at('2026-12-16'), 'sam')).toBe('accepted');
  });

  it('that some may only ask for stays tentative until somebody approves, and declines what breaks its rules [A6]', async () => {
    open({ allBookInPolicy: false, bookInPolicy: ['sam@contoso.example'], requestInPolicy: ['alex@contoso.example'] });
    expect(await answerTo()).toBe('tentativelyAccepted');
    expect(await lastMail()).toContain('approval');
    expect(await answerTo({}, 'robin')).toBe('declined');
    expect(await answerTo({ ...at('2026-12-16'), end: at('2026-12-18').end })).toBe('declined');
  });

  it.each([
    ['in its hours', at('2026-12-15', '09:00', '17:00'), 'accepted'],
    ['too early', at('2026-12-15', '06:00', '07:00'), 'declined'],
    ['too late', at('2026-12-15', '16:30', '22:00'), 'declined'],
    ['on a Sunday', at('2026-12-13'), 'declined'],
  ])('that takes meetings in working hours only is asked for one %s [A6]', async (_name, when, expected) => {
    open({ scheduleOnlyDuringWorkHours: true });
    expect(await answerTo(when)).toBe(expected);
  });

  it('that is reserved is never bookable, whoever asks [A6] [C]', async () => {
    open({ reserved: true, bookInPolicy: ['alex@contoso.example'] });
    expect(await answerTo()).toBe('declined');
  });
});
