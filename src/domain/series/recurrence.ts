/** Writes a repetition as Graph wants it, and reads it back to hold others to the same dates (recurrencePattern, recurrenceRange). */
import type { EventCreate, Recurrence } from '../contract/event-write.ts';
import { listRepeatDates, type Repeat } from './repeat.ts';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

function toPattern({ every, interval, daysOfWeek }: Repeat, first: Temporal.PlainDate): Recurrence['pattern'] {
  if (every === 'day') return { type: 'daily', interval };
  if (every === 'month') return { type: 'absoluteMonthly', interval, dayOfMonth: first.day };
  const days = DAYS.filter((_, index) => daysOfWeek.includes(index + 1));
  return { type: 'weekly', interval, daysOfWeek: days, firstDayOfWeek: 'monday' };
}

/** It ends on its last date: how many there are is then the same for everybody. */
export function toRecurrence(repeat: Repeat, dates: readonly Temporal.PlainDate[], zoneName: string): Recurrence {
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a series without dates');
  return {
    pattern: toPattern(repeat, first),
    range: {
      ...{ type: 'endDate', startDate: first.toString(), endDate: last.toString() },
      recurrenceTimeZone: zoneName,
    },
  };
}

function fromRecurrence({ pattern, range }: Recurrence): Repeat {
  const end = { kind: 'until', date: Temporal.PlainDate.from(range.endDate) } as const;
  const { interval } = pattern;
  if (pattern.type === 'daily') return { every: 'day', interval, daysOfWeek: [], end };
  if (pattern.type === 'absoluteMonthly') return { every: 'month', interval, daysOfWeek: [], end };
  const daysOfWeek = pattern.daysOfWeek.map((day) => DAYS.indexOf(day) + 1);
  return { every: 'week', interval, daysOfWeek, end };
}

/** The dates of what we would write ourselves: 100 at most, from the event's own date to the last one named, in one zone. */
export function isOurRecurrence({
  start,
  end,
  recurrence,
}: Pick<EventCreate, 'start' | 'end' | 'recurrence'>): boolean {
  if (recurrence === undefined) return true;
  const { pattern, range } = recurrence;
  if (start.timeZone !== range.recurrenceTimeZone || end.timeZone !== start.timeZone) return false;
  if (start.dateTime.slice(0, 10) !== range.startDate) return false;
  try {
    const first = Temporal.PlainDate.from(range.startDate, { overflow: 'reject' });
    if (pattern.type === 'absoluteMonthly' && pattern.dayOfMonth !== first.day) return false;
    const found = listRepeatDates(fromRecurrence(recurrence), first);
    return found.ok && first.equals(found.dates[0] ?? '1970-01-01') && found.dates.at(-1)?.toString() === range.endDate;
  } catch {
    return false;
  }
}
