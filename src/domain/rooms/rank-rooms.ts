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
  const offers: RoomOffer[] = [];
  const unsuitable: UnsuitableRoom[] = [...listed.unsuitable];
  const pending: Room[] = [];
  for (const room of listed.candidates) {
    const answer = freeBusy.get(room.address.toLowerCase());
    if (answer === undefined) pending.push(room);
    else if (answer.state === 'unknown') unsuitable.push({ room, why: 'notAnswered' });
    else if (answer.blocks.some((block) => overlaps(block, request))) {
      unsuitable.push({ room, why: 'busy', ...findBusyUntil(answer.blocks, request) });
    } else
      offers.push({ room, reasons: ['free', ...listReasons(room, request)], ...findFreeUntil(answer.blocks, request) });
  }
  return { offers, unsuitable, pending };
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
