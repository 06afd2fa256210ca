import fc from 'fast-check';
import { rankSlots } from '../../../src/domain/rooms/rank-slots.ts';
import { toTakenSlots, type SlotGrid } from '../../../src/domain/rooms/slot-grid.ts';
import type { BusyBlock } from '../../../src/domain/rooms/free-busy.ts';

const START = Date.parse('2026-11-24T00:00:00Z');
const grid = (count: number): SlotGrid => ({ startMs: START, slotMs: 900_000, count });
const block = (fromMinute: number, toMinute: number): BusyBlock => ({
  start: Temporal.Instant.fromEpochMilliseconds(START + fromMinute * 60_000),
  end: Temporal.Instant.fromEpochMilliseconds(START + toMinute * 60_000),
  status: 'busy',
});

describe('rankSlots', () => {
  it('finds for each start the best room that is free to the end, and how many are', () => {
    const four = grid(4);
    const rooms = [toTakenSlots([block(15, 30)], four), toTakenSlots([], four)];
    expect([...rankSlots({ rooms, grid: four, length: 1 }).best]).toEqual([0, 1, 0, 0]);
    const two = rankSlots({ rooms, grid: four, length: 2 });
    expect([[...two.best], [...two.free]]).toEqual([
      [1, 1, 0, -1],
      [1, 1, 2, 0],
    ]);
  });

  it.each([
    ['touches a slot at its end', block(0, 15), [0b0001]],
    ['reaches a minute into the next', block(0, 16), [0b0011]],
    ['begins before the grid', block(-60, 1), [0b0001]],
    ['lies outside', block(60, 90), [0]],
  ])('takes the slots of a block that %s', (_name, busy, expected) => {
    expect([...toTakenSlots([busy], grid(4))]).toEqual(expected);
  });

  it('agrees with looking at each slot of each room by itself', () => {
    const length = fc.integer({ min: 1, max: 40 });
    const count = fc.integer({ min: 1, max: 100 });
    const busy = fc.array(fc.array(fc.tuple(fc.nat(100), fc.nat(12)), { maxLength: 8 }), { maxLength: 5 });
    fc.assert(
      fc.property(length, count, busy, (slots, size, blocks) => {
        const all = blocks.map((row) => row.map(([from, long]) => block(from * 15, (from + long) * 15)));
        const rooms = all.map((row) => toTakenSlots(row, grid(size)));
        const { best, free } = rankSlots({ rooms, grid: grid(size), length: slots });
        for (let slot = 0; slot < size; slot += 1) {
          const fits = (row: readonly (readonly [number, number])[]): boolean =>
            slot + slots <= size &&
            row.every(([from, long]) => from >= slot + slots || from + long <= slot || long === 0);
          const free1 = blocks.flatMap((row, index) => (fits(row) ? [index] : []));
          expect([best[slot], free[slot]]).toEqual([free1[0] ?? -1, free1.length]);
        }
      }),
    );
  });
});
