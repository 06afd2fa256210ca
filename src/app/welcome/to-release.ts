/** The feature release that a version belongs to: the one whose welcome is noted as seen. */

/** `1.4.2` → `1.4`. */
export function toRelease(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
