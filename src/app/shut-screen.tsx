/** Behind the organisation's closed door: why, who can open it, and the profile all the same, for whoever wants to leave. */
import type { ReactNode } from 'react';
import type { OpenedSession } from '../backend/open-session.ts';
import { toDoorState } from '../ui/shared/failure-words.ts';
import { PageFrame } from '../ui/shared/page-frame.tsx';
import { useWords } from '../ui/words/words-provider.tsx';
import { HelpedDoor } from './help/helped-door.tsx';
import { LazyScreen } from './lazy-screen.tsx';
import { loadAccountSection } from './load-account-screens.ts';
import { useOpenAdmin } from './open-admin.ts';
import { usePanel } from './panel.ts';
import type { Services } from './services.ts';
import type { SessionStore } from './session/session-store.ts';
import { SidePanel } from './side-panel.tsx';
import { useCopy } from './use-copy.ts';
import { useMedia } from './use-media.ts';
import { usePanelFocus } from './use-panel-focus.ts';

export interface ShutScreenProps {
  readonly services: Services;
  readonly session: OpenedSession;
  readonly sessionStore: SessionStore;
  readonly reason: 'integration_not_enabled' | 'device_not_enabled';
}

export function ShutScreen({ services, session, sessionStore, reason }: ShutScreenProps): ReactNode {
  const words = useWords();
  const { panel, open, close } = usePanel();
  const panelRef = usePanelFocus(panel !== undefined);
  const isCovered = useMedia('(max-width: 639.98px)');
  const { organisation, user, requestId } = session;
  return (
    <PageFrame
      title={words.t('app.name')}
      onProfile={() => open({ kind: 'profile' })}
      panelRef={panelRef}
      isCovered={isCovered}
      panel={
        panel !== undefined && (
          <SidePanel
            {...{ panel, services, session }}
            context={undefined}
            onDone={close}
            onConnected={() => void sessionStore.open()}
            onDisconnected={sessionStore.disconnect}
          />
        )
      }
    >
      <HelpedDoor
        code={reason}
        requestId={requestId}
        organisation={organisation.name}
        helpContact={organisation.helpContact}
        state={toDoorState(session.integration.state)}
        {...useCopy()}
        onOpenAdmin={useOpenAdmin()}
        isTester={user.isTester && !user.isAdmin}
        onRetry={() => void sessionStore.recheck()}
      />
      {services.account !== undefined && (
        <LazyScreen load={loadAccountSection} screenProps={{ account: services.account, isUnderDoor: true }} />
      )}
    </PageFrame>
  );
}
