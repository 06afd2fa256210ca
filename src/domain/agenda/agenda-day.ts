/** What one day of the agenda holds: the shift as the ground, events standing on it. */
import type { Interval } from '../time/intervals.ts';
import type { Handover } from '../shifts/find-handovers.ts';
import type { OpenShift } from '../shifts/open-shift.ts';
import type { Shift } from '../shifts/shift.ts';
import type { Attendee, CalendarEvent, Person } from './calendar-event.ts';

/** What is wrong with an event, worst first; see `listFlags` for each rule. */
export const AGENDA_FLAGS = [
  'roomDeclined',
  'inPersonOnRemoteDay',
  'outsideShift',
  'doubleBooked',
  'travel',
  'otherBuilding',
  'noRoom',
  'unanswered',
] as const;
export type AgendaFlag = (typeof AGENDA_FLAGS)[number];

/** People by their answer; the organizer stands apart and rooms are never among them. */
export interface AttendeeGroups {
  readonly organizer?: Person;
  readonly accepted: readonly Attendee[];
  readonly tentative: readonly Attendee[];
  readonly declined: readonly Attendee[];
  readonly none: readonly Attendee[];
}

export interface AgendaEntry {
  /** Unique in the agenda. */
  readonly key: string;
  readonly event: CalendarEvent;
  /** True date of this part; past midnight in a night shift it is the day after the shift's. */
  readonly date: Temporal.PlainDate;
  readonly part: 'whole' | 'first' | 'middle' | 'last';
  /** Worst first; on the first part alone, so that no flag is told twice. */
  readonly flags: readonly AgendaFlag[];
  /** The other event that `doubleBooked` and `otherBuilding` are about. */
  readonly rival?: CalendarEvent;
  readonly people: AttendeeGroups;
  readonly rooms: readonly Attendee[];
}

export interface AgendaDay {
  readonly date: Temporal.PlainDate;
  readonly shifts: readonly Shift[];
  /** Work begun on an earlier day that still runs as this one begins. */
  readonly carriedOver: readonly Shift[];
  readonly entries: readonly AgendaEntry[];
  /** Time inside the shifts that nothing takes. */
  readonly free: readonly Interval[];
  readonly handovers: readonly Handover[];
  /** Shifts of my teams that begin on this day and nobody has taken; none of them is mine. */
  readonly offers: readonly OpenShift[];
}
