/** Asks again and again what the room says, ever more slowly, and tells when the user should choose. */
import { Failure } from '../../domain/failure.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { findRoomAnswer, type RoomAnswer } from './booking-rules.ts';
import {
  type Refused,
  type Stage,
  type Trip,
  isGone,
  listAsked,
  readAnswer,
  readTripEvent,
  requireEventId,
  toTwinView,
} from './trip.ts';

const FIRST_MS = 700;
const MOST_MS = 3_000;
/** Once the user has been asked to choose, or somebody has to approve. */
const SLOW_MS = 10_000;
const MAX_FAILURES = 3;

/** Of each room, the first one's first. */
function listAnswers(trip: Trip, event: CalendarEvent | undefined): readonly RoomAnswer[] {
  return listAsked(trip).map((room) => (event === undefined ? 'none' : findRoomAnswer(event, room)));
}

function toAnswers(trip: Trip): ReturnType<typeof toTwinView> {
  const [first = 'none', second = 'none'] = listAnswers(trip, trip.event).map((one) =>
    one === 'missing' ? 'none' : one,
  );
  return toTwinView(trip, { answers: [first, second] });
}

function showAsking(trip: Trip, answer: RoomAnswer): boolean {
  const { room, calls, since, overdueAt, show } = trip;
  const eventId = requireEventId(trip);
  if (answer === 'tentative') {
    show({ phase: 'awaitingApproval', room, eventId, since, ...toAnswers(trip) });
    return true;
  }
  const overdue = Temporal.Instant.compare(calls.now(), overdueAt) >= 0;
  show({ phase: 'asking', room, eventId, since, overdue, ...toAnswers(trip) });
  return overdue;
}

/** An unread answer is no answer: a few failures in a row are borne. */
async function listen(trip: Trip, failures: number): Promise<RoomAnswer | 'unread'> {
  try {
    return readAnswer(trip, trip.event ?? (await readTripEvent(trip)));
  } catch (error) {
    if (!trip.rules.isOpen(error) || failures + 1 >= MAX_FAILURES) throw error;
    return 'unread';
  }
}

const toKey = ({ address }: { readonly address: string }): string => address.toLowerCase();

function noteTentative(trip: Trip): void {
  const { event, tentative } = trip;
  if (event === undefined) return;
  const now = listAsked(trip).filter((room) => findRoomAnswer(event, room) === 'tentative');
  if (now.length > 0) trip.tentative = new Set([...tentative, ...now.map(toKey)]);
}

/** The rooms with a no; of one that somebody was to approve we saw the cause. */
export function listDeclined(trip: Trip): readonly Refused[] {
  const { event, tentative, room } = trip;
  const declined = listAsked(trip).filter((one) => event !== undefined && findRoomAnswer(event, one) === 'declined');
  // a meeting that moves may be refused by a room beside those that were asked here
  const refused = declined.length === 0 ? [room] : declined;
  return refused.map((one) => (tentative.has(toKey(one)) ? { room: one, seen: 'needsApproval' } : { room: one }));
}

/** The person waits no longer for those that have not said yes. */
function listSilent(trip: Trip): readonly Refused[] {
  const answers = listAnswers(trip, trip.event);
  const silent = listAsked(trip).flatMap((room, index): Refused[] => {
    if (answers[index] === 'accepted') return [];
    const isTentative = answers[index] === 'tentative' || trip.tentative.has(toKey(room));
    return [{ room, seen: isTentative ? 'needsApproval' : 'noAnswer' }];
  });
  return silent.length === 0 ? [{ room: trip.room, seen: 'noAnswer' }] : silent;
}

function refuse(trip: Trip, refused: readonly Refused[]): Stage {
  trip.refused = refused;
  return 'takeBackDeclined';
}

export async function awaitRoom(trip: Trip): Promise<Stage> {
  let delayMs = FIRST_MS;
  let failures = 0;
  let known: RoomAnswer = 'none';
  for (;;) {
    let answer: RoomAnswer | 'unread';
    try {
      answer = await listen(trip, failures);
    } catch (error) {
      // somebody deleted the event in Outlook: there is nothing left to book
      if (isGone(error)) return 'takeBackCancelled';
      throw error instanceof Failure ? error : new Failure('internal', { cause: error });
    }
    failures = answer === 'unread' ? failures + 1 : 0;
    known = answer === 'unread' ? known : answer;
    if (known === 'accepted') return 'invite';
    noteTentative(trip);
    if (known === 'declined') return refuse(trip, listDeclined(trip));
    if (trip.choice === 'tryAnother') return refuse(trip, listSilent(trip));
    if (trip.choice === 'inviteNow') return 'invite';
    const slow = showAsking(trip, known);
    await trip.rest(delayMs);
    if (trip.stop.aborted) return 'takeBackCancelled';
    trip.event = undefined;
    delayMs = Math.min(Math.round(delayMs * 1.5), slow ? SLOW_MS : MOST_MS);
  }
}
