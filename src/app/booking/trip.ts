/** What one booking under way knows: the wish, what was made of it so far, and how to show and wait. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Window } from '../../domain/agenda/agenda-sources.ts';
import type { BookingRequest, BookingState } from '../../domain/booking/booking.ts';
import { type HoldMark, parseHoldMark } from '../../domain/booking/hold-mark.ts';
import type { EventCreate } from '../../domain/contract/event-write.ts';
import { Failure } from '../../domain/failure.ts';
import type { FreeBusy } from '../../domain/rooms/free-busy.ts';
import type { Room } from '../../domain/rooms/room.ts';
import type { EventUpdate } from '../../graph/update-event.ts';
import type { CallNote, CallOptions } from '../../graph/graph.ts';
import type { LostEvent } from '../../graph/find-event.ts';

/** All that a booking asks of the world. */
export interface BookingCalls {
  readonly createEvent: (body: EventCreate, options?: CallOptions) => Promise<CalendarEvent>;
  /** Id of the event that was made under a transaction id. */
  readonly findEvent: (lost: LostEvent) => Promise<string | undefined>;
  readonly readEvent: (id: string) => Promise<CalendarEvent>;
  readonly updateEvent: (update: EventUpdate, options?: CallOptions) => Promise<CalendarEvent>;
  /** Succeeds where the event is gone already. */
  readonly deleteEvent: (id: string) => Promise<void>;
  readonly readFreeBusy: (addresses: readonly string[], window: Window) => Promise<readonly FreeBusy[]>;
  readonly now: () => Temporal.Instant;
  /** Ends early, without an error, when the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A UUID. */
  readonly newId: () => string;
}

/** Each stage does one thing, can be done again after a failure, and names the next; undefined: settled. */
export type Stage =
  'send' | 'addRoom' | 'ask' | 'invite' | 'readBack' | 'addOnline' | 'takeBackDeclined' | 'takeBackCancelled';

export interface Trip {
  readonly calls: BookingCalls;
  readonly request: BookingRequest;
  readonly room: Room;
  readonly alternatives: readonly Room[];
  readonly transactionId: string;
  readonly show: (state: BookingState) => void;
  /** Waits; a choice of the user ends it early. */
  readonly rest: (ms: number) => Promise<void>;
  /** Aborted by cancel. */
  readonly stop: AbortSignal;
  eventId?: string;
  /** As last read; dropped when it may be out of date. */
  event?: CalendarEvent;
  /** Our mark as we wrote it, for a server that does not hand it back. */
  mark?: HoldMark;
  sawMark: boolean;
  /** Whether the room was put into an event: `maybe` while an answer is outstanding or lost. */
  made: 'nothing' | 'maybe' | 'made';
  /** The room's free/busy as last read. */
  freeBusy?: FreeBusy;
  choice?: 'inviteNow';
  /** Graph would not add the Teams meeting; the rest of the booking goes on. */
  withoutOnline: boolean;
  since: Temporal.Instant;
  overdueAt: Temporal.Instant;
}

export const OVERDUE_SECONDS = 45;

export const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The room's answer in the event; `missing` where somebody has taken the room out. */
export function findRoomAnswer(event: CalendarEvent, { address }: Room) {
  return event.attendees.find((one) => isSame(one.address, address))?.answer ?? 'missing';
}

export function requireEventId({ eventId }: Trip): string {
  if (eventId === undefined) throw new Failure('internal', { path: 'a booking without its event' });
  return eventId;
}

/** Keeps what was read, and notes that our mark was seen there. */
export function keepEvent(trip: Trip, event: CalendarEvent): CalendarEvent {
  trip.event = event;
  trip.made = 'made';
  const mark = parseHoldMark(event.holdMark ?? '');
  if (mark !== undefined) {
    trip.mark = mark;
    trip.sawMark = true;
  }
  return event;
}

export async function readTripEvent(trip: Trip): Promise<CalendarEvent> {
  return keepEvent(trip, await trip.calls.readEvent(requireEventId(trip)));
}

/** Reads the room's free/busy around the booking; undefined where it can't be read. */
export async function readRoomFreeBusy(trip: Trip): Promise<FreeBusy | undefined> {
  const { calls, room, request } = trip;
  const found = await calls.readFreeBusy([room.address], { start: request.start, end: request.end });
  trip.freeBusy = found.find((one) => isSame(one.address, room.address));
  return trip.freeBusy;
}

/** Shows what happens to a call: that Graph asked us to wait, that an answer was lost, that we go on. */
export function noteCalls(trip: Trip, usual: BookingState): CallOptions {
  const { room, show } = trip;
  let wasLost = false;
  const onNote = (note: CallNote): void => {
    wasLost ||= note.kind === 'lost';
    if (note.kind === 'waiting') {
      show({ phase: 'waiting', room, until: Temporal.Instant.fromEpochMilliseconds(Math.round(note.untilMs)) });
    } else if (wasLost) show({ phase: 'checking', room });
    else show(usual);
  };
  return { signal: trip.stop, onNote };
}

/** After these nobody knows whether the call was carried out. */
const OPEN = ['offline', 'timeout', 'upstream_unavailable', 'bad_response', 'throttled', 'conflict', 'cancelled'];
export const isOpen = (error: unknown): boolean => error instanceof Failure && OPEN.includes(error.code);
export const isGone = (error: unknown): boolean => error instanceof Failure && error.code === 'gone';
export const isConflict = (error: unknown): boolean => error instanceof Failure && error.code === 'conflict';
