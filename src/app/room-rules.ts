/** Finds the rules of a room in what the organisation imported, which is read once and only when it is first needed. */
import { type BackendSetup, createCallBackend } from '../backend/call-backend.ts';
import { readRoomRules } from '../backend/read-room-rules.ts';
import type { RoomRule } from '../domain/contract/admin.ts';
import type { Session } from '../domain/contract/session.ts';
import { hashRoom } from './admin/hash-rooms.ts';

export type FindRoomRule = (address: string) => Promise<RoomRule | undefined>;

interface RoomRulesSetup {
  readonly session: () => Session | undefined;
  readonly server: BackendSetup;
}

/** Undefined where nothing was imported of this room. After a failure the next question reads anew. */
export function createFindRoomRule({ session, server }: RoomRulesSetup): FindRoomRule {
  const call = createCallBackend(server);
  let known: Promise<ReadonlyMap<string, RoomRule>> | undefined;
  return async (address) => {
    const mine = session();
    if (mine?.organisation.hasRoomRules !== true) return undefined;
    known ??= readRoomRules(call)
      .then((rules) => new Map(rules.map((rule) => [rule.room, rule])))
      .catch((error: unknown) => {
        known = undefined;
        throw error;
      });
    return (await known).get(await hashRoom(mine.user.tenantId, address));
  };
}
