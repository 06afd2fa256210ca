/** Asks a room for a meeting that is there already, and takes it out again; everybody else in the meeting is left alone. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { parseHoldMark } from '../../domain/booking/hold-mark.ts';
import { Failure } from '../../domain/failure.ts';
import { findRoomAnswer } from './booking-rules.ts';
import { patchMeeting, TRIES } from './patch-meeting.ts';
import { type Stage, type Trip, isConflict, isGone, listAsked, readTripEvent } from './trip.ts';

/** Adds the room to the meeting as it is now. */
export async function addRoom(trip: Trip): Promise<Stage> {
  const { calls, request, room, rules } = trip;
  const instead = await patchMeeting(trip, {
    before: requireExisting(trip),
    isWritten: (event) => listAsked(trip).every((one) => findRoomAnswer(event, one) !== 'missing'),
    toPatch: (event) => rules.toAddRoomPatch(event, room, request, calls.now()),
  });
  return instead ?? 'ask';
}

export function requireExisting({ request: { existing } }: Trip): CalendarEvent {
  if (existing === undefined) throw new Failure('internal', { path: 'a room for no meeting' });
  return existing;
}

/** The meeting as it was before the room was asked. */
export async function removeRoom(trip: Trip): Promise<void> {
  const { calls, room } = trip;
  for (let tries = 1; ; tries += 1) {
    try {
      const event = await readTripEvent(trip);
      const mark = parseHoldMark(event.holdMark ?? '') ?? trip.mark;
      const isAsked = listAsked(trip).some((one) => findRoomAnswer(event, one) !== 'missing');
      const isThere = isAsked || parseHoldMark(event.holdMark ?? '') !== undefined;
      if (mark === undefined || !isThere) return;
      const { id, etag } = event;
      await calls.updateEvent({ id, etag, patch: trip.rules.toRoomRemovedPatch(event, room, mark) });
      return;
    } catch (error) {
      if (isGone(error)) return;
      if (!isConflict(error) || tries >= TRIES) throw error;
    }
  }
}
