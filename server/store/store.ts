/** All that the server keeps: tenants' settings, who is connected since when, proofs, rooms' rules, leases, and an audit trail. */
import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Connection } from '../../src/domain/contract/session.ts';
import { toTenantRecord, type TenantRecord } from '../../src/domain/policy/stored-rows.ts';
import type { UserKey } from '../user-key.ts';
import * as trail from './audit-trail.ts';
import { openDatabase } from './database.ts';
import type { Tables } from './migrations.ts';
import { createProofShelf } from './proof-shelf.ts';

export type { TenantRecord };
export type AuditEntry = trail.AuditEntry;

export interface StoreOptions {
  readonly dataDir: string;
  /** PostgreSQL; absent: a file in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly now: () => number;
}

type Db = Kysely<Tables>;

const toIso = (ms: number): string => new Date(ms).toISOString();
/** Compares and sets in one statement each, so that of two servers one is told. */
async function writeTenant(db: Db, row: Tables['tenants'], expectedEtag: string | undefined): Promise<boolean> {
  const { tenant_id: tenantId, ...fields } = row;
  const insert = db.insertInto('tenants').values(row).returning('etag');
  const update = db.updateTable('tenants').set(fields).where('tenant_id', '=', tenantId).returning('etag');
  const overwrite = insert.onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(fields));
  const create = insert.onConflict((conflict) => conflict.column('tenant_id').doNothing());
  const query =
    expectedEtag === undefined ? overwrite : expectedEtag === 'none' ? create : update.where('etag', '=', expectedEtag);
  return (await query.execute()).length === 1;
}

function createTenants(db: Db, now: () => number, write: trail.WriteAudit) {
  return {
    findTenant: async (tenantId: string): Promise<TenantRecord | undefined> => {
      const row = await db.selectFrom('tenants').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst();
      return row === undefined ? undefined : toTenantRecord(row);
    },
    /**
     * The new etag; undefined where `expectedEtag` no longer fits. `none` stands for no row; without one it is overwritten.
     * `entries` are written with it or not at all.
     */
    saveTenant: (
      tenantId: string,
      { state, settings, suspendedBy }: Omit<TenantRecord, 'etag'>,
      expectedEtag?: string,
      ...entries: readonly AuditEntry[]
    ): Promise<string | undefined> => {
      const row = {
        tenant_id: tenantId,
        state,
        settings: JSON.stringify(settings),
        etag: randomUUID(),
        updated_at: toIso(now()),
        suspended_by: suspendedBy === undefined ? null : JSON.stringify(suspendedBy),
      };
      return db.transaction().execute(async (work) => {
        if (!(await writeTenant(work, row, expectedEtag))) return undefined;
        await write(work, entries);
        return row.etag;
      });
    },
    /** All of the tenant but its audit trail, in which nobody is named any more. */
    deleteTenant: (tenantId: string, ...entries: readonly AuditEntry[]): Promise<void> =>
      db.transaction().execute(async (work) => {
        await write(work, entries);
        for (const table of ['tenants', 'connections', 'proofs', 'room_rules'] as const)
          await work.deleteFrom(table).where('tenant_id', '=', tenantId).execute();
        await trail.pseudonymizeAll(work, tenantId);
      }),
  };
}

function createConnections(db: Db) {
  return {
    /** Those who are connected. */
    countConnections: async (tenantId: string): Promise<number> => {
      const { count } = await db
        .selectFrom('connections')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('tenant_id', '=', tenantId)
        .where('connected_since', 'is not', null)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    findConnection: async ({ tenantId, objectId }: UserKey): Promise<Connection | undefined> => {
      const ofTenant = db.selectFrom('connections').where('tenant_id', '=', tenantId);
      const own = ofTenant.where('object_id', '=', objectId).select(['connected_since', 'welcome_seen']);
      const row = await own.executeTakeFirst();
      if (row === undefined) return undefined;
      const { connected_since: connectedSince, welcome_seen: welcomeSeen } = row;
      return { connected: connectedSince !== null, connectedSince, welcomeSeen };
    },
    saveConnection: async ({ tenantId, objectId }: UserKey, connection: Connection): Promise<void> => {
      const row = { connected_since: connection.connectedSince, welcome_seen: connection.welcomeSeen };
      await db
        .insertInto('connections')
        .values({ tenant_id: tenantId, object_id: objectId, ...row })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'object_id']).doUpdateSet(row))
        .execute();
    },
    /** Also takes the person's name out of the audit trail. */
    deleteConnection: (user: UserKey): Promise<void> =>
      db.transaction().execute(async (work) => {
        const ofTenant = work.deleteFrom('connections').where('tenant_id', '=', user.tenantId);
        await ofTenant.where('object_id', '=', user.objectId).execute();
        await trail.pseudonymize(work, user);
      }),
  };
}

/** So that of all servers one does a thing at a time. */
function createLeases(db: Db, now: () => number) {
  return {
    /** Its holder's name; undefined while somebody holds it, here or elsewhere. */
    takeLease: async (name: string, forMs: number): Promise<string | undefined> => {
      const row = { holder: randomUUID(), ends_at: toIso(now() + forMs) };
      const taken = await db
        .insertInto('leases')
        .values({ name, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row).where('leases.ends_at', '<=', toIso(now())))
        .returning('holder')
        .executeTakeFirst();
      return taken?.holder;
    },
    /** False where somebody else has taken it meanwhile: the holder is one no more. */
    renewLease: async (holder: string, forMs: number): Promise<boolean> => {
      const lease = db.updateTable('leases').where('holder', '=', holder);
      return (await lease.set({ ends_at: toIso(now() + forMs) }).executeTakeFirst()).numUpdatedRows > 0n;
    },
    /** Whether anybody holds it, here or elsewhere. */
    hasLease: async (name: string): Promise<boolean> => {
      const held = db.selectFrom('leases').select('name').where('name', '=', name);
      return (await held.where('ends_at', '>', toIso(now())).execute()).length > 0;
    },
    /** Of one that somebody else has taken meanwhile nothing is taken away. */
    releaseLease: async (holder: string): Promise<void> => {
      await db.deleteFrom('leases').where('holder', '=', holder).execute();
    },
  };
}

/** Every function of it rejects while the database is down. */
export type Store = Awaited<ReturnType<typeof openStore>>;

export async function openStore({ dataDir, databaseUrl, now }: StoreOptions) {
  const { db, close } = await openDatabase(dataDir, databaseUrl);
  const write = trail.createWriteAudit(now);
  return {
    ...createTenants(db, now, write),
    ...createConnections(db),
    ...createLeases(db, now),
    ...trail.createAuditTrail(db, now, write),
    ...createProofShelf(db, now, write),
    /** Resolves when the database answers. */
    ping: async (): Promise<void> => void (await sql`select 1`.execute(db)),
    close,
  };
}
