/** Reads the mailbox's working hours as shifts: the last resort where no other source knows the day. */
import type { MailboxSettings, Window } from '../agenda/agenda-sources.ts';
import type { Shift } from './shift.ts';

/**
 * One shift of unknown place for each working day that touches the window, and one of a whole day off for each other
 * day. Hours that end at or before their start run into the next day. Without any working day nothing is known.
 */
export function toWorkingHourShifts(workingHours: MailboxSettings['workingHours'], window: Window): readonly Shift[] {
  if (workingHours === undefined || workingHours.daysOfWeek.length === 0) return [];
  const { zone, daysOfWeek, start, end } = workingHours;
  const runsOver = Temporal.PlainTime.compare(end, start) <= 0;
  // the night before may still run as the window begins
  const first = window.start.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  const last = window.end.toZonedDateTimeISO(zone).toPlainDate();
  const shifts: Shift[] = [];
  for (let date = first; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    const next = date.add({ days: 1 });
    const works = daysOfWeek.includes(date.dayOfWeek);
    const from = works ? at(date, zone, start) : at(date, zone);
    const to = works ? at(runsOver ? next : date, zone, end) : at(next, zone);
    if (to.epochMilliseconds <= window.start.epochMilliseconds) continue;
    if (from.epochMilliseconds >= window.end.epochMilliseconds) continue;
    if (to.epochMilliseconds <= from.epochMilliseconds) continue;
    shifts.push({
      id: `workingHours ${date.toString()}`,
      start: from,
      end: to,
      place: { kind: works ? 'unknown' : 'off' },
      source: 'workingHours',
      activities: [],
    });
  }
  return shifts;
}

function at(date: Temporal.PlainDate, zone: string, time?: Temporal.PlainTime): Temporal.Instant {
  const zoned =
    time === undefined ? date.toZonedDateTime(zone) : date.toZonedDateTime({ timeZone: zone, plainTime: time });
  return zoned.toInstant();
}
