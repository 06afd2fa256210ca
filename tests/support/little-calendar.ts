/** One person's calendar and one room, as functions that a booking calls; time runs only while somebody sleeps. */
import type { Answer, CalendarEvent } from '../../src/domain/agenda/calendar-event.ts';
import type { BookingRequest, BookingState } from '../../src/domain/booking/booking.ts';
import type { EventCreate, EventPatch } from '../../src/domain/contract/event-write.ts';
import { Failure, type FailureCode } from '../../src/domain/failure.ts';
import type { FreeBusy } from '../../src/domain/rooms/free-busy.ts';
import type { Room } from '../../src/domain/rooms/room.ts';
import type { RunningBooking } from '../../src/app/booking/run-booking.ts';
import type { BookingCalls } from '../../src/app/booking/trip.ts';

const NOON = Temporal.Instant.from('2026-11-23T12:00:00Z');
export const at = (text: string): Temporal.Instant => Temporal.Instant.from(`2026-11-24T${text}:00Z`);

export const toRoom = (name: string): Room => ({
  ...{ address: `${name}@contoso.example`, name, capacity: 8 },
  ...{ bookingType: 'standard', equipment: [], tags: [] },
});

export const toRequest = (more: Partial<BookingRequest> = {}): BookingRequest => ({
  ...{ subject: 'Design review', start: at('10:00'), end: at('11:00'), graphZone: 'W. Europe Standard Time' },
  people: [{ name: 'Sam', address: 'sam@contoso.example', kind: 'required' }],
  ...{ heads: 2, online: false, inviteAtOnce: false },
  ...more,
});

type Name = 'createEvent' | 'findEvent' | 'readEvent' | 'updateEvent' | 'deleteEvent' | 'readFreeBusy';
/** `lost`: carried out, but the answer never comes. */
type Fault = { readonly on: Name; readonly code: FailureCode; readonly lost?: boolean };

interface Options {
  /** Seconds until the room answers, and what; null: never. */
  readonly answer?: readonly [seconds: number, answer: Answer] | null;
  /** Of single rooms, by name. */
  readonly answers?: Readonly<Record<string, Options['answer']>>;
  /** The room `plain` is taken. */
  readonly busy?: boolean;
}

