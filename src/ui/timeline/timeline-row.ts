/** What a row of the timeline is given: times and status alone, never what they are for. */
import type { Interval } from '../../domain/time/intervals.ts';
import type { BusyBlock } from '../../domain/rooms/free-busy.ts';
import type { Shift } from '../../domain/shifts/shift.ts';

export interface TimelineRow {
  readonly key: string;
  readonly name: string;
  readonly kind: 'me' | 'person' | 'room';
  readonly state: 'pending' | 'known' | 'unknown';
  readonly blocks: readonly BusyBlock[];
  /** The ground it stands on, where it is known. */
  readonly shifts: readonly Shift[];
}

export interface SlotRange {
  readonly from: number;
  /** The last slot in it. */
  readonly to: number;
}

export const isInRange = ({ from, to }: SlotRange, slot: number): boolean => slot >= from && slot <= to;

export const toRange = (a: number, b: number): SlotRange => ({ from: Math.min(a, b), to: Math.max(a, b) });

/** The slots that a time touches; undefined where it lies outside. */
export function findRange(slots: readonly Interval[], time: Interval | undefined): SlotRange | undefined {
  if (time === undefined) return undefined;
  const touches = (slot: Interval): boolean =>
    slot.start.epochMilliseconds < time.end.epochMilliseconds &&
    slot.end.epochMilliseconds > time.start.epochMilliseconds;
  const from = slots.findIndex(touches);
  return from === -1 ? undefined : { from, to: slots.findLastIndex(touches) };
}
