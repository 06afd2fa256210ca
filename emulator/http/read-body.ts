/** Reads a request's body as text, up to a limit. */
import type { IncomingMessage } from 'node:http';

/** Graph takes 4 MB; nothing here needs more. */
const LIMIT_BYTES = 4 * 1024 * 1024;

/** Undefined when the body is larger than the limit; the rest is read and thrown away so that the answer arrives. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size <= LIMIT_BYTES) chunks.push(bytes);
  }
  return size > LIMIT_BYTES ? undefined : Buffer.concat(chunks).toString('utf8');
}
