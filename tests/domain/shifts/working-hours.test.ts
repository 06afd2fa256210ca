import { toWorkingHourShifts } from '../../../src/domain/shifts/working-hours.ts';

const hours = (
  start: string,
  end: string,
  zone = 'Europe/Amsterdam',
  daysOfWeek: readonly number[] = [1, 2, 3, 4, 5],
) => ({
  daysOfWeek,
  start: Temporal.PlainTime.from(start),
  end: Temporal.PlainTime.from(end),
  zone,
});
const window = (start: string, end: string) => ({
  start: Temporal.Instant.from(start),
  end: Temporal.Instant.from(end),
});
const told = (shifts: ReturnType<typeof toWorkingHourShifts>): string[] =>
  shifts.map(({ start, end, place }) => `${start.toString()} ${end.toString()} ${place.kind}`);

describe('toWorkingHourShifts', () => {
  it('tells each working day as work of unknown place and each other day as off', () => {
    const week = window('2026-11-26T23:00:00Z', '2026-11-29T23:00:00Z');
    expect(told(toWorkingHourShifts(hours('09:00', '17:00'), week))).toEqual([
      '2026-11-27T08:00:00Z 2026-11-27T16:00:00Z unknown',
      '2026-11-27T23:00:00Z 2026-11-28T23:00:00Z off',
      '2026-11-28T23:00:00Z 2026-11-29T23:00:00Z off',
    ]);
  });

  it('runs into the next day where the hours end before they start, also out of the day before the window', () => {
    const day = window('2026-11-24T23:00:00Z', '2026-11-25T23:00:00Z');
    expect(told(toWorkingHourShifts(hours('22:00', '06:00'), day))).toEqual([
      '2026-11-24T21:00:00Z 2026-11-25T05:00:00Z unknown',
      '2026-11-25T21:00:00Z 2026-11-26T05:00:00Z unknown',
    ]);
  });

  it.each([
    ['spring', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', '2026-03-29T00:00:00Z 2026-03-29T06:00:00Z unknown'],
    ['autumn', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', '2026-10-24T23:00:00Z 2026-10-25T07:00:00Z unknown'],
  ])('keeps to the clock on the wall through the change in %s', (_, start, end, shift) => {
    const nights = hours('01:00', '08:00', 'Europe/Amsterdam', [7]);
    expect(told(toWorkingHourShifts(nights, window(start, end)))).toEqual([shift]);
  });

  it('does not touch a window that ends as the shift starts', () => {
    const early = window('2026-11-24T00:00:00Z', '2026-11-24T08:00:00Z');
    expect(told(toWorkingHourShifts(hours('09:00', '17:00'), early))).toEqual([]);
  });

  it('reads the hours in their own zone', () => {
    const day = window('2026-11-24T05:00:00Z', '2026-11-25T05:00:00Z');
    expect(told(toWorkingHourShifts(hours('09:00', '17:00', 'America/New_York'), day))).toEqual([
      '2026-11-24T14:00:00Z 2026-11-24T22:00:00Z unknown',
    ]);
  });

  it('knows nothing without hours or without a working day', () => {
    const day = window('2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z');
    expect(toWorkingHourShifts(undefined, day)).toEqual([]);
    expect(toWorkingHourShifts(hours('09:00', '17:00', 'UTC', []), day)).toEqual([]);
  });
});
