/** Turns the dates and times that a person typed into instants of the mailbox's zone, and back. */
import type { EventTime } from '../../domain/agenda/calendar-event.ts';

/** What stands in the four fields, in the form of native date and time inputs (`2026-11-24`, `11:00`); empty while incomplete. */
export interface TypedTimes {
  readonly startDate: string;
  readonly startTime: string;
  readonly endDate: string;
  readonly endTime: string;
}

export interface MeetingTimes {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

const HALF_HOUR_MS = 30 * 60_000;

function findInstant(
  date: string,
  time: string,
  zone: string,
  disambiguation: 'compatible' | 'later',
): Temporal.Instant | undefined {
  if (date === '' || time === '') return undefined;
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation }).toInstant();
  } catch {
    return undefined;
  }
}

/** Undefined while a field is empty. An end that the clock shows twice is the later one when only that lies after the start. */
export function findMeetingTimes(typed: TypedTimes, zone: string): MeetingTimes | undefined {
  const start = findInstant(typed.startDate, typed.startTime, zone, 'compatible');
  const end = findInstant(typed.endDate, typed.endTime, zone, 'compatible');
  if (start === undefined || end === undefined) return undefined;
  if (Temporal.Instant.compare(end, start) > 0) return { start, end };
  const later = findInstant(typed.endDate, typed.endTime, zone, 'later');
  return later !== undefined && Temporal.Instant.compare(later, start) > 0 ? { start, end: later } : { start, end };
}

/** The fields' texts for an instant in the zone. */
function toFields(instant: Temporal.Instant, zone: string): { readonly date: string; readonly time: string } {
  const local = instant.toZonedDateTimeISO(zone);
  return { date: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

export function toTypedTimes(times: MeetingTimes, zone: string): TypedTimes {
  const start = toFields(times.start, zone);
  const end = toFields(times.end, zone);
  return { startDate: start.date, startTime: start.time, endDate: end.date, endTime: end.time };
}

/** A changed start takes the end with it, so that the length stays; while one of them can't be read, only the start changes. */
export function moveStart(
  typed: TypedTimes,
  change: Partial<Pick<TypedTimes, 'startDate' | 'startTime'>>,
  zone: string,
): TypedTimes {
  const before = findMeetingTimes(typed, zone);
  const moved = { ...typed, ...change };
  const start = findInstant(moved.startDate, moved.startTime, zone, 'compatible');
  if (before === undefined || start === undefined) return moved;
  const lengthMs = before.end.epochMilliseconds - before.start.epochMilliseconds;
  if (lengthMs <= 0) return moved;
  const end = toFields(start.add({ milliseconds: lengthMs }), zone);
  return { ...moved, endDate: end.date, endTime: end.time };
}

/** Sets the end so many minutes after the start. */
export function withLength(typed: TypedTimes, minutes: number, zone: string): TypedTimes {
  const start = findInstant(typed.startDate, typed.startTime, zone, 'compatible');
  if (start === undefined) return typed;
  const end = toFields(start.add({ minutes }), zone);
  return { ...typed, endDate: end.date, endTime: end.time };
}

/** The next full or half hour, never the running one. */
export function nextHalfHour(now: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds((Math.floor(now.epochMilliseconds / HALF_HOUR_MS) + 1) * HALF_HOUR_MS);
}

/** An existing meeting's own time; an all-day one runs from midnight to midnight of the zone. */
export function toEventTimes(time: EventTime, zone: string): MeetingTimes {
  if (time.kind === 'timed') return { start: time.start, end: time.end };
  return { start: time.start.toZonedDateTime(zone).toInstant(), end: time.end.toZonedDateTime(zone).toInstant() };
}
