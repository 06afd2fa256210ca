/** Parses JSON as the real services do: a name twice in one object is refused like any other malformed text. */

const NAME_OR_MARK = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** True when an object of the text has the same name twice; the text must be valid JSON. */
function hasDuplicateName(text: string): boolean {
  const open: (Set<string> | null)[] = [];
  let name: string | undefined;
  for (const [token] of text.matchAll(NAME_OR_MARK)) {
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
    return hasDuplicateName(text) ? { ok: false } : { ok: true, value };
  } catch {
    return { ok: false };
  }
}
