/** Reads whose token it is, to notice another account at once; never a basis for authorization. */
import * as v from 'valibot';

const payload = v.object({ oid: v.string(), tid: v.string() });

/** `<tenant>/<object id>`; undefined for whatever is no such token. */
export function readAccount(token: string): string | undefined {
  const [, middle = ''] = token.split('.');
  try {
    const parsed = v.safeParse(payload, JSON.parse(atob(middle.replaceAll('-', '+').replaceAll('_', '/'))));
    return parsed.success ? `${parsed.output.tid}/${parsed.output.oid}`.toLowerCase() : undefined;
  } catch {
    return undefined; // opaque, or not base64
  }
}
