/** Plans a meeting: every time of the window weighed for the people, with the best free room for each. */
import { createFreeRooms, type FreeRooms, type RoomChoice } from './free-rooms.ts';
import { judgeTime, toForbidden, WEIGHTS, type JudgedTime } from './judge-time.ts';
import { countPlaces, listNeeds, weighPlaces, type PlaceCount, type RoomNeed } from './list-needs.ts';
import { listPersonSlots, type PersonSlots } from './person-slots.ts';
import type { PlanGrid } from './plan-grid.ts';
import type { PlanRequest, PlanRoom } from './plan-request.ts';

export interface PlannedTime extends JudgedTime {
  readonly places: PlaceCount;
  readonly needs: readonly RoomNeed[];
  /** For each need that has one. */
  readonly rooms: readonly RoomChoice[];
}

export interface Plan {
  readonly request: PlanRequest;
  readonly grid: PlanGrid;
  /** In the order of the request's people. */
  readonly people: readonly PersonSlots[];
  readonly freeRooms: FreeRooms | undefined;
  /** Best first: the least weight, of equal ones the earliest. */
  readonly ranked: readonly PlannedTime[];
  /** In the order of time. */
  readonly refused: readonly JudgedTime[];
}

export interface PlanInput {
  readonly request: PlanRequest;
  readonly grid: PlanGrid;
  /** Best first, only those that have answered; absent: none was asked yet, and times stand without rooms. */
  readonly rooms?: readonly PlanRoom[] | undefined;
}

/** 1 where a meeting that starts there runs into a handover. */
function paintHandovers({ handovers }: PlanRequest, grid: PlanGrid): Uint8Array {
  const starts = new Uint8Array(grid.count);
  for (const { start, end } of handovers) {
    const from = Math.floor((start.epochMilliseconds - grid.startMs) / grid.slotMs) - grid.length + 1;
    const to = Math.ceil((end.epochMilliseconds - grid.startMs) / grid.slotMs);
    if (to > 0) starts.fill(1, Math.max(0, from), Math.min(grid.count, to));
  }
  return starts;
}

/** Each need its room, the main one first; a second room that is nowhere free is missed, the main one forbids the time. */
function chooseRooms(needs: readonly RoomNeed[], slots: readonly number[], free: FreeRooms): readonly RoomChoice[] {
  const chosen: RoomChoice[] = [];
  for (const need of needs) {
    const [best] = free.find(
      need,
      slots,
      1,
      chosen.map(({ room }) => room),
    );
    if (best !== undefined) chosen.push(best);
  }
  return chosen;
}

function withRooms(time: JudgedTime, places: PlaceCount, input: PlanInput, free?: FreeRooms): PlannedTime {
  const { request } = input;
  const needs = listNeeds(places, request);
  const rooms = free === undefined ? [] : chooseRooms(needs, time.slots, free);
  const main = needs.find(({ isMain }) => isMain);
  const isMissing = free !== undefined && main !== undefined && !rooms.some(({ need }) => need === main);
  const missed = free === undefined ? 0 : (needs.length - rooms.length) * WEIGHTS.noSecondRoom;
  const cost = time.cost + weighPlaces(places, request) + missed + rooms.reduce((sum, room) => sum + room.cost, 0);
  const at = main?.building === undefined ? {} : { building: main.building };
  return { ...time, obstacles: isMissing ? [{ kind: 'noRoom', ...at }] : [], cost, places, needs, rooms };
}

/** Deterministic: the same request, answers and rooms give the same plan, in whatever order people are named. */
export function planMeeting(input: PlanInput): Plan {
  const { request, grid, rooms } = input;
  const people = listPersonSlots(request.people, grid, request.zone);
  const judge = { request, people, forbidden: toForbidden(request), handovers: paintHandovers(request, grid) };
  const freeRooms = rooms === undefined ? undefined : createFreeRooms(rooms, grid);
  const ranked: PlannedTime[] = [];
  const refused: JudgedTime[] = [];
  for (const slots of grid.times) {
    const judged = judgeTime(slots, judge);
    if (judged.obstacles.length > 0) {
      refused.push(judged);
      continue;
    }
    const time = withRooms(judged, countPlaces(judged, request, people), input, freeRooms);
    (time.obstacles.length > 0 ? refused : ranked).push(time);
  }
  ranked.sort((a, b) => a.cost - b.cost || (a.slots[0] ?? 0) - (b.slots[0] ?? 0));
  return { request, grid, people, freeRooms, ranked, refused };
}
