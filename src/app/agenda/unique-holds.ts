/** Each hold once: every date of a series shows the mark of the whole. */
import type { Hold } from './agenda-model.ts';

const toKey = ({ event, mark }: Hold): string =>
  mark.series === undefined ? event.id : (event.seriesMasterId ?? event.id);

/** The first of each stays. */
export function uniqueHolds(holds: readonly Hold[]): readonly Hold[] {
  const seen = new Set<string>();
  return holds.filter((hold) => {
    const key = toKey(hold);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
