/** What stays after leaving, said honestly, and where each of it can be ended too. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ActionButton } from '../shared/action-button.tsx';
import { useWords } from '../words/words-provider.tsx';

/** Microsoft's page on which people see and withdraw what they agreed to. */
const MY_APPS = 'https://myapps.microsoft.com/';
const OUTLOOK_CALENDAR = 'https://outlook.office.com/calendar/';

const useStyles = makeStyles({
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
});

export function Remains({ onOpenLink }: { readonly onOpenLink: (url: string) => void }): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <div className={styles.root}>
      <h3 className={styles.heading}>{t('profile.remains')}</h3>
      <ul className={styles.list}>
        <li>{t('profile.remainsConsent')}</li>
        <li>{t('profile.remainsEvents')}</li>
      </ul>
      <div className={styles.links}>
        <ActionButton onPress={() => onOpenLink(MY_APPS)}>{t('profile.openMyApps')}</ActionButton>
        <ActionButton onPress={() => onOpenLink(OUTLOOK_CALENDAR)}>{t('profile.openOutlook')}</ActionButton>
      </div>
    </div>
  );
}
