import type { Shift } from '../../../src/domain/shifts/shift.ts';
import { fillWorkPlan, type WorkRecurrence } from '../../../src/domain/shifts/work-recurrence.ts';

const zone = 'Europe/Berlin';
const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const window = { start: instant('2026-10-19T00:00:00+02:00'), end: instant('2026-11-02T00:00:00+01:00') };
const line = (change: Partial<WorkRecurrence> = {}): WorkRecurrence => ({
  id: 'r',
  start: Temporal.PlainTime.from('09:00'),
  end: Temporal.PlainTime.from('17:00'),
  ...{ zone, place: { kind: 'remote' }, daysOfWeek: [1], interval: 1, firstDayOfWeek: 1 },
  from: Temporal.PlainDate.from('2026-01-05'),
  ...change,
});
const occurrence = (start: string, end: string, kind: 'office' | 'off' = 'office'): Shift => ({
  ...{
    id: `o ${start}`,
    start: instant(start),
    end: instant(end),
    place: { kind },
    source: 'workPlan',
    activities: [],
  },
});
const starts = (shifts: readonly Shift[]): string[] =>
  shifts.map(
    ({ start, end }) =>
      `${start.toZonedDateTimeISO(zone).toPlainDateTime().toString()} ${start.until(end).total('hours')} h`,
  );

describe('fillWorkPlan', () => {
  it('keeps the clock’s hours over a clock change', () => {
    expect(starts(fillWorkPlan([], [line()], window, zone))).toEqual([
      '2026-10-19T09:00:00 8 h',
      '2026-10-26T09:00:00 8 h',
    ]);
  });

  it('gives a night that loses or gains an hour its true length', () => {
    const night = line({
      start: Temporal.PlainTime.from('22:00'),
      end: Temporal.PlainTime.from('06:00'),
      daysOfWeek: [6],
    });
    expect(starts(fillWorkPlan([], [night], window, zone))).toEqual([
      '2026-10-24T22:00:00 9 h',
      '2026-10-31T22:00:00 8 h',
    ]);
  });

  it('says nothing of a day that an occurrence tells, be it off', () => {
    const told = occurrence('2026-10-19T08:00:00+02:00', '2026-10-19T12:00:00+02:00');
    const off = occurrence('2026-10-26T00:00:00+01:00', '2026-10-27T00:00:00+01:00', 'off');
    expect(fillWorkPlan([told, off], [line()], window, zone)).toEqual([told, off]);
  });

  it.each([
    ['every other week', { interval: 2, from: Temporal.PlainDate.from('2026-10-19') }, ['2026-10-19T09:00:00 8 h']],
    [
      'weeks that begin on Sunday',
      { interval: 2, daysOfWeek: [7], firstDayOfWeek: 7, from: Temporal.PlainDate.from('2026-10-14') },
      ['2026-10-25T09:00:00 8 h'],
    ],
    ['nothing before its start', { from: Temporal.PlainDate.from('2026-10-20') }, ['2026-10-26T09:00:00 8 h']],
    ['nothing after its end', { until: Temporal.PlainDate.from('2026-10-25') }, ['2026-10-19T09:00:00 8 h']],
  ])('plans %s', (_name, change, expected) => {
    expect(starts(fillWorkPlan([], [line(change)], window, zone))).toEqual(expected);
  });
});
