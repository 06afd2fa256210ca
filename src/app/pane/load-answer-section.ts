/** Fetches the answer to an invitation, which the tab gives in the same form, with its words. */
import type { AnswerSectionProps } from '../answers/answer-section.tsx';
import type { LoadScreen } from '../lazy-screen.tsx';
import { withWords } from '../with-words.ts';

export const loadAnswerSection: LoadScreen<AnswerSectionProps> = async (words) =>
  (await withWords(words, 'colleagues', import(/* webpackChunkName: "answer" */ '../answers/answer-section.tsx')))
    .AnswerSection;
