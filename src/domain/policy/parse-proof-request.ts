/** Reads what a proof run is asked for. */
import { parseContract } from '../contract/parse-contract.ts';
import { proofRequestSchema } from '../contract/proof.ts';
import { Failure } from '../failure.ts';

export interface ProofWish {
  readonly room: string;
  readonly start?: Temporal.Instant;
}

/** No room takes bookings further ahead (Exchange: BookingWindowInDays). */
const LONGEST_WINDOW_MS = 1080 * 86_400_000;

function toInstant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch (cause) {
    throw new Failure('bad_request', { cause, path: 'start' });
  }
}

/**
 * Throws `bad_request`, also for a day that no calendar has and for a time at which no room can be booked: such a run
 * would fail by what was asked and not by the integration.
 */
export function parseProofRequest(body: unknown, nowMs: number): ProofWish {
  const { room, start: text } = parseContract(proofRequestSchema, body);
  if (text === undefined) return { room };
  const start = toInstant(text);
  const aheadMs = start.epochMilliseconds - nowMs;
  if (aheadMs <= 0 || aheadMs > LONGEST_WINDOW_MS) throw new Failure('bad_request', { path: 'start' });
  return { room, start };
}
