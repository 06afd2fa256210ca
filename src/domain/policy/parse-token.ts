/** Takes a compact token apart without believing it: shape, size and header, before any key or network is touched. */

export interface TokenParts {
  readonly kid: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export const MAX_TOKEN_BYTES = 8 * 1024;
const SHAPE = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/;
/** Each would change how the token is read; Entra sends none of them (RFC 7515, 7516, 7797). */
const STRANGE_HEADERS = ['crit', 'b64', 'zip', 'enc'];

/** What the platform knows of bytes. */
export interface TokenReader {
  /** Undefined where it is not the one base64url spelling of its bytes: a second would let a changed token pass. */
  readonly decode: (text: string) => Uint8Array | undefined;
  /** Throws where the bytes are not UTF-8. */
  readonly toText: (bytes: Uint8Array) => string;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

/** Undefined for anything but an RS256 token with a key id. Keys or addresses of keys in the header are not looked at. */
export function parseToken(token: string, { decode, toText }: TokenReader): TokenParts | undefined {
  if (token.length > MAX_TOKEN_BYTES) return undefined;
  const shape = SHAPE.exec(token);
  if (shape === null) return undefined;
  const [header, payload, signature] = shape.slice(1).map(decode);
  if (header === undefined || payload === undefined || signature === undefined) return undefined;
  const [fields, claims] = [header, payload].map((bytes) => {
    try {
      return parseObject(toText(bytes));
    } catch {
      return undefined;
    }
  });
  if (fields === undefined || claims === undefined) return undefined;
  if (fields['alg'] !== 'RS256' || STRANGE_HEADERS.some((name) => Object.hasOwn(fields, name))) return undefined;
  const kid = fields['kid'];
  return typeof kid === 'string' && kid !== '' && kid.length <= 256 ? { kid, claims } : undefined;
}
