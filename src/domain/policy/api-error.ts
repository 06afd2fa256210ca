/** The one error that our server throws, and what an answer makes of it (application/problem+json, RFC 9457). */
import { PROBLEM_STATUS, PROBLEM_WORDS, REFUSED_APP_WORDS, type Problem } from '../contract/problem.ts';
import { Failure, type ProblemCode } from '../failure.ts';

export interface ApiErrorDetails {
  readonly cause?: unknown;
  /** One sentence for developers; never a token, subject, address or the failing check of a token. */
  readonly detail?: string;
  readonly retryAfterMs?: number;
  readonly scopes?: readonly string[];
  /** JSON text. */
  readonly claims?: string;
  /** Entra refuses the app itself. */
  readonly reason?: 'app_refused';
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

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEM_STATUS, code);

/** The rules throw Failures, Express throws errors with a status; anything else is our own fault. */
export function toApiError(error: unknown): ApiError {
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

export function toProblem({ code, details }: ApiError, requestId: string): Problem {
  const { reason } = details;
  const [title, remedy] = reason === 'app_refused' ? REFUSED_APP_WORDS : PROBLEM_WORDS[code];
  return {
    code,
    title,
    remedy,
    requestId,
    ...(details.detail === undefined ? {} : { detail: details.detail }),
    ...(details.scopes === undefined ? {} : { scopes: [...details.scopes] }),
    ...(details.claims === undefined ? {} : { claims: details.claims }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** RFC 6750 and Entra's own form for a claims challenge. */
function toChallenge({ code, details }: ApiError, encode: (text: string) => string): string {
  if (code === 'interaction_required' && details.claims !== undefined)
    return `Bearer error="insufficient_claims", claims="${encode(details.claims)}"`;
  return 'Bearer';
}

const toSeconds = (ms: number): string => String(Math.max(1, Math.ceil(ms / 1000)));

/** `encode` makes base64 of text. */
export function toProblemHeaders(error: ApiError, encode: (text: string) => string): Readonly<Record<string, string>> {
  const { code, details } = error;
  const status = PROBLEM_STATUS[code];
  return {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...(status === 401 ? { 'WWW-Authenticate': toChallenge(error, encode) } : {}),
    ...(status === 429 || status === 503 ? { 'Retry-After': toSeconds(details.retryAfterMs ?? 5_000) } : {}),
    ...(details.allow === undefined ? {} : { Allow: details.allow.join(', ') }),
  };
}
