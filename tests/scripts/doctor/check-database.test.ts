/** Where the embedded database would lie, before any server has started there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDatabase } from '../../../scripts/doctor/check-database.ts';

const dir = mkdtempSync(join(tmpdir(), 'office-shifts-test-'));
afterAll(() => rmSync(dir, { recursive: true }));
writeFileSync(join(dir, 'file'), '');

it.each([
  ['', 'ok', /none yet/],
  ['not/yet', 'warn', /is made when the server starts/],
  ['file', 'fail', /leads to a file/],
  ['file/below', 'fail', /leads to a file/],
])('says of DATA_DIR …/%s: %s', async (path, state, said) => {
  const config = { databaseUrl: undefined, dataDir: join(dir, path) };
  const finding = await checkDatabase(config, () => Promise.reject(new Error('nobody asks')));
  expect(finding).toMatchObject({ about: 'database', state, text: expect.stringMatching(said) });
});
