/** Random series against rooms of random policies on a network that fails: afterwards mailboxes and screen agree, and nothing is left behind. */
import { listAllInstances } from '../../../emulator/mailbox/event-views.ts';
import type { EventTime, MailboxEvent } from '../../../emulator/mailbox/mailbox.ts';
import { DEFAULT_ROOM_POLICY, type RoomPolicy } from '../../../emulator/mailbox/room-policy.ts';
import { resumeHold, runBooking, type RunningBooking } from '../../../src/app/booking/run-booking.ts';
import type { BookingRequest } from '../../../src/domain/booking/booking.ts';
import { HOLD_MARK_ID } from '../../../src/domain/contract/event-write.ts';
import type { Room } from '../../../src/domain/rooms/room.ts';
import { expandSeries } from '../../../src/domain/series/expand-series.ts';
import { toRecurrence } from '../../../src/domain/series/recurrence.ts';
import { listRepeatDates, type Repeat } from '../../../src/domain/series/repeat.ts';
import { type DateChoice, findPlace } from '../../../src/domain/series/series-wish.ts';
import { type Chance, createFuzzWorld, type FuzzWorld, ROOMS, toAddress } from '../../support/random-bookings.ts';

jest.setTimeout(600_000);

const SEQUENCES = process.env['SERIES_SEQUENCES'] === undefined ? 60 : Number(process.env['SERIES_SEQUENCES']);
const FIRST_SEED = Number(process.env['SERIES_SEED'] ?? 1);
const ZONE = 'Europe/Amsterdam';
const GRAPH_ZONE = 'W. Europe Standard Time';
const SETTLED = ['booked', 'invitedUnconfirmed', 'declined', 'cancelled', 'failed'];
const REPEAT: Repeat = { every: 'week', interval: 1, daysOfWeek: [3], end: { kind: 'times', times: 5 } };
const FIRST = Temporal.PlainDate.from('2026-12-09');
const at = (date: Temporal.PlainDate, time: string): Temporal.Instant =>
  date.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant();
const toRoom = (key: string): Room => ({
  ...{ address: toAddress(key), name: key, bookingType: 'standard', equipment: [], tags: [] },
});

const POLICIES: readonly Partial<RoomPolicy>[] = [
  {},
  {},
  { conflictPercentageAllowed: 60 },
  { maximumConflictInstances: 3 },
  { allowRecurringMeetings: false },
  { bookingWindowInDays: 30 },
  { bookingWindowInDays: 30, enforceSchedulingHorizon: false, conflictPercentageAllowed: 90 },
  { answers: false },
  { allBookInPolicy: false, allRequestInPolicy: true },
];

/** Entries of the room's own on some of the dates, at some moment. */
function plant(world: FuzzWorld, key: string, date: Temporal.PlainDate): void {
  const room = world.mailbox(key);
  const id = `own ${key} ${date.toString()}`;
  const startMs = at(date, '10:30').epochMilliseconds;
  const template = [...world.mailbox('alex').events.values()][0];
  if (template === undefined || room.events.has(id)) return;
  room.events.set(id, {
    ...{ ...template, id, meetingId: id, recurrence: null, overrides: new Map(), attendees: [], transactionId: null },
    ...{ subject: 'Own', showAs: 'busy', calendarId: room.calendars[0]?.id ?? '', extendedProperties: {} },
    time: { startMs, endMs: startMs + 1_800_000 },
  });
}

function toRequest(chance: Chance, main: string): BookingRequest {
  const found = listRepeatDates(REPEAT, FIRST);
  if (!found.ok) throw new Error(found.problem);
  const time = { start: at(FIRST, '10:00'), end: at(FIRST, '11:00') };
  const others = ROOMS.filter((key) => key !== main);
  const dates = expandSeries({ dates: found.dates, time, zone: ZONE }).map((one, index) => {
    const room = { address: toAddress(chance.pick(others)), name: 'other' };
    const moved = { start: one.start.add({ hours: 4 }), end: one.end.add({ hours: 4 }) };
    const choice: DateChoice =
      index === 0 || chance.odds(0.6)
        ? { kind: 'usual' }
        : chance.pick<DateChoice>([{ kind: 'skip' }, { kind: 'other', room }, { kind: 'other', time: moved }]);
    return { ...one, choice };
  });
  return {
    ...{ subject: 'Series', ...time, graphZone: GRAPH_ZONE, organizerAddress: toAddress('alex') },
    people: [{ name: 'Sam', address: toAddress('sam'), kind: 'required' }],
    ...{ heads: 2, online: chance.odds(0.5), inviteAtOnce: false },
    series: { recurrence: toRecurrence(REPEAT, found.dates, GRAPH_ZONE), dates },
  };
}

