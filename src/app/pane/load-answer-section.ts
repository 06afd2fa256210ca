/** The answer to an invitation, which the tab gives in the same form, with its words. A chunk of its own would weigh on the first screen, which names every chunk. */
import type { AnswerSectionProps } from '../answers/answer-section.tsx';
import type { LoadScreen } from '../lazy-screen.tsx';
import { withWords } from '../with-words.ts';

export const loadAnswerSection: LoadScreen<AnswerSectionProps> = async (words) =>
  (await withWords(words, 'colleagues', import(/* webpackMode: "eager" */ '../answers/answer-section.tsx')))
    .AnswerSection;
