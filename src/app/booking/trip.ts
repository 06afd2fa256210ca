/** What one booking under way knows: the wish, what was made of it so far, and how to show and wait. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Window } from '../../domain/agenda/agenda-sources.ts';
import type { BookingRequest, BookingState, TwinView } from '../../domain/booking/booking.ts';
import { type HoldMark, parseHoldMark } from '../../domain/booking/hold-mark.ts';
import type { RoomRule } from '../../domain/contract/admin.ts';
import type { EventCreate } from '../../domain/contract/event-write.ts';
import { Failure } from '../../domain/failure.ts';
import type { FreeBusy } from '../../domain/rooms/free-busy.ts';
import type { Room } from '../../domain/rooms/room.ts';
import type { DateState } from '../../domain/series/read-date-states.ts';
import { listRooms, type SeriesDate } from '../../domain/series/series-wish.ts';
import type { EventUpdate } from '../../graph/update-event.ts';
import type { CallNote, CallOptions } from '../../graph/graph.ts';
import type { LostEvent } from '../../graph/find-event.ts';
import { type BookingRules, type RoomAnswer, isSame } from './booking-rules.ts';

/** All that a booking asks of the world. */
export interface BookingCalls {
  readonly createEvent: (body: EventCreate, options?: CallOptions) => Promise<CalendarEvent>;
  /** Id of the event that was made under a transaction id. */
  readonly findEvent: (lost: LostEvent) => Promise<string | undefined>;
  readonly readEvent: (id: string) => Promise<CalendarEvent>;
  readonly updateEvent: (update: EventUpdate, options?: CallOptions) => Promise<CalendarEvent>;
  /** Succeeds where the event is gone already. */
  readonly deleteEvent: (id: string) => Promise<void>;
  /** The dates of a series that stand in the window. */
  readonly listInstances: (masterId: string, window: Window) => Promise<readonly CalendarEvent[]>;
  readonly readFreeBusy: (addresses: readonly string[], window: Window) => Promise<readonly FreeBusy[]>;
  /** The same over more than 62 days. */
  readonly readLongFreeBusy: (addresses: readonly string[], window: Window) => Promise<readonly FreeBusy[]>;
  readonly now: () => Temporal.Instant;
  /** Ends early, without an error, when the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** A UUID. */
  readonly newId: () => string;
  /** What the organisation imported about a room; undefined where it did not, or where it can't be read. */
  readonly findRoomRule?: (address: string) => Promise<RoomRule | undefined>;
  /** For tests alone: rules that are broken on purpose. */
  readonly rules?: Partial<BookingRules>;
}

/** Each stage does one thing, can be done again after a failure, and names the next; undefined: settled. */
export type Stage = SingleStage | SeriesStage;
type SingleStage =
  'send' | 'addRoom' | 'move' | 'ask' | 'invite' | 'readBack' | 'addOnline' | 'takeBackDeclined' | 'takeBackCancelled';
type SeriesStage = 'reopenSeries' | 'settleDates' | 'askSeries' | 'resolve' | 'inviteSeries' | 'verifySeries';

/** What a series knows besides. */
export interface SeriesTrip {
  /** Changed where dates were refused. */
  dates: readonly SeriesDate[];
  /** IANA zone in which it repeats, and its name for Graph. */
  readonly zone: string;
  readonly graphZone: string;
  /** As last read. */
  instances: readonly CalendarEvent[];
  states: readonly DateState[];
  /** The room of the series is in the event. */
  isAsked: boolean;
  /** How often dates were set right again that somebody had changed. */
  rounds: number;
}

/** A room that said no, or that was not even asked, and what we saw of it ourselves. */
export interface Refused {
  readonly room: Room;
  readonly seen?: 'noAnswer' | 'needsApproval' | 'tooManyPeople';
}

export interface Trip {
  readonly calls: BookingCalls;
  readonly rules: BookingRules;
  readonly request: BookingRequest;
  readonly room: Room;
  readonly alternatives: readonly Room[];
  transactionId: string;
  readonly show: (state: BookingState) => void;
  /** As last shown. */
  readonly shown: () => BookingState;
  /** Waits; a choice of the user ends it early. */
  readonly rest: (ms: number) => Promise<void>;
  /** Aborted by cancel. */
  readonly stop: AbortSignal;
  /** Of a series the event that is the whole of it. */
  eventId?: string;
  /** Only of a series. */
  series?: SeriesTrip;
  /** As last read; dropped when it may be out of date. */
  event?: CalendarEvent;
  /** Our mark as we wrote it, for a server that does not hand it back. */
  mark?: HoldMark;
  sawMark: boolean;
  /** Whether the room was put into an event: `maybe` while an answer is outstanding or lost. */
  made: 'nothing' | 'maybe' | 'made';
  /** Of each room as last read; empty before. */
  freeBusy: readonly FreeBusy[];
  choice?: 'inviteNow' | 'tryAnother';
  /** Rooms that answered tentatively, by address in lower case: somebody decides. */
  tentative: ReadonlySet<string>;
  refused: readonly Refused[];
  /** Graph would not add the Teams meeting; the rest of the booking goes on. */
  withoutOnline: boolean;
  since: Temporal.Instant;
  overdueAt: Temporal.Instant;
}

export const OVERDUE_SECONDS = 45;

/** The room, and the second one of a pair. */
export const listAsked = ({ room, request: { twin } }: Pick<Trip, 'room' | 'request'>): readonly Room[] =>
  twin === undefined ? [room] : [room, twin.room];

/** What is shown of a pair besides; nothing of a room alone. */
export function toTwinView({ request: { twin } }: Trip, more: Omit<TwinView, 'room'> = {}): Pick<BookingState, 'twin'> {
  return twin === undefined ? {} : { twin: { ...more, room: twin.room } };
}

/** What the room, or each room of a meeting that moves, says. */
export const readAnswer = ({ rules, room, request }: Trip, event: CalendarEvent): RoomAnswer =>
  rules.findAnswer(event, room, request);

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

/** Of all rooms of a series over all of its dates. */
async function readSeriesFreeBusy(trip: Trip, series: SeriesTrip): Promise<void> {
  const rooms = listRooms(series.dates, trip.room).map(({ address }) => address);
  trip.freeBusy = await trip.calls.readLongFreeBusy(rooms, toSeriesWindow(series));
}

const DAY_HOURS = 24;

/** From a day before the first date to a day after the last: a date may be moved within its day. */
export function toSeriesWindow({ dates }: Pick<SeriesTrip, 'dates'>): Window {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) throw new Failure('internal', { path: 'a series without dates' });
  return { start: first.start.subtract({ hours: DAY_HOURS }), end: last.end.add({ hours: DAY_HOURS }) };
}

/** Reads each room's free/busy around the booking. */
export async function readRoomFreeBusy(trip: Trip): Promise<void> {
  if (trip.series !== undefined) return readSeriesFreeBusy(trip, trip.series);
  const { calls, request } = trip;
  const addresses = listAsked(trip).map(({ address }) => address);
  trip.freeBusy = await calls.readFreeBusy(addresses, { start: request.start, end: request.end });
}

/** Undefined where it was not read. */
export const findFreeBusy = ({ freeBusy }: Trip, { address }: Pick<Room, 'address'>): FreeBusy | undefined =>
  freeBusy.find((one) => isSame(one.address, address));

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

export const isGone = (error: unknown): boolean => error instanceof Failure && error.code === 'gone';
export const isConflict = (error: unknown): boolean => error instanceof Failure && error.code === 'conflict';
