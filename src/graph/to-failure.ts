/** Turns an error answer, Graph's or our relay's, into the one kind of failure that the rest knows. */
import * as v from 'valibot';
import { problemSchema, toFailureCode } from '../domain/contract/problem.ts';
import { Failure, type FailureCode } from '../domain/failure.ts';
import { toRetryAfterMs } from './chain/retry-after.ts';
import type { GraphAnswer } from './graph.ts';

const inner = v.looseObject({});
const graphError = v.object({
  error: v.object({ code: v.nullish(v.string()), innerError: v.nullish(inner), innererror: v.nullish(inner) }),
});

interface GraphError {
  readonly codes: readonly string[];
  readonly requestId?: string;
}

/** Graph nests the telling code; the spelling of the nest differs between its services (Graph docs: errors). */
function readGraphError(body: unknown): GraphError {
  const parsed = v.safeParse(graphError, body);
  if (!parsed.success) return { codes: [] };
  const codes: string[] = [parsed.output.error.code ?? ''];
  let requestId: string | undefined;
  let nest: Record<string, unknown> | null | undefined =
    parsed.output.error.innerError ?? parsed.output.error.innererror;
  for (let depth = 0; nest && depth < 5; depth += 1) {
    if (typeof nest['code'] === 'string') codes.push(nest['code']);
    if (requestId === undefined && typeof nest['request-id'] === 'string') requestId = nest['request-id'];
    const deeper = nest['innerError'] ?? nest['innererror'];
    nest = typeof deeper === 'object' ? (deeper as Record<string, unknown> | null) : undefined;
  }
  return { codes, requestId };
}

const NO_MAILBOX = /^(MailboxNotEnabledForRESTAPI|MailboxNotSupportedForRESTAPI|ErrorNonExistentMailbox)$/i;

const BY_STATUS: Readonly<Record<number, FailureCode>> = {
  400: 'bad_request',
  401: 'invalid_token',
  403: 'access_denied',
  404: 'gone',
  405: 'bad_request',
  408: 'upstream_unavailable',
  409: 'conflict',
  410: 'gone',
  412: 'conflict',
  413: 'too_large',
  423: 'conflict',
  429: 'throttled',
};

function toCode(status: number, codes: readonly string[]): FailureCode {
  const isMailbox = (code: string): boolean => NO_MAILBOX.test(code) || (status === 404 && /^ErrorMailbox/i.test(code));
  if (codes.some(isMailbox)) return 'mailbox_missing';
  return BY_STATUS[status] ?? (status >= 500 ? 'upstream_unavailable' : 'bad_response');
}

/** `nowMs` is only needed where Retry-After is an HTTP date. */
export function toFailure(answer: GraphAnswer, nowMs: number): Failure {
  const { status, body } = answer;
  const retryAfterMs = toRetryAfterMs(answer.header('Retry-After'), answer.header('Date'), nowMs);
  const problem = v.safeParse(problemSchema, body);
  if (problem.success) {
    const { requestId, scopes, claims } = problem.output;
    return new Failure(toFailureCode(problem.output), { status, requestId, scopes, claims, retryAfterMs });
  }
  const { codes, requestId = answer.header('request-id') } = readGraphError(body);
  return new Failure(toCode(status, codes), { status, requestId, retryAfterMs });
}
