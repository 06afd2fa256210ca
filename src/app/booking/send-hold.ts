/** Puts a new event into the calendar, with the room alone (or everybody, where the user wants that), exactly once. */
import { toInviteNowEvent } from '../../domain/booking/event-bodies.ts';
import { toSeriesHold } from '../../domain/series/series-bodies.ts';
import type { EventCreate } from '../../domain/contract/event-write.ts';
import { parseHoldMark } from '../../domain/booking/hold-mark.ts';
import { checkFirst } from './check-first.ts';
import { type Stage, type Trip, keepEvent, noteCalls } from './trip.ts';

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

function toBody({ calls, request, room, rules, series, transactionId }: Trip): EventCreate {
  const now = calls.now();
  if (request.series !== undefined && series !== undefined) {
    const wish = { ...request.series, dates: series.dates };
    return toSeriesHold({ request, series: wish, room, transactionId, now });
  }
  if (request.inviteAtOnce) return toInviteNowEvent(request, room, transactionId);
  return rules.toHoldEvent(request, room, transactionId, now);
}

/** Under one transaction id for each room tried: however often it is sent, there is one event. */
export async function sendHold(trip: Trip): Promise<Stage> {
  const { calls, room, show, stop, rules } = trip;
  show({ phase: 'sending', room });
  if (trip.made === 'nothing' && !(await checkFirst(trip))) return trip.series ? 'resolve' : 'takeBackDeclined';
  if (stop.aborted) return 'takeBackCancelled';
  trip.transactionId = rules.toTransactionId(trip.transactionId);
  const body = toBody(trip);
  trip.mark = parseHoldMark(body.singleValueExtendedProperties?.[0].value ?? '');
  const before = trip.made;
  trip.made = 'maybe';
  try {
    const event = await calls.createEvent(body, noteCalls(trip, { phase: 'sending', room }));
    trip.eventId = event.id;
    keepEvent(trip, event);
  } catch (error) {
    if (!rules.isOpen(error)) {
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
  return trip.series ? 'settleDates' : 'ask';
}
