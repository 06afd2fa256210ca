/** Parses JSON as the real services do: a name twice in one object, or more than a hundred levels, are refused like any other malformed text. */

const NAME_OR_MARK = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

const MOST_LEVELS = 100;

/** True when an object of the text has the same name twice, or lies too deep; the text must be valid JSON. */
function isRefused(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  let name: string | undefined;
  for (const [token] of text.matchAll(NAME_OR_MARK)) {
    if (open.length > MOST_LEVELS) return true;
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token.startsWith('"')) name = token;
    else if (token === ':' && name !== undefined) {
      const names = open.at(-1);
      const plain = String(JSON.parse(name));
      if (names?.has(plain)) return true;
      names?.add(plain);
    }
  }
  return false;
}

export type ParsedJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

export function parseJson(text: string): ParsedJson {
  try {
    const value: unknown = JSON.parse(text);
    return isRefused(text) ? { ok: false } : { ok: true, value };
  } catch {
    return { ok: false };
  }
}
