/** Rooms and requests for tests: a room for eight on floor 3 of HQ, an hour for four people. */
import type { FreeBusy } from '../../../src/domain/rooms/free-busy.ts';
import type { RoomRequest } from '../../../src/domain/rooms/room-request.ts';
import type { Room } from '../../../src/domain/rooms/room.ts';

export function sampleRoom(change: Partial<Room> = {}): Room {
  const name = change.name ?? 'Boardroom';
  return {
    address: `${name.toLowerCase()}@contoso.example`,
    name,
    capacity: 8,
    building: 'HQ',
    floorNumber: 3,
    bookingType: 'standard',
    equipment: [],
    tags: [],
    ...change,
  };
}

export function sampleRequest(change: Partial<RoomRequest> = {}): RoomRequest {
  return {
    start: Temporal.Instant.from('2026-11-24T10:00:00Z'),
    end: Temporal.Instant.from('2026-11-24T11:00:00Z'),
    heads: 4,
    ...change,
  };
}

/** Busy from and to, each as a text in UTC of 24 November 2026: '10:00'. */
export function busyAt(address: string, ...blocks: readonly (readonly [string, string])[]): FreeBusy {
  const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-24T${time}:00Z`);
  return {
    address,
    state: 'known',
    blocks: blocks.map(([start, end]) => ({ start: at(start), end: at(end), status: 'busy' })),
  };
}
