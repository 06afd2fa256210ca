/** A failure in one sentence, with who can mend it, and the code and request id to copy. */
import type { ReactNode } from 'react';
import type { Failure } from '../../domain/failure.ts';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { CopyableCode } from '../../ui/shared/copyable-code.tsx';
import { describeFailure } from '../../ui/shared/failure-words.ts';
import { Notice } from '../../ui/shared/notice.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { useCopy } from '../use-copy.ts';

interface FailureNoticeProps {
  readonly title: string;
  readonly failure: Failure;
  readonly onRetry?: () => void;
}

export function FailureNotice({ title, failure, onRetry }: FailureNoticeProps): ReactNode {
  const words = useWords();
  const { what, who } = describeFailure(failure.code, words);
  const actions =
    onRetry === undefined ? {} : { actions: <ActionButton onPress={onRetry}>{words.t('action.retry')}</ActionButton> };
  return (
    <Notice intent="error" title={title} {...actions}>
      {what} {who}
      <CopyableCode code={failure.code} requestId={failure.details.requestId} {...useCopy()} />
    </Notice>
  );
}
