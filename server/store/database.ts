/** Opens the embedded database and brings its tables up to date. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, Migrator, SqliteDialect, type Migration } from 'kysely';
import Libsql from 'libsql';

export interface Tables {
  tenants: { tenant_id: string; state: string; settings: string; etag: string; updated_at: string };
  connections: {
    tenant_id: string;
    object_id: string;
    connected_since: string | null;
    welcome_seen: string | null;
  };
  audit: { id: string; at: string; tenant_id: string; actor: string; action: string; detail: string };
}

/** Writers wait this long for each other, and hold the process as long: the driver is synchronous. */
const BUSY_MS = 500;

const migrations: Readonly<Record<string, Migration>> = {
  '001-tenants-connections-audit': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('tenants')
        .addColumn('tenant_id', 'varchar(36)', (column) => column.primaryKey())
        .addColumn('state', 'varchar(16)', (column) => column.notNull())
        .addColumn('settings', 'text', (column) => column.notNull())
        .addColumn('etag', 'varchar(36)', (column) => column.notNull())
        .addColumn('updated_at', 'varchar(32)', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('connections')
        .addColumn('tenant_id', 'varchar(36)', (column) => column.notNull())
        .addColumn('object_id', 'varchar(36)', (column) => column.notNull())
        .addColumn('connected_since', 'varchar(32)')
        .addColumn('welcome_seen', 'varchar(16)')
        .addPrimaryKeyConstraint('connections_key', ['tenant_id', 'object_id'])
        .execute();
      await db.schema
        .createTable('audit')
        .addColumn('id', 'varchar(36)', (column) => column.primaryKey())
        .addColumn('at', 'varchar(32)', (column) => column.notNull())
        .addColumn('tenant_id', 'varchar(36)', (column) => column.notNull())
        .addColumn('actor', 'varchar(64)', (column) => column.notNull())
        .addColumn('action', 'varchar(64)', (column) => column.notNull())
        .addColumn('detail', 'text', (column) => column.notNull())
        .execute();
    },
  },
};

/** `dataDir` is made where it is missing. Throws when the file can't be opened or migrated. */
export async function openDatabase(dataDir: string): Promise<Kysely<Tables>> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = new Libsql(join(dataDir, 'office-shifts.db'), {});
  file.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = ${BUSY_MS}`);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) });
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return db;
}
