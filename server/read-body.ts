/** Reads a request's JSON body: type first, then size, then shape; keys that reach into prototypes are refused. */
import type { Request } from 'express';
import { hasForbiddenKey, hasForbiddenName } from '../src/domain/policy/forbidden-names.ts';
import { ApiError } from './errors.ts';

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** Query names and header names that reach into prototypes; throws `bad_request`. */
export function requireSafeNames({ originalUrl, rawHeaders }: Request): void {
  const headerNames = rawHeaders.filter((_text, index) => index % 2 === 0);
  const listNames = (query: string): string[] => [...new URLSearchParams(query).keys()];
  if (hasForbiddenName(originalUrl.split('?')[1] ?? '', headerNames, listNames)) throw new ApiError('bad_request');
}

/** What would be thrown away unread is not taken either. */
export function requireNoBody({ headers }: Request): void {
  if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return;
  throw new ApiError('bad_request', { detail: 'This call takes no body.' });
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
