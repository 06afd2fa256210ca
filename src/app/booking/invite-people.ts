/** After the room's yes: people are invited, and the event is read back before it is called booked. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { BookingState } from '../../domain/booking/booking.ts';
import { HOLD_PREFIX, parseHoldMark } from '../../domain/booking/hold-mark.ts';
import type { EventPatch } from '../../domain/contract/event-write.ts';
import { Failure } from '../../domain/failure.ts';
import { listDeclined } from './await-room.ts';
import {
  type Stage,
  type Trip,
  isGone,
  keepEvent,
  noteCalls,
  readAnswer,
  readTripEvent,
  requireEventId,
} from './trip.ts';

const TRIES = 4;
const ONLINE = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } as const;

/** Settled by an earlier try whose answer was lost, or by this person's other window. */
function isSettled(trip: Trip, event: CalendarEvent): boolean {
  if (trip.request.inviteAtOnce) return true;
  if (parseHoldMark(event.holdMark ?? '') !== undefined) return false;
  return trip.sawMark || (trip.request.existing === undefined && !event.subject.startsWith(HOLD_PREFIX));
}

function toPatch(trip: Trip, event: CalendarEvent): EventPatch {
  const { mark, room, rules } = trip;
  if (mark === undefined) throw new Failure('internal', { path: 'a hold without its mark' });
  if (mark.previousTime !== undefined) return rules.toMovedPatch();
  if (mark.existing && mark.people.length === 0 && !mark.online) {
    return rules.toRoomConfirmedPatch(event, room, mark);
  }
  return rules.toConfirmPatch(trip.withoutOnline ? { ...mark, online: false } : mark, room, event);
}

/** True once the event is as it should be; false where it changed meanwhile and has to be looked at again. */
async function tryInvite(trip: Trip, event: CalendarEvent, usual: BookingState): Promise<boolean> {
  const { calls } = trip;
  try {
    const patch = toPatch(trip, event);
    const { onNote } = noteCalls(trip, usual);
    const update = { id: event.id, patch, etag: event.etag };
    // heard out even when the user cancels: what is taken back then must be known
    keepEvent(trip, await calls.updateEvent(update, onNote && { onNote }));
    return true;
  } catch (error) {
    trip.event = undefined;
    const isOnlineRefused = error instanceof Failure && error.code === 'bad_request' && !trip.withoutOnline;
    if (isOnlineRefused && trip.mark?.online === true) trip.withoutOnline = true;
    else if (!trip.rules.isOpen(error)) throw error;
    return false;
  }
}

/** Written onto the state in which the event was read: a change made in Outlook meanwhile is read and kept. */
export async function invitePeople(trip: Trip): Promise<Stage> {
  const { room, show, choice } = trip;
  const usual: BookingState = { phase: 'inviting', room, eventId: requireEventId(trip) };
  show(usual);
  for (let tries = 1; tries <= TRIES; tries += 1) {
    if (trip.stop.aborted) return 'takeBackCancelled';
    try {
      const event = trip.event ?? (await readTripEvent(trip));
      if (isSettled(trip, event)) return 'readBack';
      // moved in Outlook meanwhile, so that the room has to answer anew
      if (choice !== 'inviteNow' && readAnswer(trip, event) !== 'accepted') return 'ask';
      if (await tryInvite(trip, event, usual)) return 'readBack';
    } catch (error) {
      if (isGone(error)) return 'takeBackCancelled';
      throw error;
    }
  }
  throw new Failure('conflict', { path: 'the event keeps changing' });
}

const READS_MS = [0, 700, 1_500, 3_000, 3_000, 3_000];

export function toOnline(trip: Trip, event: CalendarEvent): 'none' | 'made' | 'missing' {
  if (!(trip.mark?.online ?? trip.request.online)) return 'none';
  return event.joinUrl === undefined ? 'missing' : 'made';
}

/** Booked only when the calendar, read once more, still shows the room's yes. */
export async function readBack(trip: Trip): Promise<Stage | undefined> {
  const { room, show, choice } = trip;
  const eventId = requireEventId(trip);
  let online: 'none' | 'made' | 'missing' = 'none';
  for (const waitMs of READS_MS) {
    if (waitMs > 0) await trip.rest(waitMs);
    const event = await readTripEvent(trip);
    if (trip.stop.aborted) return 'takeBackCancelled';
    const answer = readAnswer(trip, event);
    online = toOnline(trip, event);
    if (answer === 'declined' && choice !== 'inviteNow' && !trip.rules.isKept(answer)) {
      trip.refused = listDeclined(trip);
      return 'takeBackDeclined';
    }
    const isKept = trip.rules.isKept(answer);
    if (choice === 'inviteNow' && !isKept) break;
    // Exchange adds the join link a moment later
    if (isKept && (online !== 'missing' || trip.withoutOnline)) break;
  }
  const accepted = trip.event !== undefined && trip.rules.isKept(readAnswer(trip, trip.event));
  show(accepted ? { phase: 'booked', room, eventId, online } : { phase: 'invitedUnconfirmed', room, eventId });
  return undefined;
}

/** Only what is missing is tried again: the Teams meeting of a booking that is made, and stays made if this fails too. */
export async function addOnline(trip: Trip): Promise<Stage> {
  const eventId = requireEventId(trip);
  const usual: BookingState = { phase: 'inviting', room: trip.room, eventId };
  trip.show(usual);
  try {
    await trip.calls.updateEvent({ id: eventId, patch: ONLINE }, noteCalls(trip, usual));
    trip.withoutOnline = false;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    trip.withoutOnline = true;
  }
  return trip.series ? 'verifySeries' : 'readBack';
}
