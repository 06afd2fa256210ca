/** A series from the wish to each room's word, with the emulated Microsoft 365 as the judge. */
import type { MailboxEvent } from '../../../emulator/mailbox/mailbox.ts';
import { listAllInstances } from '../../../emulator/mailbox/event-views.ts';
import { DEFAULT_ROOM_POLICY, type RoomPolicy } from '../../../emulator/mailbox/room-policy.ts';
import { resumeHold, runBooking, type RunningBooking } from '../../../src/app/booking/run-booking.ts';
import type { BookingRequest, BookingState } from '../../../src/domain/booking/booking.ts';
import type { Room } from '../../../src/domain/rooms/room.ts';
import { expandSeries } from '../../../src/domain/series/expand-series.ts';
import { toRecurrence } from '../../../src/domain/series/recurrence.ts';
import { listRepeatDates, type Repeat } from '../../../src/domain/series/repeat.ts';
import type { DateChoice } from '../../../src/domain/series/series-wish.ts';
import { createFuzzWorld, type FuzzWorld, toAddress } from '../../support/random-bookings.ts';

const ZONE = 'Europe/Amsterdam';
const GRAPH_ZONE = 'W. Europe Standard Time';
const SKIP: DateChoice = { kind: 'skip' };
const at = (text: string): Temporal.Instant => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE).toInstant();
const toRoom = (key: string): Room => ({
  ...{ address: toAddress(key), name: key, bookingType: 'standard', equipment: [], tags: [] },
});
const inRoom = (key: string): DateChoice => ({ kind: 'other', room: { address: toAddress(key), name: key } });

/** Five Wednesdays from 9 December on, 10:00 to 11:00. */
function toRequest(choices: Readonly<Record<string, DateChoice>> = {}, times = 5): BookingRequest {
  const repeat: Repeat = { every: 'week', interval: 1, daysOfWeek: [3], end: { kind: 'times', times } };
  const found = listRepeatDates(repeat, Temporal.PlainDate.from('2026-12-09'));
  if (!found.ok) throw new Error(found.problem);
  const time = { start: at('2026-12-09T10:00'), end: at('2026-12-09T11:00') };
  const dates = expandSeries({ dates: found.dates, time, zone: ZONE }).map((one) => ({
    ...one,
    choice: choices[one.date.toString()] ?? ({ kind: 'usual' } as const),
  }));
  return {
    ...{ subject: 'Sync', ...time, graphZone: GRAPH_ZONE, organizerAddress: toAddress('alex') },
    people: [{ name: 'Sam', address: toAddress('sam'), kind: 'required' }],
    ...{ heads: 2, online: true, inviteAtOnce: false },
    series: { recurrence: toRecurrence(repeat, found.dates, GRAPH_ZONE), dates },
  };
}

let world: FuzzWorld;
beforeAll(() => {
  world = createFuzzWorld();
});
beforeEach(() => {
  world.begin(1);
  world.calm();
  for (const key of ['plain', 'busy', 'short']) setPolicy(key, {});
});

function setPolicy(key: string, policy: Partial<RoomPolicy>): void {
  Object.assign(world.mailbox(key), { policy: { ...DEFAULT_ROOM_POLICY, ...policy } });
}

/** Somebody else's meeting in a room, answered. */
async function occupy(key: string, date: string): Promise<void> {
  const start = at(`${date}T10:30`);
  const request: BookingRequest = {
    ...{ subject: 'In the way', start, end: start.add({ minutes: 60 }), graphZone: GRAPH_ZONE, people: [] },
    ...{ heads: 1, online: false, inviteAtOnce: false },
  };
  const booking = runBooking(world.open('robin'), { request, room: toRoom(key), alternatives: [] });
  await settle(booking, 'booked');
}

/** Somebody takes the room on one date, after we have looked and before it has judged the series. */
function snatch(key: string, date: string): void {
  world.onWrite.hear = () => {
    const [master] = own();
    const room = world.mailbox(key);
    if (master === undefined || room.events.has('snatched')) return;
    const startMs = at(`${date}T10:00`).epochMilliseconds;
    room.events.set('snatched', {
      ...{ ...master, id: 'snatched', meetingId: 'snatched', recurrence: null, overrides: new Map(), attendees: [] },
      ...{
        subject: 'Snatched',
        showAs: 'busy',
        calendarId: room.calendars[0]?.id ?? '',
        time: { startMs, endMs: startMs + 3_600_000 },
        transactionId: null,
      },
    });
  };
}

