/** Asks the database whether it answers and has its tables; changes nothing in it. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../../server/config.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

export interface DatabaseAnswer {
  /** Such as 18.4. */
  readonly version: string;
  readonly hasTables: boolean;
  readonly ms: number;
}

/** Rejects where it can't be reached, with the driver's or PostgreSQL's code in `code`. */
export type AskDatabase = (url: string) => Promise<DatabaseAnswer>;

const ABOUT = 'database';
const TIMEOUT_MS = 5_000;

export const askPostgres: AskDatabase = async (connectionString) => {
  const { Client } = await import('pg');
  const client = new Client({ connectionString, connectionTimeoutMillis: TIMEOUT_MS, query_timeout: TIMEOUT_MS });
  client.on('error', () => undefined);
  const begunMs = performance.now();
  await client.connect();
  try {
    const query = "select current_setting('server_version') as version, to_regclass('tenants') is not null as tables";
    const { rows } = await client.query<{ version: string; tables: boolean }>(query);
    const { version = '', tables = false } = rows[0] ?? {};
    return { version: version.split(' ')[0] ?? '', hasTables: tables, ms: Math.round(performance.now() - begunMs) };
  } finally {
    await client.end();
  }
};

const REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nobody listens there: is PostgreSQL running, and the port right?',
  ENOTFOUND: 'Its name is not known here: look at the host in DATABASE_URL.',
  '28P01': 'Name or password is wrong: look at DATABASE_URL.',
  '28000': 'It lets nobody in from here: look at pg_hba.conf.',
  '3D000': 'It has no such database: create it.',
};

const toCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer';

/** The folder itself, or the nearest one above it that is there. */
const findFolder = (path: string): string => (existsSync(path) ? path : findFolder(dirname(path)));

function checkFolder(dataDir: string): Finding {
  const file = join(dataDir, 'office-shifts.db');
  const folder = findFolder(resolve(dataDir));
  if (!statSync(folder).isDirectory()) return fail(ABOUT, 'DATA_DIR leads to a file: name a folder.');
  try {
    accessSync(folder, constants.R_OK | constants.W_OK);
    if (!existsSync(dataDir)) return warn(ABOUT, 'embedded file; its folder is made when the server starts');
    if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  } catch {
    return fail(
      ABOUT,
      'The folder in DATA_DIR, or the file in it, can not be written: give it to the user that the server runs as.',
    );
  }
  return ok(ABOUT, `embedded file, for one server alone; ${existsSync(file) ? 'it can be written' : 'none yet'}`);
}

export async function checkDatabase(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  ask: AskDatabase,
): Promise<Finding> {
  if (databaseUrl === undefined) return checkFolder(dataDir);
  try {
    const { version, hasTables, ms } = await ask(databaseUrl);
    const answers = `PostgreSQL ${version} answers in ${ms} ms`;
    return hasTables
      ? ok(ABOUT, `${answers}; the tables are there`)
      : warn(ABOUT, `${answers}; no tables yet, the first server that starts makes them`);
  } catch (error) {
    const code = toCode(error);
    return fail(
      ABOUT,
      `PostgreSQL can not be used (${code}). ${REMEDIES[code] ?? 'Look at DATABASE_URL and the way there.'}`,
    );
  }
}
