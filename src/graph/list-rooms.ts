/** All rooms of the organisation, a hundred a page. */
import * as v from 'valibot';
import type { Room } from '../domain/rooms/room.ts';
import type { CallOptions, Graph } from './graph.ts';
import { type Rows, parseRows, toSelect } from './parse-answer.ts';

const text = v.nullish(v.string());
/** Some directories answer numbers as text; what is no number is not known. */
const count = v.fallback(v.nullish(v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer())), null);

const roomSchema = v.object({
  emailAddress: v.pipe(v.string(), v.includes('@')),
  displayName: text,
  nickname: text,
  capacity: count,
  building: text,
  floorNumber: count,
  floorLabel: text,
  bookingType: v.fallback(v.picklist(['unknown', 'standard', 'reserved']), 'unknown'),
  isWheelChairAccessible: v.nullish(v.boolean()),
  teamsEnabledState: text,
  audioDeviceName: text,
  videoDeviceName: text,
  displayDeviceName: text,
  tags: v.nullish(v.array(v.string()), []),
});
type RawRoom = v.InferOutput<typeof roomSchema>;

function toEquipment(raw: RawRoom): Room['equipment'] {
  const named = [
    { kind: 'audio', name: raw.audioDeviceName },
    { kind: 'video', name: raw.videoDeviceName },
    { kind: 'display', name: raw.displayDeviceName },
  ] as const;
  return named.flatMap(({ kind, name }) => (name ? [{ kind, name }] : []));
}

/** A capacity of nought is one that nobody entered. */
function toRoom(raw: RawRoom): Room {
  const teams = { enabled: true, disabled: false }[raw.teamsEnabledState ?? ''];
  return {
    address: raw.emailAddress,
    name: raw.displayName || raw.nickname || raw.emailAddress,
    ...(raw.capacity ? { capacity: raw.capacity } : {}),
    ...(raw.building ? { building: raw.building } : {}),
    ...(typeof raw.floorNumber === 'number' ? { floorNumber: raw.floorNumber } : {}),
    ...(raw.floorLabel ? { floorLabel: raw.floorLabel } : {}),
    bookingType: raw.bookingType,
    ...(typeof raw.isWheelChairAccessible === 'boolean' ? { isWheelChairAccessible: raw.isWheelChairAccessible } : {}),
    ...(teams === undefined ? {} : { teamsEnabled: teams }),
    equipment: toEquipment(raw),
    tags: raw.tags,
  };
}

export const ROOMS_PAGE = 100;
export const ROOMS_PATH = `/places/microsoft.graph.room?$top=${ROOMS_PAGE}&$select=${toSelect(roomSchema)}`;
export const parseRooms = (body: unknown): Rows<Room> => parseRows(roomSchema, body, toRoom);

const MAX_PAGES = 100;

/** Rooms without an address can't be asked and are left out; a room on two pages stands once. */
export async function listRooms(graph: Graph, options?: CallOptions): Promise<readonly Room[]> {
  const rooms = new Map<string, Room>();
  let path: string | undefined = ROOMS_PATH;
  for (let pages = 0; path !== undefined && pages < MAX_PAGES; pages += 1) {
    const { body } = await graph.send({ method: 'GET', path }, options);
    const page = parseRooms(body);
    for (const room of page.rows) rooms.set(room.address.toLowerCase(), room);
    path = page.nextLink;
  }
  return [...rooms.values()];
}
