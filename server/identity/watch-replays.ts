/** Notices a token that comes from two addresses: people roam, thieves replay; an operator who sees many looks closer. */
import { LRUCache } from 'lru-cache';
import { toAddressKey } from '../limits.ts';
import type { Log } from '../telemetry/log.ts';
import { toUserKey, type UserKey } from '../user-key.ts';

export type WatchReplays = (user: UserKey, token: string, address: string | undefined) => void;

const TOLD_EVERY_MS = 10 * 60_000;
const MAX = 50_000;

/** Tells it once for each user and ten minutes. A bearer token can't be bound to its holder, so it is served all the same. */
export function createWatchReplays(log: Pick<Log, 'anomaly'>, now: () => number): WatchReplays {
  const firstAddresses = new LRUCache<string, string>({ max: MAX });
  const toldAtMs = new LRUCache<string, number>({ max: MAX });
  return (user, token, address) => {
    const from = toAddressKey(address);
    const end = token.slice(-43);
    const first = firstAddresses.get(end);
    // a copy: a slice would keep the whole token in memory
    if (first === undefined) firstAddresses.set(Buffer.from(end).toString('latin1'), from);
    const key = toUserKey(user);
    if ((first ?? from) === from || now() - (toldAtMs.get(key) ?? -Infinity) < TOLD_EVERY_MS) return;
    toldAtMs.set(key, now());
    log.anomaly('token_from_another_address', user);
  };
}
