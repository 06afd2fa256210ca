/** What somebody wants of a room, and what each room has to say to it. */
import type { Neighbour } from './find-neighbour.ts';
import type { Room } from './room.ts';

export interface RoomRequest {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  /** People expected in the room, me included. */
  readonly heads: number;
  /** My building: its rooms come first. */
  readonly building?: string;
  /** My floor in it, or the one asked for: its rooms come first, then those of the floors next to it. */
  readonly floorNumber?: number;
  /** Words that must all be found in the room's name, address, building, floor, tags or equipment. */
  readonly text?: string;
  /** Must be known to be accessible by wheelchair, to have a display, camera, sound, to be a Teams room. */
  readonly wheelChair?: boolean;
  readonly display?: boolean;
  readonly video?: boolean;
  readonly audio?: boolean;
  readonly teams?: boolean;
  /** The organisation's filter; empty or absent: all buildings. */
  readonly buildings?: readonly string[];
  /** My meeting just before or after, with its room. */
  readonly neighbour?: Neighbour;
  /** Addresses in lower case. */
  readonly favourites?: ReadonlySet<string>;
  readonly recents?: ReadonlySet<string>;
  /** No other rooms than my favourites. */
  readonly onlyFavourites?: boolean;
}

/** Why a room is offered where it stands. */
export type RoomReason =
  | 'free'
  | 'fits'
  | 'capacityUnknown'
  | 'favourite'
  | 'recent'
  | 'yourBuilding'
  | 'yourFloor'
  | 'nextFloor'
  | 'nearMeeting'
  | 'otherBuilding';

export interface RoomOffer {
  readonly room: Room;
  readonly reasons: readonly RoomReason[];
  /** When it is taken next, as far as free/busy was read. */
  readonly freeUntil?: Temporal.Instant;
}

export type RoomObstacle =
  | 'reserved'
  | 'tooSmall'
  | 'busy'
  | 'notAnswered'
  | 'otherBuilding'
  | 'notAccessible'
  | 'noDisplay'
  | 'noVideo'
  | 'noAudio'
  | 'noTeams'
  | 'noFavourite'
  | 'noMatch'
  | 'tooLong'
  | 'noSeries';

export interface UnsuitableRoom {
  readonly room: Room;
  readonly why: RoomObstacle;
  /** With `busy`: when it is free again. */
  readonly busyUntil?: Temporal.Instant;
}
