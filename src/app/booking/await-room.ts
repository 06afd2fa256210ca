/** Asks again and again what the room says, ever more slowly, and tells when the user should choose. */
import type { Answer } from '../../domain/agenda/calendar-event.ts';
import { Failure } from '../../domain/failure.ts';
import { type Stage, type Trip, findRoomAnswer, isGone, isOpen, readTripEvent, requireEventId } from './trip.ts';

const FIRST_MS = 700;
const MOST_MS = 3_000;
/** Once the user has been asked to choose, or somebody has to approve. */
const SLOW_MS = 10_000;
const MAX_FAILURES = 3;

function showAsking(trip: Trip, answer: Answer | 'missing'): boolean {
  const { room, calls, since, overdueAt, show } = trip;
  const eventId = requireEventId(trip);
  if (answer === 'tentative') {
    show({ phase: 'awaitingApproval', room, eventId, since });
    return true;
  }
  const overdue = Temporal.Instant.compare(calls.now(), overdueAt) >= 0;
  show({ phase: 'asking', room, eventId, since, overdue });
  return overdue;
}

/** An unread answer is no answer: a few failures in a row are borne. */
async function readAnswer(trip: Trip, failures: number): Promise<Answer | 'missing' | 'unread'> {
  try {
    return findRoomAnswer(trip.event ?? (await readTripEvent(trip)), trip.room);
  } catch (error) {
    if (!isOpen(error) || failures + 1 >= MAX_FAILURES) throw error;
    return 'unread';
  }
}

export async function awaitRoom(trip: Trip): Promise<Stage> {
  let delayMs = FIRST_MS;
  let failures = 0;
  let known: Answer | 'missing' = 'none';
  for (;;) {
    let answer: Answer | 'missing' | 'unread';
    try {
      answer = await readAnswer(trip, failures);
    } catch (error) {
      // somebody deleted the event in Outlook: there is nothing left to book
      if (isGone(error)) return 'takeBackCancelled';
      throw error instanceof Failure ? error : new Failure('internal', { cause: error });
    }
    failures = answer === 'unread' ? failures + 1 : 0;
    known = answer === 'unread' ? known : answer;
    if (known === 'accepted') return 'invite';
    if (known === 'declined') return 'takeBackDeclined';
    if (trip.choice === 'inviteNow') return 'invite';
    const slow = showAsking(trip, known);
    await trip.rest(delayMs);
    if (trip.stop.aborted) return 'takeBackCancelled';
    trip.event = undefined;
    delayMs = Math.min(Math.round(delayMs * 1.5), slow ? SLOW_MS : MOST_MS);
  }
}
