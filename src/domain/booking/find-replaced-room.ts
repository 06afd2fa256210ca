/** Decides which room of a meeting a newly chosen one takes the place of. */
import type { CalendarEvent, Person } from '../agenda/calendar-event.ts';
import { isSameBuilding } from '../rooms/room-order.ts';
import type { Room } from '../rooms/room.ts';
import { findOnlyRoom, listHeldRooms } from './list-held-rooms.ts';

const isSame = (a: Person, b: Person): boolean => a.address.toLowerCase() === b.address.toLowerCase();

/** The only one; of a pair the one in the new room's building. Undefined: the new room comes beside what is there. */
export function findReplacedRoom(
  event: CalendarEvent,
  room: Room,
  buildingOf: (address: string) => string | undefined,
): Person | undefined {
  const held = listHeldRooms(event);
  if (held.some((one) => isSame(one, room))) return undefined;
  const inBuilding = held.filter(({ address }) => isSameBuilding(buildingOf(address), room.building));
  return findOnlyRoom(event) ?? (inBuilding.length === 1 ? inBuilding[0] : undefined);
}
