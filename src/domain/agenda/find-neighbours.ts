/** Finds, for each event, the one it collides with and the one from which a person comes. */
import type { CalendarEvent } from './calendar-event.ts';

export interface Neighbours {
  /** Begun before it, or with it, and still running as it begins. */
  readonly collides?: CalendarEvent;
  /** The last one that was over by then. */
  readonly before?: CalendarEvent;
}

/**
 * Of timed events that take somebody's time: not cancelled, not declined, not shown as free or as a place of work, and
 * longer than a moment. Each collision is found once, at the later of the two, so that nothing is told twice.
 */
export function findNeighbours(events: readonly CalendarEvent[]): ReadonlyMap<string, Neighbours> {
  const found = new Map<string, Neighbours>();
  const sorted = events.flatMap(toTaken).sort((a, b) => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1));
  let longest: Taken | undefined;
  for (const taken of sorted) {
    if (longest !== undefined) {
      found.set(taken.id, longest.end > taken.start ? { collides: longest.event } : { before: longest.event });
    }
    if (longest === undefined || taken.end > longest.end) longest = taken;
  }
  return found;
}

interface Taken {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly event: CalendarEvent;
}

function toTaken(event: CalendarEvent): readonly Taken[] {
  const { id, time } = event;
  if (time.kind !== 'timed' || !takesTime(event)) return [];
  const [start, end] = [time.start.epochMilliseconds, time.end.epochMilliseconds];
  return end > start ? [{ id, start, end, event }] : [];
}

/** Whether somebody is taken by it. */
export function takesTime({ isCancelled, myAnswer, showAs }: CalendarEvent): boolean {
  return !isCancelled && myAnswer !== 'declined' && showAs !== 'free' && showAs !== 'workingElsewhere';
}
