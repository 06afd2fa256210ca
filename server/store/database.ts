/** Opens the embedded database file, locked for this process, or a pool of connections to PostgreSQL; tables are up to date then. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import { migrate, type Tables } from './migrations.ts';

export interface Database {
  readonly db: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

/** How long a start waits for a process that is just letting go of the file. */
const BUSY_MS = 500;
/** A database that says nothing must not hold callers: the gates answer from memory then. */
const TIMEOUTS = { connectionTimeoutMillis: 2_000, query_timeout: 3_000, statement_timeout: 3_000 };

/**
 * The file belongs to one process: what another wrote would be unknown to the gates in memory here. A file beside it is
 * locked, so that a running server's can still be backed up; the lock goes with the process, however that ends.
 */
async function openFile(dataDir: string): Promise<Database> {
  const { default: Libsql } = await import('libsql');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = new Libsql(join(dataDir, 'office-shifts.lock'), {});
  try {
    lock.exec(`PRAGMA busy_timeout = ${BUSY_MS}; BEGIN EXCLUSIVE`);
  } catch (cause) {
    if (!/locked/.test(String(cause))) throw cause;
    const place = resolve(dataDir);
    throw new Error(
      `The database in ${place} is in use by another process: stop that one first, or give this one a DATA_DIR of its own.`,
      { cause },
    );
  }
  const file = new Libsql(join(dataDir, 'office-shifts.db'), {});
  file.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = ${BUSY_MS}`);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) });
  const close = async (): Promise<void> => {
    await db.destroy();
    // said, for the driver closes files only when memory is collected
    if (lock.inTransaction) lock.exec('COMMIT');
  };
  return { db, close };
}

async function openPool(connectionString: string, options: object): Promise<Database> {
  const { Pool } = await import('pg');
  const pool = new Pool({ connectionString, keepAlive: true, maxLifetimeSeconds: 60, ...options });
  // an idle connection that breaks is replaced by the next query; without a listener it would end the process
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, close: () => db.destroy() };
}

/** With an own connection, for it may have to wait for another server's. */
async function migratePool(databaseUrl: string): Promise<void> {
  const { db, close } = await openPool(databaseUrl, { max: 1, connectionTimeoutMillis: 10_000 });
  try {
    await migrate(db);
  } finally {
    await close();
  }
}

/** `dataDir` is made where it is missing. Throws when the database can't be opened or brought up to date. */
export async function openDatabase(dataDir: string, databaseUrl: string | undefined): Promise<Database> {
  if (databaseUrl !== undefined) {
    await migratePool(databaseUrl);
    return openPool(databaseUrl, { max: 10, ...TIMEOUTS });
  }
  const file = await openFile(dataDir);
  await migrate(file.db);
  return file;
}
