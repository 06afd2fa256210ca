/** A day as half hours: what each row of a timeline shows in each of them, and how many rooms are free from each on. */
import { overlaps, type Interval } from '../time/intervals.ts';
import type { BusyBlock, BusyStatus } from './free-busy.ts';
import { rankSlots } from './rank-slots.ts';
import { toTakenSlots, type SlotGrid } from './slot-grid.ts';

export type SlotStatus = 'free' | BusyStatus;

const HALF_HOUR_MS = 30 * 60_000;
const QUARTER_MS = 15 * 60_000;

/** The worst of what overlaps a slot is what it shows. */
const WEIGHT: Readonly<Record<SlotStatus, number>> = {
  ...{ free: 0, workingElsewhere: 1, tentative: 2, unknown: 3 },
  ...{ oof: 4, busy: 5 },
};

/** From midnight to midnight of the zone; a day of a clock change has more or fewer half hours than 48. */
export function toDayWindow(day: Temporal.PlainDate, zone: string): Interval {
  const at = (date: Temporal.PlainDate): Temporal.Instant => date.toZonedDateTime(zone).toInstant();
  return { start: at(day), end: at(day.add({ days: 1 })) };
}

export function listSlots({ start, end }: Interval): readonly Interval[] {
  const count = Math.ceil((end.epochMilliseconds - start.epochMilliseconds) / HALF_HOUR_MS);
  return Array.from({ length: count }, (_, index) => ({
    start: start.add({ milliseconds: index * HALF_HOUR_MS }),
    end: start.add({ milliseconds: (index + 1) * HALF_HOUR_MS }),
  }));
}

export function findSlotStatus(blocks: readonly BusyBlock[], slot: Interval): SlotStatus {
  let worst: SlotStatus = 'free';
  for (const block of blocks) {
    if (WEIGHT[block.status] > WEIGHT[worst] && overlaps(block, slot)) worst = block.status;
  }
  return worst;
}

/** For each slot as a start: how many of the rooms are free for the length, by quarters of an hour. */
export function countFreeRooms(input: {
  readonly rooms: readonly (readonly BusyBlock[])[];
  readonly slots: readonly Interval[];
  readonly lengthMs: number;
}): readonly number[] {
  const { rooms, slots, lengthMs } = input;
  const first = slots[0];
  if (first === undefined) return [];
  const count = slots.length * (HALF_HOUR_MS / QUARTER_MS);
  const grid: SlotGrid = { startMs: first.start.epochMilliseconds, slotMs: QUARTER_MS, count };
  const length = Math.max(1, Math.ceil(lengthMs / QUARTER_MS));
  const { free } = rankSlots({ rooms: rooms.map((blocks) => toTakenSlots(blocks, grid)), grid, length });
  return slots.map((_, index) => free[index * 2] ?? 0);
}
