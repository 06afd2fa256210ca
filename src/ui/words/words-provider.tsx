/** Hands the person's words to every component below. */
import { createContext, type ReactNode, useContext } from 'react';
import type { Words } from './create-words.ts';

const WordsContext = createContext<Words | undefined>(undefined);

export function WordsProvider(props: { readonly words: Words; readonly children: ReactNode }): ReactNode {
  return <WordsContext.Provider value={props.words}>{props.children}</WordsContext.Provider>;
}

/** The words in the clock of the nearest provider: the device's around the page, the mailbox's inside of the agenda. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error('no words: a screen was rendered outside of WordsProvider');
  return words;
}
