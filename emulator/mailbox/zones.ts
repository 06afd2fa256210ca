/** Turns instants into the wall clock of a Windows or IANA zone and back, as Exchange writes times: seven fractional digits, no offset. */
import { findIana } from 'windows-iana';

interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly offsetMs: number;
}

const ianaByName = new Map<string, string | undefined>();
const spansByZone = new Map<string, Span[]>();
const DAY_MS = 86_400_000;

function resolveZone(name: string): string | undefined {
  if (name === 'UTC') return 'UTC';
  const iana = findIana(name)[0];
  if (iana !== undefined) return iana;
  // Temporal takes offsets for zones, Exchange does not
  if (!/^[A-Z][A-Za-z]+(?:\/[A-Za-z0-9_+-]+)*$/.test(name) || !name.includes('/')) return undefined;
  try {
    // Temporal takes a name in any case and writes it as it should be, aliases too
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId === name ? name : undefined;
  } catch {
    return undefined;
  }
}

/** The IANA zone behind a Windows or IANA name; undefined for anything else (offsets, `tzone://…`). */
export function findZone(name: string): string | undefined {
  if (!ianaByName.has(name)) ianaByName.set(name, resolveZone(name));
  return ianaByName.get(name);
}

/** For names that were checked where they came in. */
export function requireZone(name: string): string {
  const zone = findZone(name);
  if (zone === undefined) throw new RangeError(`no such time zone: ${name}`);
  return zone;
}

/** The offset from UTC, remembered between two clock changes because the calendar arithmetic behind it is slow. */
export function offsetAt(zone: string, ms: number): number {
  if (zone === 'UTC') return 0;
  const spans = spansByZone.get(zone) ?? [];
  const known = spans.find((span) => span.fromMs <= ms && ms < span.untilMs);
  if (known !== undefined) return known.offsetMs;
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  // A transition exactly at `ms` belongs to the span that begins with it.
  const next = at.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity;
  const span = { fromMs: Math.floor(ms), untilMs: next, offsetMs: at.offsetNanoseconds / 1e6 };
  const previous = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity;
  spansByZone.set(zone, [...spans, { ...span, fromMs: previous <= ms ? previous : span.fromMs }]);
  return span.offsetMs;
}

/** `2026-12-01T09:00:00.0000000` on the clocks of `zone` (an IANA name). */
export function toLocalText(ms: number, zone: string): string {
  return `${new Date(ms + offsetAt(zone, ms)).toISOString().slice(0, 23)}0000`;
}

/** `2026-12-01` in `zone`. */
export function toLocalDate(ms: number, zone: string): string {
  return new Date(ms + offsetAt(zone, ms)).toISOString().slice(0, 10);
}

/** Minutes since midnight in `zone`. */
export function minuteOfDay(ms: number, zone: string): number {
  return Math.floor((((ms + offsetAt(zone, ms)) % DAY_MS) + DAY_MS) % DAY_MS) / 60_000;
}

/** Milliseconds of a wall-clock text as if it stood in UTC; refuses the 30th of February. */
function parseWall(text: string): number {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?$/.exec(text);
  if (found === null) throw new RangeError(`no date and time: ${text}`);
  const millis = (found[3] ?? '').slice(0, 3).padEnd(3, '0');
  const wall = Date.parse(`${found[1] ?? ''}:${found[2] ?? '00'}.${millis}Z`);
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 16) !== found[1])
    throw new RangeError(`no date and time: ${text}`);
  return wall;
}

/** Milliseconds of a wall-clock time in `zone`; a text with an offset keeps its own. In a gap the later time holds. Throws RangeError. */
export function fromLocalText(text: string, zone: string): number {
  if (/(?:Z|[+-]\d\d:\d\d)$/i.test(text)) return Temporal.Instant.from(text).epochMilliseconds;
  const wall = parseWall(text);
  const guess = wall - offsetAt(zone, wall - offsetAt(zone, wall));
  // far from any clock change both guesses agree; near one the exact rule decides
  const isSteady = [guess - DAY_MS, guess + DAY_MS].every((near) => offsetAt(zone, near) === offsetAt(zone, guess));
  return isSteady ? guess : Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
}

/** Midnight at which `date` begins in `zone`. */
export function startOfDate(date: string, zone: string): number {
  return fromLocalText(`${date}T00:00:00`, zone);
}

/** `date` moved by whole days. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
