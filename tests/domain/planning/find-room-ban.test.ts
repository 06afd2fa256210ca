import fc from 'fast-check';
import { closeBeyondHorizon, findRoomBan } from '../../../src/domain/planning/find-room-ban.ts';
import { countWords } from '../../../src/domain/rooms/slot-grid.ts';
import { toRoomLimits } from '../../../src/domain/series/room-limits.ts';

const hour = { lengthMinutes: 60, weeks: 1 };

describe('findRoomBan', () => {
  it.each([
    ['a room of which nothing was imported', undefined, hour, undefined],
    ['a meeting as long as the room allows', { maxMinutes: 60 }, hour, undefined],
    ['a longer one', { maxMinutes: 59 }, hour, 'tooLong'],
    ['no maximum, as 0 says', { maxMinutes: 0 }, { lengthMinutes: 1_440, weeks: 1 }, undefined],
    ['a room without series, asked once', { allowRecurring: false }, hour, undefined],
    ['a series in it', { allowRecurring: false }, { lengthMinutes: 60, weeks: 2 }, 'noSeries'],
    ['a series where nothing is said of series', { maxMinutes: 90 }, { lengthMinutes: 60, weeks: 6 }, undefined],
  ] as const)('judges %s', (_name, rule, about, expected) => {
    expect(findRoomBan(toRoomLimits(rule), about)).toBe(expected);
  });
});

const START_MS = Temporal.Instant.from('2026-11-24T00:00:00Z').epochMilliseconds;
const grid = { startMs: START_MS, slotMs: 900_000, count: 14 * 96 };
const isTaken = (taken: Uint32Array, slot: number): boolean => ((taken[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0;

describe('closeBeyondHorizon', () => {
  it('leaves open what starts up to the last moment, and nothing after it', () => {
    const now = Temporal.Instant.from('2026-11-24T10:00:00Z');
    const closed = closeBeyondHorizon(new Uint32Array(countWords(grid)), grid, {
      ...{ limits: toRoomLimits({ bookingWindowDays: 2 }), now },
    });
    const [last, first] = [2 * 96 + 40, 2 * 96 + 41];
    expect([isTaken(closed, last), isTaken(closed, first), isTaken(closed, grid.count - 1)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('opens nothing that is taken, and changes no array of others', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(grid.count - 1)), fc.nat(20), (slots, bookingWindowDays) => {
        const taken = new Uint32Array(countWords(grid));
        for (const slot of slots) taken[slot >>> 5] = (taken[slot >>> 5] ?? 0) | (1 << (slot & 31));
        const before = taken.slice();
        const now = Temporal.Instant.fromEpochMilliseconds(START_MS);
        const closed = closeBeyondHorizon(taken, grid, { limits: toRoomLimits({ bookingWindowDays }), now });
        expect(taken).toEqual(before);
        expect(slots.every((slot) => isTaken(closed, slot))).toBe(true);
      }),
    );
  });
});
