/** Asks the person to sign in: says what will happen before Microsoft's window opens, and how that ended. */
import { Spinner } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { Failure } from '../../domain/failure.ts';
import { ActionButton } from '../shared/action-button.tsx';
import { useAskCardStyles } from '../shared/ask-card-styles.ts';
import { useWords } from '../words/words-provider.tsx';
import { SignInOutcome, type SignInPhase } from './sign-in-outcome.tsx';

export interface SignInCardProps {
  readonly state: SignInPhase;
  /** Why somebody who was in has to sign in again. */
  readonly because?: Failure | undefined;
  readonly onSignIn: () => void;
  readonly onOther: () => void;
}

export function SignInCard({ state, because, onSignIn, onOther }: SignInCardProps): ReactNode {
  const styles = useAskCardStyles();
  const { t } = useWords();
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const isAsking = state.phase === 'asking';
  const failure = state.phase === 'failed' ? state.failure : because;
  return (
    <section className={styles.root} aria-labelledby={heading}>
      <h2 id={heading} ref={title} tabIndex={-1} className={styles.title}>
        {t(because === undefined ? 'account.title' : 'account.again')}
      </h2>
      <p className={styles.text}>{t('account.lead')}</p>
      {!isAsking && failure !== undefined && <SignInOutcome failure={failure} />}
      <div className={styles.actions}>
        <ActionButton appearance="primary" disabled={isAsking} onPress={onSignIn}>
          {t('account.signIn')}
        </ActionButton>
        <ActionButton disabled={isAsking} onPress={onOther}>
          {t('account.other')}
        </ActionButton>
        <span role="status">{isAsking && <Spinner size="tiny" label={t('account.waiting')} />}</span>
      </div>
      <p className={styles.soft}>{t('account.kept')}</p>
    </section>
  );
}
