/** What a booking is and the states it goes through, from the wish to the room's word. */
import type { CalendarEvent, Person } from '../agenda/calendar-event.ts';
import type { Failure } from '../failure.ts';
import type { Room } from '../rooms/room.ts';

export interface Invitee extends Person {
  readonly kind: 'required' | 'optional';
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
  /** Add a Teams meeting. */
  readonly online: boolean;
  /** Outlook's way: everybody at the same time. */
  readonly inviteAtOnce: boolean;
  /** The meeting I organize that gets this room; absent: a new one. */
  readonly existing?: CalendarEvent;
}

type RefusalKind = 'taken' | 'tooLong' | 'tooFarAhead' | 'notForYou' | 'tooManyPeople' | 'outsideHours' | 'unknown';

/** `known` only where we could compare it ourselves; otherwise it is said as likely. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly known: boolean;
}

/** What was checked after a refusal or a cancellation, and when. `unchecked`: could not be read. */
export interface Receipt {
  readonly ownEvent: { readonly outcome: 'gone' | 'asBefore' | 'left' | 'unchecked'; readonly at: Temporal.Instant };
  readonly room: { readonly outcome: 'free' | 'taken' | 'unchecked'; readonly at: Temporal.Instant };
}

export type BookingState =
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
  /** Takes back what was made. */
  readonly cancel: () => void;
  /** After `failed`: goes on where it stopped, under the same transaction id. */
  readonly retry: () => void;
}
