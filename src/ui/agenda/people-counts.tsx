/** How many people said what, in one line; nobody's answer stays out of it. */
import type { ReactNode } from 'react';
import type { AttendeeGroups } from '../../domain/agenda/agenda-day.ts';
import { useWords } from '../words/words-provider.tsx';

export const ANSWERS = ['accepted', 'tentative', 'declined', 'none'] as const;

export function countPeople(people: AttendeeGroups): number {
  return ANSWERS.reduce((sum, answer) => sum + people[answer].length, 0);
}

export function PeopleCounts(props: { readonly people: AttendeeGroups }): ReactNode {
  const words = useWords();
  return ANSWERS.filter((answer) => props.people[answer].length > 0)
    .map((answer) => words.t(`people.count.${answer}`, { count: props.people[answer].length }))
    .join(' · ');
}
