/** Decides which rooms are worth asking whether they are free, for the times that suit the people. */
import { listCandidates } from '../rooms/list-candidates.ts';
import type { RoomRequest } from '../rooms/room-request.ts';
import type { Room } from '../rooms/room.ts';
import type { RoomNeed } from './list-needs.ts';
import type { Plan } from './plan-meeting.ts';

/** Addresses in one getSchedule. */
export const ROOMS_PORTION = 20;
/** Further rooms are not asked: four calls at a time is what a mailbox answers at once. */
export const MOST_ROOMS = 80;

interface AskInput {
  readonly plan: Pick<Plan, 'ranked'>;
  readonly rooms: readonly Room[];
  /** What is known of the person's wishes: home, favourites, the organisation's buildings. */
  readonly about: Omit<RoomRequest, 'start' | 'end' | 'heads'>;
}

/** For each building that any time needs: as many heads as its best time has. */
function listDifferentNeeds({ ranked }: AskInput['plan']): readonly RoomNeed[] {
  const needs = new Map<string, RoomNeed>();
  for (const time of ranked) {
    for (const need of time.needs) {
      const key = (need.building ?? '').trim().toLowerCase();
      if (!needs.has(key)) needs.set(key, need);
    }
  }
  return [...needs.values()];
}

/** The most suitable first, each building's in turn, so that a second room is not asked last. */
export function listRoomsToAsk({ plan, rooms, about }: AskInput): readonly Room[] {
  const anyTime = { start: Temporal.Instant.fromEpochMilliseconds(0), end: Temporal.Instant.fromEpochMilliseconds(0) };
  const lists = listDifferentNeeds(plan).map(({ heads, building }) => {
    const request = { ...anyTime, ...about, heads, ...(building === undefined ? {} : { building }) };
    return listCandidates({ rooms, request }).candidates;
  });
  const chosen = new Set<Room>();
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let index = 0; index < longest && chosen.size < MOST_ROOMS; index += 1) {
    for (const list of lists) {
      const room = list[index];
      if (room !== undefined && chosen.size < MOST_ROOMS) chosen.add(room);
    }
  }
  return [...chosen];
}
