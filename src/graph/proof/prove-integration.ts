/** Makes the report of a proof run, and a second one right behind where an organisation would be shut out by the first. */
import type { ProofRun } from '../../domain/contract/proof.ts';
import { judgeProof, listSuspending } from '../../domain/policy/judge-proof.ts';
import type { ProofSetup } from './proof-setup.ts';
import { runProof } from './run-proof.ts';

export interface ProofOrder extends Pick<ProofRun, 'by' | 'fingerprint'> {
  readonly setup: ProofSetup;
  /** Whether people work with the integration at the moment. */
  readonly isEnabled: boolean;
}

async function proveOnce({ by, fingerprint }: ProofOrder, setup: ProofSetup): Promise<ProofRun> {
  const toIso = (): string => new Date(setup.clock.now()).toISOString();
  const startedAt = toIso();
  const events = await runProof(setup);
  const steps = events.filter(({ state }) => state !== 'running');
  return { id: setup.newId(), startedAt, endedAt: toIso(), verdict: judgeProof(steps), by, fingerprint, steps };
}

/** Oldest first. One slow moment must not shut everybody out: only a failure that comes again does. */
export async function proveIntegration(order: ProofOrder): Promise<readonly ProofRun[]> {
  const { setup, isEnabled } = order;
  const first = await proveOnce(order, setup);
  if (!isEnabled || setup.signal.aborted || listSuspending(first.steps).length === 0) return [first];
  return [first, await proveOnce(order, { ...setup, attempt: 2 })];
}
