/** Decides which pair of rooms is tried after one of two said no: only what refused is replaced, and each building keeps one. */
import { isSameBuilding } from './room-order.ts';
import type { Room } from './room.ts';

export type RoomPair = readonly [Room, Room];

interface NextPairSearch {
  readonly pair: RoomPair;
  /** Addresses in lower case, at least one of the pair's. */
  readonly refused: ReadonlySet<string>;
  /** Rooms of both buildings, those of each in order and sized for its people. */
  readonly alternatives: readonly Room[];
}

const keyOf = ({ address }: Room): string => address.toLowerCase();

/** Rooms that could stand in for one of the pair; the room itself where it did not refuse. */
function listStandIns(room: Room, { pair, refused, alternatives }: NextPairSearch): readonly Room[] {
  if (!refused.has(keyOf(room))) return [room];
  const taken = new Set([...refused, ...pair.map(keyOf)]);
  return alternatives.filter((other) => !taken.has(keyOf(other)) && isSameBuilding(other.building, room.building));
}

/** All whose free/busy decides, the nearest first, so many for each place at most. */
export function listPairCandidates(search: NextPairSearch, most: number): readonly Room[] {
  return search.pair.flatMap((room) => listStandIns(room, search).slice(0, most));
}

/** The first free room for each place. A room that did not refuse but is taken by now ends the search: its building has to be looked at anew. */
export function findNextPair(search: NextPairSearch, isFree: (room: Room) => boolean): RoomPair | undefined {
  const [first, second] = search.pair.map((room) => listStandIns(room, search).find(isFree));
  return first === undefined || second === undefined || keyOf(first) === keyOf(second) ? undefined : [first, second];
}
