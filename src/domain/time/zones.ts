/** Decides which IANA zone a zone name of Microsoft 365 means. */
import { WINDOWS_ZONES } from './windows-zones.ts';

const windowsZones = new Map([...WINDOWS_ZONES].map(([windows, iana]) => [windows.toLowerCase(), iana]));
// UTC goes by one name here, so that it can be told from other zones
for (const name of ['utc', 'etc/utc', 'tzone://microsoft/utc']) windowsZones.set(name, 'UTC');

// Temporal would also read an offset or a whole date-time text as a zone
const IANA_NAME = /^[a-z][a-z0-9._+-]*(?:\/[a-z0-9._+-]+)*$/i;
const REMEMBERED_MAX = 500;
const remembered = new Map<string, string | undefined>();

/**
 * Windows or IANA name → IANA name, in any case. Undefined for what nobody can know, such as `tzone://Microsoft/Custom`,
 * an offset, or a zone that this machine's time zone data lacks.
 */
export function toIanaZone(name: string): string | undefined {
  if (remembered.has(name)) return remembered.get(name);
  const zone = findZone(name);
  // names come from outside: what is remembered of them stays bounded
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  if (name.length <= 64) remembered.set(name, zone);
  return zone;
}

function findZone(name: string): string | undefined {
  const candidate = windowsZones.get(name.toLowerCase()) ?? name;
  if (!IANA_NAME.test(candidate)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(candidate).timeZoneId;
  } catch {
    return undefined;
  }
}
