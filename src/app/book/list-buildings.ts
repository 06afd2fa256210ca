/** Lists the buildings that rooms can be sought in. */
import { isSameBuilding } from '../../domain/rooms/room-order.ts';
import type { Room } from '../../domain/rooms/room.ts';

/** Each once whatever its case, by name; of the organisation's choice only, where it made one. */
export function listBuildings(rooms: readonly Room[], allowed: readonly string[]): readonly string[] {
  const found = new Map<string, string>();
  for (const { building } of rooms) {
    const name = (building ?? '').trim();
    if (name === '' || (allowed.length > 0 && !allowed.some((other) => isSameBuilding(other, name)))) continue;
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), name);
  }
  return [...found.values()].sort((a, b) => a.localeCompare(b));
}
