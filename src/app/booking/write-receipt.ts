/** Looks, after a booking was taken back, what is left of it in the user's calendar and in the rooms'. */
import type { Receipt, RoomReceipt } from '../../domain/booking/booking.ts';
import { Failure } from '../../domain/failure.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { overlaps } from '../../domain/time/intervals.ts';
import { findRoomAnswer, isSame } from './booking-rules.ts';
import { checkMovedBack } from './move-meeting.ts';
import {
  type SeriesTrip,
  type Trip,
  findFreeBusy,
  isGone,
  listAsked,
  readRoomFreeBusy,
  requireEventId,
} from './trip.ts';

/** A room lets go of a booking a moment after it is cancelled. */
const LOOKS_MS = [0, 700, 1_500, 3_000];

async function checkOwnEvent(trip: Trip): Promise<Receipt['ownEvent']> {
  const { calls, request } = trip;
  const as = (outcome: Receipt['ownEvent']['outcome']): Receipt['ownEvent'] => ({ outcome, at: calls.now() });
  if (trip.made === 'nothing') return as(request.existing ? 'asBefore' : 'gone');
  if (trip.eventId === undefined) return as('gone');
  try {
    const event = await calls.readEvent(requireEventId(trip));
    const isOut = listAsked(trip).every((one) => findRoomAnswer(event, one) === 'missing');
    return as(request.existing && isOut ? 'asBefore' : 'left');
  } catch (error) {
    return as(isGone(error) ? 'gone' : 'unchecked');
  }
}

/** All rooms of a series, each on its own dates; one that does not answer leaves it open. */
function isSeriesFree(trip: Trip, { states }: SeriesTrip): boolean | undefined {
  // a date that somebody else has is as before: it was refused for that
  const ours = states.filter(({ answer }) => answer !== 'skipped' && answer !== 'declined');
  const answers = ours.map((state) => {
    const freeBusy = findFreeBusy(trip, state.room);
    return freeBusy?.state === 'known' ? !freeBusy.blocks.some((block) => overlaps(block, state)) : undefined;
  });
  return answers.includes(undefined) ? undefined : !answers.includes(false);
}

function isFree(trip: Trip, room: Room): boolean | undefined {
  if (trip.series !== undefined) return trip.freeBusy.length === 0 ? undefined : isSeriesFree(trip, trip.series);
  const freeBusy = findFreeBusy(trip, room);
  return freeBusy?.state === 'known' ? !freeBusy.blocks.some((block) => overlaps(block, trip.request)) : undefined;
}

function toRoomReceipt(trip: Trip, room: Room): RoomReceipt {
  const free = isFree(trip, room);
  return { outcome: free === undefined ? 'unchecked' : free ? 'free' : 'taken', at: trip.calls.now() };
}

/** `patient` where a room may have had the booking: it is given time to let go. */
async function checkRooms(trip: Trip, patient: boolean): Promise<Pick<Receipt, 'room' | 'twin'>> {
  const { calls, room, request } = trip;
  try {
    for (const waitMs of patient ? LOOKS_MS : [0]) {
      if (waitMs > 0) await calls.sleep(waitMs, new AbortController().signal);
      if (trip.made !== 'nothing' || trip.freeBusy.length === 0) await readRoomFreeBusy(trip);
      if (listAsked(trip).every((one) => isFree(trip, one) === true)) break;
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    trip.freeBusy = [];
  }
  return {
    room: toRoomReceipt(trip, room),
    ...(request.twin === undefined ? {} : { twin: toRoomReceipt(trip, request.twin.room) }),
  };
}

/** A meeting that was moved: back in its place, with its rooms. */
async function checkMove(trip: Trip): Promise<Receipt> {
  const { calls } = trip;
  if (trip.made === 'nothing') {
    return { ownEvent: { outcome: 'asBefore', at: calls.now() }, room: { outcome: 'kept', at: calls.now() } };
  }
  try {
    const { isBack, isKept } = await checkMovedBack(trip);
    return {
      ownEvent: { outcome: isBack ? 'asBefore' : 'left', at: calls.now() },
      room: { outcome: isKept ? 'kept' : 'lost', at: calls.now() },
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const outcome = 'unchecked';
    return {
      ownEvent: { outcome: isGone(error) ? 'gone' : outcome, at: calls.now() },
      room: { outcome, at: calls.now() },
    };
  }
}

/** Whether the room that the meeting had, and that had said yes, says so still; one given back too early is asked anew. */
async function isFormerKept(trip: Trip): Promise<boolean> {
  const { calls, request } = trip;
  const { existing, replaces } = request;
  const former = existing?.attendees.find(({ address }) => isSame(address, replaces ?? ''));
  if (former?.answer !== 'accepted') return true;
  try {
    for (const waitMs of LOOKS_MS) {
      if (waitMs > 0) await calls.sleep(waitMs, new AbortController().signal);
      const answer = findRoomAnswer(await calls.readEvent(requireEventId(trip)), former);
      if (answer !== 'none') return answer === 'accepted';
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
  return false;
}

/** What was checked, and when. */
export async function writeReceipt(trip: Trip, patient: boolean): Promise<Receipt> {
  if (trip.request.moves === true) return checkMove(trip);
  const [ownEvent, rooms] = [await checkOwnEvent(trip), await checkRooms(trip, patient)];
  if (trip.made === 'nothing' || (await isFormerKept(trip))) return { ownEvent, ...rooms };
  return { ownEvent, room: { outcome: 'lost', at: trip.calls.now() } };
}
