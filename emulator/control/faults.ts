/** Faults that were ordered: which call fails, how, how often. */
import type { GraphAnswer, RequestIds } from '../graph/graph-request.ts';

export interface Fault {
  readonly match: {
    /** Any but OPTIONS unless said: a fault must not be spent on a browser's preflight. */
    readonly method?: string;
    /** Exact pathname, also of a call inside `$batch` (with `/v1.0`); `*` stands for one segment. */
    readonly path: string;
  };
  readonly answer: FaultOrder;
  readonly times: number;
}

export interface FaultOrder {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Waits before it answers. */
  readonly delayMs?: number;
  /** Never answers. */
  readonly hang?: boolean;
  /** Closes the connection instead of answering. */
  readonly cut?: boolean;
  /** Carries the call out first, and only then answers with the fault: the lost answer of a write. */
  readonly carriedOut?: boolean;
}

export interface FaultAnswer extends GraphAnswer {
  readonly delayMs: number;
  readonly hang: boolean;
  readonly cut: boolean;
  readonly carriedOut: boolean;
}

export interface Faults {
  add(faults: readonly Fault[]): void;
  /** Spends one use of the first fault that fits. `pathname` with `/v1.0`, percent-encoded or not. */
  find(method: string, pathname: string, request?: RequestIds): FaultAnswer | undefined;
  /** What is left, with the number of uses left. */
  list(): readonly Fault[];
  clear(): void;
}

const GRAPH_CODES: Readonly<Record<number, readonly [string, string]>> = {
  400: ['BadRequest', 'The request is malformed.'],
  401: ['InvalidAuthenticationToken', 'Access token validation failure.'],
  403: ['ErrorAccessDenied', 'Access is denied. Check credentials and try again.'],
  404: ['ErrorItemNotFound', 'The specified object was not found in the store.'],
  408: ['RequestTimeout', 'The request timed out.'],
  409: [
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  ],
  410: ['ResourceGone', 'The requested resource is no longer available.'],
  412: [
    'ErrorIrresolvableConflict',
    'The change key passed in the request does not match the current change key for the item.',
  ],
  423: ['Locked', 'The resource is locked.'],
  429: ['TooManyRequests', 'Please retry again later.'],
  500: ['InternalServerError', 'An internal server error occurred. The operation failed.'],
  502: ['BadGateway', 'Bad gateway.'],
  503: ['ServiceUnavailable', 'The service is temporarily unavailable. Please try again later.'],
  504: ['GatewayTimeout', 'The gateway did not receive an answer in time.'],
};

/** Graph's error for a status, as a body. */
function toGraphFaultBody(status: number, { id, clientId }: RequestIds): unknown {
  const [code, message] = GRAPH_CODES[status] ?? ['UnknownError', `The request failed with status ${status}.`];
  return {
    error: {
      code,
      message,
      innerError: {
        ...{ code: String(status), date: new Date().toISOString().slice(0, 19), status: String(status) },
        ...{ 'request-id': id, 'client-request-id': clientId },
      },
    },
  };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

const split = (pathname: string): readonly string[] => pathname.split('/').map(decode);

function isMatch({ match }: Fault, method: string, segments: readonly string[]): boolean {
  const wanted = match.method?.toUpperCase();
  if (wanted === undefined ? method === 'OPTIONS' : wanted !== method) return false;
  const pattern = split(match.path);
  return pattern.length === segments.length && pattern.every((part, i) => part === '*' || part === segments[i]);
}

function toAnswer({ answer }: Fault, isGraph: boolean, request: RequestIds): FaultAnswer {
  const hasBody = answer.status >= 400 && isGraph;
  const body = answer.body === undefined && hasBody ? toGraphFaultBody(answer.status, request) : answer.body;
  return {
    status: answer.status,
    headers: { ...answer.headers },
    ...(body === undefined ? {} : { body }),
    faulted: true,
    delayMs: answer.delayMs ?? 0,
    hang: answer.hang ?? false,
    cut: answer.cut ?? false,
    carriedOut: answer.carriedOut ?? false,
  };
}

export function createFaults(): Faults {
  let faults: readonly Fault[] = [];
  return {
    add: (more) => {
      faults = [...faults, ...more];
    },
    find: (method, pathname, request = { id: '', clientId: '' }) => {
      const segments = split(pathname);
      const found = faults.find((fault) => isMatch(fault, method.toUpperCase(), segments));
      if (found === undefined) return undefined;
      faults = faults.flatMap((fault) => {
        if (fault !== found) return [fault];
        return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
      });
      return toAnswer(found, pathname.startsWith('/v1.0/'), request);
    },
    list: () => faults,
    clear: () => {
      faults = [];
    },
  };
}
