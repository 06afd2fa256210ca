/** No time suits: what to give up for one, each at a press. */
import type { ReactNode } from 'react';
import type { Relaxation } from '../../domain/planning/group-refusals.ts';
import type { PlanPerson } from '../../domain/planning/plan-request.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { Notice } from '../shared/notice.tsx';
import { useWords } from '../words/words-provider.tsx';
import { usePlanningStyles } from './planning-styles.ts';

export interface NoTimesProps {
  /** Times of the window that were looked at; 0: it is over, or too short. */
  readonly looked: number;
  readonly people: readonly PlanPerson[];
  readonly relaxations: readonly Relaxation[];
  readonly onRelax: (relaxation: Relaxation) => void;
}

/** So many ways out. */
const MOST = 4;

export function NoTimes({ looked, people, relaxations, onRelax }: NoTimesProps): ReactNode {
  const styles = usePlanningStyles();
  const { t, number } = useWords();
  const toLabel = (relaxation: Relaxation): string =>
    relaxation.kind === 'makeOptional'
      ? t('planning.relax.makeOptional', {
          person: people[relaxation.person]?.name ?? '',
          count: number(relaxation.opens),
        })
      : t(`planning.relax.${relaxation.kind}`, { count: number(relaxation.opens) });
  return (
    <Notice intent="warning" title={t(looked === 0 ? 'planning.noneOver' : 'planning.none')}>
      <div className={styles.column}>
        <span>{t(relaxations.length === 0 ? 'planning.noneWiden' : 'planning.noneHelp')}</span>
        {relaxations.length > 0 && (
          <div className={styles.choices}>
            {relaxations.slice(0, MOST).map((relaxation) => (
              <ActionButton
                key={`${relaxation.kind} ${'person' in relaxation ? relaxation.person : ''}`}
                onPress={() => onRelax(relaxation)}
              >
                {toLabel(relaxation)}
              </ActionButton>
            ))}
          </div>
        )}
      </div>
    </Notice>
  );
}
