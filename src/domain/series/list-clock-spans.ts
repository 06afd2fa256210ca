/** Says where a clock change falls into a series, as two zones see it. */
import type { Occurrence } from './expand-series.ts';

/** Dates in a row between which neither clock changed. */
export interface ClockSpan {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  /** A start of the span: the same time of day on each of its dates in both zones. */
  readonly start: Temporal.Instant;
  /** Such as `+01:00`. */
  readonly offset: string;
  readonly otherOffset: string;
}

/** One span where no clock changes between the first date and the last. */
export function listClockSpans(
  occurrences: readonly Occurrence[],
  zone: string,
  otherZone: string,
): readonly ClockSpan[] {
  const spans: ClockSpan[] = [];
  for (const { date, start, clock } of occurrences) {
    const offset = start.toZonedDateTimeISO(zone).offset;
    const otherOffset = start.toZonedDateTimeISO(otherZone).offset;
    const last = spans.at(-1);
    const isSame = last?.offset === offset && last.otherOffset === otherOffset;
    // the date of the jump itself begins at another hour: it is said beside the date, not of the span
    if (last !== undefined && (isSame || clock === 'skipped')) spans[spans.length - 1] = { ...last, until: date };
    else spans.push({ from: date, until: date, start, offset, otherOffset });
  }
  return spans;
}
