/** Lets in whom the server lets in, and tells everybody else why not. */
import { type ReactNode, useMemo } from 'react';
import type { Failure } from '../domain/failure.ts';
import { AgendaSkeleton } from '../ui/agenda/agenda-skeleton.tsx';
import type { ClosedDoorProps } from '../ui/shared/closed-door.tsx';
import { PageFrame } from '../ui/shared/page-frame.tsx';
import { useWords } from '../ui/words/words-provider.tsx';
import { AdminDoor } from './admin-door.tsx';
import { ConnectedScreen } from './connected-screen.tsx';
import { DisconnectedScreen } from './disconnected-screen.tsx';
import { HelpedDoor } from './help/helped-door.tsx';
import { LazyScreen } from './lazy-screen.tsx';
import { loadAccountSection, loadSignInScreen } from './load-account-screens.ts';
import { useOpenAdmin } from './open-admin.ts';
import type { Services } from './services.ts';
import { needsSignIn } from './session/needs-person.ts';
import { isWeather, type SessionState, type SessionStore } from './session/session-store.ts';
import { useSession } from './session/use-session.ts';
import { isShut, watchRefusals } from './session/watch-refusals.ts';
import { ShutScreen } from './shut-screen.tsx';
import { useCopy } from './use-copy.ts';

interface ClosedScreenProps extends Omit<
  ClosedDoorProps,
  'copy' | 'onCopy' | 'onOpenAdmin' | 'onOpenHelp' | 'code' | 'requestId'
> {
  readonly failure: Failure;
  readonly account: Services['account'];
}

/** Without a host the page itself offers to sign in, and another account where this one does not get in. */
function ClosedScreen({ failure, account, ...props }: ClosedScreenProps): ReactNode {
  const words = useWords();
  const copy = useCopy();
  const onOpenAdmin = useOpenAdmin();
  const { code, details } = failure;
  const isSignIn = account !== undefined && needsSignIn(failure);
  return (
    <PageFrame title={words.t('app.name')}>
      {isSignIn && <LazyScreen load={loadSignInScreen} screenProps={{ account, because: failure }} />}
      {!isSignIn && <HelpedDoor {...props} {...copy} {...{ code, onOpenAdmin }} requestId={details.requestId} />}
      {!isSignIn && account !== undefined && !isWeather(code) && (
        <LazyScreen load={loadAccountSection} screenProps={{ account, isUnderDoor: true }} />
      )}
    </PageFrame>
  );
}

interface OpenScreenProps {
  readonly services: Services;
  readonly state: Extract<SessionState, { phase: 'open' }>;
  readonly store: SessionStore;
}

function OpenScreen({ services, state, store }: OpenScreenProps): ReactNode {
  const { session, left } = state;
  const { integration, connection, user } = session;
  const props = { services, session, sessionStore: store };
  // another account in the host begins from nothing
  const key = `${user.tenantId}/${user.objectId}`;
  if (integration.reason !== undefined) return <ShutScreen key={key} {...props} reason={integration.reason} />;
  return connection.connected ? (
    <ConnectedScreen key={key} {...props} />
  ) : (
    <DisconnectedScreen key={key} {...props} left={left} />
  );
}

export interface DoorScreenProps {
  readonly services: Services;
  readonly store: SessionStore;
}

interface StateScreenProps extends DoorScreenProps {
  readonly state: SessionState;
}

function StateScreen({ services, store, state }: StateScreenProps): ReactNode {
  const words = useWords();
  // a call behind the door may be the first to hear that it was shut
  const watched = useMemo(
    () => watchRefusals(services, (failure) => isShut(failure.code) && store.close(failure)),
    [services, store],
  );
  switch (state.phase) {
    case 'opening':
      return (
        <PageFrame title={words.t('app.name')}>
          <AgendaSkeleton label={words.t('app.loading')} />
        </PageFrame>
      );
    case 'closed': {
      const { failure, waitUntil } = state;
      const onRetry = (): void => void store.open({ withWindow: true });
      return <ClosedScreen {...{ failure, waitUntil, onRetry }} account={services.account} />;
    }
    case 'open':
      return <OpenScreen services={watched} state={state} store={store} />;
  }
}

export function DoorScreen({ services, store }: DoorScreenProps): ReactNode {
  const state = useSession(services, store);
  return (
    <AdminDoor {...{ services, state }} onClosed={() => void store.recheck()}>
      <StateScreen {...{ services, store, state }} />
    </AdminDoor>
  );
}
