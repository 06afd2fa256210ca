/** What the administration asks our server; loaded with it. */
import { type BackendSetup, createCallBackend } from '../../backend/call-backend.ts';
import { changeIntegration } from '../../backend/change-integration.ts';
import { deleteTenant } from '../../backend/delete-tenant.ts';
import { listProofRuns } from '../../backend/list-proof-runs.ts';
import { readAudit } from '../../backend/read-audit.ts';
import { readChoices } from '../../backend/read-choices.ts';
import { readIntegration, type StoredIntegration } from '../../backend/read-integration.ts';
import { type ProofListener, runProof } from '../../backend/run-proof.ts';
import { saveRoomRules } from '../../backend/save-room-rules.ts';
import type { AuditRecord, Choices, RoomRules } from '../../domain/contract/admin.ts';
import type { ProofRequest, ProofRuns } from '../../domain/contract/proof.ts';
import type { SettingsChange } from '../../domain/contract/settings.ts';

export interface AdminServices {
  readonly readIntegration: () => Promise<StoredIntegration>;
  readonly changeIntegration: (change: SettingsChange, etag: string) => Promise<StoredIntegration>;
  readonly runProof: (request: ProofRequest, listener: ProofListener) => Promise<void>;
  readonly listProofRuns: () => Promise<ProofRuns>;
  readonly readAudit: () => Promise<readonly AuditRecord[]>;
  readonly readChoices: () => Promise<Choices>;
  readonly saveRoomRules: (rules: RoomRules) => Promise<void>;
  readonly deleteTenant: () => Promise<void>;
}

export function createAdminServices(setup: BackendSetup): AdminServices {
  const call = createCallBackend(setup);
  return {
    readIntegration: () => readIntegration(call),
    changeIntegration: (change, etag) => changeIntegration(call, change, etag),
    runProof: (request, listener) => runProof(setup, request, listener),
    listProofRuns: () => listProofRuns(call),
    readAudit: () => readAudit(call),
    readChoices: () => readChoices(call),
    saveRoomRules: (rules) => saveRoomRules(call, rules),
    deleteTenant: () => deleteTenant(call),
  };
}
