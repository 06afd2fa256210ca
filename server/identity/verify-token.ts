/** Verifies bearer tokens with Node's and jose's means, and remembers the hashes of those that were good. */
import { createHash } from 'node:crypto';
import { compactVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import type { ClaimRules, Identity } from '../../src/domain/policy/check-claims.ts';
import type { TokenReader } from '../../src/domain/policy/parse-token.ts';
import { createTokenVerifier } from '../../src/domain/policy/token-verifier.ts';
import type { Log } from '../telemetry/log.ts';
import type { KeyStore } from './key-store.ts';

export type VerifyToken = (token: string) => Promise<Identity>;

interface VerifierOptions {
  readonly rules: ClaimRules;
  readonly keys: KeyStore;
  readonly now: () => number;
  readonly log: Pick<Log, 'lookedUp'>;
}

const reader: TokenReader = {
  decode: (text) => {
    const bytes = Buffer.from(text, 'base64url');
    return bytes.toString('base64url') === text ? bytes : undefined;
  },
  toText: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
};

export const createVerifier = ({ log, ...options }: VerifierOptions): VerifyToken =>
  createTokenVerifier({
    ...options,
    reader,
    hash: (token) => createHash('sha256').update(token).digest('base64'),
    checkSignature: (token, { key }) => compactVerify(token, key, { algorithms: ['RS256'] }),
    onLookup: (hit) => log.lookedUp('verified_token', hit),
    memory: new LRUCache({ max: 50_000 }),
  });
