/** Carries a booking from the wish to the room's word, stage by stage, and back again when it has to. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Booking, BookingRequest, BookingState } from '../../domain/booking/booking.ts';
import { parseHoldMark } from '../../domain/booking/hold-mark.ts';
import { Failure } from '../../domain/failure.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { addRoom } from './add-room.ts';
import { awaitRoom } from './await-room.ts';
import { addOnline, invitePeople, readBack } from './invite-people.ts';
import { sendHold } from './send-hold.ts';
import { takeBackCancelled, takeBackDeclined } from './take-back.ts';
import { type BookingCalls, OVERDUE_SECONDS, type Stage, type Trip } from './trip.ts';

const STAGES: Readonly<Record<Stage, (trip: Trip) => Promise<Stage | undefined>>> = {
  send: sendHold,
  addRoom,
  ask: awaitRoom,
  invite: invitePeople,
  readBack,
  addOnline,
  takeBackDeclined,
  takeBackCancelled,
};
const isTakingBack = (stage: Stage): boolean => stage === 'takeBackDeclined' || stage === 'takeBackCancelled';
/** What may still be shown once the user has cancelled. */
const AFTER_CANCEL = new Set<BookingState['phase']>(['releasing', 'declined', 'cancelled', 'failed']);

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

function toLeft({ made, eventId, request }: Trip): 'nothing' | 'hold' | 'unknown' {
  if (made === 'nothing') return 'nothing';
  return made === 'made' && (eventId !== undefined || request.existing) ? 'hold' : 'unknown';
}

/** State and its listeners; what a cancelled booking still reports of its progress is not shown. */
function createScreen(first: BookingState, isStopped: () => boolean) {
  let state = first;
  const listeners = new Set<(state: BookingState) => void>();
  const show = (next: BookingState): void => {
    if (isStopped() && !AFTER_CANCEL.has(next.phase)) return;
    state = next;
    for (const listener of [...listeners]) listener(next);
  };
  const subscribe: Booking['subscribe'] = (onChange) => {
    listeners.add(onChange);
    return () => void listeners.delete(onChange);
  };
  return { state: () => state, show, subscribe };
}

function start({ calls, request, room, alternatives, since, known, first, shown }: Journey): RunningBooking {
  const stop = new AbortController();
  let resting = new AbortController();
  let running = false;
  let at: Stage = first;
  let again: Stage | undefined;
  const screen = createScreen(shown, () => stop.signal.aborted);
  const rest = (ms: number): Promise<void> => {
    resting = new AbortController();
    return stop.signal.aborted ? Promise.resolve() : calls.sleep(ms, resting.signal);
  };
  const trip: Trip = {
    ...{ calls, request, room, alternatives, since, rest, show: screen.show, stop: stop.signal },
    ...{ transactionId: calls.newId(), sawMark: false, withoutOnline: false, ...known },
    overdueAt: since.add({ seconds: OVERDUE_SECONDS }),
  };
  const step = async (stage: Stage): Promise<Stage | undefined> => {
    at = stage;
    try {
      return await STAGES[stage](trip);
    } catch (error) {
      if (stop.signal.aborted && !isTakingBack(stage)) return 'takeBackCancelled';
      const failure = error instanceof Failure ? error : new Failure('internal', { cause: error });
      const { eventId } = trip;
      screen.show({ phase: 'failed', room, failure, left: toLeft(trip), ...(eventId ? { eventId } : {}) });
      return undefined;
    }
  };
  /** What the user does in the last moment of a run is not lost: another try, or the end of it all. */
  const afterwards = (last: Stage): Stage | undefined => {
    const stage = stop.signal.aborted && !isTakingBack(last) ? 'takeBackCancelled' : again;
    again = undefined;
    return stage;
  };
  const drive = async (from: Stage): Promise<void> => {
    running = true;
    try {
      let last = from;
      for (let stage: Stage | undefined = from; stage !== undefined; stage = await step(last)) {
        last = stop.signal.aborted && !isTakingBack(stage) ? 'takeBackCancelled' : stage;
      }
      const next = afterwards(last);
      if (next !== undefined) await drive(next);
    } finally {
      running = false;
    }
  };
  const begin = (stage: Stage): void => {
    if (running) again = stage;
    else void drive(stage);
  };
  const choose = (change: () => void): void => {
    change();
    resting.abort();
  };
  begin(first);
  return {
    request,
    room,
    ...{ state: screen.state, subscribe: screen.subscribe },
    eventId: () => trip.eventId,
    isSettled: () => !running,
    keepAsking: () => choose(() => void (trip.overdueAt = calls.now().add({ seconds: OVERDUE_SECONDS }))),
    inviteNow: () => choose(() => void (trip.choice = 'inviteNow')),
    cancel: () => {
      const { phase } = screen.state();
      if (['declined', 'cancelled', 'releasing'].includes(phase)) return;
      choose(() => stop.abort());
      screen.show({ phase: 'releasing', room });
      if (!running) begin('takeBackCancelled');
    },
    retry: () => {
      const state = screen.state();
      if (state.phase === 'failed') begin(at);
      if (state.phase === 'booked' && state.online === 'missing') begin('addOnline');
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
