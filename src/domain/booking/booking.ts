/** What a booking is and the states it goes through, from the wish to the room's word. */
import type { Answer, CalendarEvent, Person } from '../agenda/calendar-event.ts';
import type { Failure } from '../failure.ts';
import type { Room } from '../rooms/room.ts';
import type { DateState } from '../series/read-date-states.ts';
import type { SeriesDate, SeriesWish } from '../series/series-wish.ts';

export interface Invitee extends Person {
  readonly kind: 'required' | 'optional';
}

export interface Twin {
  readonly room: Room;
  /** Heads expected in this room; `heads` of the request counts those in the other. */
  readonly heads: number;
}

export interface BookingRequest {
  readonly subject: string;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  /** Zone name to write the event with (MailboxSettings.graphZone). */
  readonly graphZone: string;
  /** The user's own address where it is known: never invited to their own meeting. */
  readonly organizerAddress?: string;
  /** Invited only after the room accepted (unless `inviteAtOnce`). Empty: only me. */
  readonly people: readonly Invitee[];
  /** Heads expected in the room, me included. */
  readonly heads: number;
  /** A second room in another building, held and released together with the first, for those who sit there. */
  readonly twin?: Twin;
  /** Add a Teams meeting. */
  readonly online: boolean;
  /** Outlook's way: everybody at the same time. */
  readonly inviteAtOnce: boolean;
  /** The meeting I organize that gets this room; absent: a new one. */
  readonly existing?: CalendarEvent;
  /** Address of the room that `existing` keeps until the new one has accepted, and then gives back. */
  readonly replaces?: string;
  /** `existing` goes to another time together with its rooms, and back where one of them says no. */
  readonly moves?: boolean;
  /** The next free rooms are asked one after the other, three in all, before anybody is asked again. */
  readonly inTurn?: boolean;
  /** It repeats; `start` and `end` are those of its first date. */
  readonly series?: SeriesWish;
}

type RefusalKind =
  | 'taken'
  | 'tooLong'
  | 'tooFarAhead'
  | 'notForYou'
  | 'tooManyPeople'
  /** Dates of a series are taken, or the room takes no series. */
  | 'seriesConflict'
  | 'outsideHours'
  /** Somebody decides, and said no or has not decided. */
  | 'needsApproval'
  | 'noAnswer'
  | 'unknown';

/** `known` only where we could compare it ourselves; otherwise it is said as likely. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly known: boolean;
}

/** What was seen of a room. `kept`, `lost`: the room that the meeting had before is, or is not known to be, its room as before. */
export interface RoomReceipt {
  readonly outcome: 'free' | 'taken' | 'kept' | 'lost' | 'unchecked';
  readonly at: Temporal.Instant;
}

/** What was checked after a refusal or a cancellation, and when. `unchecked`: could not be read. */
export interface Receipt {
  readonly ownEvent: { readonly outcome: 'gone' | 'asBefore' | 'left' | 'unchecked'; readonly at: Temporal.Instant };
  readonly room: RoomReceipt;
  /** The second room's, where two were asked. */
  readonly twin?: RoomReceipt;
}

export interface RefusedRoom {
  readonly room: Room;
  readonly refusal: Refusal;
}

/** What is shown of a booking of two rooms besides what is shown of every booking; `room` is then the first. */
export interface TwinView {
  readonly room: Room;
  /** While they are asked: the first one's answer, and the second one's. */
  readonly answers?: readonly [Answer, Answer];
  /** After a refusal: who said no; the other room was given back with it. */
  readonly refused?: readonly RefusedRoom[];
  /** After a refusal: the second room of the next pair, whose first is `next`. */
  readonly next?: Room;
}

/** A room that said no, or a pair of which one did, and what is left of it. */
export interface TriedRoom {
  readonly twin?: TwinView;
  readonly room: Room;
  readonly refusal: Refusal;
  readonly receipt: Receipt;
}

export type BookingState = BookingPhase & { readonly twin?: TwinView };

type BookingPhase =
  /** The event is on its way to the calendar. */
  | { readonly phase: 'sending'; readonly room: Room }
  /** The room has been asked. `overdue` after 45 s: the user chooses between keep asking, invite now and cancel. */
  | {
      readonly phase: 'asking';
      readonly room: Room;
      readonly eventId: string;
      readonly since: Temporal.Instant;
      readonly overdue: boolean;
    }
  /** The room answered tentatively: somebody has to approve. Same choices. */
  | {
      readonly phase: 'awaitingApproval';
      readonly room: Room;
      readonly eventId: string;
      readonly since: Temporal.Instant;
    }
  /** Graph asked us to wait. */
  | { readonly phase: 'waiting'; readonly room: Room; readonly until: Temporal.Instant }
  /** An answer was lost; we look what really happened. */
  | { readonly phase: 'checking'; readonly room: Room }
  /** Of a series: some dates were refused; nobody is invited until it is said what becomes of them. `eventId` once it is made. */
  | { readonly phase: 'resolving'; readonly room: Room; readonly eventId?: string }
  /** The room said yes; people are being invited. */
  | { readonly phase: 'inviting'; readonly room: Room; readonly eventId: string }
  /** Read back: the room accepted and everybody is invited. */
  | {
      readonly phase: 'booked';
      readonly room: Room;
      readonly eventId: string;
      readonly online: 'none' | 'made' | 'missing';
    }
  /** The user chose to invite before the room answered. */
  | { readonly phase: 'invitedUnconfirmed'; readonly room: Room; readonly eventId: string }
  /** What was made is being taken back. */
  | { readonly phase: 'releasing'; readonly room: Room }
  | {
      readonly phase: 'declined';
      readonly room: Room;
      readonly refusal: Refusal;
      readonly receipt: Receipt;
      readonly next?: Room;
    }
  | { readonly phase: 'cancelled'; readonly room: Room; readonly receipt: Receipt }
  /** `left`: what may still be in the calendar. `hold` can be taken back or finished by another try. */
  | {
      readonly phase: 'failed';
      readonly room: Room;
      readonly failure: Failure;
      readonly left: 'nothing' | 'hold' | 'unknown';
      readonly eventId?: string;
    };

/** What the page can do to a booking under way. */
export interface Booking {
  readonly state: () => BookingState;
  /** Calls back on each change; answers a way to stop. */
  readonly subscribe: (onChange: (state: BookingState) => void) => () => void;
  /** After `overdue` or `awaitingApproval`. */
  readonly keepAsking: () => void;
  readonly inviteNow: () => void;
  /** After `overdue` or `awaitingApproval`: takes the room's hold back and says which room is next. */
  readonly tryAnother: () => void;
  /** Rooms asked in turn before the present one. */
  readonly tried: () => readonly TriedRoom[];
  /** Of a series: how each date stands; empty for a single meeting. */
  readonly dates?: () => readonly DateState[];
  /** Of a series, its dates as wished now. */
  readonly wishes?: () => readonly SeriesDate[];
  /** After `resolving`: what becomes of each date. */
  readonly resolve?: (dates: readonly SeriesDate[]) => void;
  /** Takes back what was made. */
  readonly cancel: () => void;
  /** After `failed`: goes on where it stopped, under the same transaction id. */
  readonly retry: () => void;
}
