/** Entra's signing keys, as its key set lists them. */
import { importJWK, type CryptoKey } from 'jose';
import * as v from 'valibot';
import { createKeyRing, type KeyRing } from '../../src/domain/policy/key-ring.ts';
import { readJson, type SendRequest } from '../http-client.ts';

export interface SigningKey {
  readonly key: CryptoKey;
  /** Issuer that the key may sign for, with `{tenantid}` in it; absent where Entra doesn't say. */
  readonly issuer: string | undefined;
}

export type KeyStore = KeyRing<SigningKey>;

interface KeyStoreOptions {
  readonly url: string;
  readonly send: SendRequest;
  readonly now: () => number;
}

const TIMEOUT_MS = 5_000;

const keySetSchema = v.object({ keys: v.pipe(v.array(v.unknown()), v.maxLength(100)) });
const keySchema = v.object({
  kty: v.literal('RSA'),
  kid: v.pipe(v.string(), v.minLength(1)),
  n: v.string(),
  e: v.string(),
  use: v.optional(v.literal('sig')),
  issuer: v.optional(v.string()),
});

async function importKey(entry: unknown): Promise<readonly [string, SigningKey] | undefined> {
  const parsed = v.safeParse(keySchema, entry);
  if (!parsed.success) return undefined;
  const { kty, n, e, kid, issuer } = parsed.output;
  const key = await importJWK({ kty, n, e, alg: 'RS256' }, 'RS256');
  return key instanceof Uint8Array ? undefined : [kid, { key, issuer }];
}

async function fetchKeys(url: string, send: SendRequest): Promise<Map<string, SigningKey>> {
  const answer = await send({ method: 'GET', url, headers: { accept: 'application/json' }, timeoutMs: TIMEOUT_MS });
  const body = await readJson(answer, 1_000_000);
  if (answer.status !== 200) throw new Error(`keys: status ${answer.status}`);
  const { keys } = v.parse(keySetSchema, body);
  const imported = await Promise.all(keys.map(importKey));
  const found = new Map(imported.filter((entry) => entry !== undefined));
  if (found.size === 0) throw new Error('keys: none');
  return found;
}

export const createKeyStore = ({ url, send, now }: KeyStoreOptions): KeyStore =>
  createKeyRing(() => fetchKeys(url, send), now);
