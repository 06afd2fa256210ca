/** Reads the bearer token of a request and lets nobody past without a good one. */
import type { Request } from 'express';
import { ApiError } from '../errors.ts';
import { toAddressKey } from '../../src/domain/policy/address-key.ts';
import type { Limit } from '../limits.ts';
import type { Identity } from '../../src/domain/policy/check-claims.ts';
import { findBearerToken } from '../../src/domain/policy/find-bearer-token.ts';
import type { VerifyToken } from './verify-token.ts';
import type { WatchReplays } from './watch-replays.ts';

export interface Caller extends Identity {
  /** For the exchange only: never logged, never sent to Graph. */
  readonly token: string;
}

export type Authenticate = (request: Request) => Promise<Caller>;

/** Refused tokens are counted by address; beyond the limit the answer is 429, and users with good tokens stay served. */
export function createAuthenticate(verify: VerifyToken, refusals: Limit, watch: WatchReplays): Authenticate {
  return async (request) => {
    const token = findBearerToken(request.rawHeaders);
    try {
      if (token === undefined) throw new ApiError('invalid_token');
      const identity = await verify(token);
      watch(identity, token, request.ip);
      return { ...identity, token };
    } catch (error) {
      if (error instanceof ApiError && error.code !== 'upstream_unavailable') refusals.take(toAddressKey(request.ip));
      throw error;
    }
  };
}
