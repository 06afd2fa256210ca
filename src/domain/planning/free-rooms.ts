/** Finds for a need the best room that is free on all dates, among thousands. */
import { createScratch, toBlockedStarts } from '../rooms/blocked-starts.ts';
import { findCapacity, isSameBuilding } from '../rooms/room-order.ts';
import type { Room } from '../rooms/room.ts';
import { countWords } from '../rooms/slot-grid.ts';
import { WEIGHTS } from './judge-time.ts';
import type { RoomNeed } from './list-needs.ts';
import type { PlanGrid } from './plan-grid.ts';
import type { PlanRoom } from './plan-request.ts';

export interface RoomChoice {
  readonly room: Room;
  readonly need: RoomNeed;
  readonly cost: number;
}

/** `at`: where the room's bits begin among those of all. */
interface ShelvedRoom {
  readonly room: Room;
  readonly at: number;
  readonly cost: number;
}

export interface FreeRooms {
  /** Best first, so many at most, without those that are spoken for. */
  readonly find: (need: RoomNeed, slots: readonly number[], most: number, except?: readonly Room[]) => RoomChoice[];
}

/** What a room weighs for a need: another building, or a size that nobody knows. */
function weighRoom(room: Room, { building }: RoomNeed): number {
  const isOther = building !== undefined && !isSameBuilding(room.building, building);
  const isUnknown = findCapacity(room) === undefined;
  return (isOther ? WEIGHTS.otherBuilding : 0) + (isUnknown ? WEIGHTS.capacityUnknown : 0);
}

/** The starts at which each room is not free, all in one piece: thousands of small arrays would cost more than the search. */
function toBlocked(rooms: readonly PlanRoom[], grid: PlanGrid): Uint32Array {
  const words = countWords(grid);
  const blocked = new Uint32Array(rooms.length * words);
  const scratch = createScratch(grid);
  for (const [index, { taken }] of rooms.entries())
    blocked.set(toBlockedStarts(taken, grid.length, scratch), index * words);
  return blocked;
}

function toShelf(rooms: readonly PlanRoom[], need: RoomNeed, words: number): readonly ShelvedRoom[] {
  const shelf: ShelvedRoom[] = [];
  for (const [index, { room }] of rooms.entries()) {
    if (need.isMain || isSameBuilding(room.building, need.building))
      shelf.push({ room, at: index * words, cost: weighRoom(room, need) });
  }
  return shelf.sort((a, b) => a.cost - b.cost);
}

/** `rooms`: best first; of two that weigh the same the earlier one wins. */
export function createFreeRooms(rooms: readonly PlanRoom[], grid: PlanGrid): FreeRooms {
  let blocked: Uint32Array | undefined;
  const shelves = new Map<string, readonly ShelvedRoom[]>();
  const getShelf = (need: RoomNeed): readonly ShelvedRoom[] => {
    const key = `${need.isMain ? 'main' : 'own'} ${(need.building ?? '').trim().toLowerCase()}`;
    const shelf = shelves.get(key) ?? toShelf(rooms, need, countWords(grid));
    shelves.set(key, shelf);
    return shelf;
  };
  return {
    find: (need, slots, most, except = []) => {
      const bits = (blocked ??= toBlocked(rooms, grid));
      const found: RoomChoice[] = [];
      for (const { room, at, cost } of getShelf(need)) {
        if (found.length >= most) break;
        if ((findCapacity(room) ?? Infinity) < need.heads || except.includes(room)) continue;
        const isFree = slots.every((slot) => ((bits[at + (slot >>> 5)] ?? 0) & (1 << (slot & 31))) === 0);
        if (isFree) found.push({ room, need, cost });
      }
      return found;
    },
  };
}
