/** The keys that sign tokens: one signs, it and the one before are listed, older ones no longer, and a stranger's never was. */
import {
  createHash,
  generateKeyPair,
  generateKeyPairSync,
  sign,
  type KeyObject,
  type KeyPairKeyObjectResult,
} from 'node:crypto';
import { promisify } from 'node:util';

type KeyChoice = 'current' | 'retired' | 'foreign';

interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: { readonly kty: 'RSA'; readonly n: string; readonly e: string };
}

interface ListedKey {
  readonly kty: 'RSA';
  readonly use: 'sig';
  readonly kid: string;
  readonly x5t: string;
  readonly n: string;
  readonly e: string;
}

export interface SigningKeys {
  /** Keys that a verifier finds now: the signing one first. */
  list(): readonly ListedKey[];
  /** The new key signs and is listed at once; the one before stays listed until the next rotation. */
  rotate(): Promise<void>;
  /** A compact JWT; `header` overrides win, and `alg: none` (in any case) leaves the signature empty. */
  sign(claims: Readonly<Record<string, unknown>>, header?: Readonly<Record<string, unknown>>, key?: KeyChoice): string;
}

const generate = promisify(generateKeyPair);
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const RSA = { modulusLength: 2048 } as const;

function toKey({ privateKey, publicKey }: KeyPairKeyObjectResult): SigningKey {
  const { n, e } = publicKey.export({ format: 'jwk' });
  if (n === undefined || e === undefined) throw new Error('an RSA key without modulus');
  return { kid: createHash('sha1').update(n).digest('base64url'), privateKey, publicJwk: { kty: 'RSA', n, e } };
}

/** Null takes a member away. */
const withoutNulls = (members: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));

const createKey = async (): Promise<SigningKey> => toKey(await generate('rsa', RSA));

export async function createSigningKeys(): Promise<SigningKeys> {
  let [current, previous] = await Promise.all([createKey(), createKey()]);
  // made when first asked for, since few ask and a key takes time
  let retired: SigningKey | undefined;
  let foreign: SigningKey | undefined;
  const choose = (key: KeyChoice): SigningKey => {
    if (key === 'current') return current;
    if (key === 'retired') return (retired ??= toKey(generateKeyPairSync('rsa', RSA)));
    return (foreign ??= toKey(generateKeyPairSync('rsa', RSA)));
  };

  return {
    list: () =>
      [current, previous].map(({ kid, publicJwk: { kty, n, e } }) => ({ kty, use: 'sig', kid, x5t: kid, n, e })),
    rotate: async () => {
      const next = await createKey();
      [current, previous, retired] = [next, current, previous];
    },
    sign: (claims, header = {}, key = 'current') => {
      // a stranger's key comes under the name of ours, as a forger would send it
      const kid = key === 'foreign' ? current.kid : choose(key).kid;
      const fullHeader = withoutNulls({ typ: 'JWT', alg: 'RS256', kid, ...header });
      const text = `${encode(fullHeader)}.${encode(withoutNulls(claims))}`;
      const unsigned = String(fullHeader['alg']).toLowerCase() === 'none';
      const signature = unsigned
        ? ''
        : sign('RSA-SHA256', Buffer.from(text), choose(key).privateKey).toString('base64url');
      return `${text}.${signature}`;
    },
  };
}
