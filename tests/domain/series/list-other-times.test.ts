import { listOtherTimes } from '../../../src/domain/series/list-other-times.ts';

const ZONE = 'Europe/Amsterdam';
const at = (time: string, date = '2026-12-01'): Temporal.Instant =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(ZONE).toInstant();
const NOW = at('08:00', '2026-11-30');

const list = (busy: readonly [string, string][], now = NOW, occurrence = { start: at('10:00'), end: at('11:00') }) =>
  listOtherTimes({
    ...{ occurrence, zone: ZONE, now },
    busy: busy.map(([from, to]) => ({ start: at(from), end: at(to) })),
  }).map(({ start, end }) =>
    [start, end]
      .map((one) => one.toZonedDateTimeISO(ZONE).toPlainTime().toString({ smallestUnit: 'minute' }))
      .join('–'),
  );

describe('listOtherTimes', () => {
  it('offers the nearest times of that day at which the room is free', () => {
    expect(list([['09:30', '12:00']])).toEqual([
      ...['08:30–09:30', '08:00–09:00', '12:00–13:00', '07:30–08:30', '12:30–13:30', '07:00–08:00'],
    ]);
  });

  it('offers nothing that has passed, and nothing on a day that is taken', () => {
    expect(list([['09:00', '20:00']], at('08:10'))).toEqual([]);
    expect(list([['06:00', '20:00']])).toEqual([]);
  });

  it('stays on the day of the clock change', () => {
    const sunday = { start: at('10:00', '2027-03-28'), end: at('11:00', '2027-03-28') };
    expect(list([], NOW, sunday)[0]).toBe('09:30–10:30');
  });
});
