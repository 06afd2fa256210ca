/** Finds the time in which one shift hands over to the next. */
import type { Interval } from '../time/intervals.ts';
import type { Shift } from './shift.ts';

export interface Handover extends Interval {
  /** Others' work becomes mine at the start of my shift, or mine becomes theirs at its end. */
  readonly kind: 'in' | 'out';
}

/** A shift of somebody else in one of my teams: when, and nothing more. */
export interface TeamSpan extends Interval {
  readonly team: string;
}

/** What overlaps for longer is work side by side. */
const LONGEST_MS = 2 * 3_600_000;

/**
 * For each of my shifts at most one at either end: the longest overlap with a shift of the same team that began before
 * mine and ends within it, and with one that begins within mine and lasts longer. Shifts that only touch hand over nothing.
 */
export function findHandovers(shifts: readonly Shift[], others: readonly TeamSpan[]): readonly Handover[] {
  return shifts.flatMap((shift) => {
    if (shift.place.kind === 'off' || shift.team === undefined) return [];
    const team = others.filter((one) => one.team === shift.team);
    const start = shift.start.epochMilliseconds;
    const end = shift.end.epochMilliseconds;
    const ends = team
      .filter((one) => one.start.epochMilliseconds < start && one.end.epochMilliseconds < end)
      .map((one) => one.end)
      .filter((one) => isShort(one.epochMilliseconds - start));
    const starts = team
      .filter((one) => one.end.epochMilliseconds > end && one.start.epochMilliseconds > start)
      .map((one) => one.start)
      .filter((one) => isShort(end - one.epochMilliseconds));
    const last = findMost(ends, 1);
    const first = findMost(starts, -1);
    return [
      ...(last === undefined ? [] : [{ kind: 'in' as const, start: shift.start, end: last }]),
      ...(first === undefined ? [] : [{ kind: 'out' as const, start: first, end: shift.end }]),
    ];
  });
}

const isShort = (ms: number): boolean => ms > 0 && ms <= LONGEST_MS;

function findMost(instants: readonly Temporal.Instant[], sign: 1 | -1): Temporal.Instant | undefined {
  return [...instants].sort((a, b) => sign * (b.epochMilliseconds - a.epochMilliseconds))[0];
}
