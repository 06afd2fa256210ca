/** The proof runs that were made, newest first, and whether one is under way. */
import { type ProofRuns, proofRunsSchema } from '../domain/contract/proof.ts';
import type { CallBackend } from './call-backend.ts';

export const listProofRuns = (call: CallBackend): Promise<ProofRuns> =>
  call({ method: 'GET', path: '/api/admin/proof-runs' }, proofRunsSchema);
