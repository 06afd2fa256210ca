/** The one error that the server throws, and the one place where it becomes application/problem+json (RFC 9457). */
import type { ErrorRequestHandler, Request, Response } from 'express';
import { PROBLEM_STATUS, type Problem } from '../src/domain/contract/problem.ts';
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

const WORDS: Readonly<Record<ProblemCode, readonly [title: string, remedy: string]>> = {
  invalid_token: ['The sign-in was not accepted', 'Sign in again.'],
  token_expired: ['The sign-in has expired', 'Ask for a new token and try once more.'],
  interaction_required: ['Microsoft Entra asks for another step', 'Sign in again with the claims given.'],
  insufficient_scope: ['The token does not carry this permission', 'Ask for a token with the scope access_as_user.'],
  tenant_not_allowed: ['This organisation may not use the app', 'Ask the operator of the app to admit it.'],
  consent_required: ['Consent is missing', 'Consent to the scopes given, or ask an administrator to.'],
  integration_not_enabled: [
    'Calendar integration is not enabled for this organisation',
    'An administrator of the app can enable it after a test.',
  ],
  device_not_enabled: [
    'Calendar integration is not enabled on this kind of device',
    'Use another device, or ask an administrator of the app.',
  ],
  not_connected: ['Your calendar is not connected', 'Connect it in your profile.'],
  admin_required: ['Only administrators of the app may do this', 'Ask an administrator of the app.'],
  not_allowed: ['This call is not allowed', 'Use only the calls that the app makes itself.'],
  proof_required: ['A passed and fresh proof run is required', 'Run the proof first.'],
  throttled: ['Too many requests', 'Wait as long as Retry-After says.'],
  upstream_unavailable: ['A service we depend on does not answer', 'Try again as Retry-After says.'],
  bad_request: ['The request is not well formed', 'Correct it.'],
  not_found: ['There is nothing here', 'Check the address.'],
  method_not_allowed: ['This method is not possible here', 'Use a method from the Allow header.'],
  conflict: ['It has been changed meanwhile', 'Read it again and repeat your change.'],
  too_large: ['The request is too large', 'Send less at once.'],
  unsupported_media_type: ['The body must be JSON', 'Send Content-Type: application/json without an encoding.'],
  internal: ['Something went wrong on our side', 'Try again; quote the request id if it stays.'],
};

const toSeconds = (ms: number): string => String(Math.max(1, Math.ceil(ms / 1000)));

/** RFC 6750 and Entra's own form for a claims challenge. */
function toChallenge({ code, details }: ApiError): string {
  if (code === 'interaction_required' && details.claims !== undefined)
    return `Bearer error="insufficient_claims", claims="${Buffer.from(details.claims).toString('base64')}"`;
  return 'Bearer';
}

export function toProblem({ code, details }: ApiError, requestId: string): Problem {
  const [title, remedy] = WORDS[code];
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

const isForPrograms = (path: string): boolean => /^\/(api|graph)(\/|$)/i.test(path);

function sendProblem(request: Request, response: Response, error: ApiError): void {
  const { code, details } = error;
  const status = PROBLEM_STATUS[code];
  const requestId = String(response.locals['requestId']);
  response.status(status).setHeader('Cache-Control', 'no-store');
  if (status === 401) response.setHeader('WWW-Authenticate', toChallenge(error));
  if (status === 429 || status === 503) response.setHeader('Retry-After', toSeconds(details.retryAfterMs ?? 5_000));
  if (details.allow !== undefined) response.setHeader('Allow', details.allow.join(', '));
  if (isForPrograms(request.path)) {
    response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
    response.end(JSON.stringify(toProblem(error, requestId)));
  } else {
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end(`${WORDS[code][0]}.\n`);
  }
}

/** The last handler: answers, and logs what is not the caller's doing. */
export function createErrorHandler(log: Log): ErrorRequestHandler {
  // Express tells error handlers by their four parameters
  return (thrown: unknown, request, response, _next) => {
    const error = toApiError(thrown);
    response.locals['code'] = error.code;
    if (error.code === 'internal' || error.code === 'upstream_unavailable')
      log.failure(error.code, String(response.locals['requestId']), error.cause ?? error);
    if (response.headersSent) response.destroy();
    else sendProblem(request, response, error);
  };
}
