/** Decides which times are looked at: each quarter of an hour of the window at which the whole meeting fits. */
import type { SlotGrid } from '../rooms/slot-grid.ts';
import type { PlanRequest } from './plan-request.ts';

export interface PlanGrid extends SlotGrid {
  /** Slots that the meeting takes. */
  readonly length: number;
  /** For each time looked at, in order, the slots at which its dates start: one for each week. */
  readonly times: readonly (readonly number[])[];
  /** For each slot of the grid, the day of the mailbox's zone that it lies in, counted from the first. */
  readonly dayOf: Uint16Array;
  readonly dates: readonly Temporal.PlainDate[];
}

const QUARTER_MS = 15 * 60_000;
/** Two days in which no clock changes. */
const TWO_DAYS_MS = 48 * 3_600_000;

type GridRequest = Pick<PlanRequest, 'window' | 'weeks' | 'lengthMinutes' | 'zone' | 'now'>;

function toMs(date: Temporal.PlainDate, zone: string, plainTime?: Temporal.PlainTime): number {
  const zoned =
    plainTime === undefined ? date.toZonedDateTime(zone) : date.toZonedDateTime({ timeZone: zone, plainTime });
  return zoned.epochMilliseconds;
}

/** The same time of the clock, a number of weeks later. */
function addWeeks(
  ms: number,
  day: number,
  week: number,
  { starts, zone }: { starts: readonly number[]; zone: string },
) {
  if (week === 0) return ms;
  const [from, to] = [starts[day] ?? 0, starts[day + 7 * week] ?? 0];
  const isPlain = (index: number): boolean => (starts[index + 2] ?? 0) - (starts[index] ?? 0) === TWO_DAYS_MS;
  // most weeks have no clock change, and counting milliseconds is a hundred times faster
  if (isPlain(day) && isPlain(day + 7 * week)) return to + ms - from;
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  return local.add({ weeks: week }).epochMilliseconds;
}

function fillDays(starts: readonly number[], startMs: number, count: number): Uint16Array {
  const dayOf = new Uint16Array(count);
  for (let day = 0, slot = 0; slot < count; slot += 1) {
    while ((starts[day + 1] ?? Infinity) <= startMs + slot * QUARTER_MS) day += 1;
    dayOf[slot] = day;
  }
  return dayOf;
}

/** A time that has begun is none. A clock change makes a day's window longer or shorter by what it adds or takes. */
export function toPlanGrid({ window, weeks, lengthMinutes, zone, now }: GridRequest): PlanGrid {
  const { first, days, opens, closes } = window;
  const total = days + 7 * (weeks - 1) + 1;
  const dates = Array.from({ length: total }, (_, index) => first.add({ days: index }));
  const starts = Array.from({ length: total + 2 }, (_, index) => toMs(first.add({ days: index }), zone));
  const startMs = starts[0] ?? 0;
  const count = Math.ceil(((starts[total] ?? 0) - startMs) / QUARTER_MS);
  const length = Math.max(1, Math.ceil((lengthMinutes * 60_000) / QUARTER_MS));
  const endsNextDay = Temporal.PlainTime.compare(closes, opens) <= 0;
  const times: (readonly number[])[] = [];
  for (let day = 0; day < days; day += 1) {
    const date = dates[day] ?? first;
    const opensMs = Math.max(toMs(date, zone, opens), now.epochMilliseconds);
    const closesMs = toMs(endsNextDay ? date.add({ days: 1 }) : date, zone, closes);
    let slot = Math.ceil((opensMs - startMs) / QUARTER_MS);
    for (; startMs + (slot + length) * QUARTER_MS <= closesMs; slot += 1) {
      const ms = startMs + slot * QUARTER_MS;
      const each = Array.from({ length: weeks }, (_, week) => addWeeks(ms, day, week, { starts, zone }));
      times.push(each.map((at) => Math.round((at - startMs) / QUARTER_MS)));
    }
  }
  return { startMs, slotMs: QUARTER_MS, count, length, times, dayOf: fillDays(starts, startMs, count), dates };
}
