/** Makes the request for rooms of what is typed. */
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
}

/** A chosen building shuts all others out; otherwise the organisation's choice stands. */
export function toRoomRequest({ times, heads, filters, near, allowedBuildings }: RoomWish): RoomRequest {
  const { building, text, needs } = filters;
  return {
    ...times,
    heads,
    ...(near === undefined ? {} : { building: near }),
    text,
    wheelChair: needs.has('wheelChair'),
    display: needs.has('display'),
    teams: needs.has('teams'),
    buildings: building === '' ? allowedBuildings : [building],
  };
}
