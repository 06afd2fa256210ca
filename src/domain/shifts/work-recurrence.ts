/** Lays out the recurrences of a work plan as shifts, for days of which its occurrences say nothing. */
import type { Window } from '../agenda/agenda-sources.ts';
import type { Shift, ShiftPlace } from './shift.ts';
import { listShiftDays, shiftDay } from './shift-day.ts';

/** One line of the plan, such as "Mondays and Tuesdays, 9 to 17, at HQ". Dates and times are of `zone`. */
export interface WorkRecurrence {
  readonly id: string;
  readonly start: Temporal.PlainTime;
  readonly end: Temporal.PlainTime;
  readonly zone: string;
  readonly place: ShiftPlace;
  /** Each `interval` weeks on these days (1 Monday … 7 Sunday), counted in weeks that begin on `firstDayOfWeek`. */
  readonly daysOfWeek: readonly number[];
  readonly interval: number;
  readonly firstDayOfWeek: number;
  readonly from: Temporal.PlainDate;
  /** The last day; absent: without end. */
  readonly until?: Temporal.PlainDate;
}

/**
 * The occurrences as they are, and for each other day of the window what the recurrences plan. One that ends at or
 * before its start runs into the next day. A day off, also within a longer one, is a day that is told.
 */
export function fillWorkPlan(
  occurrences: readonly Shift[],
  recurrences: readonly WorkRecurrence[],
  window: Window,
  zone: string,
): readonly Shift[] {
  const told = new Set(occurrences.flatMap((shift) => listShiftDays(shift, zone).map(String)));
  const planned = recurrences
    .flatMap((recurrence) => expand(recurrence, window))
    .filter((shift) => !told.has(shiftDay(shift, zone).toString()));
  return [...occurrences, ...planned];
}

function expand(recurrence: WorkRecurrence, window: Window): readonly Shift[] {
  const { zone, start, end, place, until } = recurrence;
  const first = window.start.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  const last = window.end.toZonedDateTimeISO(zone).toPlainDate();
  const runsOver = Temporal.PlainTime.compare(end, start) <= 0;
  const shifts: Shift[] = [];
  for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    if (until !== undefined && Temporal.PlainDate.compare(date, until) > 0) break;
    if (!isPlanned(recurrence, date)) continue;
    const from = at(date, start, zone);
    const to = at(runsOver ? date.add({ days: 1 }) : date, end, zone);
    const isInside =
      to.epochMilliseconds > window.start.epochMilliseconds && from.epochMilliseconds < window.end.epochMilliseconds;
    if (!isInside || to.epochMilliseconds <= from.epochMilliseconds) continue;
    const id = `${recurrence.id} ${date.toString()}`;
    shifts.push({ id, start: from, end: to, place, source: 'workPlan', activities: [] });
  }
  return shifts;
}

function isPlanned({ from, daysOfWeek, interval, firstDayOfWeek }: WorkRecurrence, date: Temporal.PlainDate): boolean {
  if (Temporal.PlainDate.compare(date, from) < 0 || !daysOfWeek.includes(date.dayOfWeek)) return false;
  const weeks = toWeek(from, firstDayOfWeek).until(toWeek(date, firstDayOfWeek), { largestUnit: 'day' }).days / 7;
  return weeks % interval === 0;
}

function toWeek(date: Temporal.PlainDate, firstDayOfWeek: number): Temporal.PlainDate {
  return date.subtract({ days: (date.dayOfWeek - firstDayOfWeek + 7) % 7 });
}

function at(date: Temporal.PlainDate, plainTime: Temporal.PlainTime, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone, plainTime }).toInstant();
}
