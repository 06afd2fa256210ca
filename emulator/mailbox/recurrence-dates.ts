/** Lists the dates on which a series falls, by Graph's recurrence patterns (recurrencePattern, recurrenceRange). */
import type { Recurrence } from './mailbox.ts';
import { addDays } from './zones.ts';

type Pattern = Recurrence['pattern'];

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const INDEXES = ['first', 'second', 'third', 'fourth', 'last'];

const dayOfWeek = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const toDate = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

function* weeklyDates(pattern: Pattern, start: string): Generator<string> {
  const first = DAYS.indexOf(pattern.firstDayOfWeek);
  const weekStart = addDays(start, -((dayOfWeek(start) - first + 7) % 7));
  const offsets = pattern.daysOfWeek.map((day) => (DAYS.indexOf(day) - first + 7) % 7).sort((a, b) => a - b);
  for (let week = 0; ; week += pattern.interval) {
    for (const offset of offsets) {
      const date = addDays(weekStart, week * 7 + offset);
      if (date >= start) yield date;
    }
  }
}

/** The day of a month that an absolute or relative pattern means; a 31st in a short month is its last day. */
function dayInMonth(pattern: Pattern, year: number, month: number): string {
  const length = daysInMonth(year, month);
  if (pattern.type.startsWith('absolute')) return toDate(year, month, Math.min(pattern.dayOfMonth, length));
  const wanted = new Set(pattern.daysOfWeek.map((day) => DAYS.indexOf(day)));
  const fitting = Array.from({ length }, (_, index) => toDate(year, month, index + 1)).filter((date) =>
    wanted.has(dayOfWeek(date)),
  );
  const index = INDEXES.indexOf(pattern.index);
  return (index === 4 ? fitting.at(-1) : fitting[index]) ?? toDate(year, month, length);
}

function* monthlyDates(pattern: Pattern, start: string): Generator<string> {
  const yearly = pattern.type.endsWith('Yearly');
  const firstMonth = yearly ? pattern.month : Number(start.slice(5, 7));
  const stepMonths = yearly ? 12 * pattern.interval : pattern.interval;
  for (let step = 0; ; step += stepMonths) {
    const months = Number(start.slice(0, 4)) * 12 + firstMonth - 1 + step;
    const date = dayInMonth(pattern, Math.floor(months / 12), (months % 12) + 1);
    if (date >= start) yield date;
  }
}

function* dailyDates(pattern: Pattern, start: string): Generator<string> {
  for (let day = 0; ; day += pattern.interval) yield addDays(start, day);
}

function datesOf(pattern: Pattern, start: string): Generator<string> {
  if (pattern.type === 'daily') return dailyDates(pattern, start);
  return pattern.type === 'weekly' ? weeklyDates(pattern, start) : monthlyDates(pattern, start);
}

const remembered = new WeakMap<Recurrence, { readonly until: string; readonly dates: readonly string[] }>();

/** All dates of the series up to and including `until`, in order; cancelled and moved ones too. */
export function listRecurrenceDates(recurrence: Recurrence, until: string): readonly string[] {
  const { pattern, range } = recurrence;
  const known = remembered.get(recurrence);
  if (known !== undefined && known.until >= until) return known.dates;
  const last = range.type === 'endDate' && range.endDate < until ? range.endDate : until;
  const dates: string[] = [];
  for (const date of datesOf(pattern, range.startDate)) {
    if (date > last || (range.type === 'numbered' && dates.length >= range.numberOfOccurrences)) break;
    dates.push(date);
  }
  remembered.set(recurrence, { until, dates });
  return dates;
}

/** The last date on which a series can fall; undefined: it has no end. */
export function findLastDate(recurrence: Recurrence): string | undefined {
  const { range } = recurrence;
  if (range.type === 'noEnd') return undefined;
  if (range.type === 'endDate') return range.endDate;
  const century = addDays(range.startDate, 36_525);
  return listRecurrenceDates(recurrence, century).at(-1) ?? range.startDate;
}

/** Whether a pattern names at least one date; one without an end would otherwise be looked for for ever. */
export function hasDates(pattern: Pattern): boolean {
  const needsDays = pattern.type === 'weekly' || pattern.type.startsWith('relative');
  return pattern.interval >= 1 && (!needsDays || pattern.daysOfWeek.length > 0);
}
