import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Kysely, Migrator, PostgresDialect, sql, SqliteDialect, type Dialect } from 'kysely';
import Libsql from 'libsql';
import { Pool } from 'pg';
import { openStore, type Store } from '../../../server/store/store.ts';
import { BOTH_DATABASES, startDatabases, type Databases, type Place } from '../../support/both-databases.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const PERSON = '44444444-4444-4444-8444-444444444444';
const AT = '2026-11-01T08:00:00.000Z';
const SETTINGS =
  '{"organisation":{"name":"Contoso","welcomeText":""},"features":{"freeBusy":true,"shifts":false,"presence":false,"people":false},' +
  '"devices":{"web":true,"desktop":true,"mobile":false},"shiftSources":["workPlan"],"buildings":[],"transport":"automatic"}';

/** The tables and rows that the first release wrote. */
const FIRST_RELEASE = [
  `create table tenants (tenant_id varchar(36) primary key, state varchar(16) not null, settings text not null,
     etag varchar(36) not null, updated_at varchar(32) not null)`,
  `create table connections (tenant_id varchar(36) not null, object_id varchar(36) not null,
     connected_since varchar(32), welcome_seen varchar(16), primary key (tenant_id, object_id))`,
  `create table audit (id varchar(36) primary key, at varchar(32) not null, tenant_id varchar(36) not null,
     actor varchar(64) not null, action varchar(64) not null, detail text not null)`,
  `insert into tenants values ('${TENANT}', 'enabled', '${SETTINGS}', 'first', '${AT}')`,
  `insert into connections values ('${TENANT}', '${PERSON}', '${AT}', '1.0')`,
  `insert into audit values ('1', '${AT}', '${TENANT}', 'program', 'door_opened', '{}')`,
];

async function writeFirstRelease({ dataDir, databaseUrl }: Place): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const dialect: Dialect =
    databaseUrl === undefined
      ? new SqliteDialect({ database: new Libsql(join(dataDir, 'office-shifts.db'), {}) })
      : new PostgresDialect({ pool: new Pool({ connectionString: databaseUrl }) });
  const db = new Kysely<unknown>({ dialect });
  const up = async (work: Kysely<unknown>): Promise<void> => {
    for (const statement of FIRST_RELEASE) await sql.raw(statement).execute(work);
  };
  const provider = { getMigrations: () => Promise.resolve({ '001-tenants-connections-audit': { up } }) };
  expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined();
  await db.destroy();
}

describe.each(BOTH_DATABASES)('openStore on %s', (kind) => {
  let databases: Databases;
  beforeAll(async () => {
    databases = await startDatabases(kind);
  }, 60_000);
  afterAll(() => databases.stop(), 30_000);

  it('takes over what the first release wrote', async () => {
    const place = await databases.createPlace();
    await writeFirstRelease(place);
    const store = await openStore({ ...place, now: Date.now });
    expect(await store.findTenant(TENANT)).toMatchObject({
      state: 'enabled',
      etag: 'first',
      settings: { organisation: { name: 'Contoso' }, audience: 'everyone', retention: { auditDays: 365 } },
    });
    expect(await store.countConnections(TENANT)).toBe(1);
    expect(await store.listAudit(TENANT)).toEqual([{ at: AT, actor: 'program', action: 'door_opened' }]);
    await store.close();
  });

  it('can be closed twice and opened again', async () => {
    const place = await databases.createPlace();
    for (let count = 0; count < 3; count += 1) {
      const store = await openStore({ ...place, now: Date.now });
      await store.ping();
      await Promise.all([store.close(), store.close()]);
    }
  });
});

describe('several servers on one PostgreSQL', () => {
  let databases: Databases;
  let place: Place;
  let stores: Store[];
  beforeAll(async () => {
    databases = await startDatabases('PostgreSQL');
    place = await databases.createPlace();
    stores = await Promise.all([1, 2, 3].map(() => openStore({ ...place, now: Date.now })));
  }, 60_000);
  afterAll(async () => {
    for (const store of stores) await store.close();
    await databases.stop();
  }, 30_000);

  it('bring the tables up to date once, when they start together', async () => {
    const rows = await databases.postgres?.query(place.databaseUrl ?? '', 'select name from kysely_migration');
    expect(rows?.map(({ name }) => name)).toEqual(['001-tenants-connections-audit', '002-proofs-rules-leases']);
    await Promise.all(stores.map((store) => store.ping()));
  });

  it('give a lease to one of them, which alone can give it back', async () => {
    const taken = await Promise.all(stores.map((store) => store.takeLease('proof', 60_000)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    const owner = taken.findIndex((holder) => holder !== undefined);
    await stores[(owner + 1) % 3]?.releaseLease('somebody else');
    expect(await stores[(owner + 2) % 3]?.takeLease('proof', 60_000)).toBeUndefined();
    await stores[owner]?.releaseLease(taken[owner] ?? '');
    expect(await stores[(owner + 2) % 3]?.takeLease('proof', 60_000)).toBeDefined();
  });

  it('B26 fail while it is away, and go on when it is back', async () => {
    await databases.postgres?.pause();
    for (const store of stores) await expect(store.ping()).rejects.toThrow();
    await databases.postgres?.resume();
    await Promise.all(stores.flatMap((store) => Array.from({ length: 30 }, () => store.ping())));
  }, 30_000);
});

describe('the embedded file', () => {
  const libsql = createRequire(join(process.cwd(), 'package.json')).resolve('libsql');
  let databases: Databases;
  let dataDir: string;
  beforeEach(async () => {
    databases = await startDatabases('SQLite');
    ({ dataDir } = await databases.createPlace());
  });
  afterEach(() => databases.stop());

  /** Another process that locks the folder as a server does, and says how that went. */
  async function lockElsewhere(): Promise<{ said: string; process: ChildProcess }> {
    const code = `
      const lock = new (require(${JSON.stringify(libsql)}))(${JSON.stringify(join(dataDir, 'office-shifts.lock'))}, {});
      try { lock.exec('BEGIN EXCLUSIVE'); console.log('locked'); } catch { console.log('refused'); }
      setInterval(() => lock, 1000);`;
    const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    return { said: said.toString().trim(), process: child };
  }
  async function kill(child: ChildProcess): Promise<void> {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  it('is refused in one sentence while another process has it, and free when that is killed', async () => {
    const other = await lockElsewhere();
    expect(other.said).toBe('locked');
    await expect(openStore({ dataDir, now: Date.now })).rejects.toThrow(
      `The database in ${dataDir} is in use by another process: stop that one first, or give this one a DATA_DIR of its own.`,
    );
    await kill(other.process);
    await (await openStore({ dataDir, now: Date.now })).close();
  });

  it('is refused to another process until it is closed', async () => {
    const store = await openStore({ dataDir, now: Date.now });
    const during = await lockElsewhere();
    await kill(during.process);
    await store.close();
    const after = await lockElsewhere();
    await kill(after.process);
    expect([during.said, after.said]).toEqual(['refused', 'locked']);
  });

  it('says what is wrong with a folder that can not hold it', async () => {
    mkdirSync(join(dataDir, 'office-shifts.lock'));
    await expect(openStore({ dataDir, now: Date.now })).rejects.toThrow(/open/);
  });
});
