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

  it('needs nothing but a seed, a port and a time; a reset then refuses what it refused at the start', async () => {
    const other = await createEmulator({ seed: 'small', port: 0, now: '2027-03-28T00:59:00Z' });
    try {
      const answer = await fetch(`${other.url}/emulator/tokens`, {
        method: 'POST',
        body: JSON.stringify({ person: 'alex', audience: 'app' }),
      });
      expect(await answer.json()).toEqual({ token: expect.any(String) });
      await expect(other.reset({ seed: 'nope' })).rejects.toThrow('seed');
      await expect(other.reset({ now: 'soon' })).rejects.toThrow('now');
      await expect(other.reset({ people: -1 })).rejects.toThrow('people');
    } finally {
      await other.close();
    }
  });

  it('makes the same world from the same seed and time, to the millisecond and whenever it is asked', async () => {
    const other = await createEmulator({ now: '2027-03-28T00:59:00Z' });
    const send = async (path: string, body?: unknown): Promise<Record<string, unknown>> => {
      const token = body === undefined ? await send('/emulator/tokens', { person: 'alex', audience: 'graph' }) : {};
      const answer = await fetch(other.url + path, {
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        headers: { authorization: `Bearer ${String(token['token'])}` },
      });
      return (await answer.json()) as Record<string, unknown>;
    };
    const look = async (): Promise<unknown> => {
      const teams = (await send('/v1.0/me/joinedTeams'))['value'] as { id: string }[];
      return [
        await send('/emulator/mailboxes/busy@contoso.example/events'),
        (await send('/v1.0/me/events?$top=1000'))['value'],
        await send(`/v1.0/teams/${teams[0]?.id ?? ''}/schedule/shifts`),
      ];
    };
    try {
      const first = await look();
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await look()).toEqual(first);
      await send('/emulator/reset', {});
      expect(await look()).toEqual(first);
    } finally {
      await other.close();
    }
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
