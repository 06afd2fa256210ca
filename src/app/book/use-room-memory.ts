/** Favourite rooms and those booked lately, for a screen; empty until they are read. */
import { useCallback, useEffect, useState } from 'react';
import { NO_MEMORY, type RoomMemory } from '../../domain/rooms/room-memory.ts';
import type { MemoryState, MemoryStore } from '../memory-store.ts';
import type { Services } from '../services.ts';

export interface RoomMemoryHandle extends MemoryState<RoomMemory> {
  /** As it was when the screen opened: by it rooms are put in order, so that a new favourite moves nothing. */
  readonly atFirst: RoomMemory;
  readonly change: (change: (memory: RoomMemory) => RoomMemory) => void;
}

/** A slow mailbox holds the rooms back no longer than this. */
const PATIENCE_MS = 1500;
const EMPTY: MemoryState<RoomMemory> = { memory: NO_MEMORY, isSettled: false, isPageOnly: false };

export function useRoomMemory({ openRoomMemory }: Pick<Services, 'openRoomMemory'>): RoomMemoryHandle {
  const [store, setStore] = useState<MemoryStore<RoomMemory>>();
  const [state, setState] = useState(EMPTY);
  const [atFirst, setAtFirst] = useState<RoomMemory>();
  if (atFirst === undefined && state.isSettled) setAtFirst(state.memory);
  const settle = useCallback(
    () => setState((before) => (before.isSettled ? before : { ...before, isSettled: true })),
    [],
  );
  useEffect(() => {
    let isWanted = true;
    openRoomMemory().then(
      (opened) => isWanted && setStore(opened),
      // without it everything works, and nothing is remembered
      () => isWanted && settle(),
    );
    return () => {
      isWanted = false;
    };
  }, [openRoomMemory, settle]);
  const { isSettled } = state;
  useEffect(() => {
    if (isSettled) return;
    const timer = setTimeout(settle, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isSettled, settle]);
  useEffect(() => {
    if (store === undefined) return;
    setState(store.state());
    return store.subscribe(() => setState(store.state()));
  }, [store]);
  const change = useCallback<RoomMemoryHandle['change']>((wanted) => store?.change(wanted), [store]);
  return { ...state, atFirst: atFirst ?? NO_MEMORY, isSettled: atFirst !== undefined, change };
}
