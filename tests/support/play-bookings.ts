/** Plays one sequence of bookings and says what is wrong afterwards: with rooms, people's mailboxes, or what the screens say. */
import type { BookingRules } from '../../src/app/booking/booking-rules.ts';
import { resumeHold } from '../../src/app/booking/run-booking.ts';
import { runInTurn } from '../../src/app/booking/run-in-turn.ts';
import type { CalendarEvent } from '../../src/domain/agenda/calendar-event.ts';
import type { BookingRequest } from '../../src/domain/booking/booking.ts';
import type { Room } from '../../src/domain/rooms/room.ts';
import {
  check,
  checkLeftInRooms,
  checkOne,
  checkRooms,
  listOwn,
  type Played,
  SETTLED,
  toMark,
  watchInvitations,
} from './check-bookings.ts';
import { type Chance, type FuzzWorld, PEOPLE, type PersonKey, ROOMS, toAddress } from './random-bookings.ts';

const DAY = Temporal.Instant.from('2026-12-09T08:00:00Z');
/** In two buildings, so that pairs can be booked. */
const BUILDINGS: Readonly<Record<string, string>> = {
  plain: 'North',
  short: 'South',
  busy: 'North',
  approval: 'South',
};
const toRoom = (key: string): Room => ({
  ...{ address: toAddress(key), name: key, building: BUILDINGS[key] ?? '' },
  ...{ bookingType: 'standard', equipment: [], tags: [] },
});

function toTimes(chance: Chance) {
  const start = DAY.add({ minutes: 30 * chance.below(6) });
  return { start, end: start.add({ minutes: 30 * (1 + chance.below(3)) }) };
}

function toRequest(chance: Chance, person: PersonKey, count: number): BookingRequest {
  const others = PEOPLE.filter((key) => key !== person);
  const people = others.filter(() => chance.odds(0.6));
  return {
    ...{ subject: `Meeting ${count} of ${person}`, ...toTimes(chance), graphZone: 'UTC' },
    people: people.map((key) => ({ name: key, address: toAddress(key), kind: 'required' })),
    ...{ heads: people.length + 1, online: false, inviteAtOnce: chance.odds(0.08), inTurn: chance.odds(0.3) },
    organizerAddress: toAddress(person),
  };
}

/** Some bookings are of two rooms, one in each building. */
function withTwin(chance: Chance, request: BookingRequest, key: string): BookingRequest {
  if (!chance.odds(0.3)) return request;
  const others = ROOMS.filter((other) => BUILDINGS[other] !== BUILDINGS[key]);
  return { ...request, twin: { room: toRoom(chance.pick(others)), heads: 1 } };
}

/** What somebody does who looks at the screen: waits, chooses when asked, tries again when it failed. */
function follow(chance: Chance, played: Played): void {
  const { booking } = played;
  let retries = 2;
  const stopsEarly = chance.odds(0.15);
  booking.subscribe((state) => {
    if (stopsEarly && state.phase === 'asking') setImmediate(booking.cancel);
    if (state.phase === 'awaitingApproval' || (state.phase === 'asking' && state.overdue)) {
      const choice = chance.pick(['cancel', 'cancel', 'inviteNow', 'tryAnother', 'keepAsking'] as const);
      if (choice === 'inviteNow') played.chose = true;
      setImmediate(() => (choice === 'keepAsking' ? booking.cancel() : booking[choice]()));
    }
    if (state.phase === 'failed' && retries > 0 && state.left !== 'nothing') {
      retries -= 1;
      setImmediate(() => (chance.odds(0.5) ? booking.retry() : booking.cancel()));
    }
  });
}

interface Sequence {
  readonly world: FuzzWorld;
  readonly chance: Chance;
  readonly rules: Partial<BookingRules> | undefined;
  readonly all: Played[];
}

function begin({ world, chance, rules, all }: Sequence, person: PersonKey, request: BookingRequest, room: Room): void {
  const alternatives = ROOMS.map(toRoom);
  const booking = runInTurn(world.open(person, rules), { request, room, alternatives });
  const played: Played = { person, request, booking, chose: false };
  all.push(played);
  follow(chance, played);
}

const isSettled = ({ booking }: Played): boolean => booking.isSettled() && SETTLED.includes(booking.state().phase);