export function littleCalendar({ answer = [2, 'accepted'], answers = {}, busy = false }: Options = {}) {
  let nowMs = NOON.epochMilliseconds;
  let revision = 0;
  let count = 0;
  const events = new Map<string, { event: CalendarEvent; transactionId?: string; askedMs: number }>();
  const faults: Fault[] = [];
  const log: string[] = [];
  const patches: EventPatch[] = [];
  const world = { answer, busy, joinLinks: true };

  const toAttendees = (list: EventCreate['attendees'], before: readonly CalendarEvent['attendees'][number][] = []) =>
    list.map(({ type, emailAddress: { address, name = '' } }) => {
      const known = before.find((one) => one.address === address);
      return { kind: type, address, name, answer: known?.answer ?? ('none' as const) };
    });
  const withAnswer = (id: string): CalendarEvent => {
    const kept = events.get(id);
    if (kept === undefined) throw new Failure('gone');
    const attendees = kept.event.attendees.map((one) => {
      const own = answers[one.name];
      const [seconds, said] = (own === undefined ? world.answer : own) ?? [Infinity, 'none' as const];
      const isDue = one.kind === 'resource' && nowMs - kept.askedMs >= seconds * 1000;
      return isDue ? { ...one, answer: said } : one;
    });
    kept.event = { ...kept.event, attendees };
    return kept.event;
  };
  const apply = (event: CalendarEvent, patch: EventPatch): CalendarEvent => {
    const mark = patch.singleValueExtendedProperties?.[0].value;
    const kept: CalendarEvent = { ...event };
    if (mark !== undefined) Reflect.deleteProperty(kept, 'holdMark');
    revision += 1;
    return {
      ...kept,
      ...(mark ? { holdMark: mark } : {}),
      etag: `W/"${revision}"`,
      ...(patch.subject === undefined ? {} : { subject: patch.subject }),
      ...(patch.attendees === undefined ? {} : { attendees: toAttendees(patch.attendees, event.attendees) }),
      ...(patch.location === undefined ? {} : { locations: [{ name: patch.location.displayName }] }),
      ...(patch.isOnlineMeeting && world.joinLinks ? { joinUrl: 'https://teams.microsoft.com/l/meetup-join/1' } : {}),
    };
  };
  const empty = (id: string): CalendarEvent => ({
    ...{ id, calendarId: 'c', etag: '', time: { kind: 'timed', start: at('10:00'), end: at('11:00') } },
    ...{ subject: '', sensitivity: 'normal', showAs: 'busy', isCancelled: false, isOrganizer: true },
    ...{ isRecurring: false, myAnswer: 'organizer', attendees: [], locations: [] },
    organizer: { name: 'Alex', address: 'alex@contoso.example' },
  });
  /** Runs a call with the fault planted for it. */
  const call = async <T>(on: Name, run: () => T): Promise<T> => {
    log.push(on);
    nowMs += 80;
    const index = faults.findIndex((fault) => fault.on === on);
    const [fault] = index < 0 ? [] : faults.splice(index, 1);
    if (fault !== undefined && !fault.lost) throw new Failure(fault.code);
    const result = await Promise.resolve().then(run);
    if (fault !== undefined) throw new Failure(fault.code);
    return result;
  };
  const calls: BookingCalls = {
    createEvent: (body) =>
      call('createEvent', () => {
        const same = [...events.values()].find(({ transactionId }) => transactionId === body.transactionId);
        if (same !== undefined) return same.event;
        const id = `event-${(count += 1)}`;
        const event = apply(empty(id), body);
        events.set(id, { event, transactionId: body.transactionId, askedMs: nowMs });
        return event;
      }),
    findEvent: ({ transactionId }) =>
      call('findEvent', () => [...events].find(([, kept]) => kept.transactionId === transactionId)?.[0]),
    readEvent: (id) => call('readEvent', () => withAnswer(id)),
    updateEvent: ({ id, patch, etag }) =>
      call('updateEvent', () => {
        const event = withAnswer(id);
        if (etag && etag !== event.etag) throw new Failure('conflict');
        const kept = events.get(id);
        patches.push(patch);
        if (kept === undefined) throw new Failure('gone');
        const hadRoom = event.attendees.some(({ kind }) => kind === 'resource');
        kept.event = apply(event, patch);
        if (!hadRoom) kept.askedMs = nowMs;
        return kept.event;
      }),
    deleteEvent: (id) => call('deleteEvent', () => void events.delete(id)),
    // one meeting alone: a series is judged by the emulator
    listInstances: () => Promise.resolve([]),
    readLongFreeBusy: () => Promise.resolve([]),
    readFreeBusy: (addresses) =>
      call('readFreeBusy', (): FreeBusy[] =>
        addresses.map((address) => {
          const isBusy = world.busy && address === 'plain@contoso.example';
          const blocks = isBusy ? [{ start: at('10:30'), end: at('12:00'), status: 'busy' as const }] : [];
          return { address, state: 'known', blocks };
        }),
      ),
    now: () => Temporal.Instant.fromEpochMilliseconds(nowMs),
    sleep: async (ms, signal) => {
      // a macrotask, so that what the test does meanwhile comes first
      await new Promise((resolve) => setImmediate(resolve));
      if (!signal.aborted) nowMs += ms;
    },
    newId: () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`,
  };
  const plant = (event: Partial<CalendarEvent>): CalendarEvent => {
    const id = `event-${(count += 1)}`;
    const whole = { ...empty(id), etag: `W/"${(revision += 1)}"`, ...event, id };
    events.set(id, { event: whole, askedMs: nowMs });
    return whole;
  };
  /** A change made in Outlook. */
  const edit = (id: string, change: Partial<CalendarEvent>): void => {
    const kept = events.get(id);
    if (kept) kept.event = { ...kept.event, ...change, etag: `W/"${(revision += 1)}"` };
  };
  const list = (): readonly CalendarEvent[] => [...events.values()].map(({ event }) => event);
  const remove = (id: string): void => void events.delete(id);
  return { calls, faults, log, patches, plant, edit, list, remove, world };
}

type Phase = BookingState['phase'];

/** Waits until the booking is in one of the phases; fails with what was shown when it never is. */
export async function until<P extends Phase>(
  booking: Pick<RunningBooking, 'state' | 'subscribe'>,
  ...phases: readonly P[]
): Promise<Extract<BookingState, { phase: P }>> {
  const isWanted = (state: BookingState): state is Extract<BookingState, { phase: P }> =>
    (phases as readonly Phase[]).includes(state.phase);
  const now = booking.state();
  if (isWanted(now)) return now;
  const seen: string[] = [now.phase];
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`never ${phases.join()}: ${seen.join(' ')}`)), 20_000);
    const stop = booking.subscribe((state) => {
      seen.push(state.phase === 'failed' ? `failed (${state.failure.message})` : state.phase);
      if (!isWanted(state)) return;
      clearTimeout(timer);
      stop();
      resolve(state);
    });
  });
}
