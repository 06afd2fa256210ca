import type { Word } from './search-bytes.mjs';

/** Kind and form of everything that was planted and not found; empty: the search works. */
export function proveSearch(words: readonly Word[]): string[];
