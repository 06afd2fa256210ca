/** Asks again and again what the rooms say to each date of a series, until all have answered. */
import { Failure } from '../../domain/failure.ts';
import type { DateState } from '../../domain/series/read-date-states.ts';
import { isSame } from './booking-rules.ts';
import { readSeries, requireSeries } from './series-dates.ts';
import { type Stage, type Trip, isGone, requireEventId } from './trip.ts';

const FIRST_MS = 700;
const MOST_MS = 3_000;
const SLOW_MS = 10_000;
const MAX_FAILURES = 3;
/** Dates that somebody changed meanwhile are set right again so often; then the person decides. */
const MAX_ROUNDS = 2;

const has = (states: readonly DateState[], ...answers: readonly DateState['answer'][]): boolean =>
  states.some(({ answer }) => answers.includes(answer));

/** Where to go from here; undefined: the rooms are still thinking. */
function findNextStage(trip: Trip): Stage | undefined {
  const series = requireSeries(trip);
  const states = series.states.filter(({ answer }) => answer !== 'skipped');
  if (trip.choice === 'inviteNow') return 'inviteSeries';
  const own = states.filter(({ room }) => isSame(room.address, trip.room.address));
  if (own.length > 0 && own.every(({ answer }) => answer === 'declined')) return 'takeBackDeclined';
  if (has(states, 'unasked', 'amiss') && series.rounds < MAX_ROUNDS) {
    series.rounds += 1;
    return 'settleDates';
  }
  if (has(states, 'waiting', 'tentative')) return undefined;
  return states.every(({ answer }) => answer === 'accepted') ? 'inviteSeries' : 'resolve';
}

function showAsking(trip: Trip): boolean {
  const { room, calls, since, overdueAt, show } = trip;
  const eventId = requireEventId(trip);
  const { states } = requireSeries(trip);
  if (has(states, 'tentative') && !has(states, 'waiting')) {
    trip.tentative = new Set([room.address.toLowerCase()]);
    show({ phase: 'awaitingApproval', room, eventId, since });
    return true;
  }
  const overdue = Temporal.Instant.compare(calls.now(), overdueAt) >= 0;
  show({ phase: 'asking', room, eventId, since, overdue });
  return overdue;
}

export async function askSeries(trip: Trip): Promise<Stage> {
  let delayMs = FIRST_MS;
  let failures = 0;
  for (;;) {
    try {
      await readSeries(trip);
      failures = 0;
    } catch (error) {
      if (isGone(error)) return 'takeBackCancelled';
      failures += 1;
      if (!trip.rules.isOpen(error) || failures >= MAX_FAILURES)
        throw error instanceof Failure ? error : new Failure('internal', { cause: error });
    }
    const next = failures === 0 ? findNextStage(trip) : undefined;
    if (next === 'takeBackDeclined')
      trip.refused = [{ room: trip.room, ...(trip.tentative.size > 0 ? { seen: 'needsApproval' } : {}) }];
    if (next !== undefined) return next;
    const slow = showAsking(trip);
    await trip.rest(delayMs);
    if (trip.stop.aborted) return 'takeBackCancelled';
    delayMs = Math.min(Math.round(delayMs * 1.5), slow ? SLOW_MS : MOST_MS);
  }
}

/** Nothing happens by itself until the person has said what becomes of the refused dates. */
export function resolve(trip: Trip): Promise<undefined> {
  const { room, show, eventId } = trip;
  show({ phase: 'resolving', room, ...(eventId === undefined ? {} : { eventId }) });
  return Promise.resolve(undefined);
}
