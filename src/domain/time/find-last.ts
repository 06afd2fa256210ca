/** Finds a place in sorted moments by halving, for lists that are searched once an event. */

/** Index of the last item whose moment is not after `moment`; −1 where all are. */
export function findLastIndex<Item>(sorted: readonly Item[], moment: number, toMoment: (item: Item) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && toMoment(item) <= moment) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
