/** Decides which room is offered to somebody who needs one this minute, for each length. */
import { countAsked, rankListed } from './rank-rooms.ts';
import type { FreeBusy } from './free-busy.ts';
import type { RoomOffer, RoomRequest } from './room-request.ts';
import type { Room } from './room.ts';

export const NOW_LENGTHS_MINUTES = [15, 30, 60] as const;
export type NowLength = (typeof NOW_LENGTHS_MINUTES)[number];

/** From the running minute on; the seconds of it that are over are nobody's. */
export function toNowRequest(now: Temporal.Instant, minutes: number, about: Omit<RoomRequest, 'start' | 'end'>) {
  const start = now.round({ smallestUnit: 'minute', roundingMode: 'floor' });
  return { ...about, start, end: start.add({ minutes }) };
}

export interface NowChoice {
  readonly minutes: NowLength;
  readonly request: RoomRequest;
  /** The nearest first; empty: none is known to be free. */
  readonly offers: readonly RoomOffer[];
}

interface NowInput {
  readonly candidates: readonly Room[];
  readonly freeBusy: ReadonlyMap<string, FreeBusy>;
  readonly now: Temporal.Instant;
  readonly about: Omit<RoomRequest, 'start' | 'end'>;
}

/**
 * For each length the rooms that are free for it, the nearest first. `pending`: nearer ones have not answered yet, so
 * that the first may still change.
 */
export function listNowChoices({ candidates, freeBusy, now, about }: NowInput): readonly (NowChoice & {
  readonly isPending: boolean;
})[] {
  return NOW_LENGTHS_MINUTES.map((minutes) => {
    const request = toNowRequest(now, minutes, about);
    const { offers, pending } = rankListed({ candidates, freeBusy, request });
    const [best] = offers;
    const firstPending = pending[0] === undefined ? Infinity : candidates.indexOf(pending[0]);
    const isPending = best === undefined ? pending.length > 0 : firstPending < candidates.indexOf(best.room);
    return { minutes, request, offers, isPending };
  });
}

const PORTION = 20;
const ENOUGH = 3;

/** How many are asked: until some are free for the longest. */
export function countNowAsked({ candidates, freeBusy, now, about }: NowInput): number {
  const request = toNowRequest(now, Math.max(...NOW_LENGTHS_MINUTES), about);
  return countAsked({ candidates, freeBusy, request, enough: ENOUGH, portion: PORTION });
}
