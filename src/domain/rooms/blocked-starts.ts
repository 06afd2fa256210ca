/** Tells at which slots something of a length can't start, for one row of slots. */
import { countWords, type SlotGrid, type TakenSlots } from './slot-grid.ts';

type Scratch = readonly [Uint32Array, Uint32Array];

/** The bits of `taken`, moved down by so many slots; what lies behind the end of the grid counts as taken. */
function orShifted(taken: Uint32Array, by: number, into: Uint32Array): void {
  const words = into.length;
  const whole = by >>> 5;
  const rest = by & 31;
  for (let word = 0; word < words; word += 1) {
    const low = word + whole < words ? (taken[word + whole] ?? 0) : 0xffff_ffff;
    const high = word + whole + 1 < words ? (taken[word + whole + 1] ?? 0) : 0xffff_ffff;
    const moved = rest === 0 ? low : (low >>> rest) | (high << (32 - rest));
    into[word] = (taken[word] ?? 0) | moved;
  }
}

export const createScratch = (grid: SlotGrid): Scratch => [
  new Uint32Array(countWords(grid)),
  new Uint32Array(countWords(grid)),
];

/**
 * A bit is set where something that starts there runs into a taken slot: doubled steps, so that a long meeting costs
 * hardly more than a short one. The answer holds until the scratch is used again.
 */
export function toBlockedStarts(taken: TakenSlots, length: number, [a, b]: Scratch): Uint32Array {
  a.set(taken);
  let now = a;
  let other = b;
  for (let done = 1; done < length;) {
    const by = Math.min(done, length - done);
    orShifted(now, by, other);
    [now, other] = [other, now];
    done += by;
  }
  return now;
}
