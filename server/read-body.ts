/** Reads a request's JSON body: type first, then size, then shape; keys that reach into prototypes are refused. */
import type { Request } from 'express';
import type * as v from 'valibot';
import { safeParse } from 'valibot';
import { ApiError } from './errors.ts';

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 32;
const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

function hasForbiddenKey(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth > MAX_DEPTH) return true;
  if (Array.isArray(value)) return value.some((entry) => hasForbiddenKey(entry, depth + 1));
  return Object.entries(value).some(([key, entry]) => FORBIDDEN_KEYS.has(key) || hasForbiddenKey(entry, depth + 1));
}

/** Query names and header names that reach into prototypes; throws `bad_request`. */
export function requireSafeNames(request: Request): void {
  const query = request.originalUrl.split('?')[1];
  const names = query === undefined ? [] : [...new URLSearchParams(query).keys()].flatMap((name) => name.split(/[[\].]+/));
  const isForbidden = (name: string | undefined): boolean => FORBIDDEN_KEYS.has(name?.toLowerCase() ?? '');
  if (names.some(isForbidden) || request.rawHeaders.some((text, index) => index % 2 === 0 && isForbidden(text)))
    throw new ApiError('bad_request');
}

async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new ApiError('too_large');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes: Buffer = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
    size += bytes.length;
    if (size > maxBytes) throw new ApiError('too_large');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

/** Throws `unsupported_media_type`, `too_large` or `bad_request`. */
export async function readJsonBody(request: Request, maxBytes: number): Promise<unknown> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (!JSON_TYPE.test(type) || encoding.toLowerCase() !== 'identity') throw new ApiError('unsupported_media_type');
  const bytes = await readBytes(request, maxBytes);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ApiError('bad_request', { detail: 'The body is not JSON.' });
  }
  if (hasForbiddenKey(value)) throw new ApiError('bad_request');
  return value;
}

/** Throws `bad_request`, naming at most the field that is wrong. */
export function parseBody<const Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const parsed = safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const path = parsed.issues[0].path?.map((item) => String(item.key)) ?? [];
  const field = path.find((name) => !/^[A-Za-z]{1,40}$/.test(name) && !/^\d+$/.test(name)) === undefined ? path.join('.') : '';
  throw new ApiError('bad_request', field === '' ? {} : { detail: `Not accepted: ${field}.` });
}
