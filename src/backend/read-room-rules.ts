/** What an administrator imported of rooms' own rules. */
import { type RoomRule, roomRulesSchema } from '../domain/contract/admin.ts';
import type { CallBackend } from './call-backend.ts';

export async function readRoomRules(call: CallBackend): Promise<readonly RoomRule[]> {
  return (await call({ method: 'GET', path: '/api/room-rules' }, roomRulesSchema)).rules;
}
