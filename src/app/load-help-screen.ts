/** Fetches the help; apart, for the profile and each closed door open it. */
import type { LoadScreen } from './lazy-screen.tsx';
import type { HelpScreenProps } from './screens.ts';
import { withWords } from './with-words.ts';

export const loadHelpScreen: LoadScreen<HelpScreenProps> = async (words) =>
  (await withWords(words, 'help', import(/* webpackChunkName: "help" */ './help/help-screen.tsx'))).HelpScreen;
