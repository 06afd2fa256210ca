/** The two databases that a server may keep its rows in, so that one table of tests holds for both. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepFolder } from './keep-evidence.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

export interface Place {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}

export const BOTH_DATABASES = ['SQLite', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof BOTH_DATABASES)[number];

/** Hands out new, empty places, and clears all of them away in the end. */
export async function startDatabases(kind: DatabaseKind) {
  const postgres: TestPostgres | undefined = kind === 'PostgreSQL' ? await startPostgres() : undefined;
  const folders: string[] = [];
  return {
    postgres,
    createPlace: async (): Promise<Place> => {
      const dataDir = mkdtempSync(join(tmpdir(), 'office-shifts-'));
      folders.push(dataDir);
      return postgres === undefined ? { dataDir } : { dataDir, databaseUrl: await postgres.createDatabase() };
    },
    stop: async (): Promise<void> => {
      await postgres?.stop();
      for (const folder of folders) {
        keepFolder(folder);
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
export type Databases = Awaited<ReturnType<typeof startDatabases>>;
