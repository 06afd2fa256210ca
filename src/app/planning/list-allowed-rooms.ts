/** Looks up what the organisation imported of the rooms that would be asked, and passes over those that would decline. */
import { findRoomBan } from '../../domain/planning/find-room-ban.ts';
import type { PlanRequest } from '../../domain/planning/plan-request.ts';
import type { Room } from '../../domain/rooms/room.ts';
import type { UnsuitableRoom } from '../../domain/rooms/room-request.ts';
import { type RoomLimits, toRoomLimits } from '../../domain/series/room-limits.ts';
import type { Services } from '../services.ts';

export interface AllowedRooms {
  readonly wanted: readonly Room[];
  readonly banned: readonly UnsuitableRoom[];
  /** By address in lower case. */
  readonly limits: ReadonlyMap<string, RoomLimits>;
}

/** Where the next ones would decline as well, somebody else may as well look through the rest. */
const MOST_ROUNDS = 5;

export const toRoomKey = ({ address }: Room): string => address.toLowerCase();

/** `choose`: those worth asking, best first, among rooms. Without imported rules nothing is passed over. */
export async function listAllowedRooms(
  findRoomRule: Services['findRoomRule'],
  about: Pick<PlanRequest, 'lengthMinutes' | 'weeks'>,
  { rooms, choose }: { readonly rooms: readonly Room[]; readonly choose: (rooms: readonly Room[]) => readonly Room[] },
): Promise<AllowedRooms> {
  const limits = new Map<string, RoomLimits>();
  const banned = new Map<string, UnsuitableRoom>();
  for (let round = 1; ; round += 1) {
    const wanted = choose(rooms.filter((room) => !banned.has(toRoomKey(room))));
    const news = wanted.filter((room) => !limits.has(toRoomKey(room)));
    const found = await Promise.all(
      news.map(async (room) => {
        // a rule that can't be read forbids nothing
        const rule = await findRoomRule(room.address).catch(() => undefined);
        return [room, toRoomLimits(rule)] as const;
      }),
    );
    for (const [room, known] of found) {
      limits.set(toRoomKey(room), known);
      const why = findRoomBan(known, about);
      if (why !== undefined) banned.set(toRoomKey(room), { room, why });
    }
    const allowed = wanted.filter((room) => !banned.has(toRoomKey(room)));
    if (allowed.length === wanted.length || round === MOST_ROUNDS) {
      return { wanted: allowed, banned: [...banned.values()], limits };
    }
  }
}
