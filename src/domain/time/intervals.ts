/** Arithmetic of half-open stretches of time: what touches at an end does not overlap. */

export interface Interval {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** A stretch that ends as the other begins does not overlap it. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start.epochMilliseconds < b.end.epochMilliseconds && b.start.epochMilliseconds < a.end.epochMilliseconds;
}

/** The same time as disjoint stretches in order; touching ones become one, empty ones vanish. */
export function merge(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals
    .filter((interval) => interval.start.epochMilliseconds < interval.end.epochMilliseconds)
    .sort((a, b) => a.start.epochMilliseconds - b.start.epochMilliseconds);
  const merged: Interval[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last === undefined || last.end.epochMilliseconds < start.epochMilliseconds) merged.push({ start, end });
    else if (last.end.epochMilliseconds < end.epochMilliseconds) merged[merged.length - 1] = { start: last.start, end };
  }
  return merged;
}

/** What is left of `whole` without `parts`: disjoint stretches in order. */
export function subtract(whole: Interval, parts: readonly Interval[]): readonly Interval[] {
  const left: Interval[] = [];
  let start = whole.start;
  for (const part of merge(parts)) {
    if (!overlaps(whole, part)) continue;
    if (start.epochMilliseconds < part.start.epochMilliseconds) left.push({ start, end: part.start });
    start = part.end;
  }
  if (start.epochMilliseconds < whole.end.epochMilliseconds) left.push({ start, end: whole.end });
  return left;
}
