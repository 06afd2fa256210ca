/** Reads answers by their schemas: a whole one or it fails with its path, a list row by row so that one bad row costs only itself. */
import * as v from 'valibot';
import { Failure } from '../domain/failure.ts';

type Schema = v.GenericSchema<unknown, unknown>;

export function parseAnswer<const S extends Schema>(schema: S, body: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  throw new Failure('bad_response', { path: v.getDotPath(parsed.issues[0]) ?? 'body' });
}

const page = v.object({
  value: v.array(v.unknown()),
  '@odata.nextLink': v.nullish(v.string()),
});

export interface Rows<T> {
  readonly rows: readonly T[];
  /** Rows that could not be read. */
  readonly skipped: number;
  readonly nextLink?: string;
}

/** `toRow` may throw a RangeError (an unknown zone, a bad time): that row is skipped too. `undefined` leaves a row out without counting it. */
export function parseRows<const S extends Schema, T>(
  schema: S,
  body: unknown,
  toRow: (raw: v.InferOutput<S>) => T | undefined,
): Rows<T> {
  const { value, '@odata.nextLink': nextLink } = parseAnswer(page, body);
  const rows: T[] = [];
  let skipped = 0;
  for (const item of value) {
    const parsed = v.safeParse(schema, item);
    try {
      if (!parsed.success) throw new RangeError(v.getDotPath(parsed.issues[0]) ?? 'row');
      const row = toRow(parsed.output);
      if (row !== undefined) rows.push(row);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      skipped += 1;
    }
  }
  return { rows, skipped, ...(nextLink ? { nextLink } : {}) };
}

/** `$select` for a schema: its own keys, so that what is asked and what is read can't drift apart. */
export function toSelect(schema: { readonly entries: Readonly<Record<string, unknown>> }): string {
  return Object.keys(schema.entries)
    .filter((key) => !key.startsWith('@') && key !== 'singleValueExtendedProperties')
    .join(',');
}
