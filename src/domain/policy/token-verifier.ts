/** Turns a bearer token into an identity, or refuses it without saying which check failed. */
import { ApiError } from './api-error.ts';
import { checkClaims, isExpired, toIssuer, type ClaimRules, type Identity } from './check-claims.ts';
import type { KeyRing } from './key-ring.ts';
import { parseToken, type TokenReader } from './parse-token.ts';

export interface Verified {
  readonly kid: string;
  readonly expS: number;
  readonly identity: Identity;
}

interface ListedKey {
  /** Issuer that the key may sign for, with `{tenantid}` in it; absent where Entra doesn't say. */
  readonly issuer: string | undefined;
}

export interface TokenVerifierOptions<Key extends ListedKey> {
  readonly rules: ClaimRules;
  readonly keys: KeyRing<Key>;
  readonly now: () => number;
  readonly reader: TokenReader;
  readonly hash: (token: string) => string;
  /** Rejects where the signature is not the key's. */
  readonly checkSignature: (token: string, key: Key) => Promise<unknown>;
  readonly onLookup: (hit: boolean) => void;
  /** Verified tokens by their hash. */
  readonly memory: { get(key: string): Verified | undefined; set(key: string, value: Verified): unknown };
}

const matchesIssuer = (template: string | undefined, tenantId: string, tokenVersion: 1 | 2): boolean =>
  template === undefined || template.replace('{tenantid}', tenantId) === toIssuer(tenantId, tokenVersion);

/**
 * Claims that are wrong in themselves are refused before a key is looked for, so that they cost no network; what
 * depends on them beyond that (expired, tenant, scope) is said only after the signature held.
 * A token once verified is known by its hash; its end and its key are checked each time.
 */
export function createTokenVerifier<Key extends ListedKey>(options: TokenVerifierOptions<Key>) {
  const { rules, keys, now, memory } = options;

  const verify = async (token: string, nowS: number): Promise<Verified> => {
    const parts = parseToken(token, options.reader);
    if (parts === undefined) throw new ApiError('invalid_token');
    const verdict = checkClaims(parts.claims, rules, nowS);
    if (!verdict.ok && verdict.code === 'invalid_token') throw new ApiError(verdict.code);
    const found = await keys.find(parts.kid);
    if (found === undefined || !matchesIssuer(found.issuer, String(parts.claims['tid']), rules.tokenVersion))
      throw new ApiError('invalid_token');
    await options.checkSignature(token, found).catch(() => {
      throw new ApiError('invalid_token');
    });
    if (!verdict.ok) throw new ApiError(verdict.code);
    return { kid: parts.kid, expS: verdict.expS, identity: verdict.identity };
  };

  return async (token: string): Promise<Identity> => {
    const nowS = Math.floor(now() / 1000);
    const hash = options.hash(token);
    const known = memory.get(hash);
    const isKnown = known !== undefined && keys.isListed(known.kid);
    options.onLookup(isKnown);
    if (isKnown) {
      if (isExpired(known.expS, nowS)) throw new ApiError('token_expired');
      return known.identity;
    }
    const fresh = await verify(token, nowS);
    memory.set(hash, fresh);
    return fresh.identity;
  };
}
