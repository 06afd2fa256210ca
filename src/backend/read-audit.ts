/** Who changed what, newest first. */
import { type AuditRecord, auditSchema } from '../domain/contract/admin.ts';
import type { CallBackend } from './call-backend.ts';

export async function readAudit(call: CallBackend): Promise<readonly AuditRecord[]> {
  return (await call({ method: 'GET', path: '/api/admin/audit' }, auditSchema)).value;
}
