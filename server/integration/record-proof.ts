/** Keeps what a proof run found, and lets it move the integration: the only way to passed, failed, or suspended by a test. */
import type { ProofRun } from '../../src/domain/contract/proof.ts';
import { applyProof, describeProof } from '../../src/domain/policy/change-integration.ts';
import type { Store, TenantRecord } from '../store/store.ts';
import type { Gates } from './gates.ts';

/**
 * `runs`: one, or a failed one and the one right behind it that was to confirm it, oldest first. `actor`: object id of
 * the administrator or tester, or `program`. Gives the tenant as it then is. Throws `upstream_unavailable`.
 */
export type RecordProof = (tenantId: string, runs: readonly ProofRun[], actor: string) => Promise<TenantRecord>;

export const createRecordProof =
  (store: Store, gates: Gates): RecordProof =>
  async (tenantId, runs, actor) => {
    for (const run of runs) await store.addProof(tenantId, run);
    return gates.changeTenant(
      tenantId,
      (tenant) => applyProof(tenant, runs),
      (before, after) => describeProof(before, after, runs).map((line) => ({ tenantId, actor, ...line })),
    );
  };
