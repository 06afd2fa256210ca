/** Says how signing in ended where nobody came in, and what to do next. */
import type { ReactNode } from 'react';
import type { Failure } from '../../domain/failure.ts';
import { FailureLine } from '../shared/failure-line.tsx';
import { Notice } from '../shared/notice.tsx';
import { useWords } from '../words/words-provider.tsx';

export type SignInPhase =
  { readonly phase: 'idle' } | { readonly phase: 'asking' } | { readonly phase: 'failed'; readonly failure: Failure };

export function SignInOutcome({ failure }: { readonly failure: Failure }): ReactNode {
  const { t } = useWords();
  if (failure.code === 'sign_in_cancelled') return <Notice intent="warning">{t('account.cancelled')}</Notice>;
  if (failure.code === 'sign_in_blocked') return <Notice intent="warning">{t('account.blocked')}</Notice>;
  return (
    <Notice intent="error" title={t('account.failed')}>
      <FailureLine failure={failure} />
    </Notice>
  );
}
