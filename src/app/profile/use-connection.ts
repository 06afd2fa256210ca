/** What is stored about me, and the ways to change it: connect, disconnect, delete. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProfileWish, StoredPhase, WishPhase } from '../../ui/profile/profile-phases.ts';
import type { ProfileScreenProps } from '../screens.ts';
import type { Services } from '../services.ts';
import type { Leave } from '../session/session-store.ts';
import { toFailure } from '../to-failure.ts';

export interface ConnectionHandle {
  readonly stored: StoredPhase;
  readonly wish: WishPhase;
  readonly connect: () => void;
  readonly disconnect: () => void;
  readonly erase: () => void;
  readonly readAgain: () => void;
}

function useStored(readConnection: Services['readConnection']) {
  const [stored, setStored] = useState<StoredPhase>({ phase: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    readConnection().then(
      (connection) => isWanted && setStored({ phase: 'ready', connection }),
      (problem: unknown) => isWanted && setStored({ phase: 'failed', failure: toFailure(problem) }),
    );
    return () => {
      isWanted = false;
    };
  }, [readConnection, attempt]);
  const readAgain = useCallback(() => {
    setStored({ phase: 'loading' });
    setAttempt((count) => count + 1);
  }, []);
  return { stored, setStored, readAgain };
}

function useWish() {
  const [wish, setWish] = useState<WishPhase>({ phase: 'idle' });
  // two presses within one frame are one wish
  const isBusy = useRef(false);
  const carryOut = (kind: ProfileWish, call: () => Promise<void>): void => {
    if (isBusy.current) return;
    isBusy.current = true;
    setWish({ phase: 'busy', kind });
    void call()
      .then(
        () => setWish({ phase: 'done', kind }),
        (problem: unknown) => setWish({ phase: 'failed', kind, failure: toFailure(problem) }),
      )
      .finally(() => {
        isBusy.current = false;
      });
  };
  return { wish, carryOut };
}

export function useConnection(props: Omit<ProfileScreenProps, 'onClose'>): ConnectionHandle {
  const { services, onConnected, onDisconnected } = props;
  const { stored, setStored, readAgain } = useStored(services.readConnection);
  const { wish, carryOut } = useWish();

  /** Everything read and every token goes at once, as soon as the server has confirmed. */
  const drop = (left: Leave): void => {
    services.forget();
    onDisconnected(left);
  };

  return {
    stored,
    wish,
    connect: () =>
      carryOut('connect', async () => {
        const connection = await services.connect({});
        setStored({ phase: 'ready', connection });
        onConnected();
      }),
    disconnect: () =>
      carryOut('disconnect', async () => {
        const connection = await services.changeConnection({ connected: false });
        setStored({ phase: 'ready', connection });
        drop('disconnected');
      }),
    erase: () =>
      carryOut('erase', async () => {
        await services.deleteConnection();
        setStored({ phase: 'ready', connection: { connected: false, connectedSince: null, welcomeSeen: null } });
        drop('deleted');
      }),
    readAgain,
  };
}
