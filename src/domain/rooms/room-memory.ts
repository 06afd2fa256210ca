/** What a person's own mailbox remembers about rooms: favourites, those booked lately, and their floor in each building. */
import * as v from 'valibot';
import { MAX_ROOM_MEMORY, roomMemorySchema } from '../contract/calendar-write.ts';

export interface RoomMemory {
  /** Addresses in lower case, the newest first. */
  readonly favourites: readonly string[];
  readonly recents: readonly string[];
  readonly floors: readonly { readonly building: string; readonly floor: number }[];
}

export const NO_MEMORY: RoomMemory = { favourites: [], recents: [], floors: [] };

const MAX_RECENTS = 12;
const MAX_FAVOURITES = 100;
const MAX_FLOORS = 30;

const toFront = (address: string, before: readonly string[], max: number): readonly string[] =>
  [address, ...before.filter((other) => other !== address)].slice(0, max);

/** A favourite becomes none, any other room one. */
export function toggleFavourite(memory: RoomMemory, address: string): RoomMemory {
  const key = address.toLowerCase();
  const isOne = memory.favourites.includes(key);
  const favourites = isOne
    ? memory.favourites.filter((other) => other !== key)
    : toFront(key, memory.favourites, MAX_FAVOURITES);
  return { ...memory, favourites };
}

/** Notes a booked room as the latest. */
export const withRecent = (memory: RoomMemory, address: string): RoomMemory => ({
  ...memory,
  recents: toFront(address.toLowerCase(), memory.recents, MAX_RECENTS),
});

const toKey = (building: string): string => building.trim().toLowerCase();

/** My floor in a building from now on; undefined: none any more. */
export function withFloor(memory: RoomMemory, building: string, floor: number | undefined): RoomMemory {
  const key = toKey(building);
  const others = memory.floors.filter((other) => other.building !== key);
  if (floor === undefined || key === '') return { ...memory, floors: others };
  return { ...memory, floors: [{ building: key, floor }, ...others].slice(0, MAX_FLOORS) };
}

export const findFloor = (memory: RoomMemory, building: string | undefined): number | undefined =>
  memory.floors.find((other) => other.building === toKey(building ?? ''))?.floor;

/** As text that fits the mailbox; the oldest entries go first where there are too many. */
export function writeRoomMemory(memory: RoomMemory): string {
  const text = JSON.stringify({ v: 1, ...memory });
  if (text.length <= MAX_ROOM_MEMORY) return text;
  const shorten = <T>(list: readonly T[]): readonly T[] => list.slice(0, Math.floor(list.length * 0.9));
  return writeRoomMemory({
    favourites: shorten(memory.favourites),
    recents: shorten(memory.recents),
    floors: shorten(memory.floors),
  });
}

/** Nothing where there is no memory yet, or one that we did not write. */
export function parseRoomMemory(text: string): RoomMemory {
  const parsed = v.safeParse(roomMemorySchema, text);
  if (!parsed.success) return NO_MEMORY;
  const { favourites, recents, floors } = parsed.output;
  return { favourites, recents, floors };
}
