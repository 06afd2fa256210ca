/** Makes the plan of a series from the rooms that are free, the person's way of choosing, and what they decided date by date. */
import type { Room } from '../../domain/rooms/room.ts';
import type { Occurrence } from '../../domain/series/expand-series.ts';
import { judgeDate } from '../../domain/series/judge-room.ts';
import { listOtherTimes } from '../../domain/series/list-other-times.ts';
import {
  countChanges,
  findMainRoom,
  planFewestChanges,
  planOneRoom,
  type RoomPlan,
} from '../../domain/series/plan-rooms.ts';
import { type DateChoice, findPlace, type SeriesDate, USUAL } from '../../domain/series/series-wish.ts';
import type { DateOptions } from '../../ui/series/date-choices.tsx';
import type { SeriesRoom } from './use-series-rooms.ts';

/** One room for all dates, by its address, or as few changes as can be. */
export type PlanWay = { readonly kind: 'one'; readonly address: string } | { readonly kind: 'fewest' };

export interface SeriesPlan {
  /** Undefined: none of the rooms takes a series. */
  readonly main: SeriesRoom | undefined;
  readonly dates: readonly PlannedDate[];
  readonly changes: number;
}

export interface PlannedDate extends Occurrence {
  /** Undefined: nothing fits, and the person has not decided yet. */
  readonly choice: DateChoice | undefined;
}

interface PlanInput {
  readonly rooms: readonly SeriesRoom[];
  readonly occurrences: readonly Occurrence[];
  readonly way: PlanWay;
  /** By date. */
  readonly decided: ReadonlyMap<string, DateChoice>;
}

function toRoomPlan({ rooms, way }: PlanInput): RoomPlan {
  const verdicts = rooms.map(({ verdict }) => verdict);
  if (way.kind === 'fewest') return planFewestChanges(verdicts);
  return planOneRoom(
    verdicts,
    rooms.findIndex(({ room }) => room.address === way.address),
  );
}

export function planSeries(input: PlanInput): SeriesPlan {
  const { rooms, occurrences, decided } = input;
  const plan = toRoomPlan(input);
  const mainIndex = findMainRoom(
    plan,
    rooms.map(({ verdict }) => verdict),
  );
  const dates = occurrences.map((one, index): PlannedDate => {
    const room = plan[index];
    const own = room === undefined ? undefined : rooms[room]?.room;
    const planned: DateChoice | undefined =
      own === undefined ? undefined : room === mainIndex ? USUAL : { kind: 'other', room: toName(own) };
    return { ...one, choice: decided.get(one.date.toString()) ?? planned };
  });
  return { main: mainIndex === undefined ? undefined : rooms[mainIndex], dates, changes: countChanges(plan) };
}

const toName = ({ address, name }: Room) => ({ address, name });

const MOST_ROOMS = 8;

/** What can be chosen for one date, from what the calendars say. */
export function toDateOptions(
  { date, start, end, choice }: PlannedDate,
  known: {
    readonly main: SeriesRoom;
    readonly rooms: readonly SeriesRoom[];
    readonly zone: string;
    readonly now: Temporal.Instant;
  },
): DateOptions {
  const { main, rooms, zone, now } = known;
  const time = { start, end };
  const isFree = ({ freeBusy, limits }: SeriesRoom): boolean => judgeDate(time, { freeBusy, limits, now }) === 'free';
  const busy = main.freeBusy?.state === 'known' ? main.freeBusy.blocks : undefined;
  const times = busy === undefined ? [] : listOtherTimes({ occurrence: time, busy, zone, now });
  return {
    ...{ date, start, end, choice, main: toName(main.room) },
    isMainFree: isFree(main),
    rooms: rooms
      .filter((one) => one !== main && isFree(one))
      .slice(0, MOST_ROOMS)
      .map(({ room }) => toName(room)),
    times: times.filter((other) => judgeDate(other, { ...main, now }) === 'free'),
  };
}

/** Undefined while a date is open. */
export function toSeriesDates({ dates }: SeriesPlan): readonly SeriesDate[] | undefined {
  const decided = dates.flatMap(({ choice, ...one }): SeriesDate[] =>
    choice === undefined ? [] : [{ ...one, choice }],
  );
  return decided.length === dates.length ? decided : undefined;
}

/** The room of each date as planned, by its address; undefined where it is open or left out. */
export function listPlannedRooms({ dates, main }: SeriesPlan): readonly (string | undefined)[] {
  if (main === undefined) return dates.map(() => undefined);
  return dates.map(({ choice, ...one }) =>
    choice === undefined ? undefined : findPlace({ ...one, choice }, main.room)?.room.address,
  );
}
