/** What the person's own mailbox remembers about rooms. */
import { ROOM_MEMORY_ID } from '../domain/contract/calendar-write.ts';
import { NO_MEMORY, parseRoomMemory, type RoomMemory, writeRoomMemory } from '../domain/rooms/room-memory.ts';
import { keepCalendarMemory, readCalendarMemory } from './calendar-memory.ts';
import type { Graph } from './graph.ts';

/** Nothing where none was ever written. */
export async function readRoomMemory(graph: Graph): Promise<RoomMemory> {
  const text = await readCalendarMemory(graph, ROOM_MEMORY_ID);
  return text === undefined ? NO_MEMORY : parseRoomMemory(text);
}

export async function keepRoomMemory(graph: Graph, memory: RoomMemory): Promise<void> {
  await keepCalendarMemory(graph, ROOM_MEMORY_ID, writeRoomMemory(memory));
}
