/** The one place where what was thrown becomes an answer: application/problem+json (RFC 9457). */
import type { ErrorRequestHandler } from 'express';
import { PROBLEM_STATUS } from '../src/domain/contract/problem.ts';
import { toApiError, toProblem, toProblemHeaders } from '../src/domain/policy/api-error.ts';
import type { Log } from './telemetry/log.ts';

export { ApiError } from '../src/domain/policy/api-error.ts';

const toBase64 = (text: string): string => Buffer.from(text).toString('base64');

/** The last handler: answers, and logs what is not the caller's doing. */
export function createErrorHandler(log: Log): ErrorRequestHandler {
  return (thrown: unknown, _request, response, next) => {
    const error = toApiError(thrown);
    const requestId = String(response.locals['requestId']);
    response.locals['code'] = error.code;
    if (error.code === 'internal' || error.code === 'upstream_unavailable')
      log.failure(error.code, requestId, error.cause ?? error);
    if (response.headersSent) response.destroy();
    else {
      response.status(PROBLEM_STATUS[error.code]).set(toProblemHeaders(error, toBase64));
      response.end(JSON.stringify(toProblem(error, requestId)));
    }
    void next; // Express tells error handlers by their four parameters
  };
}
