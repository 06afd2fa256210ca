/** Decides whether an organisation's calendar integration is open to a caller on a device. */
import type { Session, SessionRequest } from '../contract/session.ts';
import type { Settings } from '../contract/settings.ts';

export interface Door {
  readonly state: Session['integration']['state'];
  readonly settings: Settings;
}

/** What the verified token says of the caller's part in the integration. */
export interface CallerRoles {
  readonly isAdmin: boolean;
  readonly isTester: boolean;
  /** Has the app role `Integration.User`. */
  readonly isAssigned: boolean;
}

/**
 * Why it is closed; undefined where it is open. Administrators and testers come in before it is enabled, to see what
 * is wrong, and whatever the audience is; the devices' switch holds for them too.
 */
export function findClosedDoor(
  { state, settings }: Door,
  { isAdmin, isTester, isAssigned }: CallerRoles,
  device: SessionRequest['device'],
): 'integration_not_enabled' | 'device_not_enabled' | undefined {
  const isInAudience = settings.audience === 'everyone' || isAssigned;
  if (!isAdmin && !isTester && (state !== 'enabled' || !isInAudience)) return 'integration_not_enabled';
  return settings.devices[device] ? undefined : 'device_not_enabled';
}
