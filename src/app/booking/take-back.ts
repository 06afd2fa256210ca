/** Takes back what was made, and looks whether it is really gone, from the user's calendar and from the room's. */
import type { Receipt } from '../../domain/booking/booking.ts';
import { classifyRefusal } from '../../domain/booking/refusal.ts';
import { Failure } from '../../domain/failure.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { overlaps } from '../../domain/time/intervals.ts';
import { removeRoom } from './add-room.ts';
import { findLostEvent } from './send-hold.ts';
import { type Trip, findRoomAnswer, isGone, isSame, readRoomFreeBusy, requireEventId } from './trip.ts';

/** A room lets go of a booking a moment after it is cancelled. */
const LOOKS_MS = [0, 700, 1_500, 3_000];

async function remove(trip: Trip): Promise<void> {
  if (trip.made === 'nothing') return;
  if (trip.request.existing) return removeRoom(trip);
  trip.eventId ??= await findLostEvent(trip);
  if (trip.eventId !== undefined) await trip.calls.deleteEvent(trip.eventId);
}

async function checkOwnEvent(trip: Trip): Promise<Receipt['ownEvent']> {
  const { calls, request, room } = trip;
  const as = (outcome: Receipt['ownEvent']['outcome']): Receipt['ownEvent'] => ({ outcome, at: calls.now() });
  if (trip.made === 'nothing') return as(request.existing ? 'asBefore' : 'gone');
  if (trip.eventId === undefined) return as('gone');
  try {
    const event = await calls.readEvent(requireEventId(trip));
    return as(request.existing && findRoomAnswer(event, room) === 'missing' ? 'asBefore' : 'left');
  } catch (error) {
    return as(isGone(error) ? 'gone' : 'unchecked');
  }
}

function isFree(trip: Trip): boolean | undefined {
  const { freeBusy, request } = trip;
  return freeBusy?.state === 'known' ? !freeBusy.blocks.some((block) => overlaps(block, request)) : undefined;
}

/** `patient` where the room may have had the booking: it is given time to let go. */
async function checkRoom(trip: Trip, patient: boolean): Promise<Receipt['room']> {
  const { calls } = trip;
  try {
    for (const waitMs of patient ? LOOKS_MS : [0]) {
      if (waitMs > 0) await calls.sleep(waitMs, new AbortController().signal);
      if (trip.made !== 'nothing' || trip.freeBusy === undefined) await readRoomFreeBusy(trip);
      if (isFree(trip) === true) break;
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    trip.freeBusy = undefined;
  }
  const free = isFree(trip);
  return { outcome: free === undefined ? 'unchecked' : free ? 'free' : 'taken', at: calls.now() };
}

/** So many are asked at once whether they are still free; Graph answers that many in one call. */
const NEXT_ASKED = 20;

/** The first alternative that is free by now; where nobody can tell, the first one. */
async function findNext({ alternatives, calls, request, room }: Trip): Promise<Room | undefined> {
  const others = alternatives.filter(({ address }) => !isSame(address, room.address)).slice(0, NEXT_ASKED);
  if (others.length === 0) return undefined;
  try {
    const answers = await calls.readFreeBusy(
      others.map(({ address }) => address),
      { start: request.start, end: request.end },
    );
    const free = answers.filter(
      (one) => one.state === 'known' && !one.blocks.some((block) => overlaps(block, request)),
    );
    return others.find(({ address }) => free.some((one) => isSame(one.address, address)));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return others[0];
  }
}

/** The room said no: nothing of it stays, and the next free room is offered. */
export async function takeBackDeclined(trip: Trip): Promise<undefined> {
  const { room, request, calls, show } = trip;
  show({ phase: 'releasing', room });
  await remove(trip);
  const receipt = { ownEvent: await checkOwnEvent(trip), room: await checkRoom(trip, false) };
  const { freeBusy } = trip;
  const refusal = classifyRefusal({ request, room, now: calls.now(), ...(freeBusy ? { freeBusy } : {}) });
  const next = await findNext(trip);
  show({ phase: 'declined', room, refusal, receipt, ...(next ? { next } : {}) });
  return undefined;
}

/** The user took it back. */
export async function takeBackCancelled(trip: Trip): Promise<undefined> {
  const { room, show } = trip;
  show({ phase: 'releasing', room });
  const asked = trip.made !== 'nothing';
  await remove(trip);
  const receipt = { ownEvent: await checkOwnEvent(trip), room: await checkRoom(trip, asked) };
  show({ phase: 'cancelled', room, receipt });
  return undefined;
}
