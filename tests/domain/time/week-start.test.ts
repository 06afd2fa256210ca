import { findWeekStart, toWeekStart } from '../../../src/domain/time/week-start.ts';

describe('findWeekStart', () => {
  it.each([
    ['en-GB', 1],
    ['en-US', 7],
    ['de-DE', 1],
    ['ar-EG', 6],
    ['en', 7],
    ['no locale', 1],
  ])('knows the first day of %s', (locale, expected) => {
    expect(findWeekStart(locale)).toBe(expected);
  });
});

describe('toWeekStart', () => {
  it.each([
    ['2026-11-24', 1, '2026-11-23'],
    ['2026-11-24', 7, '2026-11-22'],
    ['2026-11-23', 1, '2026-11-23'],
    ['2026-11-22', 1, '2026-11-16'],
    ['2026-11-24', 6, '2026-11-21'],
  ])('of %s in weeks that begin on %s', (date, firstDay, expected) => {
    expect(toWeekStart(Temporal.PlainDate.from(date), firstDay).toString()).toBe(expected);
  });
});
