/** The way from the profile to the administration, for those who may. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Session } from '../../domain/contract/session.ts';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { useOpenAdmin } from '../open-admin.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: tokens.spacingVerticalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  soft: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function AdminEntry({ session }: { readonly session: Session }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  const openAdmin = useOpenAdmin();
  if (openAdmin === undefined) return null;
  const { isAdmin } = session.user;
  return (
    <section className={styles.root}>
      <h3 className={styles.heading}>{t('profile.admin')}</h3>
      <p className={styles.soft}>{t(isAdmin ? 'profile.adminText' : 'profile.testerText')}</p>
      <ActionButton onPress={openAdmin}>{t(isAdmin ? 'profile.openAdmin' : 'profile.openProof')}</ActionButton>
    </section>
  );
}
