import { expandSeries } from '../../../src/domain/series/expand-series.ts';
import { listClockSpans } from '../../../src/domain/series/list-clock-spans.ts';

const AMSTERDAM = 'Europe/Amsterdam';

function spansOf(first: string, weeks: number, other: string) {
  const day = Temporal.PlainDate.from(first);
  const start = day.toZonedDateTime({ timeZone: AMSTERDAM, plainTime: '15:00' }).toInstant();
  const dates = Array.from({ length: weeks }, (_, week) => day.add({ weeks: week }));
  const occurrences = expandSeries({ dates, time: { start, end: start.add({ hours: 1 }) }, zone: AMSTERDAM });
  return listClockSpans(occurrences, AMSTERDAM, other).map(
    ({ from, until, start: one, offset, otherOffset }) =>
      `${from.toString()} – ${until.toString()}: ${offset} ${otherOffset} ${one.toZonedDateTimeISO(other).toPlainTime().toString()}`,
  );
}

describe('listClockSpans', () => {
  it('is one span where no clock changes', () => {
    expect(spansOf('2026-12-01', 4, 'UTC')).toEqual(['2026-12-01 – 2026-12-22: +01:00 +00:00 14:00:00']);
  });

  it('tells the three weeks in March in which only one of two zones has changed its clock', () => {
    expect(spansOf('2027-03-09', 5, 'America/New_York')).toEqual([
      '2027-03-09 – 2027-03-09: +01:00 -05:00 09:00:00',
      '2027-03-16 – 2027-03-23: +01:00 -04:00 10:00:00',
      '2027-03-30 – 2027-04-06: +02:00 -04:00 09:00:00',
    ]);
  });

  it('sees autumn too', () => {
    expect(spansOf('2027-10-26', 2, 'UTC')).toEqual([
      '2027-10-26 – 2027-10-26: +02:00 +00:00 13:00:00',
      '2027-11-02 – 2027-11-02: +01:00 +00:00 14:00:00',
    ]);
  });
});
