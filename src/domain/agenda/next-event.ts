/** Finds the meeting that the top of the screen is about. */
import type { CalendarEvent } from './calendar-event.ts';

/** For so long after its start a meeting is still the one to go to. */
const LATE_MS = 10 * 60_000;

/**
 * The next timed event that is neither cancelled nor declined: one that began up to ten minutes ago and still runs,
 * or the first to start; where none is to come, the one that runs. Ties go to the smaller id.
 */
export function findNextEvent(events: readonly CalendarEvent[], now: Temporal.Instant): CalendarEvent | undefined {
  const nowMs = now.epochMilliseconds;
  const open = events.flatMap((event) => {
    if (event.time.kind !== 'timed' || event.isCancelled || event.myAnswer === 'declined') return [];
    const start = event.time.start.epochMilliseconds;
    const isOver = event.time.end.epochMilliseconds <= nowMs && start < nowMs;
    return isOver ? [] : [{ event, start }];
  });
  const ahead = open.filter(({ start }) => start > nowMs - LATE_MS);
  const sorted = (ahead.length > 0 ? ahead : open).sort(
    (a, b) => a.start - b.start || (a.event.id < b.event.id ? -1 : Number(a.event.id > b.event.id)),
  );
  return (ahead.length > 0 ? sorted[0] : sorted.at(-1))?.event;
}
