/** Tells of tokens that come from two addresses. A bearer token can't be bound to its holder, so it is served all the same. */
import { LRUCache } from 'lru-cache';
import { noticeReplay } from '../../src/domain/policy/notice-replay.ts';
import type { Log } from '../telemetry/log.ts';
import { toUserKey, type UserKey } from '../user-key.ts';

export type WatchReplays = (user: UserKey, token: string, address: string | undefined) => void;

export function createWatchReplays(log: Pick<Log, 'anomaly'>, now: () => number): WatchReplays {
  const max = { max: 50_000 };
  const memory = {
    firstAddresses: new LRUCache<string, string>(max),
    toldAtMs: new LRUCache<string, number>(max),
    now,
  };
  const copy = (text: string): string => Buffer.from(text).toString('latin1');
  return (user, token, address) => {
    if (noticeReplay({ ...memory, copy }, toUserKey(user), token, address))
      log.anomaly('token_from_another_address', user);
  };
}
