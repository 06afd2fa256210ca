/** Finds the time inside shifts that nothing takes. */
import type { Shift } from '../shifts/shift.ts';
import { type Interval, merge, subtract } from '../time/intervals.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { takesTime } from './find-neighbours.ts';

/** Shorter ones help nobody. */
const SHORTEST_MS = 15 * 60_000;

/**
 * Disjoint stretches in order. Breaks and training are kept free, so they are no free time of the shift; all-day events
 * take none of it, but a time off does.
 */
export function listFreeStretches(shifts: readonly Shift[], events: readonly CalendarEvent[]): readonly Interval[] {
  const work = merge(shifts.filter(({ place }) => place.kind !== 'off'));
  const taken = [
    ...shifts.flatMap(({ activities }) => activities),
    ...shifts.filter(({ place }) => place.kind === 'off'),
    ...events.flatMap((event) => (event.time.kind === 'timed' && takesTime(event) ? [event.time] : [])),
  ];
  return work.flatMap((stretch) => subtract(stretch, taken)).filter((stretch) => toLength(stretch) >= SHORTEST_MS);
}

export function toLength({ start, end }: Interval): number {
  return end.epochMilliseconds - start.epochMilliseconds;
}

/** The same for many days at once: only the events near a day's shifts are looked at. */
export function createFreeFinder(events: readonly CalendarEvent[]): (shifts: readonly Shift[]) => readonly Interval[] {
  const timed = events.flatMap((event) => {
    if (event.time.kind !== 'timed') return [];
    const { start, end } = event.time;
    return [{ event, start: start.epochMilliseconds, end: end.epochMilliseconds }];
  });
  return (shifts) => {
    const starts = shifts.map(({ start }) => start.epochMilliseconds);
    const ends = shifts.map(({ end }) => end.epochMilliseconds);
    const [from, to] = [Math.min(...starts), Math.max(...ends)];
    const near = timed.filter(({ start, end }) => start < to && end > from).map(({ event }) => event);
    return listFreeStretches(shifts, near);
  };
}
