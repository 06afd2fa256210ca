/** What the frame hands to the screens that it loads when they are first opened. */
import type { MailboxSettings } from '../domain/agenda/agenda-sources.ts';
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import type { Booking } from '../domain/booking/booking.ts';
import type { Session } from '../domain/contract/session.ts';
import type { Shift } from '../domain/shifts/shift.ts';
import type { Services } from './services.ts';

/** What the agenda already knows when another screen opens over it. */
export interface AgendaContext {
  /** Settled: where the mailbox did not tell, the device's zone stands in (`zoneIsGuessed`). */
  readonly mailbox: MailboxSettings;
  readonly zoneIsGuessed: boolean;
  /** Own SMTP address as far as the agenda shows it: known as soon as I organize one event. */
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
  /** Where the time picker begins; absent: the next half hour. */
  readonly initialStart?: Temporal.Instant;
  /** Closes the screen; `changed` makes the agenda read again. */
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
  readonly onDisconnected: () => void;
  /** The server has confirmed; the frame opens the door again. */
  readonly onConnected: () => void;
  readonly onClose: () => void;
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
