/** Makes one of Office's calls with a callback: what it answers, or the one kind of failure that the rest knows. */
import { Failure, type FailureCode } from '../domain/failure.ts';

/** The part of Office's `AsyncResult` that is read. */
export interface OfficeResult<T> {
  readonly status: unknown;
  readonly value: T;
  readonly error?: { readonly code: number } | null;
}

const TIMEOUT_MS = 10_000;
/** Office's number for a right that the person, or the item as it is open, does not have. */
const NO_PERMISSION = 7000;

const toCode = (number: number | undefined): FailureCode =>
  number === NO_PERMISSION ? 'access_denied' : 'host_refused';

/** `start` is handed the callback. Throws `host_refused`, `access_denied`, or `timeout` where Office never calls back. */
export function callOffice<T>(
  start: (callback: (result: OfficeResult<T>) => void) => void,
  timeoutMs = TIMEOUT_MS,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Failure('timeout', { path: 'Office' })), timeoutMs);
    const settle = ({ status, value, error }: OfficeResult<T>): void => {
      clearTimeout(timer);
      if (String(status) === 'succeeded') resolve(value);
      else reject(new Failure(toCode(error?.code), { path: `Office ${error?.code ?? 'unknown'}`, cause: error }));
    };
    try {
      start(settle);
    } catch (cause) {
      clearTimeout(timer);
      reject(new Failure('host_refused', { cause }));
    }
  });
}
