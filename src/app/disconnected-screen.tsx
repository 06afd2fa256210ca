/** What somebody sees whose calendar is not connected: the welcome when it is due or asked for, otherwise one quiet line. */
import { type ReactNode, useState } from 'react';
import type { Session } from '../domain/contract/session.ts';
import { PageFrame } from '../ui/shared/page-frame.tsx';
import { QuietState } from '../ui/shared/quiet-state.tsx';
import { useWords } from '../ui/words/words-provider.tsx';
import { LazyScreen } from './lazy-screen.tsx';
import { loadWelcomeScreen } from './lazy-screens.ts';
import { usePanel } from './panel.ts';
import type { Services } from './services.ts';
import type { SessionStore } from './session/session-store.ts';
import { SidePanel } from './side-panel.tsx';
import { useMedia } from './use-media.ts';
import { usePanelFocus } from './use-panel-focus.ts';

export interface DisconnectedScreenProps {
  readonly services: Services;
  readonly session: Session;
  readonly sessionStore: SessionStore;
}

export function DisconnectedScreen({ services, session, sessionStore }: DisconnectedScreenProps): ReactNode {
  const words = useWords();
  const [isWelcome, setIsWelcome] = useState(session.connection.welcomeDue);
  const { panel, open, close } = usePanel();
  const panelRef = usePanelFocus(panel !== undefined);
  const isCovered = useMedia('(max-width: 639.98px)');
  const onConnected = (): void => void sessionStore.open();
  const welcome = { services, session, onConnected, onLater: () => setIsWelcome(false) };
  return (
    <PageFrame
      title={words.t('app.name')}
      onProfile={() => open({ kind: 'profile' })}
      panelRef={panelRef}
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
      {isWelcome ? (
        <LazyScreen load={loadWelcomeScreen} screenProps={welcome} />
      ) : (
        <QuietState onConnect={() => setIsWelcome(true)} />
      )}
    </PageFrame>
  );
}
