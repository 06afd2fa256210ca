/** Part of the profile where no host signs the person in: who is in, and the ways out. */
import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import { Message } from '../words/message.tsx';
import { useWords } from '../words/words-provider.tsx';
import { SignInOutcome, type SignInPhase } from './sign-in-outcome.tsx';

export interface AccountCardProps {
  readonly state: SignInPhase;
  readonly name: string | undefined;
  /** Lined up with a closed door above it. */
  readonly isUnderDoor?: boolean | undefined;
  readonly onOther: () => void;
  readonly onSignOut: () => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  underDoor: {
    maxWidth: '36rem',
    margin: '0 auto',
    padding: tokens.spacingHorizontalL,
    boxSizing: 'border-box',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0 },
  soft: { margin: 0, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

export function AccountCard({ state, name, isUnderDoor, onOther, onSignOut }: AccountCardProps): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const isAsking = state.phase === 'asking';
  return (
    <section className={mergeClasses(styles.root, isUnderDoor && styles.underDoor)}>
      <h3 className={styles.heading}>{t('account.heading')}</h3>
      {name !== undefined && (
        <p className={styles.text}>
          <Message id="account.signedInAs" names={{ name }} />
        </p>
      )}
      {state.phase === 'failed' && <SignInOutcome failure={state.failure} />}
      <div className={styles.actions}>
        <ActionButton disabled={isAsking} onPress={onOther}>
          {t('account.other')}
        </ActionButton>
        <ActionButton onPress={onSignOut}>{t('account.signOut')}</ActionButton>
        <span role="status">{isAsking && <Spinner size="tiny" label={t('account.waiting')} />}</span>
      </div>
      <p className={styles.soft}>{t('account.signOutHint')}</p>
    </section>
  );
}
