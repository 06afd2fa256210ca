/** Favourite rooms and those booked lately, kept in the person's own mailbox; a scope that is missing asks for nothing: they last as long as the page then. */
import { PURPOSE_SCOPES } from '../domain/contract/purpose.ts';
import { NO_MEMORY, type RoomMemory } from '../domain/rooms/room-memory.ts';
import { keepRoomMemory, readRoomMemory } from '../graph/room-memory.ts';
import type { Way, Wish } from './choose-transport.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';

export function openRoomMemory(choose: (wish: Wish) => Promise<Way>): MemoryStore<RoomMemory> {
  return createMemoryStore({
    none: NO_MEMORY,
    read: async () => readRoomMemory((await choose({ scopes: PURPOSE_SCOPES.agenda })).graph),
    keep: async (memory) => keepRoomMemory((await choose({ scopes: PURPOSE_SCOPES.booking })).graph, memory),
  });
}
