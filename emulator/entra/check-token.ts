/** Verifies a token that comes back to the emulator: its signature by a listed key, its time, its audience. */
import { compactVerify, createLocalJWKSet, errors } from 'jose';

import type { SigningKeys } from './signing-keys.ts';

export type TokenClaims = Readonly<Record<string, unknown>>;

export type CheckedToken =
  | { readonly ok: true; readonly claims: TokenClaims }
  | {
      readonly ok: false;
      readonly reason: 'malformed' | 'unknownKey' | 'signature' | 'audience' | 'expired' | 'early';
    };

const SKEW_S = 300;

function parseClaims(payload: Uint8Array): TokenClaims | undefined {
  try {
    const claims: unknown = JSON.parse(new TextDecoder().decode(payload));
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims) ? { ...claims } : undefined;
  } catch {
    return undefined;
  }
}

function checkTimes(claims: TokenClaims, nowS: number): 'expired' | 'early' | undefined {
  const { exp, nbf } = claims;
  if (typeof exp !== 'number' || exp <= nowS) return 'expired';
  return nbf !== undefined && (typeof nbf !== 'number' || nbf > nowS + SKEW_S) ? 'early' : undefined;
}

/** `audiences`: any of them is right. */
export async function checkToken(
  keys: SigningKeys,
  token: string,
  audiences: readonly string[],
): Promise<CheckedToken> {
  let payload: Uint8Array;
  try {
    const keySet = createLocalJWKSet({ keys: keys.list().map((key) => ({ ...key })) });
    payload = (await compactVerify(token, keySet, { algorithms: ['RS256'] })).payload;
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return { ok: false, reason: 'unknownKey' };
    return { ok: false, reason: error instanceof errors.JWSSignatureVerificationFailed ? 'signature' : 'malformed' };
  }
  const claims = parseClaims(payload);
  if (claims === undefined) return { ok: false, reason: 'malformed' };
  if (typeof claims['aud'] !== 'string' || !audiences.includes(claims['aud'])) return { ok: false, reason: 'audience' };
  const late = checkTimes(claims, Math.floor(Date.now() / 1000));
  return late === undefined ? { ok: true, claims } : { ok: false, reason: late };
}
