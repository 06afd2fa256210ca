/** Graph's refusals: status, code and message as the services behind it word them. */

export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const badRequest = (message: string): GraphError => new GraphError(400, 'BadRequest', message);

export const invalidRequest = (message: string): GraphError => new GraphError(400, 'ErrorInvalidRequest', message);

export const unknownSegment = (segment: string): GraphError =>
  badRequest(`Resource not found for the segment '${segment}'.`);

export const itemNotFound = (): GraphError =>
  new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

export const malformedId = (): GraphError => new GraphError(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');

export const mailboxNotEnabled = (): GraphError =>
  new GraphError(
    404,
    'MailboxNotEnabledForRESTAPI',
    'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  );

export const accessDenied = (): GraphError =>
  new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');

export const unknownZone = (name: string): GraphError =>
  new GraphError(
    400,
    'TimeZoneNotSupportedException',
    `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
  );

/** Too many calls in a span of time. */
export const tooManyRequests = (retryAfterS: number): GraphError =>
  new GraphError(429, 'TooManyRequests', 'Please retry again later.', { 'Retry-After': String(retryAfterS) });

/** Too many calls at once to one mailbox. */
export const applicationThrottled = (): GraphError =>
  new GraphError(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
    'Retry-After': '1',
  });

/** Teams' shift service wraps its own error as JSON in the message. */
export function shiftsError(status: number, code: string, message: string, innerCode: string): GraphError {
  const inner = { error: { code, message, details: [], innererror: { code: innerCode } } };
  return new GraphError(status, code, JSON.stringify(inner));
}

/** The body of any refusal. */
export function toErrorBody(
  error: { readonly code: string; readonly message: string; readonly status?: number },
  request: { readonly id: string; readonly clientId: string; readonly nowMs: number },
): object {
  const throttled = error.status === 429 ? { code: '429', status: '429' } : undefined;
  const date = new Date(request.nowMs).toISOString().slice(0, 19);
  return {
    error: {
      code: error.code,
      message: error.message,
      innerError: { ...throttled, date, 'request-id': request.id, 'client-request-id': request.clientId },
    },
  };
}
