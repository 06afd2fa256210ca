/** Fetches the list of calls; apart, for the profile opens it. */
import type { LoadScreen } from './lazy-screen.tsx';
import type { LedgerScreenProps } from './screens.ts';
import { withWords } from './with-words.ts';

export const loadLedgerScreen: LoadScreen<LedgerScreenProps> = async (words) =>
  (await withWords(words, 'ledger', import(/* webpackChunkName: "ledger" */ './ledger/ledger-screen.tsx')))
    .LedgerScreen;
