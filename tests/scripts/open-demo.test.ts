import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator, type Emulator } from '../../emulator/create-emulator.ts';
import { openDemo } from '../../scripts/open-demo.ts';
import { startServer, type RunningServer } from '../../server/main.ts';
import { keepFolder } from '../support/keep-evidence.ts';
import { CLIENT_ID, sendTo, toEnvironment, type Answer } from '../server/running-app.ts';

jest.setTimeout(30_000);
let emulator: Emulator;
let server: RunningServer;
let dataDir: string;

beforeEach(async () => {
  const appIdUri = `api://localhost:3000/${CLIENT_ID}`;
  const app = { url: 'http://localhost:3000', clientId: CLIENT_ID, secret: 'a secret of tests', appIdUri };
  emulator = await createEmulator({ app });
  dataDir = mkdtempSync(join(tmpdir(), 'office-shifts-'));
  server = await startServer(toEnvironment(emulator.url, dataDir));
});
afterEach(async () => {
  await server.close();
  await emulator.close();
  keepFolder(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
});

const control = (path: string, body?: object): Promise<Answer> => sendTo(emulator.url, `/emulator${path}`, { body });
const open = async (): Promise<string | undefined> => {
  const [organisation] = emulator.tenants;
  if (organisation === undefined) throw new Error('no tenant');
  const serverUrl = `http://127.0.0.1:${server.port}`;
  return openDemo({ serverUrl, emulatorUrl: emulator.url, organisation, seed: 'small', now: undefined });
};
const getState = async (): Promise<unknown> => {
  const token = String((await control('/tokens', { person: 'alex', audience: 'app' })).json['token']);
  const body = { host: 'teams', device: 'web' };
  const { json } = await sendTo(`http://127.0.0.1:${server.port}`, '/api/session', { token, body });
  return json['integration'];
};

describe('openDemo', () => {
  it('opens the door by a real proof, and leaves the emulator as it was', async () => {
    expect(await open()).toBeUndefined();
    expect(await getState()).toEqual({ state: 'enabled' });
    expect((await control('/traffic')).text).toBe('');
    expect((await control('/switches')).json).toMatchObject({ roomAnswerMs: 1_500 });
    expect((await control('/mailboxes/robin@contoso.example/events')).text).not.toContain('Room test');
  });

  it('has nothing to do at the next start', async () => {
    await open();
    expect(await open()).toBeUndefined();
    expect((await control('/traffic')).text).toBe('');
  });

  it('says in one sentence why the door stays closed', async () => {
    await control('/consents', { person: 'robin', scopes: ['Place.Read.All'], granted: false });
    expect(await open()).toContain('scope:Place.Read.All consent_required');
    expect(await getState()).toMatchObject({ state: 'failed' });
  });
});
