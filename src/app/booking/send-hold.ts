/** Puts a new event into the calendar, with the room alone (or everybody, where the user wants that), exactly once. */
import { toHoldEvent, toInviteNowEvent } from '../../domain/booking/event-bodies.ts';
import { parseHoldMark } from '../../domain/booking/hold-mark.ts';
import { checkFirst } from './check-first.ts';
import { type Stage, type Trip, isOpen, keepEvent, noteCalls } from './trip.ts';

const LOOKS_MS = [0, 1_000, 2_000];

/** Looks a few times for what a lost answer may have made: the server may still be at it. */
export async function findLostEvent(trip: Trip): Promise<string | undefined> {
  const { calls, request, transactionId } = trip;
  for (const waitMs of LOOKS_MS) {
    // not the trip's own rest: taking back looks too, after cancel has ended every other wait
    if (waitMs > 0) await calls.sleep(waitMs, new AbortController().signal);
    const id = await calls.findEvent({ window: { start: request.start, end: request.end }, transactionId });
    if (id !== undefined) return id;
  }
  return undefined;
}

/** Under one transaction id for each room tried: however often it is sent, there is one event. */
export async function sendHold(trip: Trip): Promise<Stage> {
  const { calls, request, room, transactionId, show, stop } = trip;
  show({ phase: 'sending', room });
  if (trip.made === 'nothing' && !(await checkFirst(trip))) return 'takeBackDeclined';
  if (stop.aborted) return 'takeBackCancelled';
  const body = request.inviteAtOnce
    ? toInviteNowEvent(request, room, transactionId)
    : toHoldEvent(request, room, transactionId, calls.now());
  trip.mark = parseHoldMark(body.singleValueExtendedProperties?.[0].value ?? '');
  const before = trip.made;
  trip.made = 'maybe';
  try {
    const event = await calls.createEvent(body, noteCalls(trip, { phase: 'sending', room }));
    trip.eventId = event.id;
    keepEvent(trip, event);
  } catch (error) {
    if (!isOpen(error)) {
      trip.made = before;
      throw error;
    }
    if (stop.aborted) return 'takeBackCancelled';
    show({ phase: 'checking', room });
    trip.eventId = await findLostEvent(trip);
    trip.made = trip.eventId === undefined ? 'nothing' : 'made';
    if (trip.eventId === undefined) throw error;
  }
  trip.since = calls.now();
  return 'ask';
}
