/** Keeps the agenda on screen true: read at the start, again as the page's life asks for it, and when a wait is over. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Session } from '../../domain/contract/session.ts';
import type { Failure } from '../../domain/failure.ts';
import type { Services } from '../services.ts';
import type { AgendaState } from './agenda-state.ts';
import { type AgendaStore, createAgendaStore } from './agenda-store.ts';
import { followPage, toWaitUntilMs } from './follow-page.ts';
import type { Look, LookParts } from './look-for-changes.ts';

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

/** Minutes go by before the first look: its code comes with it. Where it can't be had, everything is read anew. */
function createLazyLook(parts: LookParts): Look {
  let opening: Promise<Look> | undefined;
  return async (occasion) => {
    opening ??= import(/* webpackChunkName: "changes" */ './look-for-changes.ts').then(({ createLook }) =>
      createLook(parts),
    );
    const look = await opening.catch(() => undefined);
    if (look !== undefined) return look(occasion);
    opening = undefined;
    return parts.store.refresh();
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
    const { now, readChanges } = services;
    const stopFollowing = followPage({ store, look: createLazyLook({ store, readChanges, now }), now });
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
