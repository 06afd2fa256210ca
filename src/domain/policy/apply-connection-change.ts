/** Applies a person's own choice: connecting keeps the day since when it holds, the welcome is noted by its release. */
import type { Connection, ConnectionChange } from '../contract/session.ts';

/** `now` in ISO 8601. */
export function applyConnectionChange(before: Connection, change: ConnectionChange, now: string): Connection {
  const connected = change.connected ?? before.connected;
  return {
    connected,
    connectedSince: connected ? (before.connectedSince ?? now) : null,
    welcomeSeen: change.welcomeSeen ?? before.welcomeSeen,
  };
}
