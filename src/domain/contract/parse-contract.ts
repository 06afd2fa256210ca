/** Reads a body that must have one of our shapes; says at most which field is wrong. */
import * as v from 'valibot';
import { Failure } from '../failure.ts';

/** Throws `bad_request`. Names that are no plain field names are not repeated, for they are the caller's own text. */
export function parseContract<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> {
  // a list passes as an object whose fields are all optional
  if (Array.isArray(value)) throw new Failure('bad_request');
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const path = v.getDotPath(parsed.issues[0]) ?? '';
  throw new Failure('bad_request', /^[A-Za-z0-9.]{1,80}$/.test(path) ? { path } : {});
}
