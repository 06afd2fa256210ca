/** The dates of a series, by each of Graph's patterns (recurrencePattern). */
import type { Recurrence } from '../../../emulator/mailbox/mailbox.ts';
import { findLastDate, listRecurrenceDates } from '../../../emulator/mailbox/recurrence-dates.ts';

const series = (pattern: Partial<Recurrence['pattern']>, range: Partial<Recurrence['range']>): Recurrence => ({
  pattern: {
    type: 'daily',
    interval: 1,
    month: 0,
    dayOfMonth: 0,
    daysOfWeek: [],
    firstDayOfWeek: 'monday',
    index: 'first',
    ...pattern,
  },
  range: {
    type: 'noEnd',
    startDate: '2026-11-23',
    endDate: '0001-01-01',
    numberOfOccurrences: 0,
    recurrenceTimeZone: 'UTC',
    ...range,
  },
});

describe('a series', () => {
  it.each<[string, Partial<Recurrence['pattern']>, Partial<Recurrence['range']>, string, string[]]>([
    ['every second day', { interval: 2 }, {}, '2026-11-28', ['2026-11-23', '2026-11-25', '2026-11-27']],
    [
      'three times',
      {},
      { type: 'numbered', numberOfOccurrences: 3 },
      '2027-01-01',
      ['2026-11-23', '2026-11-24', '2026-11-25'],
    ],
    [
      'until a date, included',
      {},
      { type: 'endDate', endDate: '2026-11-24' },
      '2027-01-01',
      ['2026-11-23', '2026-11-24'],
    ],
    [
      'on two weekdays',
      { type: 'weekly', daysOfWeek: ['wednesday', 'monday'] },
      {},
      '2026-12-01',
      ['2026-11-23', '2026-11-25', '2026-11-30'],
    ],
    [
      'every second week that begins on Sunday',
      { type: 'weekly', interval: 2, daysOfWeek: ['sunday', 'monday'], firstDayOfWeek: 'sunday' },
      {},
      '2026-12-08',
      ['2026-11-23', '2026-12-06', '2026-12-07'],
    ],
    [
      'every second week that begins on Monday',
      { type: 'weekly', interval: 2, daysOfWeek: ['sunday', 'monday'] },
      {},
      '2026-12-08',
      ['2026-11-23', '2026-11-29', '2026-12-07'],
    ],
    [
      'on the 31st, or the last day of shorter months',
      { type: 'absoluteMonthly', dayOfMonth: 31 },
      { startDate: '2026-12-31' },
      '2027-04-30',
      ['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'],
    ],
    [
      'on the last Friday',
      { type: 'relativeMonthly', daysOfWeek: ['friday'], index: 'last' },
      { startDate: '2026-11-27' },
      '2027-01-31',
      ['2026-11-27', '2026-12-25', '2027-01-29'],
    ],
    [
      'on the second Tuesday',
      { type: 'relativeMonthly', daysOfWeek: ['tuesday'], index: 'second' },
      { startDate: '2026-12-08' },
      '2027-01-31',
      ['2026-12-08', '2027-01-12'],
    ],
    [
      'on a day of the year',
      { type: 'absoluteYearly', month: 2, dayOfMonth: 29 },
      { startDate: '2028-02-29' },
      '2030-12-31',
      ['2028-02-29', '2029-02-28', '2030-02-28'],
    ],
    [
      'on a weekday of the year',
      { type: 'relativeYearly', month: 11, daysOfWeek: ['thursday'], index: 'fourth' },
      { startDate: '2026-11-26' },
      '2027-12-31',
      ['2026-11-26', '2027-11-25'],
    ],
  ])('falls %s [A6]', (_name, pattern, range, until, dates) => {
    const found = listRecurrenceDates(series(pattern, range), until);
    expect(found).toEqual(dates);
  });

  it('ends where its range says, or nowhere [A6]', () => {
    expect(findLastDate(series({ interval: 7 }, { type: 'numbered', numberOfOccurrences: 3 }))).toBe('2026-12-07');
    expect(findLastDate(series({}, { type: 'endDate', endDate: '2027-01-01' }))).toBe('2027-01-01');
    expect(findLastDate(series({}, {}))).toBeUndefined();
  });
});
