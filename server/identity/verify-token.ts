/** Turns a bearer token into an identity, or refuses it without saying which check failed. */
import { createHash } from 'node:crypto';
import { compactVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { ApiError } from '../errors.ts';
import {
  checkClaims,
  isExpired,
  toIssuer,
  type ClaimRules,
  type Identity,
} from '../../src/domain/policy/check-claims.ts';
import type { KeyStore } from './key-store.ts';
import { parseToken } from './parse-token.ts';

export type VerifyToken = (token: string) => Promise<Identity>;

interface Verified {
  readonly kid: string;
  readonly expS: number;
  readonly identity: Identity;
}

interface VerifierOptions {
  readonly rules: ClaimRules;
  readonly keys: KeyStore;
  readonly now: () => number;
}

const matchesIssuer = (template: string | undefined, tenantId: string, tokenVersion: 1 | 2): boolean =>
  template === undefined || template.replace('{tenantid}', tenantId) === toIssuer(tenantId, tokenVersion);

/**
 * Claims that are wrong in themselves are refused before a key is looked for, so that they cost no network; what
 * depends on them beyond that (expired, tenant, scope) is said only after the signature held.
 * A token once verified is known by its hash; its end and its key are checked each time.
 */
export function createVerifier({ rules, keys, now }: VerifierOptions): VerifyToken {
  const verified = new LRUCache<string, Verified>({ max: 50_000 });

  const verify = async (token: string, nowS: number): Promise<Verified> => {
    const parts = parseToken(token);
    if (parts === undefined) throw new ApiError('invalid_token');
    const verdict = checkClaims(parts.claims, rules, nowS);
    if (!verdict.ok && verdict.code === 'invalid_token') throw new ApiError(verdict.code);
    const found = await keys.find(parts.kid);
    if (found === undefined || !matchesIssuer(found.issuer, String(parts.claims['tid']), rules.tokenVersion))
      throw new ApiError('invalid_token');
    await compactVerify(token, found.key, { algorithms: ['RS256'] }).catch(() => {
      throw new ApiError('invalid_token');
    });
    if (!verdict.ok) throw new ApiError(verdict.code);
    return { kid: parts.kid, expS: verdict.expS, identity: verdict.identity };
  };

  return async (token) => {
    const nowS = Math.floor(now() / 1000);
    const hash = createHash('sha256').update(token).digest('base64');
    const known = verified.get(hash);
    if (known !== undefined && keys.isListed(known.kid)) {
      if (isExpired(known.expS, nowS)) throw new ApiError('token_expired');
      return known.identity;
    }
    const fresh = await verify(token, nowS);
    verified.set(hash, fresh);
    return fresh.identity;
  };
}
