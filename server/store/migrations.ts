/** The steps that bring the tables up to date, in words that SQLite and PostgreSQL both know. */
import { Migrator, sql, type Kysely, type Migration } from 'kysely';

export interface Tables {
  tenants: {
    tenant_id: string;
    state: string;
    settings: string;
    etag: string;
    updated_at: string;
    suspended_by: string | null;
  };
  connections: { tenant_id: string; object_id: string; connected_since: string | null; welcome_seen: string | null };
  audit: { id: string; at: string; tenant_id: string; actor: string; action: string; detail: string };
  proofs: { tenant_id: string; id: string; ended_at: string; verdict: string; report: string };
  room_rules: { tenant_id: string; imported_at: string; rules: string };
  leases: { name: string; holder: string; ends_at: string };
}

/** A step is never changed once released; a new one is added. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  '001-tenants-connections-audit': [
    `create table tenants (tenant_id varchar(36) primary key, state varchar(16) not null, settings text not null,
       etag varchar(36) not null, updated_at varchar(32) not null)`,
    `create table connections (tenant_id varchar(36) not null, object_id varchar(36) not null,
       connected_since varchar(32), welcome_seen varchar(16), primary key (tenant_id, object_id))`,
    `create table audit (id varchar(36) primary key, at varchar(32) not null, tenant_id varchar(36) not null,
       actor varchar(64) not null, action varchar(64) not null, detail text not null)`,
  ],
  '002-proofs-rules-leases': [
    'alter table tenants add column suspended_by text',
    'create index audit_by_tenant on audit (tenant_id, at)',
    `create table proofs (tenant_id varchar(36) not null, id varchar(64) not null, ended_at varchar(32) not null,
       verdict varchar(16) not null, report text not null, primary key (tenant_id, id))`,
    `create table room_rules (tenant_id varchar(36) primary key, imported_at varchar(32) not null, rules text not null)`,
    `create table leases (name varchar(128) primary key, holder varchar(36) not null, ends_at varchar(32) not null)`,
  ],
};

const toMigration = (statements: readonly string[]): Migration => ({
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

/** Servers that start together wait for each other here (PostgreSQL: an advisory lock). */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrations = Object.fromEntries(Object.entries(STEPS).map(([name, step]) => [name, toMigration(step)]));
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer';
  throw new Error(`The database could not be reached or brought up to date (${code}).`, { cause: error });
}
