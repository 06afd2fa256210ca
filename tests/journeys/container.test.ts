/**
 * The image as it is deployed, on PostgreSQL, from nothing to a booked room: what its last stage copies into a clean
 * folder, its own command, and the environment of compose.yaml, without Docker. Only addresses and the certificate are the demo's.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDemo } from '../../scripts/open-demo.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { startContainer, type Container } from '../support/start-container.ts';
import { openStage, startDemo, type Stage } from '../support/stage.ts';

jest.setTimeout(150_000);

/** As `scripts/demo.ts` registers the app with the emulator. */
const CLIENT_ID = '0f51c5f6-0d3a-4d1e-9c8b-5a1c7f3e2b10';
let postgres: TestPostgres;
let databaseUrl: string;
let container: Container;
let stage: Stage;

beforeAll(async () => {
  postgres = await startPostgres();
  databaseUrl = await postgres.createDatabase();
  stage = await openStage('container', async (env) => {
    const { PORT: port = '', EMULATOR_PORT: emulatorPort = '', ENTRA_CLIENT_SECRET: secret = '' } = env;
    const emulator = await startDemo(env, ['--emulator-only']);
    const emulatorUrl = `http://localhost:${emulatorPort}`;
    container = await startContainer({
      secrets: { database_url: databaseUrl },
      given: { PUBLIC_URL: `http://localhost:${port}`, ENTRA_CLIENT_ID: CLIENT_ID, ENTRA_TENANTS: '*' },
      other: {
        NODE_ENV: 'test',
        PORT: port,
        OPS_PORT: undefined,
        ENTRA_CLIENT_CERTIFICATE: undefined,
        ENTRA_CLIENT_SECRET: secret,
        ENTRA_BASE_URL: emulatorUrl,
        GRAPH_BASE_URL: emulatorUrl,
        EXTRA_HOST_ORIGINS: `http://127.0.0.1:${emulatorPort}`,
        OFFICE_SCRIPT_URL: `${emulatorUrl}/office.js`,
      },
    });
    return { log: () => container.log(), stop: emulator.stop };
  });
});
afterAll(async () => {
  await stage.close();
  await postgres.stop();
});

describe('the container', () => {
  it('holds no package but the driver of the embedded database, and the licences of what it is made of', async () => {
    const app = join(container.folder, 'app');
    expect(readdirSync(app).sort()).toEqual(['LICENSE', 'dist']);
    expect(readdirSync(join(app, 'dist')).sort()).toEqual(['node', 'web']);
    expect(readdirSync(join(app, 'dist/node/node_modules')).sort()).toEqual([
      '@libsql',
      '@neon-rs',
      'detect-libc',
      'libsql',
    ]);
    for (const place of ['node', 'web/assets'])
      expect(existsSync(join(app, 'dist', place, 'third-party-notices.txt'))).toBe(true);
    const notices = await fetch(`${stage.serverUrl}/assets/third-party-notices.txt`);
    expect(await notices.text()).toMatch(/^@fluentui\/react-button [\d.]+ \(MIT\)$/m);
  });

  it('carries an organisation from its first proof run to a booked room, and keeps its state in PostgreSQL', async () => {
    const { serverUrl, emulatorUrl } = stage;
    const organisation = { name: 'Contoso', domain: 'contoso.example' };
    const demo = { serverUrl, emulatorUrl, organisation, seed: 'small', now: undefined };
    expect(await openDemo(demo)).toBeUndefined();
    await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 300 });
    const visitor = await stage.visit({ nested: 'off' });
    const tab = await visitor.tab();
    await tab.getByRole('button', { name: 'Connect calendar' }).click();
    await tab.getByText('work plan').first().waitFor();
    await tab.getByRole('button', { name: 'Book a room' }).first().click();
    const day = new Date(Date.now() + 16 * 86_400_000).toISOString().slice(0, 10);
    for (const [label, value] of [
      ['Date', day],
      ['Start', '10:00'],
      ['End date', day],
      ['End', '11:00'],
      ['Subject', 'Container plan'],
    ] as const)
      await tab.getByLabel(label, { exact: true }).fill(value);
    await tab.getByLabel('Name or feature', { exact: true }).fill('1.01 Linden');
    await tab.getByRole('button', { name: 'Book 1.01 Linden' }).click();
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.getByText('Booked: the room said yes.').waitFor();
    await visitor.close();
    expect(stage.takeComplaints()).toEqual([]);
    expect(await postgres.query(databaseUrl, 'select state from tenants')).toEqual([{ state: 'enabled' }]);
    const connected = 'select count(*)::int as people from connections where connected_since is not null';
    expect(await postgres.query(databaseUrl, connected)).toEqual([{ people: 1 }]);
  });

  it('is found well by the doctor that it carries, which shows no secret', async () => {
    const { output, code } = await container.exec(['dist/node/doctor.mjs', '--url', stage.serverUrl]);
    expect(output.split('\n').map((line) => line.slice(0, 20).trimEnd())).toEqual([
      'warn configuration',
      'ok   database',
      'warn credential',
      'ok   keys',
      'ok   clock',
      'ok   server',
      'ok   headers',
      'ok   redirect URIs',
      'warn registration',
      'warn package',
      '',
    ]);
    expect(code).toBe(0);
    expect(output).not.toContain('journey secret');
    expect(output).not.toContain('password@');
    const elsewhere = await container.exec(['dist/node/doctor.mjs', '--url', 'http://localhost:1']);
    expect(elsewhere.code).toBe(1);
    expect(elsewhere.output).toMatch(/^fail configuration +PUBLIC_URL is another address than --url/m);
    expect(await container.exec(['dist/node/doctor.mjs'])).toMatchObject({ code: 2 });
  });

  it('answers its health check, and ends in order when it is told to stop', async () => {
    await expect(container.checkHealth()).resolves.toBeUndefined();
    expect(await container.stop()).toBe(0);
  });
});
