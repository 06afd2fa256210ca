/** Says why the calendar can't be shown, who can change that, and what to quote to them. */
import type { ReactNode } from 'react';
import type { FailureCode } from '../../domain/failure.ts';
import { useWords } from '../words/words-provider.tsx';
import { ActionButton } from './action-button.tsx';
import { type CopyState, CopyableCode } from './copyable-code.tsx';
import { describeFailure } from './failure-words.ts';
import { StatePage } from './state-page.tsx';
import styles from './closed-door.module.css';

export interface ClosedDoorProps {
  readonly code: FailureCode;
  readonly requestId?: string | undefined;
  readonly organisation?: string | undefined;
  /** Until when the other side asked us to wait. */
  readonly waitUntil?: Temporal.Instant | undefined;
  readonly copy: CopyState;
  readonly onCopy: (text: string) => void;
  readonly onRetry: () => void;
}

export function ClosedDoor(props: ClosedDoorProps): ReactNode {
  const words = useWords();
  const { what, who } = describeFailure(props.code, words, props.organisation);
  return (
    <StatePage
      title={words.t('door.title')}
      actions={
        <ActionButton appearance="primary" onPress={props.onRetry}>
          {words.t('action.retry')}
        </ActionButton>
      }
    >
      <p className={styles.text} role="alert">
        {what}
      </p>
      {props.waitUntil !== undefined && (
        <p className={styles.text}>{words.t('door.waitUntil', { time: words.time(props.waitUntil) })}</p>
      )}
      <p className={styles.who}>
        <span className={styles.label}>{words.t('door.who')}</span>
        <span>{who}</span>
      </p>
      <CopyableCode code={props.code} requestId={props.requestId} copy={props.copy} onCopy={props.onCopy} />
    </StatePage>
  );
}
