/** Keeps the session true: asked on focus, each minute, when the network is back, and when a wait is over. */
import { useEffect, useSyncExternalStore } from 'react';
import { createJitter, type Jitter } from '../jitter.ts';
import type { Services } from '../services.ts';
import { onReturn } from '../page-events.ts';
import type { SessionState, SessionStore } from './session-store.ts';

// in direct mode nothing else would tell this page that it was switched off
const RECHECK_MS = 60_000;

function keepTrue(store: SessionStore, jitter: Jitter): () => void {
  const recheck = (): void => void store.recheck();
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') recheck();
  }, RECHECK_MS);
  const stopReturn = onReturn(recheck);
  const onOnline = (): void => {
    const { phase } = store.get();
    jitter(() => void (phase === 'closed' ? store.open() : store.recheck()));
  };
  addEventListener('online', onOnline);
  return () => {
    clearInterval(timer);
    stopReturn();
    removeEventListener('online', onOnline);
  };
}

export function useSession(services: Pick<Services, 'now'>, store: SessionStore): SessionState {
  const state = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => {
    const jitter = createJitter();
    const stop = keepTrue(store, jitter);
    return () => {
      stop();
      jitter.stop();
    };
  }, [store]);
  const waitUntilMs = state.phase === 'closed' ? state.waitUntil?.epochMilliseconds : undefined;
  useEffect(() => {
    if (waitUntilMs === undefined) return;
    const timer = setTimeout(() => void store.open(), Math.max(0, waitUntilMs - services.now().epochMilliseconds));
    return () => clearTimeout(timer);
  }, [store, services, waitUntilMs]);
  return state;
}
