/** Which request headers go on to Graph. */
import { Failure } from '../failure.ts';

/** `Content-Type` is written by us wherever there is a body. */
const RELAYED: Readonly<Record<string, string>> = {
  prefer: 'Prefer',
  'if-match': 'If-Match',
  consistencylevel: 'ConsistencyLevel',
};
const VALUE = /^[\x20-\x7e]{1,1000}$/;

/** Inside a batch: a stranger among them, or a name twice, is `not_allowed`. */
export function pickHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const picked = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    const known = name.toLowerCase();
    if (known === 'content-type' && /^application\/json(\s*;.*)?$/i.test(value)) continue;
    const wanted = Object.hasOwn(RELAYED, known) ? RELAYED[known] : undefined;
    if (wanted === undefined || picked.has(wanted) || !VALUE.test(value)) throw new Failure('not_allowed');
    picked.set(wanted, value);
  }
  return Object.fromEntries(picked);
}

/** Of a lone call, by lower-case names: a browser sends many headers, these alone go on. */
export function pickKnownHeaders(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const picked = Object.entries(RELAYED).flatMap(([name, wanted]) => {
    const value = headers[name];
    return typeof value === 'string' && VALUE.test(value) ? [[wanted, value] as const] : [];
  });
  return Object.fromEntries(picked);
}
