/** My own place on a day, and the way to change it: today here, after a second look; other days in Outlook. */
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../domain/failure.ts';
import type { Whereabouts } from '../../domain/shifts/whereabouts.ts';
import { ActionButton, ActionLink } from '../shared/action-button.tsx';
import { FailureLine } from '../shared/failure-line.tsx';
import { useWords } from '../words/words-provider.tsx';
import { useColleaguesStyles } from './colleagues-styles.ts';
import { PlaceBadge } from './place-badge.tsx';

export type OwnChange =
  { readonly phase: 'idle' | 'sending' | 'done' } | { readonly phase: 'failed'; readonly failure: Failure };

export interface OwnDayProps {
  readonly whereabouts: Whereabouts;
  readonly isToday: boolean;
  readonly change: OwnChange;
  readonly onSet: (kind: 'office' | 'remote') => void;
  readonly outlookUrl: string;
  readonly onOpenLink: (url: string) => void;
}

const KINDS = ['office', 'remote'] as const;
const SET = { office: 'who.setOffice', remote: 'who.setRemote' } as const;

function SetToday({ change, onSet }: Pick<OwnDayProps, 'change' | 'onSet'>): ReactNode {
  const styles = useColleaguesStyles();
  const { t } = useWords();
  const [asked, setAsked] = useState<'office' | 'remote'>();
  if (change.phase === 'sending') return <span role="status">{t('answer.sending')}</span>;
  if (asked === undefined)
    return (
      <div className={styles.row}>
        {KINDS.map((kind) => (
          <ActionButton key={kind} onPress={() => setAsked(kind)}>
            {t(SET[kind])}
          </ActionButton>
        ))}
        {change.phase === 'done' && <span role="status">{t('who.changed')}</span>}
      </div>
    );
  const onYes = (): void => {
    setAsked(undefined);
    onSet(asked);
  };
  return (
    <div role="group" aria-label={t(SET[asked])}>
      <p className={styles.text}>{t(`who.confirm.${asked}`)}</p>
      <div className={styles.row}>
        <ActionButton appearance="primary" onPress={onYes}>
          {t('who.confirm.yes')}
        </ActionButton>
        <ActionButton onPress={() => setAsked(undefined)}>{t('who.confirm.no')}</ActionButton>
      </div>
    </div>
  );
}

export function OwnDay(props: OwnDayProps): ReactNode {
  const { whereabouts, isToday, change, onSet, outlookUrl, onOpenLink } = props;
  const styles = useColleaguesStyles();
  const { t } = useWords();
  return (
    <section className={styles.card} aria-label={t('who.you')}>
      <div className={styles.facts}>
        <span className={styles.name}>{t('who.you')}</span>
        <PlaceBadge whereabouts={whereabouts} />
      </div>
      {isToday ? (
        <SetToday change={change} onSet={onSet} />
      ) : (
        <div className={styles.row}>
          <ActionLink appearance="subtle" href={outlookUrl} onPress={() => onOpenLink(outlookUrl)}>
            {t('who.inOutlook')}
          </ActionLink>
        </div>
      )}
      {change.phase === 'failed' && <FailureLine failure={change.failure} />}
    </section>
  );
}
