/** Lists the floors of a building that rooms can be sought on. */
import { isSameBuilding } from '../../domain/rooms/room-order.ts';
import type { Room } from '../../domain/rooms/room.ts';

export interface Floor {
  readonly number: number;
  /** As the directory calls it; empty where it only numbers it. */
  readonly label: string;
}

/** From the lowest up, each once; none without a building, for floors of two buildings are not the same. */
export function listFloors(rooms: readonly Room[], building: string | undefined): readonly Floor[] {
  const floors = new Map<number, Floor>();
  for (const room of rooms) {
    if (room.floorNumber === undefined || !isSameBuilding(room.building, building)) continue;
    const known = floors.get(room.floorNumber);
    if (known === undefined || known.label === '')
      floors.set(room.floorNumber, { number: room.floorNumber, label: room.floorLabel ?? '' });
  }
  return [...floors.values()].sort((a, b) => a.number - b.number);
}
