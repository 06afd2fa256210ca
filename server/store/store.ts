/** All that the server keeps: the settings of tenants, who is connected since when, which welcome they saw, and an audit trail. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import * as v from 'valibot';
import { INTEGRATION_STATES, type Connection } from '../../src/domain/contract/session.ts';
import { settingsSchema, type Settings } from '../../src/domain/contract/settings.ts';
import type { UserKey } from '../user-key.ts';
import { openDatabase } from './database.ts';

export interface TenantRecord {
  readonly state: (typeof INTEGRATION_STATES)[number];
  readonly settings: Settings;
  readonly etag: string;
}

export interface AuditEntry {
  readonly tenantId: string;
  /** Object id of the administrator, or the program. */
  readonly actor: string;
  readonly action: string;
  readonly detail: string;
}

export interface StoreOptions {
  readonly dataDir: string;
  readonly now: () => number;
}

const toIso = (ms: number): string => new Date(ms).toISOString();

/** Every function of it rejects while the database is down. */
export type Store = Awaited<ReturnType<typeof openStore>>;

export async function openStore({ dataDir, now }: StoreOptions) {
  const db = await openDatabase(dataDir);
  return {
    findTenant: async (tenantId: string): Promise<TenantRecord | undefined> => {
      const row = await db.selectFrom('tenants').selectAll().where('tenant_id', '=', tenantId).executeTakeFirst();
      if (row === undefined) return undefined;
      const settings = v.parse(settingsSchema, JSON.parse(row.settings));
      return { state: v.parse(v.picklist(INTEGRATION_STATES), row.state), settings, etag: row.etag };
    },
    saveTenant: async (tenantId: string, { state, settings }: Omit<TenantRecord, 'etag'>): Promise<void> => {
      const row = { state, settings: JSON.stringify(settings), etag: randomUUID(), updated_at: toIso(now()) };
      await db
        .insertInto('tenants')
        .values({ tenant_id: tenantId, ...row })
        .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row))
        .execute();
    },
    findConnection: async ({ tenantId, objectId }: UserKey): Promise<Connection | undefined> => {
      const row = await db
        .selectFrom('connections')
        .select(['connected_since', 'welcome_seen'])
        .where('tenant_id', '=', tenantId)
        .where('object_id', '=', objectId)
        .executeTakeFirst();
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
    deleteConnection: async ({ tenantId, objectId }: UserKey): Promise<void> => {
      await db.deleteFrom('connections').where('tenant_id', '=', tenantId).where('object_id', '=', objectId).execute();
    },
    addAudit: async ({ tenantId, ...entry }: AuditEntry): Promise<void> => {
      await db
        .insertInto('audit')
        .values({ id: randomUUID(), at: toIso(now()), tenant_id: tenantId, ...entry })
        .execute();
    },
    /** Resolves when the database answers. */
    ping: async (): Promise<void> => void (await sql`select 1`.execute(db)),
    close: (): Promise<void> => db.destroy(),
  };
}
