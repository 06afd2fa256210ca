/** Translates between Graph's `{ dateTime, timeZone }` and instants. */
import { toIanaZone } from './zones.ts';

export interface GraphDateTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

const ZONE_LESS = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9})\d*)?)?$/;

/**
 * Zone-less text in a Windows or IANA zone → instant. A time that a clock change skips is read as the hour after it,
 * a repeated one as its first. Throws RangeError (without the text) for an unknown zone or a text that is no time.
 */
export function toInstant({ dateTime, timeZone }: GraphDateTime): Temporal.Instant {
  const zone = toIanaZone(timeZone);
  if (zone === undefined) throw new RangeError('unknown time zone');
  const parts = ZONE_LESS.exec(dateTime);
  if (parts === null) throw new RangeError('not a local date and time');
  const text = `${parts[1] ?? ''}:${parts[2] ?? '00'}.${parts[3] ?? '0'}`;
  try {
    if (zone === 'UTC') return Temporal.Instant.from(`${text}Z`);
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
  } catch {
    throw new RangeError('not a local date and time');
  }
}

/**
 * Instant → Graph's local text, to the second, in the zone named. Where that zone is unknown, or its clock shows this
 * time twice (the hour of the autumn change), the text is in UTC: the same instant, and nobody has to guess which.
 */
export function toGraphDateTime(instant: Temporal.Instant, graphZone: string): GraphDateTime {
  const zone = toIanaZone(graphZone);
  const inUtc = zone === undefined || zone === 'UTC' || graphZone.length > 64 || isRepeated(instant, zone);
  const local = instant.toZonedDateTimeISO(inUtc ? 'UTC' : zone).toPlainDateTime();
  return { dateTime: local.toString({ smallestUnit: 'second' }), timeZone: inUtc ? 'UTC' : graphZone };
}

function isRepeated(instant: Temporal.Instant, zone: string): boolean {
  const local = instant.toZonedDateTimeISO(zone).toPlainDateTime();
  const first = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const second = local.toZonedDateTime(zone, { disambiguation: 'later' });
  return first.epochMilliseconds !== second.epochMilliseconds;
}
