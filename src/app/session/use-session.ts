/** Keeps the session true: asked on focus, each minute, when the network is back, when a wait is over, and when another page of this browser says so. */
import { useEffect, useSyncExternalStore } from 'react';
import { createJitter, type Jitter } from '../jitter.ts';
import type { Services } from '../services.ts';
import { onReturn } from '../page-events.ts';
import type { SessionState, SessionStore } from './session-store.ts';

// in direct mode nothing else would tell this page that it was switched off
const RECHECK_MS = 60_000;

const CHANNEL = 'office-shifts';

/** Pages of one browser tell each other that somebody connected or left; what is told is only that it is worth asking. */
function followOthers(store: SessionStore): () => void {
  // some hosts give their frames none: the minute's question finds it out
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => void store.recheck();
  const toConnected = (): boolean | undefined => {
    const state = store.get();
    return state.phase === 'open' ? state.session.connection.connected : undefined;
  };
  let last = toConnected();
  const stop = store.subscribe(() => {
    const connected = toConnected();
    if (connected === undefined || connected === last) return;
    if (last !== undefined) channel.postMessage('changed');
    last = connected;
  });
  return () => {
    stop();
    channel.close();
  };
}

function keepTrue(store: SessionStore, jitter: Jitter): () => void {
  const recheck = (): void => void store.recheck();
  // hidden pages too: what they hold in memory has to go within the minute as well
  const timer = setInterval(recheck, RECHECK_MS);
  const stopOthers = followOthers(store);
  const stopReturn = onReturn(recheck);
  const onOnline = (): void => {
    const { phase } = store.get();
    jitter(() => void (phase === 'closed' ? store.open() : store.recheck()));
  };
  addEventListener('online', onOnline);
  return () => {
    clearInterval(timer);
    stopOthers();
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
