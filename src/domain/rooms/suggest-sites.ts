/** Suggests in which two buildings people sit, and how many in each, from what is known; the person has the last word. */
import { isSameBuilding } from './room-order.ts';

export interface Site {
  readonly building: string;
  readonly heads: number;
}

interface SiteSearch {
  /** Buildings with rooms, at least two different ones. */
  readonly buildings: readonly string[];
  /** Where I work at that time. */
  readonly own?: string | undefined;
  /** For each of the others the building they will be in; undefined: not known. */
  readonly places: readonly (string | undefined)[];
  /** Chosen by the person already. */
  readonly chosen?: readonly [string | undefined, string | undefined];
}

/**
 * The first is mine, or where most are; the second where most of the rest are. Whoever's place is not known counts with
 * me, and each building has somebody. Undefined where there are no two buildings.
 */
export function suggestSites({
  buildings,
  own,
  places,
  chosen = [undefined, undefined],
}: SiteSearch): readonly [Site, Site] | undefined {
  const countIn = (building: string): number => places.filter((place) => isSameBuilding(place, building)).length;
  const byCount = [...buildings].sort((a, b) => countIn(b) - countIn(a));
  const find = (wanted: string | undefined): string | undefined =>
    wanted === undefined ? undefined : buildings.find((building) => isSameBuilding(building, wanted));
  const isTaken = (other: string | undefined) => (building: string) => !isSameBuilding(building, other);
  const first = find(chosen[0]) ?? [find(own), ...byCount].find((one) => one !== undefined && isTaken(chosen[1])(one));
  const second = find(chosen[1]) ?? byCount.find(isTaken(first));
  if (first === undefined || second === undefined) return undefined;
  const inSecond = countIn(second) + (isSameBuilding(own, second) ? 1 : 0);
  const total = places.length + 1;
  const there = Math.max(1, Math.min(inSecond, total - 1));
  return [
    { building: first, heads: Math.max(1, total - there) },
    { building: second, heads: there },
  ];
}
