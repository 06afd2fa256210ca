/** Keeps what was proven and what was imported about rooms: reports of proof runs, and rooms' own rules. */
import type { Kysely } from 'kysely';
import * as v from 'valibot';
import { roomRulesSchema, type RoomRule } from '../../src/domain/contract/admin.ts';
import { proofRunSchema, type ProofRun } from '../../src/domain/contract/proof.ts';
import type { AuditEntry, WriteAudit } from './audit-trail.ts';
import type { Tables } from './migrations.ts';

const MAX_KEPT = 20;
type Verdict = ProofRun['verdict'];

export function createProofShelf(db: Kysely<Tables>, now: () => number, write: WriteAudit) {
  const newest = (tenantId: string) =>
    db.selectFrom('proofs').where('tenant_id', '=', tenantId).orderBy('ended_at', 'desc').orderBy('id', 'desc');
  const last = (tenantId: string, verdicts: readonly Verdict[]) =>
    newest(tenantId).where('verdict', 'in', verdicts).limit(1);
  const toRun = (report: string): ProofRun => v.parse(proofRunSchema, JSON.parse(report));

  return {
    /** Of older runs the 20 newest stay, the last passed one, and the last one that said anything. */
    addProof: async (tenantId: string, run: ProofRun): Promise<void> => {
      const report = JSON.stringify(run);
      const row = { tenant_id: tenantId, id: run.id, ended_at: run.endedAt, verdict: run.verdict, report };
      await db.insertInto('proofs').values(row).execute();
      await db
        .deleteFrom('proofs')
        .where('tenant_id', '=', tenantId)
        .where('id', 'not in', newest(tenantId).select('id').limit(MAX_KEPT))
        .where('id', 'not in', last(tenantId, ['passed']).select('id'))
        .where('id', 'not in', last(tenantId, ['passed', 'failed']).select('id'))
        .execute();
    },
    /** Newest first. */
    listProofs: async (tenantId: string): Promise<ProofRun[]> => {
      const rows = await newest(tenantId).select('report').limit(MAX_KEPT).execute();
      return rows.map(({ report }) => toRun(report));
    },
    findLast: async (tenantId: string, ...verdicts: readonly Verdict[]): Promise<ProofRun | undefined> => {
      const row = await last(tenantId, verdicts).select('report').executeTakeFirst();
      return row === undefined ? undefined : toRun(row.report);
    },
    /** Replaces what was there. */
    saveRoomRules: (tenantId: string, rules: readonly RoomRule[], ...entries: readonly AuditEntry[]): Promise<void> =>
      db.transaction().execute(async (work) => {
        const row = { imported_at: new Date(now()).toISOString(), rules: JSON.stringify({ rules }) };
        const insert = work.insertInto('room_rules').values({ tenant_id: tenantId, ...row });
        await insert.onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row)).execute();
        await write(work, entries);
      }),
    findRoomRules: async (tenantId: string): Promise<{ rules: RoomRule[]; importedAt: string } | undefined> => {
      const row = await db.selectFrom('room_rules').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst();
      if (row === undefined) return undefined;
      return { importedAt: row.imported_at, ...v.parse(roomRulesSchema, JSON.parse(row.rules)) };
    },
  };
}
