/** Makes rooms for tests of screens: only what a test is about has to be said. */
import type { Room } from '../../src/domain/rooms/room.ts';

export function makeRoom(name: string, about: Partial<Room> = {}): Room {
  const address = `${name.toLowerCase().replaceAll(' ', '-')}@contoso.example`;
  return { address, name, bookingType: 'standard', equipment: [], tags: [], ...about };
}
