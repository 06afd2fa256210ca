/** Who changed what, when: written once, read newest first, pseudonymized when people go, deleted when it is old. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AuditRecord } from '../../src/domain/contract/admin.ts';
import { parseDetail, toAuditStart } from '../../src/domain/policy/stored-rows.ts';
import type { UserKey } from '../user-key.ts';
import type { Tables } from './migrations.ts';

export interface AuditEntry extends Omit<AuditRecord, 'at'> {
  readonly tenantId: string;
  /** Object id of the administrator, or `program`. */
  readonly actor: string;
}

const MAX_READ = 10_000;
/** Actors that are no people. */
const NOBODY = ['program', 'deleted-%'] as const;

/** One name for all rows of the actor, drawn by chance, so that it leads nowhere. */
export async function pseudonymize(db: Kysely<Tables>, { tenantId, objectId }: UserKey): Promise<void> {
  const actor = `deleted-${randomUUID()}`;
  await db
    .updateTable('audit')
    .set({ actor })
    .where('tenant_id', '=', tenantId)
    .where('actor', '=', objectId)
    .execute();
}

export async function pseudonymizeAll(db: Kysely<Tables>, tenantId: string): Promise<void> {
  const [program, deleted] = NOBODY;
  const people = await db
    .selectFrom('audit')
    .select('actor')
    .distinct()
    .where('tenant_id', '=', tenantId)
    .where('actor', '!=', program)
    .where('actor', 'not like', deleted)
    .execute();
  for (const { actor } of people) await pseudonymize(db, { tenantId, objectId: actor });
}

/** Writes lines as a part of other work, so that neither is there without the other. */
export type WriteAudit = (db: Kysely<Tables>, entries: readonly AuditEntry[]) => Promise<void>;

export function createWriteAudit(now: () => number): WriteAudit {
  let written = 0;
  return async (db, entries) => {
    const rows = entries.map(({ tenantId, actor, action, from, to }) => {
      written += 1;
      // rows of one millisecond stay in order
      const id = `${String(written).padStart(12, '0')}-${randomUUID().slice(0, 23)}`;
      const detail = JSON.stringify({ from, to });
      return { id, at: new Date(now()).toISOString(), tenant_id: tenantId, actor, action, detail };
    });
    if (rows.length > 0) await db.insertInto('audit').values(rows).execute();
  };
}

export function createAuditTrail(db: Kysely<Tables>, now: () => number, write: WriteAudit) {
  return {
    addAudit: (...entries: readonly AuditEntry[]): Promise<void> => write(db, entries),
    /** Newest first. */
    listAudit: async (tenantId: string): Promise<AuditRecord[]> => {
      const rows = await db
        .selectFrom('audit')
        .select(['at', 'actor', 'action', 'detail'])
        .where('tenant_id', '=', tenantId)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(MAX_READ)
        .execute();
      return rows.map(({ detail, ...row }) => ({ ...row, ...parseDetail(detail) }));
    },
    /** Deletes audit rows older than their tenant keeps them (365 days where the tenant is gone), and leases that ended. */
    purgeOld: async (): Promise<void> => {
      const tenants = await db
        .selectFrom('audit')
        .leftJoin('tenants', 'tenants.tenant_id', 'audit.tenant_id')
        .select(['audit.tenant_id', 'tenants.settings'])
        .distinct()
        .execute();
      for (const { tenant_id: tenantId, settings } of tenants) {
        const before = toAuditStart(settings, now());
        await db.deleteFrom('audit').where('tenant_id', '=', tenantId).where('at', '<', before).execute();
      }
      await db.deleteFrom('leases').where('ends_at', '<', new Date(now()).toISOString()).execute();
    },
  };
}
