/** A series as it is wished: its pattern, and for each date whether it follows it, differs or is left out. */
import type { Recurrence } from '../contract/event-write.ts';
import type { Interval } from '../time/intervals.ts';
import type { Occurrence } from './expand-series.ts';

export interface RoomName {
  readonly address: string;
  readonly name: string;
}

export type DateChoice =
  | { readonly kind: 'usual' }
  | { readonly kind: 'skip' }
  /** Another room, another time of that day, or both. */
  | { readonly kind: 'other'; readonly room?: RoomName; readonly time?: Interval };

export interface SeriesDate extends Occurrence {
  readonly choice: DateChoice;
}

export interface SeriesWish {
  readonly recurrence: Recurrence;
  readonly dates: readonly SeriesDate[];
}

export const USUAL: DateChoice = { kind: 'usual' };

/** When a date takes place, and in which room; undefined: it is left out. */
export function findPlace(
  { start, end, choice }: SeriesDate,
  main: RoomName,
): { readonly room: RoomName; readonly time: Interval } | undefined {
  if (choice.kind === 'skip') return undefined;
  if (choice.kind === 'usual') return { room: main, time: { start, end } };
  return { room: choice.room ?? main, time: choice.time ?? { start, end } };
}

/** Every room that any date is in, the one of the series first. */
export function listRooms(dates: readonly SeriesDate[], main: RoomName): readonly RoomName[] {
  const rooms = new Map([[main.address.toLowerCase(), main]]);
  for (const date of dates) {
    const room = findPlace(date, main)?.room ?? main;
    if (!rooms.has(room.address.toLowerCase())) rooms.set(room.address.toLowerCase(), room);
  }
  return [...rooms.values()];
}

export const countOthers = (dates: readonly SeriesDate[]): number =>
  dates.filter(({ choice }) => choice.kind !== 'usual').length;
