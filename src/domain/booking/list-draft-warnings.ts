/** Decides what to say of an appointment that is still being written, before its writer sends it. */
import type { PersonPlace } from '../shifts/whereabouts.ts';

export interface DraftRoom {
  readonly address: string;
  readonly name: string;
  /** As the directory says it. */
  readonly capacity?: number | undefined;
  /** `unknown`: asked and not answered; `pending`: not answered yet. */
  readonly state: 'free' | 'taken' | 'unknown' | 'pending';
}

export type DraftWarning =
  | { readonly kind: 'roomTaken' | 'roomUnknown'; readonly room: DraftRoom }
  | { readonly kind: 'tooSmall'; readonly room: DraftRoom; readonly capacity: number }
  | { readonly kind: 'noRoom'; readonly onSite: number };

export interface DraftToCheck {
  readonly rooms: readonly DraftRoom[];
  /** Whether anything but a room is named as its place. */
  readonly hasOtherPlace: boolean;
  /** People expected, me included. */
  readonly heads: number;
  /** Where everybody is at that time, me included, as far as it is known. */
  readonly places: readonly PersonPlace[];
}

const isOnSite = ({ kind }: PersonPlace): boolean => kind === 'office' || kind === 'onShift';

/** A room that fits exactly is big enough; two rooms share the heads. Nobody needs a room where fewer than two are on site. */
export function listDraftWarnings({ rooms, hasOtherPlace, heads, places }: DraftToCheck): readonly DraftWarning[] {
  const warnings: DraftWarning[] = rooms.flatMap((room): DraftWarning[] => {
    if (room.state === 'taken') return [{ kind: 'roomTaken', room }];
    return room.state === 'unknown' ? [{ kind: 'roomUnknown', room }] : [];
  });
  const [only] = rooms;
  if (rooms.length === 1 && only?.capacity !== undefined && only.capacity > 0 && only.capacity < heads)
    warnings.push({ kind: 'tooSmall', room: only, capacity: only.capacity });
  const onSite = places.filter(isOnSite).length;
  if (rooms.length === 0 && !hasOtherPlace && onSite > 1) warnings.push({ kind: 'noRoom', onSite });
  return warnings;
}
