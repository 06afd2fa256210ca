/** Carries a booking from the wish to the room's word, stage by stage, and back again when it has to. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Booking, BookingRequest, BookingState } from '../../domain/booking/booking.ts';
import { parseHoldMark } from '../../domain/booking/hold-mark.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { createBookingScreen } from './booking-screen.ts';
import { createDriver } from './drive-stages.ts';
import { type BookingCalls, OVERDUE_SECONDS, type Stage, type Trip } from './trip.ts';

/** A booking, and what the page needs to recognise it in the calendar. */
export interface RunningBooking extends Booking {
  readonly request: BookingRequest;
  readonly room: Room;
  readonly eventId: () => string | undefined;
  /** Nothing more happens by itself. */
  readonly isSettled: () => boolean;
}

type Known = Pick<Trip, 'made'> & Partial<Pick<Trip, 'eventId' | 'event' | 'mark' | 'sawMark'>>;

interface Journey {
  readonly calls: BookingCalls;
  readonly request: BookingRequest;
  readonly room: Room;
  readonly alternatives: readonly Room[];
  readonly since: Temporal.Instant;
  readonly known: Known;
  readonly first: Stage;
  readonly shown: BookingState;
}

function start({ calls, request, room, alternatives, since, known, first, shown }: Journey): RunningBooking {
  const cancelled = new AbortController();
  const stop = cancelled.signal;
  let resting = new AbortController();
  const rest = (ms: number): Promise<void> => {
    resting = new AbortController();
    return stop.aborted ? Promise.resolve() : calls.sleep(ms, resting.signal);
  };
  const { state, subscribe, show } = createBookingScreen(shown, stop);
  const trip: Trip = {
    ...{ calls, request, room, alternatives, since, rest, show, stop },
    ...{ transactionId: calls.newId(), sawMark: false, withoutOnline: false, ...known },
    overdueAt: since.add({ seconds: OVERDUE_SECONDS }),
  };
  const driver = createDriver(trip);
  const choose = (change: () => void): void => {
    change();
    resting.abort();
  };
  driver.begin(first);
  return {
    ...{ request, room, state, subscribe },
    eventId: () => trip.eventId,
    isSettled: () => !driver.isRunning(),
    keepAsking: () => choose(() => void (trip.overdueAt = calls.now().add({ seconds: OVERDUE_SECONDS }))),
    inviteNow: () => choose(() => void (trip.choice = 'inviteNow')),
    cancel: () => {
      if (['declined', 'cancelled', 'releasing'].includes(state().phase)) return;
      choose(() => cancelled.abort());
      show({ phase: 'releasing', room });
      if (!driver.isRunning()) driver.begin('takeBackCancelled');
    },
    retry: () => {
      const now = state();
      if (now.phase === 'failed') driver.beginAgain();
      if (now.phase === 'booked' && now.online === 'missing') driver.begin('addOnline');
    },
  };
}

export interface BookingWish {
  readonly request: BookingRequest;
  readonly room: Room;
  /** The next free rooms in order, offered after a refusal. */
  readonly alternatives: readonly Room[];
}

/** Begins at once. */
export function runBooking(calls: BookingCalls, { request, room, alternatives }: BookingWish): RunningBooking {
  const { existing } = request;
  return start({
    ...{ calls, request, room, alternatives },
    since: calls.now(),
    known: { made: 'nothing', ...(existing ? { eventId: existing.id } : {}) },
    first: existing ? 'addRoom' : 'send',
    shown: { phase: 'sending', room },
  });
}

function toTimes({ time }: CalendarEvent): { readonly start: Temporal.Instant; readonly end: Temporal.Instant } {
  if (time.kind === 'timed') return time;
  const midnight = (date: Temporal.PlainDate): Temporal.Instant => date.toZonedDateTime('UTC').toInstant();
  return { start: midnight(time.start), end: midnight(time.end) };
}

/**
 * A hold that an earlier visit left: finished where the room accepted, taken back where it declined or the time has
 * passed, asked on otherwise. Undefined for an event that bears no mark of ours.
 */
export function resumeHold(calls: BookingCalls, event: CalendarEvent): RunningBooking | undefined {
  const mark = parseHoldMark(event.holdMark ?? '');
  if (mark === undefined || !event.isOrganizer) return undefined;
  const room: Room = { ...mark.room, bookingType: 'unknown', equipment: [], tags: [] };
  const { start: from, end } = toTimes(event);
  const request: BookingRequest = {
    ...{ subject: mark.subject, start: from, end, people: mark.people, online: mark.online },
    ...{ graphZone: 'UTC', heads: mark.people.length + 1, inviteAtOnce: false },
    ...(mark.existing ? { existing: event } : {}),
  };
  const since = Temporal.Instant.from(mark.startedAt);
  const isOver = Temporal.Instant.compare(end, calls.now()) <= 0;
  return start({
    ...{ calls, request, room, since, alternatives: [] },
    known: { made: 'made', eventId: event.id, mark, sawMark: true },
    first: isOver || event.isCancelled ? 'takeBackCancelled' : 'ask',
    shown: { phase: 'asking', room, eventId: event.id, since, overdue: false },
  });
}
