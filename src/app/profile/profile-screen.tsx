/** The profile: the calendar synchronization switch, what is stored about me, and a way to delete it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Session } from '../../domain/contract/session.ts';
import { StoredAboutMe } from '../../ui/profile/stored-about-me.tsx';
import { SynchronizationSwitch } from '../../ui/profile/synchronization-switch.tsx';
import { describeDoor, toDoorState } from '../../ui/shared/failure-words.ts';
import { Notice } from '../../ui/shared/notice.tsx';
import { ScreenHead } from '../../ui/shared/screen-head.tsx';
import { ActionButton } from '../../ui/shared/action-button.tsx';
import { Message } from '../../ui/words/message.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import { LazyScreen } from '../lazy-screen.tsx';
import { loadAccountSection } from '../load-account-screens.ts';
import { loadHelpScreen } from '../load-help-screen.ts';
import { loadLedgerScreen } from '../load-ledger-screen.ts';
import type { ProfileScreenProps } from '../screens.ts';
import { AdminEntry } from './admin-entry.tsx';
import { FeaturesSection } from './features-section.tsx';
import { useConnection } from './use-connection.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXL,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  version: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** In the place of the switch: why there is none, who can change it, and whom the organisation says to ask. */
function ShutReason({ session }: { readonly session: Session }): ReactNode {
  const words = useWords();
  const { integration, organisation } = session;
  if (integration.reason === undefined) return null;
  const { what, who } = describeDoor(integration.reason, toDoorState(integration.state), words, organisation.name);
  return (
    <Notice intent="info" title={what}>
      <div>{who}</div>
      {organisation.helpContact !== '' && (
        <div>
          <Message id="door.contact" names={{ contact: organisation.helpContact }} />
        </div>
      )}
    </Notice>
  );
}

export function ProfileScreen(props: ProfileScreenProps): ReactNode {
  const { services, session, onClose } = props;
  const styles = useStyles();
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  const handle = useConnection(props);
  const [over, setOver] = useState<'ledger' | 'help'>();
  const closeOver = useCallback(() => setOver(undefined), []);
  useEffect(() => title.current?.focus(), [over]);
  const { stored, wish } = handle;
  const { reason } = session.integration;
  const organisation = session.organisation.name;
  const isConnected = stored.phase === 'ready' ? stored.connection.connected : session.connection.connected;
  if (over === 'ledger') return <LazyScreen load={loadLedgerScreen} screenProps={{ services, onClose: closeOver }} />;
  if (over === 'help') {
    const { helpContact } = session.organisation;
    return <LazyScreen load={loadHelpScreen} screenProps={{ helpContact, isTrouble: false, onClose: closeOver }} />;
  }
  return (
    <div className={styles.root}>
      <ScreenHead title={t('profile.title')} back={t('profile.back')} titleRef={title} onBack={onClose} />
      {reason === undefined ? (
        <SynchronizationSwitch
          isConnected={isConnected}
          wish={wish}
          organisation={organisation}
          onConnect={handle.connect}
          onDisconnect={handle.disconnect}
          onOpenLink={services.host.openLink}
        />
      ) : (
        <ShutReason session={session} />
      )}
      {reason === undefined && isConnected && <FeaturesSection services={services} session={session} />}
      <StoredAboutMe stored={stored} wish={wish} onDelete={handle.erase} onReadAgain={handle.readAgain} />
      <div className={styles.row}>
        <ActionButton onPress={() => setOver('help')}>{t('door.help')}</ActionButton>
        <ActionButton onPress={() => setOver('ledger')}>{t('profile.openLedger')}</ActionButton>
      </div>
      {services.account !== undefined && (
        <LazyScreen load={loadAccountSection} screenProps={{ account: services.account }} />
      )}
      <AdminEntry session={session} />
      <span className={styles.version}>{t('profile.version', { version: services.version })}</span>
    </div>
  );
}
