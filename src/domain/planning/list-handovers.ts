/** Finds where one shift hands over to the next: a meeting then takes people from the desk. */
import { merge, type Interval } from '../time/intervals.ts';

interface TeamShift extends Interval {
  readonly teamId: string;
}

/** Longer than this, two shifts overlap for another reason. */
const MAX_MS = 60 * 60_000;

/** The time for which a shift of a team still runs while a later one has begun, an hour at most; merged, in order. */
export function listHandovers(shifts: readonly TeamShift[]): readonly Interval[] {
  const sorted = [...shifts].sort((a, b) => a.start.epochMilliseconds - b.start.epochMilliseconds);
  const found: Interval[] = [];
  for (const [index, before] of sorted.entries()) {
    for (const after of sorted.slice(index + 1)) {
      if (after.start.epochMilliseconds >= before.end.epochMilliseconds) break;
      if (after.teamId !== before.teamId || after.end.epochMilliseconds <= before.end.epochMilliseconds) continue;
      const ms = before.end.epochMilliseconds - after.start.epochMilliseconds;
      const isLater = after.start.epochMilliseconds > before.start.epochMilliseconds;
      if (isLater && ms <= MAX_MS) found.push({ start: after.start, end: before.end });
    }
  }
  return merge(found);
}