async function settle(booking: RunningBooking, ...phases: readonly BookingState['phase'][]): Promise<BookingState> {
  await world.run(() => booking.isSettled() || phases.includes(booking.state().phase));
  const state = booking.state();
  if (!phases.includes(state.phase)) throw new Error(`is ${state.phase}: ${JSON.stringify(state)}`);
  return state;
}

const begin = (request: BookingRequest, key = 'plain'): RunningBooking =>
  runBooking(world.open('alex'), { request, room: toRoom(key), alternatives: [] });

const own = (person = 'alex'): readonly MailboxEvent[] => [...world.mailbox(person).events.values()];
/** What a mailbox holds: local start of each date and who is on it. */
function held(key: string, subject?: string): readonly string[] {
  const box = world.mailbox(key);
  return [...box.events.values()]
    .filter((event) => subject === undefined || event.subject.includes(subject))
    .flatMap((event) =>
      event.recurrence === null
        ? [event]
        : listAllInstances(box, event).map((view) => ({ ...view.event, time: view.time })),
    )
    .map(({ time, attendees }) => {
      const start = Temporal.Instant.fromEpochMilliseconds(time.startMs).toZonedDateTimeISO(ZONE).toPlainDateTime();
      const who = attendees.map(({ address, status }) => `${address.split('@')[0] ?? ''} ${status.response}`);
      return `${start.toString({ smallestUnit: 'minute' })} ${who.join(', ')}`;
    })
    .sort();
}
const answersOf = ({ dates }: RunningBooking): readonly string[] =>
  (dates?.() ?? []).map(({ date, room, answer }) => `${date.toString().slice(5)} ${room.name} ${answer}`);

