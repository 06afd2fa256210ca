/** Takes the addresses out of rules of rooms, so that none leaves the browser. */
import type { RoomRules } from '../../domain/contract/admin.ts';
import type { ReadRoomRule } from '../../domain/policy/parse-room-rules.ts';

export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

export const sha256: Digest = (bytes) => crypto.subtle.digest('SHA-256', bytes);

function toBase64Url(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The name under which the server knows a room: the contract of rules of rooms says how it is made. */
export async function hashRoom(tenantId: string, address: string, digest: Digest = sha256): Promise<string> {
  const bytes = new TextEncoder().encode(`${tenantId}:${address.toLowerCase()}`);
  return toBase64Url(await digest(bytes)).slice(0, 22);
}

export async function hashRooms(
  tenantId: string,
  rooms: readonly ReadRoomRule[],
  digest: Digest = sha256,
): Promise<RoomRules> {
  const rules = await Promise.all(
    rooms.map(async ({ address, rule }) => ({ room: await hashRoom(tenantId, address, digest), ...rule })),
  );
  return { rules };
}
