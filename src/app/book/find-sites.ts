/** Puts together what the person chose of two buildings and what is suggested for the rest. */
import type { Invitee } from '../../domain/booking/booking.ts';
import { isSameBuilding } from '../../domain/rooms/room-order.ts';
import { suggestSites } from '../../domain/rooms/suggest-sites.ts';
import { type TwinDraft, parseHeads } from './meeting-draft.ts';

export interface TwinSite {
  readonly building: string;
  /** As typed or suggested. */
  readonly text: string;
  /** Undefined while it is no number of heads. */
  readonly heads: number | undefined;
}
export type TwinSites = readonly [TwinSite, TwinSite];

interface SitesKnown {
  readonly twin: TwinDraft;
  readonly buildings: readonly string[];
  readonly near: string | undefined;
  readonly people: readonly Invitee[];
  /** The building in which somebody will be; undefined: not known. */
  readonly placeOf: (address: string) => string | undefined;
}

/** Undefined where there are no two buildings. */
export function findSites({ twin, buildings, near, people, placeOf }: SitesKnown): TwinSites | undefined {
  const places = people.map(({ address }) => placeOf(address));
  const suggested = suggestSites({ buildings, own: near, places, chosen: twin.buildings });
  if (suggested === undefined) return undefined;
  const toSite = (index: 0 | 1): TwinSite => {
    const { building, heads } = suggested[index];
    const text = twin.heads[index] ?? String(heads);
    return { building, text, heads: parseHeads(text) };
  };
  return [toSite(0), toSite(1)];
}

const setAt = <T>(pair: readonly [T, T], index: 0 | 1, value: T): readonly [T, T] =>
  index === 0 ? [value, pair[1]] : [pair[0], value];

/** Another building for one place; the two change places where the other one has it. What was typed stays with its place. */
export function withBuilding(twin: TwinDraft, sites: TwinSites, index: 0 | 1, building: string): TwinDraft {
  const other = index === 0 ? 1 : 0;
  const kept: TwinDraft['buildings'] = [sites[0].building, sites[1].building];
  const swapped = isSameBuilding(building, sites[other].building) ? setAt(kept, other, sites[index].building) : kept;
  return { ...twin, buildings: setAt(swapped, index, building) };
}

export const withHeads = (twin: TwinDraft, index: 0 | 1, text: string): TwinDraft => ({
  ...twin,
  heads: setAt<string | undefined>(twin.heads, index, text),
});
