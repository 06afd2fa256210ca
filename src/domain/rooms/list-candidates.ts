/** Decides which rooms are worth asking for their free/busy, and in which order. */
import type { Room } from './room.ts';
import { compareSortKeys, findCapacity, isSameBuilding, toSortKey } from './room-order.ts';
import type { RoomObstacle, RoomRequest, UnsuitableRoom } from './room-request.ts';

export interface Candidates {
  readonly candidates: readonly Room[];
  readonly unsuitable: readonly UnsuitableRoom[];
}

/**
 * Rooms that suit by what the directory says, best first: those that fit, then those of unknown capacity; in each my
 * favourites, my building, the nearest floor, what lies near my meeting beside it, what I booked lately, the smallest
 * sufficient capacity, the name. A room listed twice counts once; one without an address can't be booked and is left
 * out. `unsuitable` keeps the given order.
 */
export function listCandidates({
  rooms,
  request,
}: {
  readonly rooms: readonly Room[];
  readonly request: RoomRequest;
}): Candidates {
  const unique = new Map<string, Room>();
  for (const room of rooms) {
    const address = room.address.toLowerCase();
    if (address !== '' && !unique.has(address)) unique.set(address, room);
  }
  const words = toWords(request.text ?? '');
  const suitable: { readonly room: Room; readonly key: readonly (number | string)[] }[] = [];
  const unsuitable: UnsuitableRoom[] = [];
  for (const room of unique.values()) {
    const why = findObstacle(room, request, words);
    if (why === undefined) suitable.push({ room, key: toSortKey(room, request) });
    else unsuitable.push({ room, why });
  }
  return { candidates: suitable.sort((a, b) => compareSortKeys(a.key, b.key)).map(({ room }) => room), unsuitable };
}

function findObstacle(room: Room, request: RoomRequest, words: readonly string[]): RoomObstacle | undefined {
  if (room.bookingType === 'reserved') return 'reserved';
  if (words.length > 0 && !hasWords(room, words)) return 'noMatch';
  if (request.onlyFavourites === true && request.favourites?.has(room.address.toLowerCase()) !== true) {
    return 'noFavourite';
  }
  const buildings = request.buildings ?? [];
  if (buildings.length > 0 && !buildings.some((name) => isSameBuilding(name, room.building))) return 'otherBuilding';
  if ((findCapacity(room) ?? Infinity) < request.heads) return 'tooSmall';
  if (request.wheelChair === true && room.isWheelChairAccessible !== true) return 'notAccessible';
  if (request.teams === true && room.teamsEnabled !== true) return 'noTeams';
  return findMissing(room, request);
}

function findMissing(room: Room, request: RoomRequest): RoomObstacle | undefined {
  const has = (wanted: 'display' | 'video' | 'audio'): boolean => room.equipment.some(({ kind }) => kind === wanted);
  if (request.display === true && !has('display')) return 'noDisplay';
  if (request.video === true && !has('video')) return 'noVideo';
  if (request.audio === true && !has('audio')) return 'noAudio';
  return undefined;
}

function hasWords(room: Room, words: readonly string[]): boolean {
  const floor = [room.floorLabel ?? '', room.floorNumber ?? ''];
  const equipment = room.equipment.map(({ name }) => name);
  const text = fold([room.name, room.address, room.building ?? '', ...floor, ...room.tags, ...equipment].join(' '));
  return words.every((word) => text.includes(word));
}

function toWords(text: string): readonly string[] {
  return fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Without case and accents: somebody who types "cafe" means "Café". */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
