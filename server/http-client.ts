/** Speaks HTTP to Entra and Graph: bounded sockets kept alive, one deadline a call, no redirects, no retries of its own. */
import * as http from 'node:http';
import * as https from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export interface OutgoingCall {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Until the last byte of the answer. */
  readonly timeoutMs: number;
  /** Hands out a way to end the call, for callers who may go away. */
  readonly onStart?: (stop: () => void) => void;
}

export interface IncomingAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** Must be read or destroyed. */
  readonly body: Readable;
}

export type SendRequest = (call: OutgoingCall) => Promise<IncomingAnswer>;

/** No answer, or one cut short. */
export class NoAnswer extends Error {
  readonly code: string;
  /** The connection had been kept from an earlier call and was closed as we wrote: the other side has seen nothing. */
  readonly staleConnection: boolean;
  constructor(code: string, staleConnection = false) {
    super(code);
    this.name = 'NoAnswer';
    this.code = code;
    this.staleConnection = staleConnection;
  }
}

const toCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'failed';

function toAnswer(response: http.IncomingMessage): IncomingAnswer {
  const { statusCode: status = 0, headers } = response;
  // whoever reads the body hears of the error too; without this one, a body given up would end the process
  response.on('error', () => undefined);
  if (headers['content-encoding'] !== 'gzip') return { status, headers, body: response };
  const body = createGunzip();
  pipeline(response, body, () => undefined);
  return { status, headers: { ...headers, 'content-encoding': undefined, 'content-length': undefined }, body };
}

export function createHttpClient({ maxSockets }: { readonly maxSockets: number }) {
  const options = { keepAlive: true, maxSockets, maxFreeSockets: 64, scheduling: 'lifo' } as const;
  const agents = { http: new http.Agent(options), https: new https.Agent(options) };

  const send: SendRequest = ({ method, url, headers, body, timeoutMs, onStart }) =>
    new Promise((resolve, reject) => {
      const secure = url.startsWith('https:');
      const length: Record<string, number> = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const request = (secure ? https : http).request(url, {
        method,
        headers: { ...headers, ...length },
        agent: secure ? agents.https : agents.http,
      });
      const timer = setTimeout(() => request.destroy(new NoAnswer('timeout')), timeoutMs);
      request.on('close', () => clearTimeout(timer));
      request.on('response', (response) => resolve(toAnswer(response)));
      request.on('error', (error) => {
        clearTimeout(timer);
        reject(error instanceof NoAnswer ? error : new NoAnswer(toCode(error), request.reusedSocket));
      });
      onStart?.(() => request.destroy(new NoAnswer('aborted')));
      request.end(body);
    });

  const close = (): void => {
    agents.http.destroy();
    agents.https.destroy();
  };
  return { send, close };
}

/** The whole body as text; throws NoAnswer where it is longer than `maxBytes` or ends early. */
export async function readText(answer: IncomingAnswer, maxBytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of answer.body) {
      const bytes: Buffer = Buffer.isBuffer(part) ? part : Buffer.from(String(part));
      size += bytes.length;
      if (size > maxBytes) throw new NoAnswer('too_large');
      parts.push(bytes);
    }
  } catch (error) {
    throw error instanceof NoAnswer ? error : new NoAnswer(toCode(error));
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Parsed JSON, or undefined where the body is none. */
export async function readJson(answer: IncomingAnswer, maxBytes: number): Promise<unknown> {
  const text = await readText(answer, maxBytes);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