interface Followed {
  chose: boolean;
}

function follow(chance: Chance, booking: RunningBooking, followed: Followed): void {
  let retries = 2;
  let resolves = 3;
  booking.subscribe((state) => {
    if (state.phase === 'resolving') {
      resolves -= 1;
      const states = booking.dates?.() ?? [];
      const wishes = (booking.wishes?.() ?? []).map((one, index) =>
        ['declined', 'amiss'].includes(states[index]?.answer ?? '')
          ? { ...one, choice: { kind: 'skip' } as const }
          : one,
      );
      const isNothing = wishes.every(({ choice }) => choice.kind === 'skip');
      setImmediate(() =>
        resolves < 0 || isNothing || chance.odds(0.2) ? booking.cancel() : booking.resolve?.(wishes),
      );
    }
    if (state.phase === 'awaitingApproval' || (state.phase === 'asking' && state.overdue)) {
      const invites = chance.odds(0.3);
      followed.chose ||= invites;
      setImmediate(() => (invites ? booking.inviteNow() : booking.cancel()));
    }
    if (state.phase === 'failed' && retries > 0 && state.left !== 'nothing') {
      retries -= 1;
      setImmediate(() => (chance.odds(0.5) ? booking.retry() : booking.cancel()));
    }
  });
}

const own = (world: FuzzWorld, person = 'alex'): readonly MailboxEvent[] =>
  [...world.mailbox(person).events.values()].filter(({ subject }) => subject.includes('Series'));
const isMarked = (event: MailboxEvent): boolean =>
  Object.entries(event.extendedProperties).some(
    ([id, value]) => id.toLowerCase() === HOLD_MARK_ID.toLowerCase() && value !== '',
  );

function listTimes(world: FuzzWorld, key: string): readonly EventTime[] {
  const box = world.mailbox(key);
  const held = [...box.events.values()].filter(
    ({ isOrganizer, responseStatus }) => isOrganizer || responseStatus.response === 'accepted',
  );
  return held.flatMap((event) =>
    event.recurrence === null ? [event.time] : listAllInstances(box, event).map(({ time }) => time),
  );
}

function checkRooms(world: FuzzWorld): readonly string[] {
  return ROOMS.flatMap((key) => {
    const times = listTimes(world, key);
    const twice = times.some((a, index) =>
      times.slice(index + 1).some((b) => a.startMs < b.endMs && b.startMs < a.endMs),
    );
    return twice ? [`${key} is booked twice`] : [];
  });
}

function checkOutcome(world: FuzzWorld, booking: RunningBooking, room: Room, followed: Followed): readonly string[] {
  const state = booking.state();
  const { phase } = state;
  const [master] = own(world);
  const wrong: string[] = [];
  if (!SETTLED.includes(phase)) wrong.push(`never settled: ${phase}`);
  if (phase === 'declined' || phase === 'cancelled') {
    if (master !== undefined && state.receipt.ownEvent.outcome === 'gone') wrong.push(`${phase}: still there`);
    if (phase === 'declined' && own(world, 'sam').some(({ isCancelled }) => !isCancelled))
      wrong.push('declined: somebody is invited');
  }
  if (phase === 'failed' && state.left === 'nothing' && master !== undefined) wrong.push('failed: something is left');
  if (phase === 'invitedUnconfirmed' && !followed.chose) wrong.push('nobody chose to invite unconfirmed');
  if (phase !== 'booked') return wrong;
  if (master === undefined) return [...wrong, 'booked: no series'];
  if (isMarked(master) || master.subject !== 'Series') wrong.push('booked: still a hold');
  const views = new Map(listAllInstances(world.mailbox('alex'), master).map((view) => [view.originalDate, view]));
  for (const wish of booking.wishes?.() ?? []) {
    const view = views.get(wish.date.toString());
    const place = findPlace(wish, room);
    const about = `booked, ${wish.date.toString()}`;
    if (place === undefined) {
      if (view !== undefined) wrong.push(`${about}: not left out`);
      continue;
    }
    if (view === undefined) {
      wrong.push(`${about}: missing`);
      continue;
    }
    const answer = view.event.attendees.find(({ address }) => address === place.room.address)?.status.response;
    if (answer !== 'accepted') wrong.push(`${about}: ${place.room.address} ${String(answer)}`);
    if (view.time.startMs !== place.time.start.epochMilliseconds) wrong.push(`${about}: at another time`);
    if (!view.event.attendees.some(({ address }) => address === toAddress('sam')))
      wrong.push(`${about}: sam is missing`);
    const isHeld = listTimes(world, place.room.address.split('@')[0] ?? '').some(
      ({ startMs }) => startMs === view.time.startMs,
    );
    if (!isHeld) wrong.push(`${about}: not in the room’s own calendar`);
  }
  return wrong;
}

