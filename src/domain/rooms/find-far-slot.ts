/** Finds a half hour for a test: during working hours, weeks ahead, where nobody is disturbed. */
import { overlaps, type Interval } from '../time/intervals.ts';

export interface WorkingTime {
  /** 1 Monday … 7 Sunday. */
  readonly daysOfWeek: readonly number[];
  readonly start: Temporal.PlainTime;
  readonly end: Temporal.PlainTime;
  /** IANA name. */
  readonly zone: string;
}

const FIRST_DAY = 15;
const DAYS = 28;
const MINUTES = 30;

/** The days that are looked at: from the 15th day after today on, so that 14 whole days lie between. */
export function toFarWindow(now: Temporal.Instant, zone: string): Interval {
  const first = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: FIRST_DAY });
  const at = (date: Temporal.PlainDate): Temporal.Instant => date.toZonedDateTime(zone).toInstant();
  return { start: at(first), end: at(first.add({ days: DAYS })) };
}

/** The first half hour that overlaps nothing in `busy`; undefined where there is none. */
export function findFarSlot(window: Interval, hours: WorkingTime, busy: readonly Interval[]): Interval | undefined {
  const first = window.start.toZonedDateTimeISO(hours.zone).toPlainDate();
  for (let day = 0; day < DAYS; day += 1) {
    const date = first.add({ days: day });
    if (!hours.daysOfWeek.includes(date.dayOfWeek)) continue;
    const opens = date.toZonedDateTime({ timeZone: hours.zone, plainTime: hours.start }).toInstant();
    const closes = date.toZonedDateTime({ timeZone: hours.zone, plainTime: hours.end }).toInstant();
    const isOpen = ({ end }: Interval): boolean => end.epochMilliseconds <= closes.epochMilliseconds;
    const next = (start: Temporal.Instant): Interval => ({ start, end: start.add({ minutes: MINUTES }) });
    for (let slot = next(opens); isOpen(slot); slot = next(slot.end)) {
      const wanted = slot;
      if (!busy.some((block) => overlaps(block, wanted))) return slot;
    }
  }
  return undefined;
}
