/** Decides which second zone the hours of a series are told in: the device's where it is another, otherwise UTC. */

export function findOtherZone(
  zone: string,
  deviceZone: string = new Intl.DateTimeFormat().resolvedOptions().timeZone,
): string {
  return deviceZone === zone ? 'UTC' : deviceZone;
}
