/** What the agenda is built from, as the calls of `graph` deliver it. */
import type { Failure } from '../failure.ts';
import type { TeamSpan } from '../shifts/find-handovers.ts';
import type { OpenShift } from '../shifts/open-shift.ts';
import type { Shift } from '../shifts/shift.ts';
import type { CalendarEvent } from './calendar-event.ts';

/** Half-open stretch of time to read. */
export interface Window {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** A calendar the user owns; calendars of others are left out where the answer is read. */
export interface OwnCalendar {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  /** `#rrggbb`, or empty where the user never chose one. */
  readonly hexColor: string;
  /** One of Outlook's ten, such as `lightTeal`; counts where `hexColor` is empty. */
  readonly color?: string;
}

export interface MailboxSettings {
  /** IANA zone of the mailbox. */
  readonly zone: string;
  /** The same zone by the name Graph gave (often a Windows name), to write events with. */
  readonly graphZone: string;
  /** Hour format of the mailbox; undefined: the locale's. */
  readonly hourCycle?: 'h12' | 'h23';
  readonly workingHours?: {
    /** 1 Monday … 7 Sunday. */
    readonly daysOfWeek: readonly number[];
    readonly start: Temporal.PlainTime;
    readonly end: Temporal.PlainTime;
    readonly zone: string;
  };
}

export interface JoinedTeam {
  readonly id: string;
  readonly name: string;
}

export type AgendaSource = 'calendar' | 'otherCalendars' | 'workPlan' | 'teamsShifts' | 'mailboxSettings' | 'profile';

/** A source that did not answer; the rest is shown all the same. */
export interface SourceProblem {
  readonly source: AgendaSource;
  /** Which calendar or team, for people. */
  readonly name?: string;
  readonly failure: Failure;
}

/** The first batch: enough to show the agenda. */
export interface AgendaFirst {
  readonly events: readonly CalendarEvent[];
  readonly calendars: readonly OwnCalendar[];
  readonly teams: readonly JoinedTeam[];
  readonly workPlan: readonly Shift[];
  readonly mailbox?: MailboxSettings;
  /** My own SMTP address, where the directory tells it. */
  readonly ownAddress?: string;
  readonly problems: readonly SourceProblem[];
  /** Entries that could not be read and are left out. */
  readonly skipped: number;
  /** The clock of the answering server, where it told. */
  readonly serverNow?: Temporal.Instant;
}

/** One entry of what changed in the primary calendar; no more of it is read than tells whether it is news. */
export interface ChangedEvent {
  readonly id: string;
  readonly etag: string | undefined;
  readonly isRemoved: boolean;
  /** A series as such, which is never on screen: its dates are. */
  readonly isSeries: boolean;
}

export interface Changes {
  readonly rows: readonly ChangedEvent[];
  /** From where to go on; Graph's own address, good for the same window. */
  readonly link: string;
}

/** The second batch: the other own calendars and Teams Shifts. */
export interface AgendaRest {
  readonly events: readonly CalendarEvent[];
  /** The user's own shifts and times off. */
  readonly teamsShifts: readonly Shift[];
  /** Offers of the user's teams. */
  readonly openShifts: readonly OpenShift[];
  /** When others of these teams are on shift. */
  readonly others: readonly TeamSpan[];
  readonly problems: readonly SourceProblem[];
  readonly skipped: number;
}
