import fc from 'fast-check';
import { listRecurrenceDates } from '../../../emulator/mailbox/recurrence-dates.ts';
import type { Recurrence } from '../../../emulator/mailbox/mailbox.ts';
import { listRepeatDates, type Repeat } from '../../../src/domain/series/repeat.ts';

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const times = (count: number): Repeat['end'] => ({ kind: 'times', times: count });
const until = (text: string): Repeat['end'] => ({ kind: 'until', date: date(text) });
const repeat = (more: Partial<Repeat>): Repeat => ({
  ...{ every: 'week', interval: 1, daysOfWeek: [2], end: times(3) },
  ...more,
});

function list(wanted: Repeat, from: string): readonly string[] | string {
  const found = listRepeatDates(wanted, date(from));
  return found.ok ? found.dates.map(String) : found.problem;
}

describe('listRepeatDates', () => {
  it.each([
    ['every Tuesday', repeat({}), '2026-12-01', ['2026-12-01', '2026-12-08', '2026-12-15']],
    ['a start on another day: the next one', repeat({}), '2026-12-02', ['2026-12-08', '2026-12-15', '2026-12-22']],
    [
      'every second week counts from Monday on',
      repeat({ interval: 2, daysOfWeek: [1, 7], end: times(4) }),
      '2026-12-06',
      ['2026-12-06', '2026-12-14', '2026-12-20', '2026-12-28'],
    ],
    [
      'every third day',
      repeat({ every: 'day', interval: 3 }),
      '2026-12-30',
      ['2026-12-30', '2027-01-02', '2027-01-05'],
    ],
    ['a 31st', repeat({ every: 'month' }), '2027-01-31', ['2027-01-31', '2027-02-28', '2027-03-31']],
    ['until a date, which counts', repeat({ end: until('2026-12-08') }), '2026-12-01', ['2026-12-01', '2026-12-08']],
    ['a hundred times', repeat({ every: 'day', end: times(101) }), '2026-12-01', 'tooManyDates'],
    ['more than two years', repeat({ every: 'month', end: until('2029-01-02') }), '2026-12-01', 'tooManyDates'],
    ['one date alone', repeat({ end: until('2026-12-07') }), '2026-12-01', 'oneDate'],
    ['no day', repeat({ daysOfWeek: [] }), '2026-12-01', 'noDay'],
    ['no interval', repeat({ interval: Number.NaN }), '2026-12-01', 'interval'],
    ['no number of times', repeat({ end: times(Number.NaN) }), '2026-12-01', 'noEnd'],
  ])('%s', (_, wanted, from, expected) => {
    expect(list(wanted, from)).toEqual(expected);
  });

  it('falls on the same dates as in Exchange, whatever the pattern', () => {
    const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    const types = { day: 'daily', week: 'weekly', month: 'absoluteMonthly' } as const;
    fc.assert(
      fc.property(
        fc.constantFrom('day', 'week', 'month'),
        fc.integer({ min: 1, max: 12 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 2, max: 100 }),
        (every, interval, daysOfWeek, ahead, count) => {
          const from = date('2026-01-01').add({ days: ahead });
          const found = listRepeatDates({ every, interval, daysOfWeek, end: times(count) }, from);
          if (!found.ok) return found.problem === 'tooManyDates';
          const [first] = found.dates;
          const recurrence = {
            pattern: {
              ...{ type: types[every], interval, month: 0, dayOfMonth: first?.day ?? 0, index: 'first' },
              daysOfWeek: daysOfWeek.map((day) => names[day - 1] ?? ''),
              firstDayOfWeek: 'monday',
            },
            range: {
              ...{ type: 'numbered', startDate: String(first), endDate: '0001-01-01', numberOfOccurrences: count },
              recurrenceTimeZone: 'UTC',
            },
          } satisfies Recurrence;
          expect(found.dates.map(String)).toEqual(listRecurrenceDates(recurrence, '2040-01-01'));
          return true;
        },
      ),
    );
  });
});
