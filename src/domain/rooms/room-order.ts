/** Decides which of two suitable rooms comes first, and says why a room stands where it does. */
import type { Room } from './room.ts';
import type { RoomReason, RoomRequest } from './room-request.ts';

/** The room's capacity where the directory tells a usable one; many leave it empty or 0. */
export function findCapacity(room: Room): number | undefined {
  return room.capacity !== undefined && room.capacity > 0 ? room.capacity : undefined;
}

/** Building names compare without case and outer blanks. */
export function isSameBuilding(a: string | undefined, b: string | undefined): boolean {
  const name = (a ?? '').trim().toLowerCase();
  return name !== '' && name === (b ?? '').trim().toLowerCase();
}

/** On the floor of my meeting just before or after, or in its building where a floor is not known. */
function isNearMeeting(room: Room, { neighbour }: RoomRequest): boolean {
  if (neighbour === undefined || !isSameBuilding(room.building, neighbour.building)) return false;
  if (room.floorNumber === undefined || neighbour.floorNumber === undefined) return true;
  return room.floorNumber === neighbour.floorNumber;
}

const isOneOf = (room: Room, addresses: ReadonlySet<string> | undefined): boolean =>
  addresses?.has(room.address.toLowerCase()) === true;

/** Floors apart from mine; infinite where they can't be compared, as those of two buildings. */
function countFloors(room: Room, request: RoomRequest): number {
  const wanted = request.buildings?.length === 1 ? request.buildings[0] : request.building;
  const isComparable = wanted === undefined || isSameBuilding(room.building, wanted);
  const isKnown = room.floorNumber !== undefined && request.floorNumber !== undefined;
  return isComparable && isKnown ? Math.abs((room.floorNumber ?? 0) - (request.floorNumber ?? 0)) : Infinity;
}

/**
 * Sort keys of a room for a request, smaller first: fits for sure, my favourite, my building, nearest floor, near my
 * meeting beside it, booked lately, least waste, name, address.
 */
export function toSortKey(room: Room, request: RoomRequest): readonly (number | string)[] {
  const capacity = findCapacity(room);
  return [
    capacity === undefined ? 1 : 0,
    isOneOf(room, request.favourites) ? 0 : 1,
    isSameBuilding(room.building, request.building) ? 0 : 1,
    countFloors(room, request),
    isNearMeeting(room, request) ? 0 : 1,
    isOneOf(room, request.recents) ? 0 : 1,
    capacity ?? Infinity,
    room.name.toLowerCase(),
    room.address.toLowerCase(),
  ];
}

/** By code units, so that every locale sees one order. */
export function compareSortKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const left = a[index];
    const right = b[index];
    if (left === undefined || right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** Where it is, seen from mine. */
function listPlaceReasons(room: Room, request: RoomRequest): readonly RoomReason[] {
  if (request.building === undefined || (room.building ?? '').trim() === '') return [];
  if (!isSameBuilding(room.building, request.building)) return ['otherBuilding'];
  const floors = countFloors(room, request);
  if (floors === 0) return ['yourBuilding', 'yourFloor'];
  return floors === 1 ? ['yourBuilding', 'nextFloor'] : ['yourBuilding'];
}

/** Reasons that hold before free/busy is known. */
export function listReasons(room: Room, request: RoomRequest): readonly RoomReason[] {
  return [
    findCapacity(room) === undefined ? 'capacityUnknown' : 'fits',
    ...(isOneOf(room, request.favourites) ? (['favourite'] as const) : []),
    ...listPlaceReasons(room, request),
    ...(isNearMeeting(room, request) ? (['nearMeeting'] as const) : []),
    ...(isOneOf(room, request.recents) ? (['recent'] as const) : []),
  ];
}
