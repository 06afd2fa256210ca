import { createWords, type Words } from '../../../src/ui/words/create-words.ts';
import { chooseLocale } from '../../../src/ui/words/locale.ts';
import { instant } from '../../support/screen-events.ts';

const wordsIn = (locale: string, hourCycle?: 'h12' | 'h23'): Words =>
  createWords(chooseLocale(locale), {}, { zone: 'Europe/Amsterdam', hourCycle });
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ');
const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

describe('times', () => {
  it.each([
    ['en-GB', undefined, '08:30'],
    ['en-US', undefined, '8:30 AM'],
    ['en-US', 'h23', '08:30'],
    ['de-DE', 'h12', '8:30 AM'],
  ] as const)('are written as %s with the mailbox’s %s does', (locale, cycle, expected) => {
    expect(plain(wordsIn(locale, cycle).time(instant('2026-11-23T07:30:00Z')))).toBe(expected);
  });

  it.each([
    ['before the clock goes back', '2026-10-25T00:30:00Z', '02:30'],
    ['after the clock went back', '2026-10-25T01:30:00Z', '02:30'],
    ['after the clock went forward', '2026-03-29T01:00:00Z', '03:00'],
  ])('are those of the zone %s', (_name, at, expected) => {
    expect(wordsIn('en-GB').time(instant(at))).toBe(expected);
  });

  it('of another clock are those of the mailbox', () => {
    const words = wordsIn('en-GB').withClock({ zone: 'America/New_York' });
    expect(words.time(instant('2026-11-23T14:00:00Z'))).toBe('09:00');
    expect(words.dateOf(instant('2026-11-24T03:00:00Z')).toString()).toBe('2026-11-23');
  });
});

describe('the zone', () => {
  it.each([
    ['en-GB', 'Europe/Amsterdam', 'Central European Time'],
    ['de-DE', 'Europe/Amsterdam', 'Mitteleuropäische Zeit'],
    ['en-US', 'America/New_York', 'Eastern Time'],
  ])('in %s, %s is called by its name: %s', (locale, zone, expected) => {
    expect(wordsIn(locale).withClock({ zone }).zoneName()).toBe(expected);
  });
});

describe('days', () => {
  it('are counted by the Gregorian calendar also where another is usual', () => {
    expect(wordsIn('ar-SA').day(date('2026-11-23'), 'full')).toMatch(/٢٣ نوفمبر/);
  });

  it.each([
    ['2026-11-22', 'yesterday'],
    ['2026-11-23', 'today'],
    ['2026-11-24', 'tomorrow'],
    ['2026-11-25', undefined],
  ])('%s seen from 23 November is %s', (day, expected) => {
    expect(wordsIn('en-GB').nearDay(date(day), date('2026-11-23'))).toBe(expected);
  });
});

describe('durations', () => {
  it.each([
    [0, '0 mins'],
    [1, '1 min'],
    [61_000, '2 mins'],
    [3_600_000, '1 hr'],
    [5_400_000, '1 hr, 30 mins'],
    [86_400_000, '24 hrs'],
    [172_800_000, '2 days'],
  ])('%d ms is %s', (ms, expected) => {
    expect(wordsIn('en-GB').duration(ms)).toBe(expected);
  });
});
