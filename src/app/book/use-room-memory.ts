/** Favourite rooms and those booked lately, for a screen; empty until they are read. */
import { useCallback, useEffect, useState } from 'react';
import { NO_MEMORY, type RoomMemory } from '../../domain/rooms/room-memory.ts';
import type { MemoryState, MemoryStore } from '../memory-store.ts';
import type { Services } from '../services.ts';

export interface RoomMemoryHandle extends MemoryState<RoomMemory> {
  /** As the mailbox held it when the screen opened: by it rooms are put in order, so that a new favourite moves nothing. */
  readonly atFirst: RoomMemory;
  readonly change: (change: (memory: RoomMemory) => RoomMemory) => void;
}

/** A slow mailbox holds the rooms back no longer than this; what it answers later still puts them in order, once. */
const PATIENCE_MS = 1500;
const EMPTY: MemoryState<RoomMemory> = { memory: NO_MEMORY, isSettled: false, isPageOnly: false };

export function useRoomMemory({ openRoomMemory }: Pick<Services, 'openRoomMemory'>): RoomMemoryHandle {
  const [store, setStore] = useState<MemoryStore<RoomMemory>>();
  const [state, setState] = useState(EMPTY);
  const [atFirst, setAtFirst] = useState<RoomMemory>();
  const [isLate, setLate] = useState(false);
  if (atFirst === undefined && state.isSettled) setAtFirst(state.memory);
  useEffect(() => {
    let isWanted = true;
    openRoomMemory().then(
      (opened) => isWanted && setStore(opened),
      // without it everything works, and nothing is remembered
      () => isWanted && setLate(true),
    );
    return () => {
      isWanted = false;
    };
  }, [openRoomMemory]);
  const isSettled = isLate || atFirst !== undefined;
  useEffect(() => {
    if (isSettled) return;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isSettled]);
  useEffect(() => {
    if (store === undefined) return;
    setState(store.state());
    return store.subscribe(() => setState(store.state()));
  }, [store]);
  const change = useCallback<RoomMemoryHandle['change']>((wanted) => store?.change(wanted), [store]);
  return { ...state, atFirst: atFirst ?? NO_MEMORY, isSettled, change };
}
