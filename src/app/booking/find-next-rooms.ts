/** Looks, after a refusal, which room or pair could be tried next: one that is free by now. */
import { Failure } from '../../domain/failure.ts';
import type { FreeBusy } from '../../domain/rooms/free-busy.ts';
import { findNextPair, listPairCandidates, type RoomPair } from '../../domain/rooms/find-next-pair.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { overlaps } from '../../domain/time/intervals.ts';
import { isSame } from './booking-rules.ts';
import type { Trip } from './trip.ts';

/** So many are asked at once whether they are still free; Graph answers that many in one call. */
const NEXT_ASKED = 20;

async function askFree({ calls, request }: Trip, rooms: readonly Room[]): Promise<(room: Room) => boolean> {
  const addresses = rooms.map(({ address }) => address);
  const answers = await calls.readFreeBusy(addresses, { start: request.start, end: request.end });
  const isFree = (one: FreeBusy): boolean =>
    one.state === 'known' && !one.blocks.some((block) => overlaps(block, request));
  const free = answers.filter(isFree);
  return ({ address }) => free.some((one) => isSame(one.address, address));
}

/** The first alternative that is free by now; where nobody can tell, the first one. */
export async function findNextRoom(trip: Trip): Promise<Room | undefined> {
  const { alternatives, room } = trip;
  const others = alternatives.filter(({ address }) => !isSame(address, room.address)).slice(0, NEXT_ASKED);
  if (others.length === 0) return undefined;
  try {
    return others.find(await askFree(trip, others));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return others[0];
  }
}

/** A pair of which one room may be another one; undefined too where nobody can tell. */
export async function findNextRooms(trip: Trip, second: Room): Promise<RoomPair | undefined> {
  const { alternatives, room, refused } = trip;
  const addresses = refused.map((one) => one.room.address.toLowerCase());
  const search = { pair: [room, second] as const, refused: new Set(addresses), alternatives };
  const candidates = listPairCandidates(search, NEXT_ASKED / 2);
  try {
    return findNextPair(search, await askFree(trip, candidates));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return undefined;
  }
}
