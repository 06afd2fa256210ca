/** Decides to which days a shift belongs. */
import type { Shift } from './shift.ts';

const DAY_MS = 86_400_000;
const NOON_HOUR = 12;

/** The day on which the shift starts in that zone, also for one that runs past midnight. */
export function shiftDay(shift: Shift, zone: string): Temporal.PlainDate {
  return shift.start.toZonedDateTimeISO(zone).toPlainDate();
}

/**
 * All days a shift says something of. Work belongs to the day it starts. A time off of more than 24 hours is told on
 * each of its days; the last one counts only when it lasts past noon, so that two nights off do not take a third day.
 */
export function listShiftDays(shift: Shift, zone: string): readonly Temporal.PlainDate[] {
  const first = shiftDay(shift, zone);
  if (shift.place.kind !== 'off' || shift.end.epochMilliseconds - shift.start.epochMilliseconds <= DAY_MS) {
    return [first];
  }
  const end = shift.end.toZonedDateTimeISO(zone);
  const beyond = end.hour >= NOON_HOUR ? end.toPlainDate().add({ days: 1 }) : end.toPlainDate();
  const days = [first];
  for (let day = first.add({ days: 1 }); Temporal.PlainDate.compare(day, beyond) < 0; day = day.add({ days: 1 })) {
    days.push(day);
  }
  return days;
}
