/** Time as a row of equal slots, and what is taken of it as one bit each: thousands of rooms are compared at once this way. */
import type { BusyBlock } from './free-busy.ts';

export interface SlotGrid {
  readonly startMs: number;
  readonly slotMs: number;
  readonly count: number;
}

/** Bit `n % 32` of word `n / 32` is set where slot `n` is taken. */
export type TakenSlots = Uint32Array;

const BITS = 32;

export const countWords = ({ count }: SlotGrid): number => Math.ceil(count / BITS);

/** A block takes each slot that it overlaps, however little; one that merely touches a slot's end does not. */
export function toTakenSlots(blocks: readonly BusyBlock[], grid: SlotGrid): TakenSlots {
  const taken = new Uint32Array(countWords(grid));
  for (const { start, end } of blocks) {
    const from = Math.max(0, Math.floor((start.epochMilliseconds - grid.startMs) / grid.slotMs));
    const to = Math.min(grid.count, Math.ceil((end.epochMilliseconds - grid.startMs) / grid.slotMs));
    for (let slot = from; slot < to; slot += 1) {
      taken[slot >>> 5] = (taken[slot >>> 5] ?? 0) | (1 << (slot & 31));
    }
  }
  return taken;
}
