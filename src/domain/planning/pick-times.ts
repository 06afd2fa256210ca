/** Picks from all ranked times those worth showing: quarters of an hour beside each other are one choice. */
import type { Plan, PlannedTime } from './plan-meeting.ts';

const MOST_A_DAY = 2;

/** Best first; none overlaps a better one, and a day has two at most before each other day has had its turn. */
export function pickTimes({ ranked, grid }: Pick<Plan, 'ranked' | 'grid'>, count: number): readonly PlannedTime[] {
  const picked: PlannedTime[] = [];
  const later: PlannedTime[] = [];
  const perDay = new Map<number, number>();
  const isClear = (slot: number): boolean => picked.every((one) => Math.abs((one.slots[0] ?? 0) - slot) >= grid.length);
  const take = (time: PlannedTime, mostADay: number): void => {
    const slot = time.slots[0] ?? 0;
    const day = grid.dayOf[slot] ?? 0;
    if (picked.length >= count || !isClear(slot)) return;
    if ((perDay.get(day) ?? 0) >= mostADay) return void later.push(time);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
    picked.push(time);
  };
  for (const time of ranked) take(time, MOST_A_DAY);
  for (const time of [...later]) take(time, Infinity);
  return picked;
}
