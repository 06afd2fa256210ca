/** What the frame hands to the screens that it loads when they are first opened. */
import type { MailboxSettings } from '../domain/agenda/agenda-sources.ts';
import type { Attendee, CalendarEvent } from '../domain/agenda/calendar-event.ts';
import type { Fix } from '../domain/agenda/list-fixes.ts';
import type { Booking, Invitee } from '../domain/booking/booking.ts';
import type { Purpose } from '../domain/contract/purpose.ts';
import type { Session } from '../domain/contract/session.ts';
import type { Failure } from '../domain/failure.ts';
import type { Shift } from '../domain/shifts/shift.ts';
import type { PlannedMeeting } from './planning/planned-meeting.ts';
import type { PlanSoFar } from './planning/use-plan.ts';
import type { AccountServices, Services } from './services.ts';
import type { Leave } from './session/session-store.ts';

/** What the agenda already knows when another screen opens over it. */
export interface AgendaContext {
  /** Settled: where the mailbox did not tell, the device's zone stands in (`zoneIsGuessed`). */
  readonly mailbox: MailboxSettings;
  readonly zoneIsGuessed: boolean;
  /** Own SMTP address, where the directory told it. */
  readonly ownAddress?: string;
  /** Own shifts of all sources, as the agenda shows them. */
  readonly shifts: readonly Shift[];
  /** Everything read so far; enough to see where my neighbouring meetings are. */
  readonly events: readonly CalendarEvent[];
}

/** `src/app/book/book-screen.tsx` exports `BookScreen`. */
export interface BookScreenProps {
  readonly services: Services;
  readonly session: Session;
  readonly context: AgendaContext;
  /** The meeting I organize that gets (or changes) its room; absent: a new one. */
  readonly existing?: CalendarEvent;
  /** The time that a plan chose, with its people and room; absent: typed here. */
  readonly planned?: PlannedMeeting;
  /** Where the time picker begins; absent: the next half hour. */
  readonly initialStart?: Temporal.Instant;
  /** Whom to invite to a new meeting, as somebody chose them elsewhere. */
  readonly initialPeople?: readonly Invitee[];
  /** What such a meeting is about. */
  readonly initialSubject?: string;
  /** Closes the screen; `changed` makes the agenda read again. */
  readonly onDone: (changed: boolean) => void;
}

/** `src/app/planning/plan-screen.tsx` exports `PlanScreen`. */
export interface PlanScreenProps {
  readonly services: Services;
  readonly session: Session;
  readonly context: AgendaContext;
  /** Whom to begin with. */
  readonly people?: readonly Invitee[];
  /** What was found before one of the times was taken to the booking form. */
  readonly soFar?: PlanSoFar;
  /** A time with a room was chosen: the booking form goes on. */
  readonly onBook: (planned: PlannedMeeting, soFar: PlanSoFar) => void;
  readonly onDone: (changed: boolean) => void;
}

/** `src/app/book/room-now-screen.tsx` exports `RoomNowScreen`. */
export interface RoomNowScreenProps {
  readonly services: Services;
  readonly session: Session;
  readonly context: AgendaContext;
  /** Another time or room is wanted: the whole form. */
  readonly onOther: () => void;
  readonly onDone: (changed: boolean) => void;
}

/** `src/app/bookings/bookings-screen.tsx` exports `BookingsScreen`. */
export interface BookingsScreenProps {
  readonly services: Services;
  readonly session: Session;
  readonly context: AgendaContext;
  /** The booking for which the screen was opened. */
  readonly eventId?: string;
  /** Opened for this alone: nothing else is shown, and it closes afterwards. */
  readonly giveBack?: { readonly event: CalendarEvent; readonly room: Attendee };
  readonly onChangeRoom: (event: CalendarEvent) => void;
  readonly onDone: (changed: boolean) => void;
}

