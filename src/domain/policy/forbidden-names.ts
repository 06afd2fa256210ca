/** Finds names that reach into prototypes, and JSON too deep to be ours. */

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 32;

/** In any object of parsed JSON; also where it is nested too deeply. */
export function hasForbiddenKey(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > MAX_DEPTH) return true;
  if (Array.isArray(value)) return value.some((entry) => hasForbiddenKey(entry, depth + 1));
  return Object.entries(value).some(([key, entry]) => FORBIDDEN_KEYS.has(key) || hasForbiddenKey(entry, depth + 1));
}

/** `listNames`: the decoded names of a query. */
export function hasForbiddenName(
  query: string,
  headerNames: readonly string[],
  listNames: (query: string) => readonly string[],
): boolean {
  // most queries can't hold such a name, and are not taken apart for it
  const params = /%|__proto__|constructor|prototype/i.test(query) ? listNames(query) : [];
  const names = params.flatMap((name) => name.split(/[[\].]+/));
  return [...names, ...headerNames].some((name) => FORBIDDEN_KEYS.has(name.toLowerCase()));
}