/** Nobody hears of the series while any of its dates lacks its room's yes. */
function watch(world: FuzzWorld, followed: Followed, wrong: string[]): () => void {
  let isSeen = false;
  return () => {
    if (isSeen || own(world, 'sam').length === 0) return;
    isSeen = true;
    const [master] = own(world);
    if (master === undefined || followed.chose) return;
    const views = listAllInstances(world.mailbox('alex'), master);
    const open = views.filter(
      ({ event }) => !event.attendees.some(({ type, status }) => type === 'resource' && status.response === 'accepted'),
    );
    if (open.length > 0) wrong.push('somebody is invited before every room said yes');
  };
}

async function play(world: FuzzWorld, seed: number): Promise<readonly string[]> {
  const chance = world.begin(seed);
  for (const key of ROOMS) {
    const policy = { ...DEFAULT_ROOM_POLICY, ...chance.pick(key === 'plain' ? POLICIES : POLICIES.slice(0, 4)) };
    Object.assign(world.mailbox(key), { policy });
  }
  const room = toRoom('plain');
  const wrong: string[] = [];
  const followed: Followed = { chose: false };
  const look = watch(world, followed, wrong);
  const planted = ROOMS.flatMap((key) =>
    [0, 1, 2, 3, 4].filter(() => chance.odds(0.15)).map((week) => [key, FIRST.add({ weeks: week })] as const),
  );
  world.onWrite.hear = () => {
    look();
    // somebody is faster than us: once our event is there and before a room has judged it
    if (world.mailbox('sam').events.size > 0 || ROOMS.some((key) => listTimes(world, key).length > 0)) return;
    for (const [key, date] of planted) plant(world, key, date);
  };
  const booking = runBooking(world.open('alex'), { request: toRequest(chance, 'plain'), room, alternatives: [] });
  follow(chance, booking, followed);
  await world.run(() => booking.isSettled() && SETTLED.includes(booking.state().phase));
  wrong.push(...checkRooms(world), ...checkOutcome(world, booking, room, followed));
  world.calm();
  wrong.push(...(await visitAgain(world)));
  return wrong;
}

/** The next visit finishes what was left, or takes it back. */
async function visitAgain(world: FuzzWorld): Promise<readonly string[]> {
  const calls = world.open('alex');
  for (const { id } of own(world).filter(isMarked)) {
    let event: Awaited<ReturnType<typeof calls.readEvent>> | undefined;
    let isDone = false;
    void calls
      .readEvent(id)
      .then((read) => (event = read))
      .finally(() => (isDone = true));
    await world.run(() => isDone);
    const booking = event && resumeHold(calls, event);
    if (booking === undefined) continue;
    booking.subscribe((state) => {
      const isStuck = state.phase === 'awaitingApproval' || (state.phase === 'asking' && state.overdue);
      if (isStuck || state.phase === 'resolving') setImmediate(booking.cancel);
    });
    await world.run(() => booking.isSettled() && SETTLED.includes(booking.state().phase));
  }
  return [
    ...checkRooms(world),
    ...own(world)
      .filter(isMarked)
      .map(() => 'left marked after the next visit'),
  ];
}

it(`leaves mailboxes and screen in agreement (${SEQUENCES} series from seed ${FIRST_SEED} on)`, async () => {
  const world = createFuzzWorld();
  const outcomes: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEQUENCES; seed += 1) {
    const wrong = await play(world, seed);
    if (wrong.length > 0) outcomes.push(`seed ${seed}: ${wrong.join('; ')}`);
  }
  expect(outcomes).toEqual([]);
});
