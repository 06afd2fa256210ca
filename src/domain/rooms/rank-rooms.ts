/** Decides which rooms are offered, from what the directory says and what free/busy answered. */
import { merge, overlaps } from '../time/intervals.ts';
import type { BusyBlock, FreeBusy } from './free-busy.ts';
import { listCandidates } from './list-candidates.ts';
import type { Room } from './room.ts';
import { listReasons } from './room-order.ts';
import type { RoomOffer, RoomRequest, UnsuitableRoom } from './room-request.ts';

export interface RankedRooms {
  /** Best first. */
  readonly offers: readonly RoomOffer[];
  readonly unsuitable: readonly UnsuitableRoom[];
  /** Not answered for yet. */
  readonly pending: readonly Room[];
}

interface RankInput {
  readonly candidates: readonly Room[];
  /** By address in lower case. */
  readonly freeBusy: ReadonlyMap<string, FreeBusy>;
  readonly request: RoomRequest;
}

/**
 * Offers the candidates that are free for the whole time. Every block of any status stands in the way (a tentative one
 * may become firm), except one that merely touches the request's ends. A room that did not answer is never offered.
 */
export function rankRooms({ candidates, freeBusy, request }: RankInput): RankedRooms {
  const listed = listCandidates({ rooms: candidates, request });
  const ranked = rankListed({ candidates: listed.candidates, freeBusy, request });
  return { ...ranked, unsuitable: [...listed.unsuitable, ...ranked.unsuitable] };
}

/** The same for rooms that are listed as candidates already, in their order. */
export function rankListed({ candidates, freeBusy, request }: RankInput): RankedRooms {
  const offers: RoomOffer[] = [];
  const unsuitable: UnsuitableRoom[] = [];
  const pending: Room[] = [];
  for (const room of candidates) {
    const answer = freeBusy.get(room.address.toLowerCase());
    if (answer === undefined) pending.push(room);
    else if (answer.state === 'unknown') unsuitable.push({ room, why: 'notAnswered' });
    else if (!isFree(answer, request)) {
      unsuitable.push({ room, why: 'busy', ...findBusyUntil(answer.blocks, request) });
    } else
      offers.push({ room, reasons: ['free', ...listReasons(room, request)], ...findFreeUntil(answer.blocks, request) });
  }
  return { offers, unsuitable, pending };
}

const isFree = (answer: FreeBusy, request: RoomRequest): boolean =>
  answer.state === 'known' && !answer.blocks.some((block) => overlaps(block, request));

/**
 * How many candidates are asked for their free/busy: one portion after the other, the next only when all before it have
 * answered and fewer than `enough` of them are free.
 */
export function countAsked(input: RankInput & { readonly enough: number; readonly portion: number }): number {
  const { candidates, freeBusy, request, enough, portion } = input;
  let free = 0;
  for (const [index, room] of candidates.entries()) {
    const isPortion = index > 0 && index % portion === 0;
    if (isPortion && free >= enough) return index;
    const answer = freeBusy.get(room.address.toLowerCase());
    if (answer === undefined) return Math.min(candidates.length, (Math.floor(index / portion) + 1) * portion);
    if (isFree(answer, request)) free += 1;
  }
  return candidates.length;
}

/** The end of the last run of blocks, taken as one where they touch, that stands in the way. */
function findBusyUntil(blocks: readonly BusyBlock[], request: RoomRequest): { readonly busyUntil?: Temporal.Instant } {
  const last = merge(blocks).findLast((run) => overlaps(run, request));
  return last === undefined ? {} : { busyUntil: last.end };
}

function findFreeUntil(blocks: readonly BusyBlock[], request: RoomRequest): { readonly freeUntil?: Temporal.Instant } {
  const next = merge(blocks).find((run) => run.start.epochMilliseconds >= request.end.epochMilliseconds);
  return next === undefined ? {} : { freeUntil: next.start };
}
