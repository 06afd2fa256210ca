import { judgeRoom } from '../../../src/domain/series/judge-room.ts';
import { toRoomLimits } from '../../../src/domain/series/room-limits.ts';

const NOW = Temporal.Instant.from('2026-11-30T09:00:00Z');
const occurrence = (date: string) => ({
  start: Temporal.Instant.from(`${date}T09:00:00Z`),
  end: Temporal.Instant.from(`${date}T10:00:00Z`),
});
const SERIES = ['2026-12-01', '2026-12-08', '2026-12-15'].map(occurrence);
const known = (...blocks: readonly string[]) => ({
  ...{ address: 'a@b', state: 'known' as const },
  blocks: blocks.map((date) => ({ ...occurrence(date), status: 'busy' as const })),
});

describe('judgeRoom', () => {
  it('says of each date whether the room is free', () => {
    const verdict = judgeRoom({
      ...{ occurrences: SERIES, freeBusy: known('2026-12-08'), limits: toRoomLimits(undefined), now: NOW },
    });
    expect(verdict).toEqual({ dates: ['free', 'taken', 'free'] });
  });

  it('touches no block that ends as the date begins', () => {
    const [first] = SERIES;
    const before = { start: NOW, end: first?.start ?? NOW, status: 'busy' as const };
    const freeBusy = { address: 'a@b', state: 'known' as const, blocks: [before] };
    const { dates } = judgeRoom({ occurrences: SERIES, freeBusy, limits: toRoomLimits(undefined), now: NOW });
    expect(dates).toEqual(['free', 'free', 'free']);
  });

  it('never takes silence for free', () => {
    const unknown = { address: 'a@b', state: 'unknown' as const, reason: 'x' };
    const limits = toRoomLimits(undefined);
    expect(judgeRoom({ occurrences: SERIES, freeBusy: unknown, limits, now: NOW }).dates).toEqual([
      ...['unknown', 'unknown', 'unknown'],
    ]);
    expect(judgeRoom({ occurrences: SERIES, freeBusy: undefined, limits, now: NOW }).dates[0]).toBe('pending');
  });

  it.each([
    ['Exchange’s own window of 180 days, which it ends beyond', undefined, '2027-05-29', 'beyond', 'free'],
    ['the last day of it', undefined, '2027-05-28', undefined, 'free'],
    ['an imported window', { bookingWindowDays: 10 }, '2026-12-15', 'beyond', 'beyond'],
    [
      'a room that cuts off what lies beyond',
      { bookingWindowDays: 10, enforceHorizon: false },
      ...['2026-12-15', undefined, 'beyond'],
    ],
    ['no series at all', { allowRecurring: false }, '2026-12-15', 'noSeries', 'free'],
    ['a limit of length', { maxMinutes: 30 }, '2026-12-15', 'tooLong', 'free'],
    ['no limit of length', { maxMinutes: 0 }, '2026-12-15', undefined, 'free'],
  ] as const)('%s', (_, rule, last, obstacle, lastDate) => {
    const occurrences = [...SERIES.slice(0, 2), occurrence(last)];
    const verdict = judgeRoom({ occurrences, freeBusy: known(), limits: toRoomLimits(rule), now: NOW });
    expect([verdict.obstacle, verdict.dates.at(-1)]).toEqual([obstacle, lastDate]);
  });

  it('names what it goes by', () => {
    expect(toRoomLimits(undefined)).toMatchObject({ source: 'defaults', windowDays: 180, maxMinutes: 1440 });
    expect(toRoomLimits({ bookingWindowDays: 30 })).toMatchObject({ source: 'imported', windowDays: 30 });
  });
});
