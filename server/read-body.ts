/** Reads a request's JSON body: type first, then size, then shape; keys that reach into prototypes are refused. */
import type { Request } from 'express';
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
  const query = request.originalUrl.split('?')[1] ?? '';
  // most queries can't hold such a name, and are not taken apart for it
  const params = /%|__proto__|constructor|prototype/i.test(query) ? [...new URLSearchParams(query).keys()] : [];
  const names = params.flatMap((name) => name.split(/[[\].]+/));
  const isForbidden = (name: string | undefined): boolean => FORBIDDEN_KEYS.has(name?.toLowerCase() ?? '');
  if (names.some(isForbidden) || request.rawHeaders.some((text, index) => index % 2 === 0 && isForbidden(text)))
    throw new ApiError('bad_request');
}

/** Not by iteration: leaving one early would destroy the socket before the refusal is on its way. */
function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    request.on('data', (bytes: Buffer) => {
      size += bytes.length;
      if (size <= maxBytes) parts.push(bytes);
      else reject(new ApiError('too_large'));
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', (cause) => reject(new ApiError('bad_request', { cause })));
  });
}

/** Throws `unsupported_media_type`, `too_large` or `bad_request`. */
export async function readJsonBody(request: Request, maxBytes: number): Promise<unknown> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (!JSON_TYPE.test(type) || encoding.toLowerCase() !== 'identity') throw new ApiError('unsupported_media_type');
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw new ApiError('too_large');
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
