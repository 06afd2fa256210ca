/** What is looked at before anything is written: the rules, and the room once more. */
import { checkBooking } from '../../domain/booking/check-booking.ts';
import { Failure } from '../../domain/failure.ts';
import { overlaps } from '../../domain/time/intervals.ts';
import { type Trip, readRoomFreeBusy } from './trip.ts';

/** Without a connection nothing is sent; any other failure to look leaves the last word to the room. */
const HOLDS_BACK = ['offline', 'timeout', 'cancelled', 'not_connected', 'integration_not_enabled'];

/** Throws what forbids the booking; answers whether the room is free as far as it can be known. */
export async function checkFirst(trip: Trip): Promise<boolean> {
  const { request, room, calls } = trip;
  const { start, end, people, subject, existing } = request;
  const check = checkBooking({ start, end, people, subject, room, ...(existing ? { existing } : {}) }, calls.now());
  if (!check.ok) throw new Failure('bad_request', { path: check.reasons.join(',') });
  if (existing && !existing.isOrganizer) throw new Failure('access_denied', { path: 'isOrganizer' });
  try {
    const freeBusy = await readRoomFreeBusy(trip);
    return freeBusy?.state !== 'known' || !freeBusy.blocks.some((block) => overlaps(block, { start, end }));
  } catch (error) {
    if (!(error instanceof Failure) || HOLDS_BACK.includes(error.code)) throw error;
    return true;
  }
}
