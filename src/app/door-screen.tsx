/** Lets in whom the server lets in, and tells everybody else why not. */
import type { ReactNode } from 'react';
import type { Session } from '../domain/contract/session.ts';
import type { FailureCode } from '../domain/failure.ts';
import { AgendaSkeleton } from '../ui/agenda/agenda-skeleton.tsx';
import { ClosedDoor } from '../ui/shared/closed-door.tsx';
import { PageFrame } from '../ui/shared/page-frame.tsx';
import { useWords } from '../ui/words/words-provider.tsx';
import { ConnectedScreen } from './connected-screen.tsx';
import { DisconnectedScreen } from './disconnected-screen.tsx';
import type { Services } from './services.ts';
import type { SessionStore } from './session/session-store.ts';
import { useSession } from './session/use-session.ts';
import { useCopy } from './use-copy.ts';

interface ClosedScreenProps {
  readonly code: FailureCode;
  readonly requestId?: string | undefined;
  readonly organisation?: string;
  readonly waitUntil?: Temporal.Instant | undefined;
  readonly onRetry: () => void;
}

function ClosedScreen(props: ClosedScreenProps): ReactNode {
  const words = useWords();
  return (
    <PageFrame title={words.t('app.name')}>
      <ClosedDoor {...props} {...useCopy()} />
    </PageFrame>
  );
}

interface OpenScreenProps {
  readonly services: Services;
  readonly session: Session;
  readonly store: SessionStore;
}

function OpenScreen({ services, session, store }: OpenScreenProps): ReactNode {
  const { integration, organisation, connection, user } = session;
  // another account in the host begins from nothing
  const userKey = `${user.tenantId}/${user.objectId}`;
  if (integration.reason !== undefined) {
    const onRetry = (): void => void store.open();
    return <ClosedScreen code={integration.reason} organisation={organisation.name} onRetry={onRetry} />;
  }
  const Screen = connection.connected ? ConnectedScreen : DisconnectedScreen;
  return <Screen key={userKey} services={services} session={session} sessionStore={store} />;
}

export interface DoorScreenProps {
  readonly services: Services;
  readonly store: SessionStore;
}

export function DoorScreen({ services, store }: DoorScreenProps): ReactNode {
  const words = useWords();
  const state = useSession(services, store);
  switch (state.phase) {
    case 'opening':
      return (
        <PageFrame title={words.t('app.name')}>
          <AgendaSkeleton label={words.t('app.loading')} />
        </PageFrame>
      );
    case 'closed': {
      const { failure, waitUntil } = state;
      const { requestId } = failure.details;
      const onRetry = (): void => void store.open();
      return <ClosedScreen code={failure.code} requestId={requestId} waitUntil={waitUntil} onRetry={onRetry} />;
    }
    case 'open':
      return <OpenScreen services={services} session={state.session} store={store} />;
  }
}
