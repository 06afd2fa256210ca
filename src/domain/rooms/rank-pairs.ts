/** Decides which two rooms are offered together to people who meet in two buildings. */
import { isSameBuilding } from './room-order.ts';
import type { RoomOffer } from './room-request.ts';
import type { Room } from './room.ts';

export interface OfferedPair {
  readonly rooms: readonly [Room, Room];
  /** Both are Teams rooms, or both have a camera: each side can see the other. */
  readonly isConnected: boolean;
}

/** More of each building would only make pairs that nobody scrolls to. */
const MOST_OF_EACH = 20;

const hasCamera = ({ equipment }: Room): boolean => equipment.some(({ kind }) => kind === 'video');

function isConnected(a: Room, b: Room): boolean {
  return (a.teamsEnabled === true && b.teamsEnabled === true) || (hasCamera(a) && hasCamera(b));
}

/**
 * Pairs of one room from each building's offers, best first: those that can see each other, then those whose places in
 * their own building's order are the best together, then the more even of two. Two rooms of one building are no pair.
 */
export function rankPairs(first: readonly RoomOffer[], second: readonly RoomOffer[]): readonly OfferedPair[] {
  const pairs = first.slice(0, MOST_OF_EACH).flatMap(({ room: a }, placeA) =>
    second.slice(0, MOST_OF_EACH).flatMap(({ room: b }, placeB) => {
      if (isSameBuilding(a.building, b.building) || a.address.toLowerCase() === b.address.toLowerCase()) return [];
      const pair: OfferedPair = { rooms: [a, b], isConnected: isConnected(a, b) };
      return [{ pair, key: [pair.isConnected ? 0 : 1, placeA + placeB, Math.abs(placeA - placeB), placeA] as const }];
    }),
  );
  return pairs
    .sort((x, y) => {
      const at = x.key.findIndex((value, index) => value !== y.key[index]);
      return (x.key[at] ?? 0) - (y.key[at] ?? 0);
    })
    .map(({ pair }) => pair);
}
