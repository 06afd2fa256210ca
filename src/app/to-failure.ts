/** Makes a failure of whatever a call threw. */
import { Failure } from '../domain/failure.ts';

/** Anything but our own failures is a mistake in this page; it is shown as an answer that could not be read. */
export function toFailure(problem: unknown): Failure {
  return problem instanceof Failure ? problem : new Failure('bad_response', { cause: problem });
}
