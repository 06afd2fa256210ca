/** Keeps whoever finds a door closed out, with the code of the first one. */
import type { Connection, SessionRequest } from '../contract/session.ts';
import { ApiError } from './api-error.ts';
import { findClosedDoor, type CallerRoles, type Door } from './find-closed-door.ts';

/** Those in front of one person's calendar. */
export interface Doors extends Door {
  readonly connection: Connection;
}

export function requireOpenDoor(doors: Door, caller: CallerRoles, device: SessionRequest['device']): void {
  const reason = findClosedDoor(doors, caller, device);
  if (reason !== undefined) throw new ApiError(reason);
}

/** The organisation's, the device's, and the caller's own. */
export function requireConnected(doors: Doors, caller: CallerRoles, device: SessionRequest['device']): void {
  requireOpenDoor(doors, caller, device);
  if (!doors.connection.connected) throw new ApiError('not_connected');
}
