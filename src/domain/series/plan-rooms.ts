/** Decides which room each date of a series gets: one for all of them, or as few changes of room as can be. */
import type { RoomVerdict } from './judge-room.ts';

/** Index of a room for each date; undefined where none is free. */
export type RoomPlan = readonly (number | undefined)[];

/** How often one has to go to another room than the last time; dates without a room don't count. */
export function countChanges(plan: RoomPlan): number {
  const rooms = plan.filter((room) => room !== undefined);
  return rooms.filter((room, index) => index > 0 && room !== rooms[index - 1]).length;
}

const isFree = ({ dates }: RoomVerdict, date: number): boolean => dates[date] === 'free';

/** One room on every date on which it is free. */
export function planOneRoom(rooms: readonly RoomVerdict[], room: number): RoomPlan {
  const verdict = rooms[room];
  return (verdict?.dates ?? []).map((_, date) => (verdict !== undefined && isFree(verdict, date) ? room : undefined));
}

interface Path {
  readonly changes: number;
  /** Sum of the rooms' places in the order given: of equally few changes the better rooms win. */
  readonly weight: number;
  readonly rooms: readonly (number | undefined)[];
}

const isBetter = (a: Path, b: Path | undefined): boolean =>
  b === undefined || a.changes < b.changes || (a.changes === b.changes && a.weight < b.weight);

/**
 * Each date on which any room is free gets one, with the fewest changes from one date to the next. `rooms` come best
 * first; a room that would decline a series still can take single dates of it.
 */
export function planFewestChanges(rooms: readonly RoomVerdict[]): RoomPlan {
  const count = Math.max(0, ...rooms.map(({ dates }) => dates.length));
  // for each room in which the last date with a room took place, the best way there
  let paths = new Map<number, Path>();
  let skipped: readonly undefined[] = [];
  for (let date = 0; date < count; date += 1) {
    const free = rooms.flatMap((verdict, room) => (isFree(verdict, date) ? [room] : []));
    if (free.length === 0) {
      skipped = [...skipped, undefined];
      continue;
    }
    const next = new Map<number, Path>();
    for (const room of free) next.set(room, toBestPath(room, paths, skipped));
    paths = next;
    skipped = [];
  }
  let best: Path | undefined;
  for (const path of paths.values()) if (isBetter(path, best)) best = path;
  return [...(best?.rooms ?? []), ...skipped];
}

function toBestPath(room: number, paths: ReadonlyMap<number, Path>, skipped: readonly undefined[]): Path {
  if (paths.size === 0) return { changes: 0, weight: room, rooms: [...skipped, room] };
  let best: Path | undefined;
  for (const [before, path] of paths) {
    const changes = path.changes + (before === room ? 0 : 1);
    const candidate = { changes, weight: path.weight + room, rooms: path.rooms };
    if (isBetter(candidate, best)) best = candidate;
  }
  return { changes: 0, weight: 0, ...best, rooms: [...(best?.rooms ?? []), ...skipped, room] };
}

/** The room of most dates among those that take a series: it is asked for the series as a whole. */
export function findMainRoom(plan: RoomPlan, rooms: readonly RoomVerdict[]): number | undefined {
  const counts = new Map<number, number>();
  for (const room of plan) if (room !== undefined) counts.set(room, (counts.get(room) ?? 0) + 1);
  const takers = [...counts].filter(([room]) => rooms[room]?.obstacle === undefined);
  const sorted = takers.sort(([a, most], [b, other]) => other - most || a - b);
  return sorted[0]?.[0];
}

/** Rooms in the order in which they are shown: those that take the series, then by how many dates are free; otherwise as given. */
export function sortRooms(rooms: readonly RoomVerdict[]): readonly number[] {
  const free = rooms.map(({ dates }) => dates.filter((date) => date === 'free').length);
  const key = (room: number): number => (rooms[room]?.obstacle === undefined ? 0 : 1);
  return rooms.map((_, room) => room).sort((a, b) => key(a) - key(b) || (free[b] ?? 0) - (free[a] ?? 0) || a - b);
}
