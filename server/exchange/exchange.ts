/** Keeps each user's Graph token in memory for ten minutes at most, and obtains one at a time for each user. */
import { LRUCache } from 'lru-cache';
import { ApiError } from '../errors.ts';
import type { Caller } from '../identity/authenticate.ts';
import { toUserKey, type UserKey } from '../user-key.ts';
import { createBreaker } from './breaker.ts';
import { obtainToken, type GraphToken, type ObtainOptions } from './obtain-token.ts';

export interface Exchange {
  /** From memory where possible. The caller must have been verified. Throws ApiError. */
  getGraphToken(caller: Caller): Promise<GraphToken>;
  /** Asks Entra although a token is held: consent may have been given meanwhile. */
  renewGraphToken(caller: Caller): Promise<GraphToken>;
  /** Forgets what is held, and what is still on its way. */
  purge(user: UserKey): void;
}

const REFRESH_BEFORE_MS = 5 * 60_000;
const REFRESH_EVERY_MS = 30_000;
/** The last seconds of a token are not begun: it would end on its way. */
const LAST_MOMENT_MS = 2_000;
const MAX_USERS = 20_000;

export function createExchange(options: ObtainOptions): Exchange {
  const { now } = options;
  const tokens = new LRUCache<string, GraphToken>({ max: MAX_USERS });
  const refreshedAtMs = new LRUCache<string, number>({ max: MAX_USERS });
  const flights = new Map<string, Promise<GraphToken>>();
  const breaker = createBreaker(now);

  /** A failure is never remembered; one that says more than "away" drops what is held. */
  const renewGraphToken = (caller: Caller): Promise<GraphToken> => {
    const key = toUserKey(caller);
    const running = flights.get(key);
    if (running !== undefined) return running;
    const isCurrent = (): boolean => flights.get(key) === flight;
    const flight = obtainToken(options, breaker, caller)
      .then((fresh) => {
        if (isCurrent()) tokens.set(key, fresh);
        return fresh;
      })
      .catch((error: unknown) => {
        if (!(error instanceof ApiError && error.code === 'upstream_unavailable')) tokens.delete(key);
        throw error;
      })
      .finally(() => isCurrent() && flights.delete(key));
    flights.set(key, flight);
    return flight;
  };

  const refreshBehind = (caller: Caller, key: string): void => {
    if (now() - (refreshedAtMs.get(key) ?? -Infinity) < REFRESH_EVERY_MS) return;
    refreshedAtMs.set(key, now());
    renewGraphToken(caller).catch(() => undefined);
  };

  return {
    getGraphToken: async (caller) => {
      const key = toUserKey(caller);
      const held = tokens.get(key);
      const leftMs = (held?.endsAtMs ?? 0) - now();
      if (held === undefined || leftMs <= LAST_MOMENT_MS) return renewGraphToken(caller);
      if (leftMs < REFRESH_BEFORE_MS) refreshBehind(caller, key);
      return held;
    },
    renewGraphToken,
    purge: (user) => {
      tokens.delete(toUserKey(user));
      flights.delete(toUserKey(user));
    },
  };
}
