/** Keeps each user's Graph token in memory for ten minutes at most, and obtains one at a time for each user. */
import { LRUCache } from 'lru-cache';
import { createBreaker } from '../../src/domain/policy/breaker.ts';
import { createHeldTokens } from '../../src/domain/policy/held-tokens.ts';
import type { Caller } from '../identity/authenticate.ts';
import { toUserKey, type UserKey } from '../user-key.ts';
import { obtainToken, type GraphToken, type ObtainOptions } from './obtain-token.ts';

export interface Exchange {
  /** From memory where possible. The caller must have been verified. Throws ApiError. */
  getGraphToken(caller: Caller): Promise<GraphToken>;
  /** Asks Entra although a token is held: consent may have been given meanwhile. */
  renewGraphToken(caller: Caller): Promise<GraphToken>;
  /** Forgets what is held, and what is still on its way. */
  purge(user: UserKey): void;
  /** The same for everybody of a tenant. */
  purgeTenant(tenantId: string): void;
}

const MAX_USERS = 20_000;

export function createExchange(options: ObtainOptions): Exchange {
  const { now, log } = options;
  const breaker = createBreaker(new LRUCache({ max: 10_000 }), now);
  const held = createHeldTokens<Caller, GraphToken>({
    obtain: (caller) => obtainToken(options, breaker, caller),
    toKey: toUserKey,
    now,
    onLookup: (hit) => log.lookedUp('graph_token', hit),
    tokens: new LRUCache({ max: MAX_USERS }),
    refreshedAtMs: new LRUCache({ max: MAX_USERS }),
  });
  return {
    getGraphToken: held.get,
    renewGraphToken: held.renew,
    purge: (user) => held.purgeOne(toUserKey(user)),
    purgeTenant: (tenantId) => held.purge((key) => key.startsWith(`${tenantId}/`)),
  };
}
