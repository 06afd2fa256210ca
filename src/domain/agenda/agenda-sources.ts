/** What the agenda is built from, as the calls of `graph` deliver it. */
import type { Failure } from '../failure.ts';
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
  readonly problems: readonly SourceProblem[];
  /** Entries that could not be read and are left out. */
  readonly skipped: number;
  /** The clock of the answering server, where it told. */
  readonly serverNow?: Temporal.Instant;
}

/** The second batch: the other own calendars and Teams Shifts. */
export interface AgendaRest {
  readonly events: readonly CalendarEvent[];
  readonly teamsShifts: readonly Shift[];
  readonly problems: readonly SourceProblem[];
  readonly skipped: number;
}
