/** Structured logs that can hold no token, subject, address, query or id: only the fields named here are ever written. */
import { createHmac, randomBytes } from 'node:crypto';
import { pino, type DestinationStream } from 'pino';
import type { Log } from '../../src/domain/policy/log-record.ts';
import { toErrorFacts } from '../../src/domain/policy/error-facts.ts';
import { toUserKey, type UserKey } from '../user-key.ts';

export type { Log } from '../../src/domain/policy/log-record.ts';

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
    exchanged: () => undefined,
    lookedUp: () => undefined,
    flush: () => logger.flush(),
  };
}

/** `dest`: a file descriptor, standard output unless said, or a path. */
export function createOutput(dest: number | string = 1): DestinationStream {
  const output = pino.destination({ dest, sync: false, minLength: 4096, periodicFlush: 1000 });
  output.on('error', () => undefined);
  return output;
}
