/** Replaces what is known of rooms' own rules; an empty list forgets them. */
import * as v from 'valibot';
import type { RoomRules } from '../domain/contract/admin.ts';
import type { CallBackend } from './call-backend.ts';

export async function saveRoomRules(call: CallBackend, rules: RoomRules): Promise<void> {
  await call({ method: 'PUT', path: '/api/admin/room-rules', body: rules }, v.unknown());
}
