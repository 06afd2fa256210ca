/** Finds other times on the day of one date of a series at which a room is free. */
import { type Interval, overlaps } from '../time/intervals.ts';

const STEP_MS = 30 * 60_000;
const DAY = { from: 7, to: 20 };
const MOST = 6;

interface OtherTimes {
  readonly occurrence: Interval;
  readonly busy: readonly Interval[];
  readonly zone: string;
  readonly now: Temporal.Instant;
}

/** Of the same length, in half-hour steps between 7:00 and 20:00 of that day, the nearest first. */
export function listOtherTimes({ occurrence, busy, zone, now }: OtherTimes): readonly Interval[] {
  const { start, end } = occurrence;
  const lengthMs = end.epochMilliseconds - start.epochMilliseconds;
  const day = start.toZonedDateTimeISO(zone).toPlainDate();
  const at = (hour: number): number => day.toPlainDateTime({ hour }).toZonedDateTime(zone).epochMilliseconds;
  const [opens, closes] = [at(DAY.from), at(DAY.to)];
  const times: Interval[] = [];
  for (let ms = opens; ms + lengthMs <= closes; ms += STEP_MS) {
    const from = Temporal.Instant.fromEpochMilliseconds(ms);
    const time = { start: from, end: from.add({ milliseconds: lengthMs }) };
    const isPast = ms < now.epochMilliseconds;
    if (!isPast && !from.equals(start) && !busy.some((block) => overlaps(block, time))) times.push(time);
  }
  const distance = (time: Interval): number => Math.abs(time.start.epochMilliseconds - start.epochMilliseconds);
  return times.sort((a, b) => distance(a) - distance(b)).slice(0, MOST);
}
