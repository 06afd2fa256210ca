import fc from 'fast-check';
import { toGraphDateTime, toInstant } from '../../../src/domain/time/graph-date-time.ts';

describe('toInstant', () => {
  it.each([
    ['UTC with seven digits', '2026-11-24T10:00:00.0000000', 'UTC', '2026-11-24T10:00:00Z'],
    ['a fraction', '2026-11-24T10:00:00.1234567', 'UTC', '2026-11-24T10:00:00.1234567Z'],
    ['twelve digits', '2026-11-24T10:00:00.123456789012', 'UTC', '2026-11-24T10:00:00.123456789Z'],
    ['no seconds', '2026-11-24T10:00', 'UTC', '2026-11-24T10:00:00Z'],
    ['a Windows zone', '2026-11-24T10:00:00', 'W. Europe Standard Time', '2026-11-24T09:00:00Z'],
    ['a Windows zone in summer', '2026-07-24T10:00:00', 'W. Europe Standard Time', '2026-07-24T08:00:00Z'],
    ['an IANA zone', '2026-11-24T10:00:00', 'Asia/Kolkata', '2026-11-24T04:30:00Z'],
    ['the UTC of Exchange', '2026-11-24T10:00:00', 'tzone://Microsoft/Utc', '2026-11-24T10:00:00Z'],
    ['midnight', '2026-11-24T00:00:00', 'Europe/Amsterdam', '2026-11-23T23:00:00Z'],
    ['an hour that the clock skips', '2026-03-29T02:30:00', 'Europe/Amsterdam', '2026-03-29T01:30:00Z'],
    ['an hour that comes twice', '2026-10-25T02:30:00', 'Europe/Amsterdam', '2026-10-25T00:30:00Z'],
  ])('reads %s', (_, dateTime, timeZone, instant) => {
    expect(toInstant({ dateTime, timeZone }).toString()).toBe(instant);
  });

  it.each([
    ['D16 an unknown zone', '2026-11-24T10:00:00', 'tzone://Microsoft/Custom'],
    ['D16 no zone', '2026-11-24T10:00:00', ''],
    ['no text', '', 'UTC'],
    ['an offset', '2026-11-24T10:00:00+01:00', 'UTC'],
    ['a Z', '2026-11-24T10:00:00Z', 'UTC'],
    ['a day that is not', '2026-02-30T10:00:00', 'UTC'],
    ['a day that is not, elsewhere', '2026-02-30T10:00:00', 'Europe/Amsterdam'],
    ['an hour that is not', '2026-11-24T25:00:00', 'UTC'],
    ['a date alone', '2026-11-24', 'UTC'],
    ['line ends', '2026-11-24T10:00:00\n', 'UTC'],
    ['a subject', 'Salary talk', 'UTC'],
  ])('refuses %s, and repeats none of it', (_, dateTime, timeZone) => {
    const read = (): unknown => toInstant({ dateTime, timeZone });
    expect(read).toThrow(RangeError);
    expect(read).toThrow(/^(?:unknown time zone|not a local date and time)$/);
  });
});

describe('toGraphDateTime', () => {
  it.each([
    ['a Windows zone', '2026-11-24T09:00:00Z', 'W. Europe Standard Time', '2026-11-24T10:00:00'],
    ['an IANA zone', '2026-11-24T09:00:00Z', 'America/New_York', '2026-11-24T04:00:00'],
    ['the second, not rounded up', '2026-11-24T09:00:59.999Z', 'UTC', '2026-11-24T09:00:59'],
    ['the hour after the one skipped', '2026-03-29T01:30:00Z', 'Europe/Amsterdam', '2026-03-29T03:30:00'],
  ])('writes %s', (_, instant, timeZone, dateTime) => {
    expect(toGraphDateTime(Temporal.Instant.from(instant), timeZone)).toEqual({ dateTime, timeZone });
  });

  it.each([
    ['an unknown zone', '2026-11-24T09:00:00Z', 'tzone://Microsoft/Custom', '2026-11-24T09:00:00'],
    ['the first pass of an hour that comes twice', '2026-10-25T00:30:00Z', 'Europe/Amsterdam', '2026-10-25T00:30:00'],
    ['its second pass', '2026-10-25T01:30:00Z', 'Europe/Amsterdam', '2026-10-25T01:30:00'],
    ['the UTC of Exchange', '2026-11-24T09:00:00Z', 'tzone://Microsoft/Utc', '2026-11-24T09:00:00'],
  ])('writes UTC for %s', (_, instant, zone, dateTime) => {
    expect(toGraphDateTime(Temporal.Instant.from(instant), zone)).toEqual({ dateTime, timeZone: 'UTC' });
  });

  it('is undone by toInstant, to the second, in every zone and at every clock change', () => {
    const zones = ['UTC', 'W. Europe Standard Time', 'America/New_York', 'Lord Howe Standard Time', 'Asia/Kathmandu'];
    const start = Temporal.Instant.from('2026-01-01T00:00:00Z').epochMilliseconds / 1000;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * 365 * 86_400 }), fc.constantFrom(...zones), (seconds, zone) => {
        const instant = Temporal.Instant.fromEpochMilliseconds((start + seconds) * 1000);
        expect(toInstant(toGraphDateTime(instant, zone)).equals(instant)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
