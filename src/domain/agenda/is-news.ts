/** Decides whether what changed in the calendar concerns what is on screen. */
import type { ChangedEvent } from './agenda-sources.ts';

export interface Shown {
  /** The etag of each event of the primary calendar on screen, by its id. */
  readonly etags: ReadonlyMap<string, string>;
  /** The changes are the whole window, as it was when it was first asked. */
  readonly isFirst: boolean;
}

/**
 * What is on screen already is none, so that our own bookings do not make the page read twice; neither is what was
 * removed and never shown (Graph tells of events outside of the window so).
 */
export function isNews(rows: readonly ChangedEvent[], { etags, isFirst }: Shown): boolean {
  const isOther = ({ id, etag, isRemoved, isSeries }: ChangedEvent): boolean => {
    const known = etags.get(id);
    if (isRemoved) return known !== undefined;
    if (isFirst && isSeries) return false;
    if (isFirst && etag === undefined) return known === undefined;
    return known === undefined || known !== etag;
  };
  if (rows.some(isOther)) return true;
  if (!isFirst) return false;
  const there = new Set(rows.map(({ id }) => id));
  return [...etags.keys()].some((id) => !there.has(id));
}
