/** One thing said in place of an item: it is read, it can't be, or it is not one of the person's own. */
import type { ReactNode } from 'react';
import type { Failure } from '../../domain/failure.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { FailureLine } from '../shared/failure-line.tsx';
import { StatePage } from '../shared/state-page.tsx';
import { useWords } from '../words/words-provider.tsx';
import { usePaneStyles } from './pane-styles.ts';

export type RefusedItem = 'shared' | 'onBehalf' | 'elsewhere';

export interface PaneRefusedProps {
  readonly why: RefusedItem;
  /** Where it may be found a moment later: what was sent just now takes its time. */
  readonly onRetry?: () => void;
}

/** A shared calendar is never read, and nothing is written on somebody's behalf. */
export function PaneRefused({ why, onRetry }: PaneRefusedProps): ReactNode {
  const { t } = useWords();
  const retry = onRetry && <ActionButton onPress={onRetry}>{t('action.retry')}</ActionButton>;
  return (
    <StatePage title={t('pane.refused.title')} actions={retry}>
      <div role="status">{t(`pane.refused.${why}`)}</div>
    </StatePage>
  );
}

/** The person has just declined or cancelled it. */
export function PaneGone(): ReactNode {
  const { t } = useWords();
  return (
    <StatePage title={t('pane.gone.title')}>
      <div role="status">{t('pane.gone.detail')}</div>
    </StatePage>
  );
}

export function PaneFailed({
  failure,
  onRetry,
}: {
  readonly failure: Failure;
  readonly onRetry: () => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <StatePage title={t('pane.failed')} actions={<ActionButton onPress={onRetry}>{t('action.retry')}</ActionButton>}>
      <div role="alert">
        <FailureLine failure={failure} />
      </div>
    </StatePage>
  );
}

export function PaneReading(): ReactNode {
  const styles = usePaneStyles();
  const { t } = useWords();
  return (
    <div className={styles.quiet} role="status">
      {t('pane.reading')}
    </div>
  );
}
