/** Gives Graph's answers to the caller: streamed as they are, but for what tells of others, from which all is taken that is not the caller's to see. */
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { ApiError } from '../errors.ts';
import { NoAnswer, readText, type IncomingAnswer } from '../http-client.ts';
import { findClaims } from './ask-graph.ts';
import type { BatchItem } from '../../src/domain/policy/check-batch.ts';
import { listStrips, openBatchAnswer } from '../../src/domain/policy/open-batch-answer.ts';

type Bound = (body: unknown) => unknown;
const MAX_BYTES = 20 * 1024 * 1024;
const tooLarge = (): ApiError => new ApiError('upstream_unavailable', { cause: new NoAnswer('too_large') });

/** Of Graph's own headers these alone reach the page. */
const PASSED_ON = ['content-type', 'etag', 'retry-after', 'preference-applied', 'request-id'] as const;

function startAnswer(response: Response, { status, headers }: IncomingAnswer): void {
  response.status(status).setHeader('Cache-Control', 'no-store');
  for (const name of PASSED_ON) {
    const value = headers[name];
    if (value !== undefined) response.setHeader(name, value);
  }
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
}

/** An answer that ends early, or grows too large, is cut off here too, so that nobody takes it for whole. */
export async function streamAnswer(response: Response, answer: IncomingAnswer): Promise<void> {
  const { headers, body } = answer;
  const length = headers['content-length'];
  if (Number(length ?? 0) > MAX_BYTES) {
    body.destroy();
    throw tooLarge();
  }
  startAnswer(response, answer);
  if (length !== undefined) response.setHeader('Content-Length', length);
  let size = 0;
  body.on('data', (part: Buffer) => {
    size += part.length;
    if (size > MAX_BYTES) body.destroy(new NoAnswer('too_large'));
  });
  await pipeline(body, response).catch(() => response.destroy());
}

async function readWhole(answer: IncomingAnswer): Promise<string> {
  try {
    return await readText(answer, MAX_BYTES);
  } catch (cause) {
    throw new ApiError('upstream_unavailable', { cause, retryAfterMs: 1_000 });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // the parser's own error quotes the text
    throw new ApiError('upstream_unavailable', { cause: new NoAnswer('not_json') });
  }
}

export async function sendStripped(response: Response, answer: IncomingAnswer, strip: Bound): Promise<void> {
  const text = JSON.stringify(strip(parseJson(await readWhole(answer))));
  startAnswer(response, answer);
  response.end(text);
}

/** Opened only where something in it concerns us: an answer to strip, or a token that Graph no longer takes. */
export async function sendBatchAnswer(
  response: Response,
  answer: IncomingAnswer,
  items: readonly BatchItem[],
  { ownId, purge }: { readonly ownId: string; readonly purge: () => void },
): Promise<void> {
  const strips = listStrips(items);
  let text = await readWhole(answer);
  if (answer.status < 300 && (strips.size > 0 || /"status"\s*:\s*401/.test(text))) {
    const opened = openBatchAnswer(parseJson(text), strips, ownId);
    if (opened === undefined) throw new ApiError('upstream_unavailable', { cause: new NoAnswer('bad_shape') });
    if (opened.challenges.length > 0) purge();
    const claims = opened.challenges.map(findClaims).find((found) => found !== undefined);
    const onlyReads = items.every(({ call }) => call.rule.writes !== true);
    if (claims !== undefined && onlyReads) throw new ApiError('interaction_required', { claims });
    text = JSON.stringify({ responses: opened.responses });
  }
  startAnswer(response, answer);
  response.end(text);
}
