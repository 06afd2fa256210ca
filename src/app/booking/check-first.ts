/** What is looked at before anything is written: the rules, and the room once more. */
import { checkBooking } from '../../domain/booking/check-booking.ts';
import { Failure } from '../../domain/failure.ts';
import type { BusyBlock } from '../../domain/rooms/free-busy.ts';
import { findCapacity } from '../../domain/rooms/room-order.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { fitsSeriesMark } from '../../domain/series/series-mark.ts';
import { overlaps } from '../../domain/time/intervals.ts';
import { isSame } from './booking-rules.ts';
import { isSeriesFree } from './series-dates.ts';
import { type Trip, findFreeBusy, listAsked, readRoomFreeBusy } from './trip.ts';

/** Without a connection nothing is sent; any other failure to look leaves the last word to the room. */
const HOLDS_BACK = ['offline', 'timeout', 'cancelled', 'not_connected', 'integration_not_enabled'];

/** The room is taken by the very meeting that moves. */
function isOwn({ request: { moves, existing } }: Trip, block: BusyBlock): boolean {
  if (moves !== true || existing?.time.kind !== 'timed') return false;
  return block.start.equals(existing.time.start) && block.end.equals(existing.time.end);
}

/** Each room for those who sit in it. */
function listTooSmall({ room, request: { heads, twin } }: Trip): readonly Room[] {
  const seats = [{ room, heads }, ...(twin ? [twin] : [])];
  return seats.filter((one) => one.heads > (findCapacity(one.room) ?? Infinity)).map((one) => one.room);
}

function isTaken(trip: Trip, room: Room): boolean {
  const freeBusy = findFreeBusy(trip, room);
  return (
    freeBusy?.state === 'known' && freeBusy.blocks.some((block) => overlaps(block, trip.request) && !isOwn(trip, block))
  );
}

async function checkSeries(trip: Trip): Promise<boolean> {
  const { series } = trip.request;
  if (series !== undefined && !fitsSeriesMark(series)) throw new Failure('bad_request', { path: 'tooManyChanges' });
  try {
    return await isSeriesFree(trip);
  } catch (error) {
    if (!(error instanceof Failure) || HOLDS_BACK.includes(error.code)) throw error;
    return true;
  }
}

/** Throws what forbids the booking; answers whether each room is free as far as it can be known. */
export async function checkFirst(trip: Trip): Promise<boolean> {
  const { request, room, calls } = trip;
  const { start, end, people, subject, existing, twin } = request;
  const moves = request.moves === true;
  const check = checkBooking(
    {
      start,
      end,
      people,
      subject,
      room,
      moves,
      ...(existing ? { existing } : {}),
      ...(twin ? { twin } : {}),
    },
    calls.now(),
  );
  if (!check.ok) throw new Failure('bad_request', { path: check.reasons.join(',') });
  if (existing && !existing.isOrganizer) throw new Failure('access_denied', { path: 'isOrganizer' });
  if (twin !== undefined && isSame(twin.room.address, room.address)) throw new Failure('bad_request', { path: 'twin' });
  if (trip.series !== undefined) return checkSeries(trip);
  const tooSmall = moves ? [] : listTooSmall(trip);
  trip.refused = tooSmall.map((one) => ({ room: one, seen: 'tooManyPeople' }));
  if (tooSmall.length > 0) return false;
  try {
    await readRoomFreeBusy(trip);
    trip.refused = listAsked(trip)
      .filter((one) => isTaken(trip, one))
      .map((one) => ({ room: one }));
    return trip.refused.length === 0;
  } catch (error) {
    if (!(error instanceof Failure) || HOLDS_BACK.includes(error.code)) throw error;
    return true;
  }
}
