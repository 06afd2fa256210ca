/** Fetches what stands beside an open item, with its words; the tab has none of it. */
import type { LoadScreen } from '../lazy-screen.tsx';
import { withWords } from '../with-words.ts';
import type { PaneAreaProps } from './pane-area.tsx';

export const loadPaneArea: LoadScreen<PaneAreaProps> = async (words) => {
  const area = withWords(words, 'pane', import(/* webpackChunkName: "pane-area" */ './pane-area.tsx'));
  return (await withWords(words, 'booking', area)).PaneArea;
};
