/** Finds the bearer token among a request's headers (RFC 6750). */
import { MAX_TOKEN_BYTES } from './parse-token.ts';

/** Exactly one Authorization header, `Bearer` in any case, one space, one token. Query, cookie and body are never looked at. */
export function findBearerToken(rawHeaders: readonly string[]): string | undefined {
  let found: string | undefined;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() !== 'authorization') continue;
    if (found !== undefined) return undefined;
    found = rawHeaders[index + 1] ?? '';
  }
  const token = found === undefined ? undefined : /^bearer ([\x21-\x7e]+)$/i.exec(found)?.[1];
  return token !== undefined && token.length <= MAX_TOKEN_BYTES ? token : undefined;
}
