/** Fetches a screen and the words it needs at the same moment. */
import { type LazyWordArea, loadMoreWords } from '../ui/words/load-words.ts';
import type { Words } from '../ui/words/create-words.ts';

export async function withWords<Screen>(words: Words, area: LazyWordArea, screen: Promise<Screen>): Promise<Screen> {
  const [loaded, messages] = await Promise.all([screen, loadMoreWords(words.locale.catalogue, area)]);
  words.add(messages);
  return loaded;
}
