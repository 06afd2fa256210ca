/** Takes the path and query of a Graph call apart so strictly that Graph can't read it in another way, and spells it anew. */

export interface GraphUrl {
  /** Decoded, each without slashes, dots alone, or control characters. */
  readonly segments: readonly string[];
  /** Decoded; each name once. */
  readonly query: ReadonlyMap<string, string>;
}

const MAX_LENGTH = 8_000;
/** What may stand in a path segment (RFC 3986), with its escapes; no encoded dot, slash, backslash, percent or control character. */
const SEGMENT = /^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%(?!2e|2f|5c|25|[01]|7f)[0-9a-f]{2})+$/i;
const QUERY = /^[A-Za-z0-9\-._~!$&'()*+,;=:@/?%[\]{}|"<>^`]*$/;

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function parseSegments(path: string): readonly string[] | undefined {
  const raw = path.slice(1).split('/');
  if (!path.startsWith('/') || !raw.every((segment) => SEGMENT.test(segment) && !/^\.+$/.test(segment)))
    return undefined;
  const segments = raw.map(decode);
  return segments.every((segment) => segment !== undefined) ? segments : undefined;
}

/** A name twice, in whatever case, could be read as either. */
function parseQuery(text: string): ReadonlyMap<string, string> | undefined {
  const query = new Map<string, string>();
  const seen = new Set<string>();
  for (const part of text === '' ? [] : text.split('&')) {
    const at = part.indexOf('=');
    const name = at < 1 ? undefined : decode(part.slice(0, at));
    const value = decode(part.slice(at + 1).replaceAll('+', ' '));
    if (name === undefined || value === undefined || seen.has(name.toLowerCase())) return undefined;
    seen.add(name.toLowerCase());
    query.set(name, value);
  }
  return query;
}

/** `raw` begins with the slash after the version. Undefined for anything that could mean two things. */
export function parseGraphUrl(raw: string): GraphUrl | undefined {
  if (raw.length > MAX_LENGTH) return undefined;
  const at = raw.indexOf('?');
  const queryText = at < 0 ? '' : raw.slice(at + 1);
  if (!QUERY.test(queryText)) return undefined;
  const segments = parseSegments(at < 0 ? raw : raw.slice(0, at));
  const query = parseQuery(queryText);
  return segments === undefined || query === undefined ? undefined : { segments, query };
}

const READABLE: Readonly<Record<string, string>> = { '%24': '$', '%2C': ',', '%3A': ':', '%3D': '=', '%40': '@' };
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/%(24|2C|3A|3D|40)/g, (code) => READABLE[code] ?? code);

/** One spelling, whatever the caller's was. */
export function writeGraphUrl({ segments, query }: GraphUrl): string {
  const options = [...query].map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return `/${segments.map(encode).join('/')}${options.length === 0 ? '' : `?${options.join('&')}`}`;
}