/** The other room of a room's building. */
const otherIn = (key: string): string =>
  ROOMS.find((other) => other !== key && BUILDINGS[other] === BUILDINGS[key]) ?? key;

/** Somebody changes a meeting that is booked: another time, or another room. */
async function change(sequence: Sequence, { person, request, booking }: Played): Promise<void> {
  const { world, chance } = sequence;
  const id = booking.eventId() ?? '';
  const existing = await settle(world, world.open(person).readEvent(id));
  const held = existing?.attendees.find(({ kind, answer }) => kind === 'resource' && answer === 'accepted');
  if (existing === undefined || held === undefined || existing.time.kind !== 'timed') return;
  const { twin, ...wish } = request;
  const base = { ...wish, existing, people: [], inTurn: false, inviteAtOnce: false };
  if (chance.odds(0.5)) {
    begin(sequence, person, { ...base, ...toTimes(chance), moves: true }, { ...toRoom('plain'), ...held });
    return;
  }
  // of a pair it is the room in the same building that goes
  const isOffered = (key: string): boolean =>
    toAddress(key) !== held.address && (twin === undefined || held.address === toAddress(otherIn(key)));
  const offered = ROOMS.filter(isOffered);
  if (offered.length === 0) return;
  const other = toRoom(chance.pick(offered));
  const { start, end } = existing.time;
  begin(sequence, person, { ...base, start, end, replaces: held.address }, other);
}

/** The answer, or undefined where it failed, while time runs. */
async function settle<T>(world: FuzzWorld, promise: Promise<T>): Promise<T | undefined> {
  let isDone = false;
  const end = (): void => {
    isDone = true;
  };
  promise.then(end, end);
  await world.run(() => isDone);
  return promise.catch(() => undefined);
}

/** What is wrong after one sequence; empty where all is well. */
export async function playSequence(
  world: FuzzWorld,
  seed: number,
  rules?: Partial<BookingRules>,
): Promise<readonly string[]> {
  const chance = world.begin(seed);
  const all: Played[] = [];
  const sequence: Sequence = { world, chance, rules, all };
  const wrong: string[] = [];
  watchInvitations(world, all, wrong);
  const count = 2 + chance.below(3);
  for (let index = 0; index < count; index += 1) {
    const person = chance.pick(PEOPLE);
    const key = chance.pick(ROOMS);
    begin(sequence, person, withTwin(chance, toRequest(chance, person, index), key), toRoom(key));
    // now and then two at once
    if (chance.odds(0.6)) await world.run(() => all.every(isSettled));
  }
  await world.run(() => all.every(isSettled));
  const booked = all.filter(({ booking }) => booking.state().phase === 'booked');
  const live = booked.filter((one) => checkOne(world, one).length === 0);
  wrong.push(...check(world, all));
  if (live.length > 0 && chance.odds(0.7)) {
    const chosen = chance.pick(live);
    const rest = all.filter((one) => one !== chosen);
    const before = all.length;
    await change(sequence, chosen);
    await world.run(() => all.every(isSettled));
    wrong.push(...check(world, all.length > before ? [...rest, ...all.slice(before)] : all));
  }
  world.calm();
  wrong.push(...(await visitAgain(world)));
  return wrong;
}

/** The next visit finishes what was left, or takes it back: afterwards nothing is marked any more. */
async function visitAgain(world: FuzzWorld): Promise<readonly string[]> {
  for (const person of PEOPLE) {
    const calls = world.open(person);
    for (const { id } of listOwn(world, person).filter((event) => toMark(event) !== '')) {
      const event: CalendarEvent | undefined = await settle(world, calls.readEvent(id));
      const booking = event && resumeHold(calls, event);
      if (booking === undefined) continue;
      booking.subscribe((state) => {
        const isStuck = state.phase === 'awaitingApproval' || (state.phase === 'asking' && state.overdue);
        if (isStuck) setImmediate(booking.cancel);
      });
      await world.run(() => booking.isSettled() && SETTLED.includes(booking.state().phase));
    }
  }
  const left = PEOPLE.flatMap((person) => listOwn(world, person)).filter((event) => toMark(event) !== '');
  // a room lets go a moment after it is told
  await settle(world, world.open('alex').sleep(5_000, new AbortController().signal));
  return [
    ...checkRooms(world),
    ...checkLeftInRooms(world),
    ...left.map(({ subject }) => `${subject}: left marked after the next visit`),
  ];
}
