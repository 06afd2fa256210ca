/** Cuts days into pieces of bounded size, so that a day of a thousand events never stands in the page as a whole. */
import type { AgendaDay, AgendaEntry } from '../../domain/agenda/agenda-day.ts';

const ENTRIES_A_BLOCK = 20;
// what they measure on average, for places that were never on screen
const BAND_PX = 52;
const ENTRY_PX = 64;

export interface AgendaBlock {
  /** Unique in the agenda, and the same after a refresh. */
  readonly id: string;
  readonly entries: readonly AgendaEntry[];
  /** The first block of a day carries its shift band. */
  readonly isFirst: boolean;
  readonly estimatedPx: number;
  /** Rows of the agenda above it; an empty day counts as one. */
  readonly rowsAbove: number;
}

export interface AgendaDayBlocks {
  readonly day: AgendaDay;
  readonly blocks: readonly AgendaBlock[];
}

function toBlocks(day: AgendaDay, rowsAbove: number): readonly AgendaBlock[] {
  const count = Math.max(1, Math.ceil(day.entries.length / ENTRIES_A_BLOCK));
  return Array.from({ length: count }, (_, index) => {
    const entries = day.entries.slice(index * ENTRIES_A_BLOCK, (index + 1) * ENTRIES_A_BLOCK);
    return {
      id: `${day.date.toString()}#${index}`,
      entries,
      isFirst: index === 0,
      estimatedPx: (index === 0 ? BAND_PX : 0) + Math.max(1, entries.length) * ENTRY_PX,
      rowsAbove: rowsAbove + index * ENTRIES_A_BLOCK,
    };
  });
}

export function toAgendaBlocks(days: readonly AgendaDay[]): readonly AgendaDayBlocks[] {
  let rowsAbove = 0;
  return days.map((day) => {
    const blocks = toBlocks(day, rowsAbove);
    rowsAbove += Math.max(1, day.entries.length);
    return { day, blocks };
  });
}
