/** Structured logs that can hold no token, subject, address, query or id: only the fields named here are ever written. */
import { createHmac, randomBytes } from 'node:crypto';
import { pino, type DestinationStream } from 'pino';
import { toUserKey, type UserKey } from '../user-key.ts';

/** What one answered request leaves behind. `route` is a template, never the path itself. */
export interface RequestRecord {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly requestId: string;
  readonly code?: string;
  /** Written as a keyed hash: the same for one user within one process, and useless outside of it. */
  readonly user?: UserKey;
}

export interface Log {
  request(record: RequestRecord): void;
  /** A fault on our side or behind us; of the error only its kind, numbers and place in the code are kept. */
  failure(code: string, requestId: string, error: unknown): void;
  /** Something an operator must do: a secret expired, a clock that is wrong. */
  alert(what: string, facts?: Readonly<Record<string, string | number>>): void;
  /** Something odd about one user, who is named as in `request`. */
  anomaly(what: string, user: UserKey): void;
  info(what: string, facts?: Readonly<Record<string, string | number>>): void;
  flush(): void;
}

const toWord = (value: unknown): string | undefined =>
  (typeof value === 'string' && /^[\w.-]{1,64}$/.test(value)) || typeof value === 'number' ? String(value) : undefined;

/** What errors keep where a plain copy doesn't see it. */
const pickHidden = (error: object) => (error instanceof Error ? { name: error.name, stack: error.stack } : {});

/** Messages may quote what people sent, so they are left out; a stack keeps its places only. */
function toErrorFacts(error: unknown): Record<string, unknown> {
  const facts: Readonly<Record<string, unknown>> =
    typeof error === 'object' && error !== null ? Object.assign({}, error, pickHidden(error)) : {};
  const places =
    typeof facts['stack'] === 'string' ? facts['stack'].split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return {
    name: toWord(facts['name']),
    code: toWord(facts['code']),
    entra: toWord(facts['errorNo']) ?? toWord(facts['errorCode']),
    correlationId: toWord(facts['correlationId']),
    at: places.slice(0, 8).map((line) => line.trim()),
  };
}

/** `destination` absent: standard output, written in blocks; an output that breaks stops the log and nothing else. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const output = destination ?? createOutput();
  const logger = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, output);
  const key = randomBytes(32);
  const hashUser = (user: UserKey): string =>
    createHmac('sha256', key).update(toUserKey(user)).digest('base64url').slice(0, 16);
  return {
    request: ({ user, ...record }) => {
      if (!logger.isLevelEnabled('info')) return;
      logger.info(user === undefined ? record : { ...record, user: hashUser(user) }, 'request');
    },
    failure: (code, requestId, error) => logger.error({ code, requestId, error: toErrorFacts(error) }, 'failure'),
    alert: (what, facts = {}) => logger.error({ ...facts, alert: true }, what),
    anomaly: (what, user) => logger.warn({ user: hashUser(user) }, what),
    info: (what, facts = {}) => logger.info(facts, what),
    flush: () => logger.flush(),
  };
}

/** `dest`: a file descriptor, standard output unless said, or a path. */
export function createOutput(dest: number | string = 1): DestinationStream {
  const output = pino.destination({ dest, sync: false, minLength: 4096, periodicFlush: 1000 });
  output.on('error', () => undefined);
  return output;
}
