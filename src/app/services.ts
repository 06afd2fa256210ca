/** Everything the screens can ask for; an entry introduces the real ones, a test passes functions. */
import type { AgendaFirst, AgendaRest, JoinedTeam, OwnCalendar, Window } from '../domain/agenda/agenda-sources.ts';
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import type { Booking, BookingRequest } from '../domain/booking/booking.ts';
import type { Connection, ConnectionChange, Session } from '../domain/contract/session.ts';
import type { FreeBusy } from '../domain/rooms/free-busy.ts';
import type { Room } from '../domain/rooms/room.ts';
import type { Host } from '../host/host.ts';

export interface Services {
  readonly host: Host;
  readonly now: () => Temporal.Instant;
  /** Of this page, such as `0.1.0`. */
  readonly version: string;
  readonly openSession: () => Promise<Session>;
  readonly readConnection: () => Promise<Connection>;
  readonly changeConnection: (change: ConnectionChange) => Promise<Connection>;
  readonly deleteConnection: () => Promise<void>;
  /** Drops every token and everything read, at disconnect and when the account changes. */
  readonly forget: () => void;
  /** Which way calls will take as far as it is known: through our relay the first round may be asked beside the session. */
  readonly transportHint: () => 'direct' | 'relay';
  /** First round: one batch. */
  readonly readAgenda: (window: Window) => Promise<AgendaFirst>;
  /** Second round: other own calendars and Teams Shifts. */
  readonly readAgendaRest: (request: {
    readonly window: Window;
    readonly calendars: readonly OwnCalendar[];
    readonly teams: readonly JoinedTeam[];
    readonly userObjectId: string;
  }) => Promise<AgendaRest>;
  /** All rooms of the organisation; asked once a page load. */
  readonly listRooms: () => Promise<readonly Room[]>;
  /** Free/busy of the addresses in the window, answered piece by piece, nearest first, as asked. */
  readonly readFreeBusy: (
    addresses: readonly string[],
    window: Window,
    onAnswer?: (part: readonly FreeBusy[]) => void,
  ) => Promise<readonly FreeBusy[]>;
  /** Begins a booking; `alternatives` are the next free rooms in order, offered after a refusal. */
  readonly bookRoom: (request: BookingRequest, room: Room, alternatives: readonly Room[]) => Booking;
  /** Finds a hold that an earlier visit left and finishes it or takes it back. */
  readonly resumeHold: (event: CalendarEvent) => Booking | undefined;
}
