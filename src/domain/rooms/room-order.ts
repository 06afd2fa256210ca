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

/** Sort keys of a room for a request, smaller first: fits for sure, my building, nearest floor, least waste, name, address. */
export function toSortKey(room: Room, request: RoomRequest): readonly (number | string)[] {
  const capacity = findCapacity(room);
  const isMine = isSameBuilding(room.building, request.building);
  // floors of two buildings can't be compared
  const isFloorKnown = room.floorNumber !== undefined && request.floorNumber !== undefined;
  const isComparable = isFloorKnown && (isMine || request.building === undefined);
  return [
    capacity === undefined ? 1 : 0,
    isMine ? 0 : 1,
    isComparable ? Math.abs((room.floorNumber ?? 0) - (request.floorNumber ?? 0)) : Infinity,
    capacity ?? Infinity,
    room.name.toLowerCase(),
    room.address.toLowerCase(),
  ];
}

/** By code units, so that every locale sees one order. */
export function compareSortKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** Reasons that hold before free/busy is known. */
export function listReasons(room: Room, request: RoomRequest): readonly RoomReason[] {
  const reasons: RoomReason[] = [findCapacity(room) === undefined ? 'capacityUnknown' : 'fits'];
  if (request.building === undefined || (room.building ?? '').trim() === '') return reasons;
  if (!isSameBuilding(room.building, request.building)) return [...reasons, 'otherBuilding'];
  reasons.push('yourBuilding');
  if (request.floorNumber !== undefined && room.floorNumber === request.floorNumber) reasons.push('yourFloor');
  return reasons;
}
