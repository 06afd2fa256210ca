/** Takes a compact token apart without believing it: shape, size and header, before any key or network is touched. */

export interface TokenParts {
  readonly kid: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export const MAX_TOKEN_BYTES = 8 * 1024;
const SHAPE = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/;
/** Each would change how the token is read; Entra sends none of them (RFC 7515, 7516, 7797). */
const STRANGE_HEADERS = ['crit', 'b64', 'zip', 'enc'];

function parseObject(bytes: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** A second spelling of the same bytes would let a changed token pass as the same one. */
function decodeCanonical(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

/** Undefined for anything but an RS256 token with a key id. Keys or addresses of keys in the header are not looked at. */
export function parseToken(token: string): TokenParts | undefined {
  if (token.length > MAX_TOKEN_BYTES) return undefined;
  const shape = SHAPE.exec(token);
  if (shape === null) return undefined;
  const [header, payload, signature] = shape.slice(1).map(decodeCanonical);
  if (header === undefined || payload === undefined || signature === undefined) return undefined;
  const fields = parseObject(header);
  const claims = parseObject(payload);
  if (fields === undefined || claims === undefined) return undefined;
  if (fields['alg'] !== 'RS256' || STRANGE_HEADERS.some((name) => Object.hasOwn(fields, name))) return undefined;
  const kid = fields['kid'];
  return typeof kid === 'string' && kid !== '' && kid.length <= 256 ? { kid, claims } : undefined;
}
