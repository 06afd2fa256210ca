/** The card that asks for an agreement: apart from the other screens, because some of them show it themselves. */
import type { LoadScreen } from './lazy-screen.tsx';
import type { AgreeScreenProps } from './screens.ts';
import { withWords } from './with-words.ts';

export const loadAgreeScreen: LoadScreen<AgreeScreenProps> = async (words) =>
  (await withWords(words, 'profile', import(/* webpackChunkName: "agreement" */ './profile/agree-screen.tsx')))
    .AgreeScreen;
