/** Carries a booking from the wish to the room's word, stage by stage, and back again when it has to. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Booking, BookingRequest, BookingState } from '../../domain/booking/booking.ts';
import { type HoldMark, parseHoldMark } from '../../domain/booking/hold-mark.ts';
import type { Room } from '../../domain/rooms/room.ts';
import type { SeriesWish } from '../../domain/series/series-wish.ts';
import { createBookingScreen } from './booking-screen.ts';
import { BOOKING_RULES } from './booking-rules.ts';
import { createDriver } from './drive-stages.ts';
import { toSeriesTrip } from './series-dates.ts';
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
  const { twin } = request;
  const withTwin = (next: BookingState): BookingState =>
    twin === undefined ? next : { ...next, twin: { ...next.twin, room: twin.room } };
  const { state, subscribe, show } = createBookingScreen(withTwin(shown), stop);
  const trip: Trip = {
    ...{ calls, request, room, alternatives, since, rest, stop, shown: state },
    show: (next) => show(withTwin(next)),
    ...(request.series ? { series: toSeriesTrip(request.series.dates, toSeriesZone(request.series), room) } : {}),
    rules: { ...BOOKING_RULES, ...calls.rules },
    ...{ transactionId: calls.newId(), sawMark: false, withoutOnline: false, ...known },
    ...{ freeBusy: [], tentative: new Set<string>(), refused: [] },
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
    tryAnother: () => choose(() => void (trip.choice = 'tryAnother')),
    tried: () => [],
    dates: () => trip.series?.states ?? [],
    wishes: () => trip.series?.dates ?? [],
    resolve: (dates) => {
      if (trip.series === undefined || state().phase !== 'resolving') return;
      Object.assign(trip.series, { dates, rounds: 0 });
      trip.overdueAt = calls.now().add({ seconds: OVERDUE_SECONDS });
      show({ phase: 'sending', room });
      driver.begin(trip.made === 'nothing' ? 'send' : 'settleDates');
    },
    cancel: () => {
      if (['declined', 'cancelled', 'releasing'].includes(state().phase)) return;
      choose(() => cancelled.abort());
      trip.show({ phase: 'releasing', room });
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

const toSeriesZone = ({ recurrence }: SeriesWish): string => recurrence.range.recurrenceTimeZone;

/** Begins at once. */
export function runBooking(calls: BookingCalls, { request, room, alternatives }: BookingWish): RunningBooking {
  const { existing } = request;
  return start({
    ...{ calls, request, room, alternatives },
    since: calls.now(),
    known: { made: 'nothing', ...(existing ? { eventId: existing.id } : {}) },
    first: existing ? (request.moves === true ? 'move' : 'addRoom') : 'send',
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
  const toRoom = (marked: HoldMark['room']): Room => ({ ...marked, bookingType: 'unknown', equipment: [], tags: [] });
  const room = toRoom(mark.room);
  const { start: from, end } = toTimes(event);
  const request: BookingRequest = {
    ...{ subject: mark.subject, start: from, end, people: mark.people, online: mark.online },
    ...{ graphZone: 'UTC', heads: mark.people.length + 1, inviteAtOnce: false },
    ...(mark.existing ? { existing: event } : {}),
    // how many sit where is not in the mark: sizes were looked at before the rooms were asked
    ...(mark.twin === undefined ? {} : { twin: { room: toRoom(mark.twin), heads: 1 } }),
    ...(mark.replaces === undefined ? {} : { replaces: mark.replaces }),
    ...(mark.previousTime === undefined ? {} : { moves: true }),
  };
  const since = Temporal.Instant.from(mark.startedAt);
  // any of its dates shows the mark of a series: it is taken up as a whole
  const isSeries = mark.series !== undefined;
  const eventId = isSeries ? (event.seriesMasterId ?? event.id) : event.id;
  const isOver = !isSeries && Temporal.Instant.compare(end, calls.now()) <= 0;
  return start({
    ...{ calls, request, room, since, alternatives: [] },
    known: { made: 'made', eventId, mark, sawMark: true },
    first: isOver || event.isCancelled ? 'takeBackCancelled' : isSeries ? 'reopenSeries' : 'ask',
    shown: { phase: 'asking', room, eventId, since, overdue: false },
  });
}
