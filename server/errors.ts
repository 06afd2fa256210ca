/** The one error that the server throws, and the one place where it becomes application/problem+json (RFC 9457). */
import type { ErrorRequestHandler, Response } from 'express';
import { PROBLEM_STATUS, PROBLEM_WORDS, type Problem } from '../src/domain/contract/problem.ts';
import { Failure, type ProblemCode } from '../src/domain/failure.ts';
import type { Log } from './telemetry/log.ts';

interface ApiErrorDetails {
  readonly cause?: unknown;
  /** One sentence for developers; never a token, subject, address or the failing check of a token. */
  readonly detail?: string;
  readonly retryAfterMs?: number;
  readonly scopes?: readonly string[];
  /** JSON text. */
  readonly claims?: string;
  /** Methods for the Allow header. */
  readonly allow?: readonly string[];
}

export class ApiError extends Error {
  readonly code: ProblemCode;
  readonly details: ApiErrorDetails;

  constructor(code: ProblemCode, details: ApiErrorDetails = {}) {
    super(code, { cause: details.cause });
    this.name = 'ApiError';
    this.code = code;
    this.details = details;
  }
}

const toSeconds = (ms: number): string => String(Math.max(1, Math.ceil(ms / 1000)));

/** RFC 6750 and Entra's own form for a claims challenge. */
function toChallenge({ code, details }: ApiError): string {
  if (code === 'interaction_required' && details.claims !== undefined)
    return `Bearer error="insufficient_claims", claims="${Buffer.from(details.claims).toString('base64')}"`;
  return 'Bearer';
}

export function toProblem({ code, details }: ApiError, requestId: string): Problem {
  const [title, remedy] = PROBLEM_WORDS[code];
  return {
    code,
    title,
    remedy,
    requestId,
    ...(details.detail === undefined ? {} : { detail: details.detail }),
    ...(details.scopes === undefined ? {} : { scopes: [...details.scopes] }),
    ...(details.claims === undefined ? {} : { claims: details.claims }),
  };
}

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEM_STATUS, code);

/** The rules throw Failures, Express throws errors with a status; anything else is our own fault. */
function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof Failure && isProblemCode(error.code)) {
    const { path } = error.details;
    return new ApiError(error.code, {
      cause: error,
      ...(path === undefined ? {} : { detail: `Not accepted: ${path}.` }),
    });
  }
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return new ApiError(status === 400 ? 'bad_request' : 'internal', { cause: error });
}

function sendProblem(response: Response, error: ApiError): void {
  const { code, details } = error;
  const status = PROBLEM_STATUS[code];
  const requestId = String(response.locals['requestId']);
  response.status(status).setHeader('Cache-Control', 'no-store').setHeader('X-Content-Type-Options', 'nosniff');
  if (status === 401) response.setHeader('WWW-Authenticate', toChallenge(error));
  if (status === 429 || status === 503) response.setHeader('Retry-After', toSeconds(details.retryAfterMs ?? 5_000));
  if (details.allow !== undefined) response.setHeader('Allow', details.allow.join(', '));
  response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  response.end(JSON.stringify(toProblem(error, requestId)));
}

/** The last handler: answers, and logs what is not the caller's doing. */
export function createErrorHandler(log: Log): ErrorRequestHandler {
  return (thrown: unknown, _request, response, next) => {
    const error = toApiError(thrown);
    response.locals['code'] = error.code;
    if (error.code === 'internal' || error.code === 'upstream_unavailable')
      log.failure(error.code, String(response.locals['requestId']), error.cause ?? error);
    if (response.headersSent) response.destroy();
    else sendProblem(response, error);
    void next; // Express tells error handlers by their four parameters
  };
}
