/** Counts a story's days from today and puts its clock times on them, in the zone the story is told in. */
import { addDays, fromLocalText, requireZone, toLocalDate } from '../mailbox/zones.ts';

/** Seeds reach three weeks back and nine ahead. */
export const FIRST_DAY = -21;
export const END_DAY = 63;

export interface StoryDays {
  /** Zone name as the story gives it. */
  readonly timeZone: string;
  dateOf(day: number): string;
  /** Milliseconds of `time` (`HH:MM`) on a day, on the clocks of the story's zone or another one. */
  at(day: number, time: string, zoneName?: string): number;
}

export function createStoryDays(nowMs: number, timeZone: string): StoryDays {
  const today = toLocalDate(nowMs, requireZone(timeZone));
  return {
    timeZone,
    dateOf: (day) => addDays(today, day),
    at: (day, time, zoneName = timeZone) => fromLocalText(`${addDays(today, day)}T${time}:00`, requireZone(zoneName)),
  };
}

/** From when to when; an end that is not after its start on the clock is on the next day, unless `isPoint` allows both to be one. */
export function toSpan(
  days: StoryDays,
  { day, from, to, zone, isPoint = false }: { day: number; from: string; to: string; zone?: string; isPoint?: boolean },
): { readonly startMs: number; readonly endMs: number } {
  const endDay = to < from || (to === from && !isPoint) ? day + 1 : day;
  return { startMs: days.at(day, from, zone), endMs: days.at(endDay, to, zone) };
}

/** The same day of each week that the seed covers. */
export function everyWeek(day: number): number[] {
  const first = FIRST_DAY + ((((day - FIRST_DAY) % 7) + 7) % 7);
  return Array.from({ length: (END_DAY - FIRST_DAY) / 7 }, (_, week) => first + week * 7);
}
