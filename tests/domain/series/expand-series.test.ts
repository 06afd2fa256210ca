import fc from 'fast-check';
import { expandSeries } from '../../../src/domain/series/expand-series.ts';
import { listRepeatDates } from '../../../src/domain/series/repeat.ts';

const at = (text: string, zone: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();

function expand(start: string, end: string, dates: readonly string[], zone = 'Europe/Amsterdam') {
  return expandSeries({
    dates: dates.map((date) => Temporal.PlainDate.from(date)),
    time: { start: at(start, zone), end: at(end, zone) },
    zone,
  }).map((one) => [one.start.toString(), one.end.toString(), one.clock]);
}

describe('expandSeries', () => {
  it('keeps the time of day over the clock change in spring and in autumn', () => {
    expect(expand('2027-03-23T10:00', '2027-03-23T11:00', ['2027-03-23', '2027-03-30'])).toEqual([
      ['2027-03-23T09:00:00Z', '2027-03-23T10:00:00Z', 'usual'],
      ['2027-03-30T08:00:00Z', '2027-03-30T09:00:00Z', 'usual'],
    ]);
    expect(expand('2027-10-26T10:00', '2027-10-26T11:00', ['2027-10-26', '2027-11-02'])).toEqual([
      ['2027-10-26T08:00:00Z', '2027-10-26T09:00:00Z', 'usual'],
      ['2027-11-02T09:00:00Z', '2027-11-02T10:00:00Z', 'usual'],
    ]);
  });

  it('begins an hour later where the clock jumps over the start, and still lasts as long', () => {
    expect(expand('2027-03-21T02:30', '2027-03-21T03:00', ['2027-03-21', '2027-03-28'])).toEqual([
      ['2027-03-21T01:30:00Z', '2027-03-21T02:00:00Z', 'usual'],
      ['2027-03-28T01:30:00Z', '2027-03-28T02:00:00Z', 'skipped'],
    ]);
  });

  it('takes the first of two equal hours, and says so', () => {
    expect(expand('2027-10-24T02:30', '2027-10-24T02:45', ['2027-10-31'])).toEqual([
      ['2027-10-31T00:30:00Z', '2027-10-31T00:45:00Z', 'repeated'],
    ]);
  });

  it('goes past midnight as the first one does', () => {
    expect(expand('2026-12-01T23:00', '2026-12-02T01:00', ['2026-12-08'])).toEqual([
      ['2026-12-08T22:00:00Z', '2026-12-09T00:00:00Z', 'usual'],
    ]);
  });

  it('stands at the typed time of day on each date in any zone, unless the clock has no such time', () => {
    const zones = [
      'Europe/Amsterdam',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Africa/Casablanca',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 364 }),
        fc.integer({ min: 0, max: 47 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('day', 'week', 'month'),
        (zone, ahead, halfHour, length, every) => {
          const day = Temporal.PlainDate.from('2026-01-01').add({ days: ahead });
          const clock = Temporal.PlainTime.from('00:00').add({ minutes: halfHour * 30 });
          const start = day.toZonedDateTime({ timeZone: zone, plainTime: clock }).toInstant();
          const typed = start.toZonedDateTimeISO(zone).toPlainTime();
          const time = { start, end: start.add({ minutes: length * 15 }) };
          const found = listRepeatDates(
            { every, interval: 1, daysOfWeek: [day.dayOfWeek], end: { kind: 'times', times: 20 } },
            day,
          );
          if (!found.ok) return false;
          return expandSeries({ dates: found.dates, time, zone }).every((one) => {
            const local = one.start.toZonedDateTimeISO(zone);
            const isOrdered = Temporal.Instant.compare(one.start, one.end) < 0;
            const isThere = local.toPlainTime().equals(typed) && local.toPlainDate().equals(one.date);
            return isOrdered && (one.clock === 'skipped' ? !isThere : isThere);
          });
        },
      ),
    );
  });
});
