/** Keeps rooms that are on screen in their places while the list of rooms still grows behind them. */
import type { Room } from './room.ts';

/** Those shown before come first, in their order on screen, then all others as given. `shown`: addresses in lower case. */
export function keepShown(candidates: readonly Room[], shown: readonly string[]): readonly Room[] {
  if (shown.length === 0) return candidates;
  const byAddress = new Map(candidates.map((room) => [room.address.toLowerCase(), room]));
  const first = shown.flatMap((address) => byAddress.get(address) ?? []);
  const isFirst = new Set(first);
  return [...first, ...candidates.filter((room) => !isFirst.has(room))];
}
