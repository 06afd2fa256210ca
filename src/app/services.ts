/** Everything the screens can ask for; an entry introduces the real ones, a test passes functions. */
import type {
  AgendaFirst,
  AgendaRest,
  Changes,
  JoinedTeam,
  OwnCalendar,
  Window,
} from '../domain/agenda/agenda-sources.ts';
import type { AgendaChoices } from '../domain/agenda/apply-choices.ts';
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import type { Booking, BookingRequest } from '../domain/booking/booking.ts';
import type { OpenedSession } from '../backend/open-session.ts';
import type { Purpose } from '../domain/contract/purpose.ts';
import type { Connection, ConnectionChange } from '../domain/contract/session.ts';
import type { Failure } from '../domain/failure.ts';
import type { Ledger } from '../domain/ledger/call-report.ts';
import type { RoomMemory } from '../domain/rooms/room-memory.ts';
import type { FreeBusy } from '../domain/rooms/free-busy.ts';
import type { Room } from '../domain/rooms/room.ts';
import type { Host } from '../host/host.ts';
import type { ReadableStore } from './external-store.ts';
import type { AdminServices } from './admin/admin-services.ts';
import type { AnswerServices } from './answers/answer-services.ts';
import type { PaneServices } from './pane/pane-services.ts';
import type { BookingsServices } from './bookings/bookings-services.ts';
import type { ColleagueServices } from './colleagues/colleague-services.ts';
import type { PlanningServices } from './planning/planning-services.ts';
import type { FindRoomRule } from './room-rules.ts';
import type { MemoryStore } from './memory-store.ts';

/** Signing in and out where no host does it for the person. */
export interface AccountServices {
  /** For the person to read; undefined before anybody has signed in. */
  readonly readName: () => string | undefined;
  /** Called at a click. Whoever comes in begins from nothing; where the same person is still in, nothing changes. */
  readonly signIn: (how?: { readonly other?: boolean }) => Promise<void>;
  /** Drops everything on the page at once, in its other windows too, and lets Microsoft end its own session. */
  readonly signOut: () => void;
}

export interface Services {
  readonly host: Host;
  /** Only in Outlook's task pane. */
  readonly pane?: PaneServices;
  /** Only in a plain browser. */
  readonly account?: AccountServices;
  readonly now: () => Temporal.Instant;
  /** Of this page, such as `0.1.0`. */
  readonly version: string;
  /** What this page asked of Microsoft Graph since it was opened. */
  readonly ledger: ReadableStore<Ledger>;
  /** `withWindow`: the person has just asked for it, so the host's sign-in may show its window. */
  readonly openSession: (how?: { readonly withWindow?: boolean }) => Promise<OpenedSession>;
  readonly readConnection: () => Promise<Connection>;
  readonly changeConnection: (change: ConnectionChange) => Promise<Connection>;
  readonly deleteConnection: () => Promise<void>;
  /** Connects, and lets the person agree to it in Microsoft's own window where that is missing; called at a click. */
  readonly connect: (change: Pick<ConnectionChange, 'welcomeSeen'>) => Promise<Connection>;
  /** Lets the person agree, in Microsoft's own window, to what one purpose needs; called at a click. */
  readonly agree: (purpose: Purpose) => Promise<void>;
  /** Told when the host has another account than the one that was known: everything of the former one is gone by then. */
  readonly onOtherAccount: (listener: () => void) => void;
  /** Told of each call that our relay refused or could not make, whichever part of the page made it. */
  readonly onRefused: (listener: (failure: Failure) => unknown) => void;
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
  /** What changed in the primary calendar since the link of an earlier answer; without one, the whole window. */
  readonly readChanges: (window: Window, since?: string) => Promise<Changes>;
  /**
   * All rooms of the organisation; asked once a page load. `onRooms` hears of those known so far, the ones of `building`
   * first.
   */
  readonly listRooms: (how?: {
    readonly building?: string | undefined;
    readonly onRooms?: ((rooms: readonly Room[]) => void) | undefined;
  }) => Promise<readonly Room[]>;
  /** Favourite rooms and those booked lately; their code comes when they are first asked for. */
  readonly openRoomMemory: () => Promise<MemoryStore<RoomMemory>>;
  /** Which calendars and flags the person wants to see; kept in their own mailbox, its code comes when first asked for. */
  readonly openAgendaChoices: () => Promise<MemoryStore<AgendaChoices>>;
  /** Free/busy of the addresses in the window, answered piece by piece, nearest first, as asked. */
  readonly readFreeBusy: (
    addresses: readonly string[],
    window: Window,
    onAnswer?: (part: readonly FreeBusy[]) => void,
  ) => Promise<readonly FreeBusy[]>;
  /** The same over more than the 62 days that Graph answers for at once: the dates of a series. */
  readonly readLongFreeBusy: Services['readFreeBusy'];
  /** What the organisation imported about a room; undefined where it did not. Its code comes when first asked for. */
  readonly findRoomRule: FindRoomRule;
  /** Begins a booking; `alternatives` are the next free rooms in order, offered after a refusal. */
  readonly bookRoom: (request: BookingRequest, room: Room, alternatives: readonly Room[]) => Booking;
  /** Finds a hold that an earlier visit left and finishes it or takes it back. */
  readonly resumeHold: (event: CalendarEvent) => Booking | undefined;
  /** What the screen of my own bookings asks for; its code comes when it is first asked for. */
  readonly openBookings: () => Promise<BookingsServices>;
  /** Answers to invitations and to where I work today; their code comes when they are first asked for. */
  readonly openAnswers: () => Promise<AnswerServices>;
  /** What may be known of colleagues; its code comes when it is first asked for. */
  readonly openColleagues: () => Promise<ColleagueServices>;
  /** What planning a meeting writes; its code comes when it is first asked for. */
  readonly openPlanning: () => Promise<PlanningServices>;
  /** What administrators and testers may ask for; its code comes when it is first asked for. */
  readonly openAdmin: () => Promise<AdminServices>;
}
