/** What somebody sees whose calendar is not connected: the welcome when it is due or asked for, otherwise one quiet line. */
import { type ReactNode, useState } from 'react';
import type { Session } from '../domain/contract/session.ts';
import { PageFrame } from '../ui/shared/page-frame.tsx';
import { QuietState } from '../ui/shared/quiet-state.tsx';
import { useWords } from '../ui/words/words-provider.tsx';
import { EarlyNotice } from './early-notice.tsx';
import { LazyScreen } from './lazy-screen.tsx';
import { loadGoodbyeScreen, loadWelcomeScreen } from './lazy-screens.ts';
import { usePanel } from './panel.ts';
import type { Services } from './services.ts';
import type { Leave, SessionStore } from './session/session-store.ts';
import { SidePanel } from './side-panel.tsx';
import { useMedia } from './use-media.ts';
import { usePanelFocus } from './use-panel-focus.ts';

export interface DisconnectedScreenProps {
  readonly services: Services;
  readonly session: Session;
  readonly sessionStore: SessionStore;
  /** Right after somebody left, on this very page. */
  readonly left?: Leave | undefined;
}

function Content(props: DisconnectedScreenProps & { readonly onConnected: () => void }): ReactNode {
  const { services, session, left, onConnected } = props;
  // somebody who has just left is not asked back
  const [wish, setWish] = useState<'welcome' | 'quiet'>();
  const onConnect = (): void => setWish('welcome');
  if (wish === undefined && left !== undefined) {
    return <LazyScreen load={loadGoodbyeScreen} screenProps={{ services, left, onConnect }} />;
  }
  if (wish === 'welcome' || (wish === undefined && session.connection.welcomeDue)) {
    const welcome = { services, session, onConnected, onLater: () => setWish('quiet') };
    return <LazyScreen load={loadWelcomeScreen} screenProps={welcome} />;
  }
  return <QuietState onConnect={onConnect} />;
}

export function DisconnectedScreen(props: DisconnectedScreenProps): ReactNode {
  const { services, session, sessionStore } = props;
  const words = useWords();
  const { panel, open, close } = usePanel();
  const panelRef = usePanelFocus(panel !== undefined);
  const isCovered = useMedia('(max-width: 639.98px)');
  const onConnected = (): void => void sessionStore.open();
  return (
    <PageFrame
      title={words.t('app.name')}
      onProfile={() => open({ kind: 'profile' })}
      panelRef={panelRef}
      notice={<EarlyNotice session={session} />}
      isCovered={isCovered}
      panel={
        panel !== undefined && (
          <SidePanel
            {...{ panel, services, session, onConnected }}
            context={undefined}
            onDone={close}
            onDisconnected={sessionStore.disconnect}
          />
        )
      }
    >
      <Content {...props} onConnected={onConnected} />
    </PageFrame>
  );
}
