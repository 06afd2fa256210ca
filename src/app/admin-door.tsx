/** Opens the administration over whatever the door shows, so that it stays reachable where the calendar is not. */
import { type ReactNode, useState } from 'react';
import type { Session } from '../domain/contract/session.ts';
import { LazyScreen } from './lazy-screen.tsx';
import { loadAdminScreen } from './lazy-screens.ts';
import { OpenAdmin } from './open-admin.ts';
import type { AdminScreenProps } from './screens.ts';
import type { Services } from './services.ts';
import { type SessionState, toFormer } from './session/session-store.ts';

interface AdminDoorProps {
  readonly services: Services;
  readonly state: SessionState;
  /** What may have changed behind the door is asked for again. */
  readonly onClosed: () => void;
  readonly children: ReactNode;
}

const toUserKey = ({ user }: Session): string => `${user.tenantId}/${user.objectId}`;

/**
 * A call behind the door may be refused (consent withdrawn): whoever administers is still known then. What one account
 * opened is not open to another.
 */
function useWish(session: Session | undefined, opensAtFirst: boolean) {
  const [wantedBy, setWantedBy] = useState<string | 'whoever comes first' | undefined>(
    opensAtFirst ? 'whoever comes first' : undefined,
  );
  const me = session && toUserKey(session);
  if (wantedBy === 'whoever comes first' && me !== undefined) setWantedBy(me);
  return {
    isWanted: me !== undefined && (wantedBy === me || wantedBy === 'whoever comes first'),
    setWanted: (isWanted: boolean) => setWantedBy(isWanted ? me : undefined),
  };
}

export function AdminDoor({ services, state, onClosed, children }: AdminDoorProps): ReactNode {
  const view = services.host.view;
  const session = toFormer(state);
  const { isWanted, setWanted } = useWish(session, view === 'admin' || view === 'proof');
  const user = session?.user;
  const isTheirs = user !== undefined && (user.isAdmin || user.isTester);
  const isOpen = isWanted && session !== undefined;
  const onClose = (): void => {
    setWanted(false);
    onClosed();
  };
  const opensAt: AdminScreenProps['opensAt'] = view === 'proof' ? 'proof' : 'overview';
  return (
    <OpenAdmin.Provider value={isTheirs ? () => setWanted(true) : undefined}>
      <div hidden={isOpen}>{children}</div>
      {isOpen && (
        <LazyScreen
          key={toUserKey(session)}
          load={loadAdminScreen}
          screenProps={{ services, session, opensAt, onClose }}
        />
      )}
    </OpenAdmin.Provider>
  );
}
