/** Decides whether an organisation's calendar integration is open to a device. */
import type { Session, SessionRequest } from '../contract/session.ts';
import type { Settings } from '../contract/settings.ts';

interface Door {
  readonly state: Session['integration']['state'];
  readonly settings: Settings;
}

/** Why it is closed; undefined where it is open. */
export function findClosedDoor(
  { state, settings }: Door,
  device: SessionRequest['device'],
): 'integration_not_enabled' | 'device_not_enabled' | undefined {
  if (state !== 'enabled') return 'integration_not_enabled';
  return settings.devices[device] ? undefined : 'device_not_enabled';
}
