/** Reads what a proof run is asked for. */
import { parseContract } from '../contract/parse-contract.ts';
import { proofRequestSchema } from '../contract/proof.ts';
import { Failure } from '../failure.ts';

export interface ProofWish {
  readonly room: string;
  readonly start?: Temporal.Instant;
}

/** What lies further from today is in no one window of a calendar with it (Graph: 1,825 days), so that nothing could be cleaned up. */
const FURTHEST_MS = 1600 * 86_400_000;

function toInstant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch (cause) {
    throw new Failure('bad_request', { cause, path: 'start' });
  }
}

/**
 * Throws `bad_request`, also for a day that no calendar has and for a time too far from now: such a run would fail by
 * what was asked and not by the integration.
 */
export function parseProofRequest(body: unknown, nowMs: number): ProofWish {
  const { room, start: text } = parseContract(proofRequestSchema, body);
  if (text === undefined) return { room };
  const start = toInstant(text);
  if (Math.abs(start.epochMilliseconds - nowMs) > FURTHEST_MS) throw new Failure('bad_request', { path: 'start' });
  return { room, start };
}
