/** The profile: the calendar synchronization switch, what is stored about me, and a way to delete it. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { StoredAboutMe } from '../../ui/profile/stored-about-me.tsx';
import { SynchronizationSwitch } from '../../ui/profile/synchronization-switch.tsx';
import { Notice } from '../../ui/shared/notice.tsx';
import { ScreenHead } from '../../ui/shared/screen-head.tsx';
import { Message } from '../../ui/words/message.tsx';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { ProfileScreenProps } from '../screens.ts';
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
  version: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export function ProfileScreen(props: ProfileScreenProps): ReactNode {
  const { services, session, onClose } = props;
  const styles = useStyles();
  const { t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  const handle = useConnection(props);
  useEffect(() => title.current?.focus(), []);
  const { stored, wish } = handle;
  const { reason } = session.integration;
  const organisation = session.organisation.name;
  const isConnected = stored.phase === 'ready' ? stored.connection.connected : session.connection.connected;
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
        />
      ) : (
        <Notice intent="info">
          <Message
            id={reason === 'device_not_enabled' ? 'profile.deviceNotEnabled' : 'profile.notEnabled'}
            names={{ organisation: organisation === '' ? t('failure.yourOrganisation') : organisation }}
          />
        </Notice>
      )}
      <StoredAboutMe stored={stored} wish={wish} onDelete={handle.erase} onReadAgain={handle.readAgain} />
      <span className={styles.version}>{t('profile.version', { version: services.version })}</span>
    </div>
  );
}
