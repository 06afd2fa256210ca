import { listShiftDays, shiftDay } from '../../../src/domain/shifts/shift-day.ts';
import { sampleShift } from '../samples/sample-shift.ts';

describe('shiftDay', () => {
  it.each([
    ['by day', '2026-11-24T08:00:00Z', 'Europe/Amsterdam', '2026-11-24'],
    ['from midnight on', '2026-11-23T23:00:00Z', 'Europe/Amsterdam', '2026-11-24'],
    ['just before midnight', '2026-11-23T22:59:59Z', 'Europe/Amsterdam', '2026-11-23'],
    ['seen from another zone', '2026-11-24T03:00:00Z', 'America/New_York', '2026-11-23'],
    ['in the night of the spring change', '2026-03-28T21:00:00Z', 'Europe/Amsterdam', '2026-03-28'],
    ['in the hour that comes twice', '2026-10-25T01:30:00Z', 'Europe/Amsterdam', '2026-10-25'],
  ])('of work %s is the day it starts', (_, start, zone, day) => {
    const shift = sampleShift(start, Temporal.Instant.from(start).add({ hours: 9 }).toString());
    expect(shiftDay(shift, zone).toString()).toBe(day);
    expect(listShiftDays(shift, zone).map(String)).toEqual([day]);
  });
});

describe('listShiftDays', () => {
  const off = (start: string, end: string): readonly string[] =>
    listShiftDays(sampleShift(start, end, { place: { kind: 'off' } }), 'Europe/Amsterdam').map(String);

  it.each([
    ['a whole day', '2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z', ['2026-11-24']],
    ['a night', '2026-11-23T21:00:00Z', '2026-11-24T05:00:00Z', ['2026-11-23']],
    ['24 hours from 14:00 on', '2026-11-23T13:00:00Z', '2026-11-24T13:00:00Z', ['2026-11-23']],
    ['two nights', '2026-11-23T21:00:00Z', '2026-11-25T05:00:00Z', ['2026-11-23', '2026-11-24']],
    ['until the afternoon', '2026-11-23T08:00:00Z', '2026-11-25T16:00:00Z', ['2026-11-23', '2026-11-24', '2026-11-25']],
    ['a day of 25 hours', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', ['2026-10-25']],
    ['a day of 23 hours', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', ['2026-03-29']],
  ])('of a time off for %s are all of its days', (_, start, end, days) => {
    expect(off(start, end)).toEqual(days);
  });

  it('keeps work on call over a weekend on the day it starts', () => {
    expect(
      listShiftDays(sampleShift('2026-11-20T16:00:00Z', '2026-11-23T07:00:00Z'), 'Europe/Amsterdam').map(String),
    ).toEqual(['2026-11-20']);
  });
});
