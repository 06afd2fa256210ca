/** The people of a meeting that exists: shown, and not to be changed here. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import type { Person } from '../../domain/agenda/calendar-event.ts';
import { Unfold } from '../shared/unfold.tsx';
import { useWords } from '../words/words-provider.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, overflowWrap: 'anywhere' },
  soft: { color: tokens.colorNeutralForeground2 },
  problem: { color: tokens.colorStatusDangerForeground1 },
});

export interface PeopleFixedProps {
  readonly people: readonly Person[];
  /** Why this meeting can't be given a room. */
  readonly problem?: string | undefined;
}

export function PeopleFixed({ people, problem }: PeopleFixedProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const summary = t('booking.peopleFixed', { count: people.length });
  return (
    <div className={styles.root}>
      <span className={styles.soft}>{t('booking.timeFixed')}</span>
      {people.length === 0 ? (
        <span className={styles.soft}>{summary}</span>
      ) : (
        <Unfold label={summary}>
          {people.map((person, index) => (
            <Fragment key={person.address === '' ? index : person.address}>
              {index > 0 && ', '}
              <bdi title={person.address}>{person.name === '' ? person.address : person.name}</bdi>
            </Fragment>
          ))}
        </Unfold>
      )}
      {problem !== undefined && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}
