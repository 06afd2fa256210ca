/** The answer, written by hand, to what never became a request: too large a head, too slow, or not HTTP. */
import { ApiError, toProblem } from './api-error.ts';

/** `code`: Node's, of the error that was made of it. The whole answer, ready for the socket. */
export function toUnreadAnswer(code: string | undefined, requestId: string): string {
  const tooLarge = code === 'HPE_HEADER_OVERFLOW';
  const late = code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const status = tooLarge ? '431 Request Header Fields Too Large' : late ? '408 Request Timeout' : '400 Bad Request';
  const body = JSON.stringify(toProblem(new ApiError(tooLarge ? 'too_large' : 'bad_request'), requestId));
  const headers = [
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${body.length}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  return [`HTTP/1.1 ${status}`, ...headers, '', body].join('\r\n');
}
