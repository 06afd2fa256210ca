/** Knows on which day of an agenda a point in time falls, without asking the slow calendar for each event. */
import { findLastIndex } from '../time/find-last.ts';

const DAY_MS = 86_400_000;

/** Days by index: 1 is the first day of the agenda, 0 the day before (its night shifts matter), `days + 1` the day after. */
export interface DayGrid {
  readonly days: number;
  readonly dates: readonly Temporal.PlainDate[];
  /** Epoch milliseconds at which each day begins; one more than there are dates. */
  readonly starts: readonly number[];
  /** −1 before the grid, `days + 2` after it. */
  readonly findDay: (epochMs: number) => number;
  /** Index of a date, also one outside of the grid. */
  readonly toIndex: (date: Temporal.PlainDate) => number;
}

export function createDayGrid(zone: string, from: Temporal.PlainDate, days: number): DayGrid {
  const dates: Temporal.PlainDate[] = [];
  const starts: number[] = [];
  for (let index = 0; index <= days + 2; index += 1) {
    const date = from.add({ days: index - 1 });
    // the first moment of the day: where the clock skips midnight, a day begins at one
    starts.push(date.toZonedDateTime(zone).epochMilliseconds);
    if (index <= days + 1) dates.push(date);
  }
  const origin = toEpochDay(from) - 1;
  return {
    days,
    dates,
    starts,
    findDay: (epochMs) => findLastIndex(starts, epochMs, (start) => start),
    toIndex: (date) => toEpochDay(date) - origin,
  };
}

function toEpochDay(date: Temporal.PlainDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / DAY_MS;
}
