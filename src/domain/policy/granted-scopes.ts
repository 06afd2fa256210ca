/** Reads which Graph scopes an exchange granted. */

/** Stand in the answer beside what was granted. */
const NO_GRAPH_SCOPES = ['openid', 'profile', 'email', 'offline_access', '.default'];

/** Undefined where the answer only repeats the request instead of naming what was granted. */
export function toGranted(scopes: readonly string[]): ReadonlySet<string> | undefined {
  const names = scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1).toLowerCase());
  const granted = names.filter((name) => !NO_GRAPH_SCOPES.includes(name));
  return granted.length === 0 ? undefined : new Set(granted);
}
