/** The small print of the first visit: which permissions, what is stored, how to leave. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-provider.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'grid', rowGap: tokens.spacingVerticalXS },
  scope: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    unicodeBidi: 'isolate',
  },
  text: { margin: 0 },
});

const PERMISSIONS = [
  { key: 'user', scopes: 'User.Read' },
  { key: 'read', scopes: 'Calendars.Read' },
  { key: 'write', scopes: 'Calendars.ReadWrite' },
  { key: 'settings', scopes: 'MailboxSettings.Read' },
  { key: 'places', scopes: 'Place.Read.All' },
  { key: 'shifts', scopes: 'Team.ReadBasic.All, Schedule.Read.All' },
  { key: 'presence', scopes: 'Presence.Read.All' },
  { key: 'people', scopes: 'People.Read, User.ReadBasic.All' },
] as const;

export function WelcomeDetails(): ReactNode {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <div className={styles.root}>
      <section>
        <h3 className={styles.heading}>{t('welcome.permissions')}</h3>
        <ul className={styles.list}>
          {PERMISSIONS.map(({ key, scopes }) => (
            <li key={key}>
              <span className={styles.scope} dir="ltr">
                {scopes}
              </span>{' '}
              {t(`welcome.permission.${key}`)}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3 className={styles.heading}>{t('welcome.stored')}</h3>
        <p className={styles.text}>{t('welcome.storedText')}</p>
      </section>
      <section>
        <h3 className={styles.heading}>{t('welcome.leave')}</h3>
        <p className={styles.text}>{t('welcome.leaveText')}</p>
      </section>
    </div>
  );
}
