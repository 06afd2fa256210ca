/** Opens the embedded database and brings its tables up to date. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, Migrator, sql, SqliteDialect, type Migration } from 'kysely';
import Libsql from 'libsql';

export interface Tables {
  tenants: { tenant_id: string; state: string; settings: string; etag: string; updated_at: string };
  connections: { tenant_id: string; object_id: string; connected_since: string | null; welcome_seen: string | null };
  audit: { id: string; at: string; tenant_id: string; actor: string; action: string; detail: string };
}

/** Writers wait this long for each other, and hold the process as long: the driver is synchronous. */
const BUSY_MS = 500;

/** In words that SQLite and PostgreSQL both know. Never changed once released; a new step is added. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  '001-tenants-connections-audit': [
    `create table tenants (tenant_id varchar(36) primary key, state varchar(16) not null, settings text not null,
       etag varchar(36) not null, updated_at varchar(32) not null)`,
    `create table connections (tenant_id varchar(36) not null, object_id varchar(36) not null,
       connected_since varchar(32), welcome_seen varchar(16), primary key (tenant_id, object_id))`,
    `create table audit (id varchar(36) primary key, at varchar(32) not null, tenant_id varchar(36) not null,
       actor varchar(64) not null, action varchar(64) not null, detail text not null)`,
  ],
};

const toMigration = (statements: readonly string[]): Migration => ({
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

/** `dataDir` is made where it is missing. Throws when the file can't be opened or migrated. */
export async function openDatabase(dataDir: string): Promise<Kysely<Tables>> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = new Libsql(join(dataDir, 'office-shifts.db'), {});
  file.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = ${BUSY_MS}`);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) });
  const migrations = Object.fromEntries(Object.entries(STEPS).map(([name, step]) => [name, toMigration(step)]));
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be brought up to date.', { cause: error });
  return db;
}
