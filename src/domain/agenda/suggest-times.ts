/** Suggests other times for a meeting: inside my shifts, where nothing of mine takes the time. */
import type { Shift } from '../shifts/shift.ts';
import type { Interval } from '../time/intervals.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { listFreeStretches, toLength } from './free-stretches.ts';
import { isInPerson, TRAVEL_MS } from './list-flags.ts';

const STEP_MS = 15 * 60_000;
const MOST = 5;

interface SuggestionSetup {
  readonly event: CalendarEvent;
  readonly shifts: readonly Shift[];
  readonly events: readonly CalendarEvent[];
  readonly now: Temporal.Instant;
}

/** Whoever has to be there in person can't while working remotely, nor for the way to the office after it. */
const toAway = (shift: Shift): Shift =>
  shift.place.kind === 'remote'
    ? { ...shift, end: shift.end.add({ milliseconds: TRAVEL_MS }), place: { kind: 'off' } }
    : shift;

/**
 * Of the same length, on the quarter hours, still to come; nearest to the time it has first. A meeting in person goes
 * into no remote shift where there is any other. Of others' time nothing is known here.
 */
export function suggestTimes({ event, shifts, events, now }: SuggestionSetup): readonly Interval[] {
  const { time } = event;
  if (time.kind !== 'timed') return [];
  const length = toLength(time);
  const wanted = time.start.epochMilliseconds;
  const others = events.filter(({ id }) => id !== event.id);
  const listIn = (ground: readonly Shift[]): readonly number[] =>
    listFreeStretches(ground, others)
      .flatMap((stretch) => {
        const first = Math.max(stretch.start.epochMilliseconds, now.epochMilliseconds);
        const last = stretch.end.epochMilliseconds - length;
        return listStarts(up(first), down(last), wanted);
      })
      .filter((start) => start !== wanted);
  const there = isInPerson(event) ? listIn(shifts.map(toAway)) : [];
  return [...new Set(there.length > 0 ? there : listIn(shifts))]
    .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b)
    .slice(0, MOST)
    .map(toInterval(length));
}

/** Both ends of the stretch and the two places nearest to the time it has. */
function listStarts(first: number, last: number, wanted: number): readonly number[] {
  if (last < first) return [];
  const clamp = (start: number): number => Math.min(last, Math.max(first, start));
  return [first, last, clamp(down(wanted)), clamp(up(wanted))];
}

const up = (ms: number): number => Math.ceil(ms / STEP_MS) * STEP_MS;
const down = (ms: number): number => Math.floor(ms / STEP_MS) * STEP_MS;

function toInterval(length: number): (start: number) => Interval {
  return (start) => ({
    start: Temporal.Instant.fromEpochMilliseconds(start),
    end: Temporal.Instant.fromEpochMilliseconds(start + length),
  });
}
