/** Decides for each moment of a grid which room is the best that is free for a whole meeting, and how many are. */
import { createScratch, toBlockedStarts } from './blocked-starts.ts';
import { countWords, type SlotGrid, type TakenSlots } from './slot-grid.ts';

export interface RankedSlots {
  /** For each slot as a start: the place in `rooms` of the best free room, or -1. */
  readonly best: Int32Array;
  /** For each slot as a start: how many rooms are free for the whole length. */
  readonly free: Uint16Array;
}

interface SlotInput {
  /** Best first; a room whose free/busy is not known has no place here. */
  readonly rooms: readonly TakenSlots[];
  readonly grid: SlotGrid;
  /** Slots that the meeting takes. */
  readonly length: number;
}

/** Slots whose meeting would end behind the grid have no room. */
export function rankSlots({ rooms, grid, length }: SlotInput): RankedSlots {
  const words = countWords(grid);
  const best = new Int32Array(grid.count).fill(-1);
  const free = new Uint16Array(grid.count);
  const last = grid.count - Math.max(1, length);
  const scratch = createScratch(grid);
  for (const [index, taken] of rooms.entries()) {
    const blocked = toBlockedStarts(taken, length, scratch);
    for (let word = 0; word < words; word += 1) {
      let bits = ~(blocked[word] ?? 0) >>> 0;
      while (bits !== 0) {
        const slot = (word << 5) + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        if (slot > last) break;
        free[slot] = (free[slot] ?? 0) + 1;
        if (best[slot] === -1) best[slot] = index;
      }
    }
  }
  return { best, free };
}
