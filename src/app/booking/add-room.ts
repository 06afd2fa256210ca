/** Asks a room for a meeting that is there already, and takes it out again; everybody else in the meeting is left alone. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { parseHoldMark } from '../../domain/booking/hold-mark.ts';
import { Failure } from '../../domain/failure.ts';
import { findRoomAnswer } from './booking-rules.ts';
import { checkFirst } from './check-first.ts';
import { type Stage, type Trip, isConflict, isGone, keepEvent, listAsked, noteCalls, readTripEvent } from './trip.ts';

const TRIES = 4;

/** Adds the room to the meeting as it is now; a change made elsewhere meanwhile is kept. */
export async function addRoom(trip: Trip): Promise<Stage> {
  const { calls, request, room, show, stop, rules } = trip;
  show({ phase: 'sending', room });
  if (trip.made === 'nothing' && !(await checkFirst(trip))) return 'takeBackDeclined';
  let event: CalendarEvent | undefined = trip.made === 'nothing' ? request.existing : undefined;
  for (let tries = 1; ; tries += 1) {
    if (stop.aborted) return 'takeBackCancelled';
    event ??= await calls.readEvent(requireExisting(trip).id);
    const now = event;
    if (listAsked(trip).every((one) => findRoomAnswer(now, one) !== 'missing')) break;
    trip.made = 'maybe';
    const patch = rules.toAddRoomPatch(event, room, request, calls.now());
    trip.mark = parseHoldMark(patch.singleValueExtendedProperties?.[0].value ?? '');
    try {
      const { id, etag } = event;
      event = await calls.updateEvent({ id, patch, etag }, noteCalls(trip, { phase: 'sending', room }));
      break;
    } catch (error) {
      if (!rules.isOpen(error)) trip.made = 'nothing';
      if (!rules.isOpen(error) || tries >= TRIES) throw error;
      if (!isConflict(error)) show({ phase: 'checking', room });
      event = undefined;
    }
  }
  keepEvent(trip, event);
  trip.since = calls.now();
  return 'ask';
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
