/** Starting and ending the emulator as a whole. */
import { connect } from 'node:net';

import { createEmulator } from '../../emulator/create-emulator.ts';
import { openEmulator, TEST_APP, type EmulatorClient } from '../support/emulator-client.ts';

let client: EmulatorClient;
beforeAll(async () => {
  client = await openEmulator();
});
afterAll(() => client.emulator.close());

describe('createEmulator', () => {
  it('names the tenants, the one of the demo first', () => {
    expect(client.emulator.tenants.length).toBeGreaterThan(1);
  });

  it('refuses a seed it does not have, a time it cannot read, and a port in use', async () => {
    await expect(createEmulator({ app: TEST_APP, seed: 'nope' })).rejects.toThrow('nope');
    await expect(createEmulator({ app: TEST_APP, now: 'soon' })).rejects.toThrow('now');
    await expect(createEmulator({ app: TEST_APP, port: client.emulator.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('answers only on loopback', async () => {
    const socket = connect(client.emulator.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
  });

  it('closes although a call hangs', async () => {
    const other = await createEmulator({ app: TEST_APP });
    await fetch(`${other.url}/emulator/faults`, {
      method: 'POST',
      body: JSON.stringify([{ match: { path: '/v1.0/me' }, answer: { hang: true } }]),
    });
    const hanging = fetch(`${other.url}/v1.0/me`).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await other.close();
    expect(await hanging).toMatchObject({ message: 'fetch failed' });
  });

  it('says what it does not know', async () => {
    expect((await client.send('GET', '/nothing/here')).status).toBe(404);
    expect((await client.send('GET', '/%zz/oauth2/v2.0/token')).status).toBe(400);
  });
});
