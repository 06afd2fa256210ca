/** Holds Entra's signing keys and fetches them anew when a token names one we don't know, at most once in 30 s. */
import { importJWK, type CryptoKey } from 'jose';
import * as v from 'valibot';
import { ApiError } from '../errors.ts';
import { readJson, type SendRequest } from '../http-client.ts';

export interface SigningKey {
  readonly key: CryptoKey;
  /** Issuer that the key may sign for, with `{tenantid}` in it; absent where Entra doesn't say. */
  readonly issuer: string | undefined;
}

export interface KeyStore {
  /** Undefined: Entra lists no such key. Throws `upstream_unavailable` while no keys could be read at all. */
  find(kid: string): Promise<SigningKey | undefined>;
  /** Whether the key is listed as far as we know, without asking. */
  isListed(kid: string): boolean;
}

interface KeyStoreOptions {
  readonly url: string;
  readonly send: SendRequest;
  readonly now: () => number;
}

const REFRESH_EVERY_MS = 30_000;
const REFRESH_WITHOUT_KEYS_MS = 2_000;
const STALE_AFTER_MS = 10 * 60_000;
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

export function createKeyStore({ url, send, now }: KeyStoreOptions): KeyStore {
  let keys = new Map<string, SigningKey>();
  let askedAtMs = -Infinity;
  let readAtMs = -Infinity;
  let flight: Promise<void> | undefined;

  const refresh = (): Promise<void> => {
    askedAtMs = now();
    flight ??= fetchKeys(url, send)
      .then((found) => {
        keys = found;
        readAtMs = now();
      })
      .finally(() => {
        flight = undefined;
      });
    return flight;
  };

  const mayAsk = (): boolean => now() - askedAtMs >= (keys.size === 0 ? REFRESH_WITHOUT_KEYS_MS : REFRESH_EVERY_MS);

  const find = async (kid: string): Promise<SigningKey | undefined> => {
    const known = keys.get(kid);
    if (known !== undefined) {
      // a key that Entra withdrew must not be believed for ever; an Entra that is away costs nobody the sign-in
      if (now() - readAtMs > STALE_AFTER_MS && mayAsk()) refresh().catch(() => undefined);
      return known;
    }
    const asked = flight ?? (mayAsk() ? refresh() : undefined);
    try {
      await asked;
    } catch (cause) {
      throw new ApiError('upstream_unavailable', { cause, retryAfterMs: 5_000 });
    }
    if (keys.size === 0) throw new ApiError('upstream_unavailable', { retryAfterMs: 5_000 });
    return keys.get(kid);
  };

  return { find, isListed: (kid) => keys.has(kid) };
}