/** `src/app/fix/fix-screen.tsx` exports `FixScreen`: mends what does not fit about one event. */
export interface FixScreenProps {
  readonly services: Services;
  readonly session: Session;
  readonly context: AgendaContext;
  readonly event: CalendarEvent;
  readonly fix: Fix;
  readonly onDone: (changed: boolean) => void;
}

/** `src/app/colleagues/who-is-in-screen.tsx` exports `WhoIsInScreen`. */
export interface WhoIsInScreenProps {
  readonly services: Services;
  readonly session: Session;
  readonly context: AgendaContext;
  /** A meeting with these people is to be planned. */
  readonly onPlan: (people: readonly Invitee[]) => void;
  readonly onDone: (changed: boolean) => void;
}

/** `src/app/book/resume-screen.tsx` exports `ResumeScreen`: the progress of a hold that an earlier visit left. */
export interface ResumeScreenProps {
  readonly services: Services;
  readonly context: AgendaContext;
  readonly event: CalendarEvent;
  /** Answered by `services.resumeHold`; `cancel()` was already called where the person chose to take it back. */
  readonly booking: Booking;
  readonly onDone: (changed: boolean) => void;
}

/** `src/app/profile/profile-screen.tsx` exports `ProfileScreen`. */
export interface ProfileScreenProps {
  readonly services: Services;
  readonly session: Session;
  /** The server has confirmed; the frame drops everything that was read. */
  readonly onDisconnected: (left: Leave) => void;
  /** The server has confirmed; the frame opens the door again. */
  readonly onConnected: () => void;
  readonly onClose: () => void;
}

/** `src/app/ledger/ledger-screen.tsx` exports `LedgerScreen`. */
export interface LedgerScreenProps {
  readonly services: Pick<Services, 'ledger' | 'version' | 'now'>;
  /** Back to the profile. */
  readonly onClose: () => void;
}

/** `src/app/help/help-screen.tsx` exports `HelpScreen`. */
export interface HelpScreenProps {
  /** Whom people may ask, in the organisation's own words; empty: it says nobody. */
  readonly helpContact: string;
  /** What is wrong is unfolded at first: the person stands before a closed door. */
  readonly isTrouble: boolean;
  readonly onClose: () => void;
}

/** `src/app/profile/agree-screen.tsx` exports `AgreeScreen`. */
export interface AgreeScreenProps {
  readonly services: Pick<Services, 'agree'>;
  readonly purpose: Purpose;
  /** What can't go on without it; absent: the person turned something on. */
  readonly because?: Failure | undefined;
  readonly organisation?: string | undefined;
  readonly onAgreed: () => void;
  readonly onLater?: (() => void) | undefined;
}

/** `src/app/profile/goodbye-screen.tsx` exports `GoodbyeScreen`. */
export interface GoodbyeScreenProps {
  readonly services: Services;
  readonly left: Leave;
  readonly onConnect: () => void;
}

/** `src/app/welcome/welcome-screen.tsx` exports `WelcomeScreen`. */
export interface WelcomeScreenProps {
  readonly services: Services;
  readonly session: Session;
  /** The server has confirmed the connection. */
  readonly onConnected: () => void;
  /** The welcome was noted as seen, without connecting. */
  readonly onLater: () => void;
}

/** `src/app/admin/admin-screen.tsx` exports `AdminScreen`: a page of its own, for administrators and testers. */
export interface AdminScreenProps {
  readonly services: Services;
  readonly session: Session;
  readonly opensAt: 'overview' | 'proof';
  readonly onClose: () => void;
}

/** `src/app/account/account-section.tsx` exports `AccountSection`. */
export interface AccountScreenProps {
  readonly account: AccountServices;
  /** Under a closed door rather than among the parts of the profile. */
  readonly isUnderDoor?: boolean;
}

/** `src/app/account/sign-in-screen.tsx` exports `SignInScreen`. */
export interface SignInScreenProps {
  readonly account: AccountServices;
  /** What the door said. */
  readonly because: Failure;
}
