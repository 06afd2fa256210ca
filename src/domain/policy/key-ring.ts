/** Holds signing keys by their ids, and fetches them anew when one is asked for that we don't know, at most once in 30 s. */
import { ApiError } from './api-error.ts';

export interface KeyRing<Key> {
  /** Undefined: no such key is listed. Throws `upstream_unavailable` while no keys could be read at all. */
  find(kid: string): Promise<Key | undefined>;
  /** Whether the key is listed as far as we know, without asking. */
  isListed(kid: string): boolean;
  /** Throws `upstream_unavailable` where not one key can be had. */
  check(): Promise<void>;
}

const REFRESH_EVERY_MS = 30_000;
const REFRESH_WITHOUT_KEYS_MS = 2_000;
const STALE_AFTER_MS = 10 * 60_000;

export function createKeyRing<Key>(fetchKeys: () => Promise<Map<string, Key>>, now: () => number): KeyRing<Key> {
  let keys = new Map<string, Key>();
  let askedAtMs = -Infinity;
  let readAtMs = -Infinity;
  let flight: Promise<void> | undefined;

  const refresh = (): Promise<void> => {
    askedAtMs = now();
    flight ??= fetchKeys()
      .then((found) => {
        keys = found;
        readAtMs = now();
      })
      .finally(() => {
        flight = undefined;
      });
    return flight;
  };

  const mayAsk = (): boolean => now() - askedAtMs >= (keys.size === 0 ? REFRESH_WITHOUT_KEYS_MS : REFRESH_EVERY_MS);

  const find = async (kid: string): Promise<Key | undefined> => {
    const known = keys.get(kid);
    if (known !== undefined) {
      // a key that Entra withdrew must not be believed for ever; an Entra that is away costs nobody the sign-in
      if (now() - readAtMs > STALE_AFTER_MS && mayAsk()) refresh().catch(() => undefined);
      return known;
    }
    const asked = flight ?? (mayAsk() ? refresh() : undefined);
    try {
      await asked;
    } catch (cause) {
      throw new ApiError('upstream_unavailable', { cause, retryAfterMs: 5_000 });
    }
    if (keys.size === 0) throw new ApiError('upstream_unavailable', { retryAfterMs: 5_000 });
    return keys.get(kid);
  };

  const check = async (): Promise<void> => {
    if (keys.size === 0) await find('');
  };
  return { find, isListed: (kid) => keys.has(kid), check };
}
