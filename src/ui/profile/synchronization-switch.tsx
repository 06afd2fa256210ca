/** Calendar synchronization, on or off, what happens then, and what stays all the same. */
import { Field, Switch, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FailureLine } from '../shared/failure-line.tsx';
import { Notice } from '../shared/notice.tsx';
import type { MessageKey } from '../words/message-key.ts';
import { useWords } from '../words/words-provider.tsx';
import type { WishPhase } from './profile-phases.ts';
import { Remains } from './remains.tsx';

export interface SynchronizationSwitchProps {
  readonly isConnected: boolean;
  readonly wish: WishPhase;
  readonly organisation: string;
  readonly onConnect: () => void;
  readonly onDisconnect: () => void;
  readonly onOpenLink: (url: string) => void;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  status: { minHeight: '20px', color: tokens.colorNeutralForeground2 },
});

function statusKey(wish: WishPhase): MessageKey | undefined {
  if (wish.phase === 'busy' && wish.kind === 'disconnect') return 'profile.turningOff';
  if (wish.phase === 'busy' && wish.kind === 'connect') return 'profile.turningOn';
  if (wish.phase === 'done' && wish.kind === 'disconnect') return 'profile.off';
  if (wish.phase === 'done' && wish.kind === 'connect') return 'profile.on';
  return undefined;
}

export function SynchronizationSwitch(props: SynchronizationSwitchProps): ReactNode {
  const { isConnected, wish } = props;
  const styles = useStyles();
  const { t } = useWords();
  const status = statusKey(wish);
  const failed = wish.phase === 'failed' && wish.kind !== 'erase' ? wish : undefined;
  return (
    <section className={styles.root}>
      <Field hint={t('profile.syncHint')}>
        <Switch
          label={t('profile.sync')}
          checked={isConnected}
          disabled={wish.phase === 'busy'}
          onChange={(_, data) => (data.checked ? props.onConnect() : props.onDisconnect())}
        />
      </Field>
      <span className={styles.status} role="status">
        {status === undefined ? '' : t(status)}
      </span>
      {failed !== undefined && (
        <Notice intent="error" title={t(failed.kind === 'disconnect' ? 'profile.offFailed' : 'profile.onFailed')}>
          <FailureLine failure={failed.failure} organisation={props.organisation} />
        </Notice>
      )}
      <Remains onOpenLink={props.onOpenLink} />
    </section>
  );
}
