/** What the shifts say about the days of an agenda: the ground on which events are judged. */
import type { Shift } from '../shifts/shift.ts';
import { listShiftDays } from '../shifts/shift-day.ts';
import { findLastIndex } from '../time/find-last.ts';
import { merge } from '../time/intervals.ts';
import type { DayGrid } from './day-grid.ts';

/** A night shift is no longer than this (a day of 25 hours); what is longer, such as a weekend on call, takes no events from their days. */
const NIGHT_MAX_MS = 25 * 3_600_000;

/** Epoch milliseconds, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface ShiftGround {
  /** Shifts of each day by grid index. */
  readonly byDay: readonly (readonly Shift[])[];
  readonly carriedOver: (index: number) => readonly Shift[];
  /** When the night shift begun the day before ends; 0 where there is none. */
  readonly nightEnds: readonly number[];
  /** All work, all of it from elsewhere, and all of it in an office, as disjoint spans in order. */
  readonly work: readonly Span[];
  readonly remote: readonly Span[];
  readonly office: readonly Span[];
}

export function createShiftGround(shifts: readonly Shift[], zone: string, grid: DayGrid): ShiftGround {
  const byDay: Shift[][] = grid.dates.map(() => []);
  const nightEnds = grid.dates.map(() => 0);
  const unique = [...new Map(shifts.map((shift) => [shift.id, shift])).values()].sort(
    (a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b) || (a.id < b.id ? -1 : 1),
  );
  const working = unique.filter((shift) => shift.place.kind !== 'off');
  for (const shift of unique) {
    for (const date of listShiftDays(shift, zone)) byDay[grid.toIndex(date)]?.push(shift);
  }
  for (const shift of working) {
    const next = grid.findDay(startOf(shift)) + 1;
    const isNight = endOf(shift) > (grid.starts[next] ?? Infinity) && isNightShift(shift);
    if (isNight && next > 0) nightEnds[next] = Math.max(nightEnds[next] ?? 0, endOf(shift));
  }
  const carriedOver = (index: number): readonly Shift[] => {
    const dayStart = grid.starts[index] ?? 0;
    return working.filter((shift) => startOf(shift) < dayStart && endOf(shift) > dayStart);
  };
  const at = (kind: 'remote' | 'office'): readonly Span[] =>
    toSpans(working.filter((shift) => shift.place.kind === kind));
  return { byDay, carriedOver, nightEnds, work: toSpans(working), remote: at('remote'), office: at('office') };
}

/** Short enough to be one night, where it crosses midnight. */
export const isNightShift = (shift: Shift): boolean => endOf(shift) - startOf(shift) <= NIGHT_MAX_MS;

/** Wholly inside one span; a mere point may also stand on its edge. */
export function isInside(spans: readonly Span[], { start, end }: Span): boolean {
  const span = spans[findLastIndex(spans, start, toStart)];
  return span !== undefined && end <= span.end;
}

/** Shares time with a span; a mere point shares it unless it stands on the end. */
export function isTouching(spans: readonly Span[], { start, end }: Span): boolean {
  const index = findLastIndex(spans, start, toStart);
  const before = spans[index];
  const after = spans[index + 1];
  return (before !== undefined && start < before.end) || (after !== undefined && after.start < end);
}

const toStart = (span: Span): number => span.start;

function toSpans(shifts: readonly Shift[]): readonly Span[] {
  return merge(shifts).map(({ start, end }) => ({ start: start.epochMilliseconds, end: end.epochMilliseconds }));
}

function startOf(shift: Shift): number {
  return shift.start.epochMilliseconds;
}

function endOf(shift: Shift): number {
  return shift.end.epochMilliseconds;
}