describe('a series', () => {
  it('asks the room alone, invites after its yes to all dates, and is read back date by date', async () => {
    let invitedEarly = false;
    world.onWrite.hear = () => {
      const room = world.mailbox('plain');
      const isYes = [...room.events.values()].some(({ responseStatus }) => responseStatus.response === 'accepted');
      invitedEarly ||= !isYes && world.mailbox('sam').events.size > 0;
    };
    const booking = begin(toRequest());
    expect(await settle(booking, 'booked')).toMatchObject({ phase: 'booked', online: 'made' });
    expect(invitedEarly).toBe(false);
    expect(own()).toHaveLength(1);
    expect(own()[0]).toMatchObject({ subject: 'Sync', showAs: 'busy' });
    expect(held('sam')).toEqual([
      '2026-12-09T10:00 plain accepted, sam none',
      '2026-12-16T10:00 plain accepted, sam none',
      '2026-12-23T10:00 plain accepted, sam none',
      '2026-12-30T10:00 plain accepted, sam none',
      '2027-01-06T10:00 plain accepted, sam none',
    ]);
    expect(answersOf(booking)[4]).toBe('01-06 plain accepted');
  });

  it('is sent with its exceptions: a date left out, one in another room, one at another time', async () => {
    await occupy('plain', '2026-12-16');
    await occupy('plain', '2026-12-23');
    await occupy('plain', '2026-12-30');
    const time = { start: at('2026-12-30T14:00'), end: at('2026-12-30T15:00') };
    const choices = {
      '2026-12-16': SKIP,
      '2026-12-23': inRoom('busy'),
      '2026-12-30': { kind: 'other', time },
    } as const;
    const booking = begin(toRequest(choices));
    await settle(booking, 'booked');
    const expected = [
      '2026-12-09T10:00 plain accepted, sam none',
      '2026-12-23T10:00 busy accepted, sam none',
      '2026-12-30T14:00 plain accepted, sam none',
      '2027-01-06T10:00 plain accepted, sam none',
    ];
    expect(held('alex', 'Sync')).toEqual(expected);
    expect(held('sam')).toEqual(expected);
    expect(held('busy')).toHaveLength(1);
    expect(held('plain').filter((line) => line.includes('sam'))).toEqual([expected[0], expected[2], expected[3]]);
    expect(answersOf(booking)[1]).toBe('12-16 plain skipped');
    // each room wrote, the one of the series too; nobody else was written to more than once
    expect(own()).toHaveLength(1);
  });

  it.each([
    ['takes no series', { allowRecurringMeetings: false }, 5],
    ['is not booked that far ahead', { bookingWindowInDays: 30 }, 5],
    ['allows less time', { maximumDurationInMinutes: 30 }, 5],
  ] as const)('is taken back whole where the room %s, and nobody was invited', async (_, policy, times) => {
    setPolicy('plain', policy);
    const booking = begin(toRequest({}, times));
    expect(await settle(booking, 'declined')).toMatchObject({
      receipt: { ownEvent: { outcome: 'gone' }, room: { outcome: 'free' } },
    });
    expect([own(), held('sam'), held('plain')]).toEqual([[], [], []]);
  });

  it('is declined whole for one date that was taken meanwhile, and says so', async () => {
    snatch('plain', '2026-12-23');
    const booking = begin(toRequest());
    const state = await settle(booking, 'declined');
    expect(state).toMatchObject({ refusal: { kind: 'seriesConflict', known: true } });
    expect([own(), held('sam')]).toEqual([[], []]);
  });

  it.each([
    ['a share of conflicts', { conflictPercentageAllowed: 50 }],
    ['a number of conflicts', { maximumConflictInstances: 2 }],
  ] as const)('asks what becomes of the refused dates where the room bears %s', async (_, policy) => {
    setPolicy('plain', policy);
    snatch('plain', '2026-12-23');
    const booking = begin(toRequest());
    await settle(booking, 'resolving');
    expect(answersOf(booking)).toEqual([
      ...['12-09 plain accepted', '12-16 plain accepted', '12-23 plain declined', '12-30 plain accepted'],
      '01-06 plain accepted',
    ]);
    expect(held('sam')).toEqual([]);
    const dates = (booking.wishes?.() ?? []).map((one) =>
      one.date.toString() === '2026-12-23' ? { ...one, choice: inRoom('short') } : one,
    );
    booking.resolve?.(dates);
    await settle(booking, 'booked');
    expect(held('sam')[2]).toBe('2026-12-23T10:00 short accepted, sam none');
    expect(held('sam')).toHaveLength(5);
  });

  it('looks at every date once more before anything is sent', async () => {
    await occupy('plain', '2026-12-30');
    const booking = begin(toRequest());
    await settle(booking, 'resolving');
    expect(own()).toEqual([]);
    expect(answersOf(booking)[3]).toBe('12-30 plain declined');
    booking.resolve?.((booking.wishes?.() ?? []).map((one, index) => (index === 3 ? { ...one, choice: SKIP } : one)));
    await settle(booking, 'booked');
    expect(held('sam')).toHaveLength(4);
  });

  it('is taken back by whoever began it, from every room', async () => {
    setPolicy('plain', { answers: false });
    const booking = begin(toRequest({ '2026-12-16': inRoom('busy') }));
    await world.run(() => booking.state().phase === 'asking');
    booking.cancel();
    await settle(booking, 'cancelled');
    expect([own(), held('busy'), held('plain'), held('sam')]).toEqual([[], [], [], []]);
  });

  it.each([
    ['before the room of the series was asked', (booking: RunningBooking) => booking.eventId() !== undefined],
    ['while it is asked', (booking: RunningBooking) => booking.state().phase === 'asking'],
    ['while people are invited', () => held('sam').length > 0],
  ])('is finished by the next visit where the page was closed %s', async (_, isThen) => {
    let isClosed = false;
    const calls = world.open('alex');
    const guard =
      <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
      (...args: A): Promise<R> =>
        isClosed ? new Promise<R>(() => undefined) : call(...args);
    const closing = {
      ...calls,
      ...{ createEvent: guard(calls.createEvent), updateEvent: guard(calls.updateEvent) },
      ...{ readEvent: guard(calls.readEvent), deleteEvent: guard(calls.deleteEvent) },
      listInstances: guard(calls.listInstances),
    };
    const choices = { '2026-12-16': SKIP, '2026-12-23': inRoom('busy') } as const;
    const first = runBooking(closing, { request: toRequest(choices), room: toRoom('plain'), alternatives: [] });
    world.onWrite.hear = () => {
      isClosed ||= isThen(first);
    };
    await world.run(() => (isClosed ||= isThen(first)));
    world.onWrite.hear = () => undefined;
    const [master] = own();
    const event = await readOne(world, master?.id ?? '');
    const second = resumeHold(world.open('alex'), event);
    if (second === undefined) throw new Error('no hold');
    await settle(second, 'booked');
    expect(held('sam')).toEqual([
      '2026-12-09T10:00 plain accepted, sam none',
      '2026-12-23T10:00 busy accepted, sam none',
      '2026-12-30T10:00 plain accepted, sam none',
      '2027-01-06T10:00 plain accepted, sam none',
    ]);
    expect(own()[0]?.subject).toBe('Sync');
  });
});

async function readOne(from: FuzzWorld, id: string) {
  const reading = from.open('alex').readEvent(id);
  let isDone = false;
  void reading.finally(() => {
    isDone = true;
  });
  await from.run(() => isDone);
  return reading;
}
