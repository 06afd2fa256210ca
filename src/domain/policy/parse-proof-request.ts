/** Reads what a proof run is asked for. */
import { parseContract } from '../contract/parse-contract.ts';
import { proofRequestSchema } from '../contract/proof.ts';
import { Failure } from '../failure.ts';

export interface ProofWish {
  readonly room: string;
  readonly start?: Temporal.Instant;
}

/** Throws `bad_request`, also for a day that no calendar has. */
export function parseProofRequest(body: unknown): ProofWish {
  const { room, start } = parseContract(proofRequestSchema, body);
  try {
    return start === undefined ? { room } : { room, start: Temporal.Instant.from(start) };
  } catch (cause) {
    throw new Failure('bad_request', { cause, path: 'start' });
  }
}
