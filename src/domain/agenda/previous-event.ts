/** Finds the meeting that I come from. */
import type { CalendarEvent } from './calendar-event.ts';

/** Who had so long a break may have been anywhere. */
const LONGEST_BREAK_MS = 2 * 3_600_000;

/** The timed event of mine that ends last before this one starts, at most two hours before; touching counts. */
export function findPreviousEvent(
  events: readonly CalendarEvent[],
  { id, time }: CalendarEvent,
): CalendarEvent | undefined {
  if (time.kind !== 'timed') return undefined;
  const startMs = time.start.epochMilliseconds;
  const before = events.flatMap((event) => {
    if (event.id === id || event.time.kind !== 'timed' || event.isCancelled || event.myAnswer === 'declined') return [];
    const endMs = event.time.end.epochMilliseconds;
    return endMs <= startMs && startMs - endMs <= LONGEST_BREAK_MS ? [{ event, endMs }] : [];
  });
  return before.sort((a, b) => b.endMs - a.endMs || (a.event.id < b.event.id ? -1 : 1))[0]?.event;
}
