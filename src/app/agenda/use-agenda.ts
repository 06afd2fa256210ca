/** Keeps the agenda on screen true: read at the start, on return, when the network is back, and when a wait is over. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Session } from '../../domain/contract/session.ts';
import type { Failure } from '../../domain/failure.ts';
import { createJitter } from '../jitter.ts';
import { onReturn } from '../page-events.ts';
import type { Services } from '../services.ts';
import type { AgendaState } from './agenda-state.ts';
import { type AgendaStore, createAgendaStore } from './agenda-store.ts';

export interface AgendaHandle {
  readonly state: AgendaState;
  readonly store: AgendaStore;
}

interface AgendaNeeds {
  readonly services: Services;
  readonly session: Session;
  readonly deviceZone: string;
  readonly onDoor: (failure: Failure) => void;
}

function toWaitUntilMs(state: AgendaState): number | undefined {
  if (state.phase === 'failed') return state.waitUntil?.epochMilliseconds;
  if (state.phase === 'ready' && state.stale?.kind === 'waiting') return state.stale.until.epochMilliseconds;
  return undefined;
}

/** A refresh while Microsoft 365 asks us to wait would be told to wait again. */
function refreshUnlessWaiting(store: AgendaStore, now: () => Temporal.Instant): void {
  const untilMs = toWaitUntilMs(store.get());
  if (untilMs === undefined || untilMs <= now().epochMilliseconds) void store.refresh();
}

function followPage(store: AgendaStore, now: () => Temporal.Instant): () => void {
  const jitter = createJitter();
  const stopReturn = onReturn(() => refreshUnlessWaiting(store, now));
  const onOnline = (): void => jitter(() => refreshUnlessWaiting(store, now));
  addEventListener('offline', store.markOffline);
  addEventListener('online', onOnline);
  return () => {
    jitter.stop();
    stopReturn();
    removeEventListener('offline', store.markOffline);
    removeEventListener('online', onOnline);
  };
}

export function useAgenda({ services, session, deviceZone, onDoor }: AgendaNeeds): AgendaHandle {
  const [store] = useState(() =>
    createAgendaStore({
      readAgenda: services.readAgenda,
      readAgendaRest: services.readAgendaRest,
      now: services.now,
      deviceZone,
      userObjectId: session.user.objectId,
      asksShifts: session.features.shifts,
      onDoor,
    }),
  );
  const state = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => {
    void store.refresh();
    const stopFollowing = followPage(store, services.now);
    return () => {
      stopFollowing();
      store.stop();
    };
  }, [store, services]);
  const waitUntilMs = toWaitUntilMs(state);
  useEffect(() => {
    if (waitUntilMs === undefined) return;
    const timer = setTimeout(() => void store.refresh(), Math.max(0, waitUntilMs - services.now().epochMilliseconds));
    return () => clearTimeout(timer);
  }, [store, services, waitUntilMs]);
  return { state, store };
}
