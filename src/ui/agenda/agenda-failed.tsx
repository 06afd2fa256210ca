/** Stands where the agenda would be when nothing of it could be read. */
import type { ReactNode } from 'react';
import type { FailureCode } from '../../domain/failure.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { type CopyState, CopyableCode } from '../shared/copyable-code.tsx';
import { describeFailure } from '../shared/failure-words.ts';
import { StatePage } from '../shared/state-page.tsx';
import { useWords } from '../words/words-provider.tsx';

export interface AgendaFailedProps {
  readonly code: FailureCode;
  readonly requestId?: string | undefined;
  /** We try again by ourselves then. */
  readonly waitUntil?: Temporal.Instant | undefined;
  readonly copy: CopyState;
  readonly onCopy: (text: string) => void;
  readonly onRetry: () => void;
}

export function AgendaFailed(props: AgendaFailedProps): ReactNode {
  const words = useWords();
  const { what, who } = describeFailure(props.code, words);
  const { waitUntil } = props;
  return (
    <StatePage
      title={words.t('agenda.failed.title')}
      actions={
        waitUntil === undefined && (
          <ActionButton appearance="primary" onPress={props.onRetry}>
            {words.t('action.retry')}
          </ActionButton>
        )
      }
    >
      <div role="alert">
        {waitUntil === undefined ? what : words.t('agenda.throttled', { time: words.time(waitUntil) })}
      </div>
      {waitUntil === undefined && <div>{who}</div>}
      <CopyableCode code={props.code} requestId={props.requestId} copy={props.copy} onCopy={props.onCopy} />
    </StatePage>
  );
}
