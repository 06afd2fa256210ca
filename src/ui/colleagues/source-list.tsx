/** What the answer rests on: each source with its state, and the way to get what is missing. */
import type { ReactNode } from 'react';
import type { ColleagueKnowledge, Told } from '../../domain/shifts/colleague-knowledge.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { Unfold } from '../shared/unfold.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useColleaguesStyles } from './colleagues-styles.ts';

export interface SourceListProps {
  readonly known: ColleagueKnowledge;
  readonly people: Told<unknown>;
  /** Presence is asked for now alone. */
  readonly isNow: boolean;
  readonly onAgree: (purpose: 'presence' | 'people') => void;
}

type Source = 'shifts' | 'presence' | 'freeBusy' | 'people';
type State = 'told' | 'switchedOff' | 'notConsented' | 'failed';

const toState = (one: Told<unknown>): State => ('told' in one ? 'told' : one.why);

export function SourceList({ known, people, isNow, onAgree }: SourceListProps): ReactNode {
  const styles = useColleaguesStyles();
  const { t } = useWords();
  const sources: readonly (readonly [Source, State])[] = [
    ['shifts', toState(known.shifts)],
    ...(isNow ? [['presence', toState(known.presence)] as const] : []),
    ['freeBusy', toState(known.freeBusy)],
    ['people', toState(people)],
  ];
  const isWhole = sources.every(([, state]) => state === 'told');
  return (
    <Unfold label={t('sources.title')} openAtFirst={!isWhole}>
      <ul className={styles.list}>
        {sources.map(([source, state]) => (
          <li key={source} className={styles.row} data-source={source} data-state={state}>
            <span>
              {t(`source.${source}`)}: {t(`sourceState.${state}`)}
            </span>
            {state === 'notConsented' && source === 'shifts' && <span>{t('sources.admin')}</span>}
            {state === 'notConsented' && (source === 'presence' || source === 'people') && (
              <ActionButton label={`${t('sources.agree')} ${t(`source.${source}`)}`} onPress={() => onAgree(source)}>
                {t('sources.agree')}
              </ActionButton>
            )}
          </li>
        ))}
      </ul>
    </Unfold>
  );
}
