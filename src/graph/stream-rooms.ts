/** All rooms of the organisation as they come: my building's beside the first page, the other pages many in one request. */
import * as v from 'valibot';
import { Failure } from '../domain/failure.ts';
import type { Room } from '../domain/rooms/room.ts';
import { MAX_BATCH } from './batch.ts';
import type { Graph, GraphAnswer, GraphCall } from './graph.ts';
import { listRooms, parseRooms, ROOMS_PAGE, ROOMS_PATH } from './list-rooms.ts';

export interface RoomStream {
  /** My building: its rooms are asked for first. */
  readonly building?: string;
  /** Called as more rooms are known, each time with all of them. */
  readonly onRooms?: (rooms: readonly Room[]) => void;
}

/** Pages of the next request: beside it the first rooms are asked whether they are free, and shall not wait for it. */
const FEW = 4;

const countSchema = v.object({ '@odata.count': v.nullish(v.number()) });

function findCount(body: unknown): number | undefined {
  const parsed = v.safeParse(countSchema, body);
  return parsed.success ? (parsed.output['@odata.count'] ?? undefined) : undefined;
}

const toCall = (path: string): GraphCall => ({ method: 'GET', path });

/** A quote in a name is doubled, as OData wants it. */
const inBuilding = (building: string): string =>
  `&$filter=${encodeURIComponent(`building eq '${building.trim().replaceAll("'", "''")}'`)}`;

/** The pages that follow a first one; undefined where Graph did not count. */
function listFurther(path: string, answer: GraphAnswer): readonly string[] | undefined {
  if (parseRooms(answer.body).nextLink === undefined) return [];
  const count = findCount(answer.body);
  if (count === undefined) return undefined;
  const pages = Math.min(100, Math.ceil(count / ROOMS_PAGE));
  return Array.from({ length: Math.max(0, pages - 1) }, (_, index) => `${path}&$skip=${(index + 1) * ROOMS_PAGE}`);
}

/** Those of my building can't be asked for alone everywhere: what fails there comes with the whole. */
const orNone = (item: GraphAnswer | Failure | undefined): GraphAnswer | undefined =>
  item === undefined || item instanceof Failure ? undefined : item;

function requireAnswer(item: GraphAnswer | Failure | undefined): GraphAnswer {
  if (item === undefined) throw new Failure('bad_response', { path: '$batch.responses' });
  if (item instanceof Failure) throw item;
  return item;
}

function createShelf(onRooms: RoomStream['onRooms']) {
  const rooms = new Map<string, Room>();
  return {
    list: (): readonly Room[] => [...rooms.values()],
    /** Answers whether there was any new one. */
    add: (answers: readonly GraphAnswer[]): boolean => {
      const before = rooms.size;
      for (const { body } of answers)
        for (const room of parseRooms(body).rows) rooms.set(room.address.toLowerCase(), room);
      if (rooms.size > before) onRooms?.([...rooms.values()]);
      return rooms.size > before;
    },
  };
}

/** Answers all rooms. Throws where a page of the whole can't be read; what was streamed before holds. */
export async function streamRooms(graph: Graph, { building = '', onRooms }: RoomStream = {}): Promise<readonly Room[]> {
  const shelf = createShelf(onRooms);
  const whole = `${ROOMS_PATH}&$count=true`;
  const near = building.trim() === '' ? undefined : `${whole}${inBuilding(building)}`;
  const { items } = await graph.batch((near === undefined ? [whole] : [near, whole]).map(toCall));
  const first = requireAnswer(items.at(-1));
  const mine = near === undefined ? undefined : orNone(items[0]);
  shelf.add(mine === undefined ? [first] : [mine, first]);
  const more = listFurther(ROOMS_PATH, first);
  const moreNear = mine === undefined || near === undefined ? [] : (listFurther(near, mine) ?? []);
  if (more === undefined) return listWhole(graph, shelf);
  const pages = [...moreNear.map((path) => ({ path, isNear: true })), ...more.map((path) => ({ path, isNear: false }))];
  for (let from = 0, size = FEW; from < pages.length; from += size, size = MAX_BATCH) {
    const part = pages.slice(from, from + size);
    const answered = await graph.batch(part.map(({ path }) => toCall(path)));
    const read = part.map(({ isNear }, index) => (isNear ? orNone : requireAnswer)(answered.items[index]));
    const isNew = shelf.add(read.filter((answer) => answer !== undefined));
    // the same page again and again: skipping is not understood here
    if (!isNew && part.every(({ isNear }) => !isNear)) return listWhole(graph, shelf);
  }
  return shelf.list();
}

async function listWhole(graph: Graph, shelf: ReturnType<typeof createShelf>): Promise<readonly Room[]> {
  const all = await listRooms(graph);
  const known = new Map([...shelf.list(), ...all].map((room) => [room.address.toLowerCase(), room]));
  return [...known.values()];
}
