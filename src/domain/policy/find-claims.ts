/** Reads the claims challenge with which Graph takes a token back (continuous access evaluation). */

/** `decode` reads base64. JSON text of a claims challenge (Graph: continuous access evaluation), or undefined. */
export function findClaims(challenge: unknown, decode: (text: string) => string): string | undefined {
  const encoded = /claims="([^"]{1,8000})"/.exec(typeof challenge === 'string' ? challenge : '')?.[1];
  if (encoded === undefined) return undefined;
  const text = decode(encoded);
  try {
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}
