/** Answer by place: how many said what, of those who will be where. Rows and columns that are empty stay out. */
import type { ReactNode } from 'react';
import { countAnswers, PLACE_ROWS, type PlacedPerson } from '../../domain/agenda/attendee-matrix.ts';
import { ANSWERS } from '../agenda/people-counts.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useColleaguesStyles } from './colleagues-styles.ts';

export function AttendeeTable({ people }: { readonly people: readonly PlacedPerson[] }): ReactNode {
  const styles = useColleaguesStyles();
  const { t, number } = useWords();
  const rows = PLACE_ROWS.map((row) => ({ row, counts: countAnswers(people, row) }));
  const shown = rows.filter(({ counts }) => ANSWERS.some((answer) => counts[answer] > 0));
  const columns = ANSWERS.filter((answer) => shown.some(({ counts }) => counts[answer] > 0));
  if (shown.length === 0) return null;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('matrix.place')}</th>
          {columns.map((answer) => (
            <th key={answer} scope="col">
              {t(`people.${answer}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ row, counts }) => (
          <tr key={row} data-row={row}>
            <th scope="row">{t(`row.${row}`)}</th>
            {columns.map((answer) => (
              <td key={answer}>{number(counts[answer])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
