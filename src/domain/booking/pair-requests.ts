/** What changes in a wish for two rooms when one of them said no. */
import type { Room } from '../rooms/room.ts';
import type { BookingRequest, TriedRoom } from './booking.ts';

/** Rooms that are not asked again: of a pair only those that refused. */
export const listRefusedRooms = ({ room, twin }: Pick<TriedRoom, 'room' | 'twin'>): readonly Room[] =>
  twin?.refused === undefined ? [room] : twin.refused.map((one) => one.room);

/** The same wish with another second room. */
export const withSecondRoom = (request: BookingRequest, second: Room | undefined): BookingRequest =>
  request.twin === undefined || second === undefined
    ? request
    : { ...request, twin: { ...request.twin, room: second } };
