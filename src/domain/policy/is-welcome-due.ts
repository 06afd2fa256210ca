/** Decides whether a person is to see the welcome of this release. */

/** `seen` and `release` are two numbers such as 1.9, and 1.10 comes after it. */
export function isWelcomeDue(seen: string | null, release: string): boolean {
  if (seen === null) return true;
  const [seenMajor = 0, seenMinor = 0] = seen.split('.').map(Number);
  const [major = 0, minor = 0] = release.split('.').map(Number);
  return seenMajor < major || (seenMajor === major && seenMinor < minor);
}
