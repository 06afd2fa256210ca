/** Makes the request for rooms of what is typed and what is remembered. */
import type { Neighbour } from '../../domain/rooms/find-neighbour.ts';
import { findFloor, type RoomMemory } from '../../domain/rooms/room-memory.ts';
import type { RoomRequest } from '../../domain/rooms/room-request.ts';
import type { RoomFilterValues } from '../../ui/rooms/room-filters.tsx';
import type { MeetingTimes } from './meeting-times.ts';

interface RoomWish {
  readonly times: MeetingTimes;
  readonly heads: number;
  readonly filters: RoomFilterValues;
  /** The building of my shift: its rooms come first. */
  readonly near: string | undefined;
  readonly allowedBuildings: readonly string[];
  readonly memory: RoomMemory;
  readonly neighbour: Neighbour | undefined;
}

/** The floor asked for, else the one remembered for the building; undefined: none is nearer than another. */
export function findWantedFloor(filters: RoomFilterValues, near: string | undefined, memory: RoomMemory) {
  if (filters.floor === undefined) return findFloor(memory, filters.building === '' ? near : filters.building);
  return filters.floor === '' ? undefined : Number(filters.floor);
}

/** A chosen building shuts all others out; otherwise the organisation's choice stands. */
export function toRoomRequest(wish: RoomWish): RoomRequest {
  const { times, heads, filters, near, allowedBuildings, memory, neighbour } = wish;
  const { building, text, needs } = filters;
  const floorNumber = findWantedFloor(filters, near, memory);
  return {
    ...times,
    heads,
    ...(near === undefined ? {} : { building: near }),
    ...(floorNumber === undefined ? {} : { floorNumber }),
    ...(neighbour === undefined ? {} : { neighbour }),
    text,
    wheelChair: needs.has('wheelChair'),
    display: needs.has('display'),
    video: needs.has('video'),
    audio: needs.has('audio'),
    teams: needs.has('teams'),
    onlyFavourites: needs.has('favourite'),
    favourites: new Set(memory.favourites),
    recents: new Set(memory.recents),
    buildings: building === '' ? allowedBuildings : [building],
  };
}
