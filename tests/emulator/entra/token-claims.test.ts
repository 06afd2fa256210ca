/** What stands in tokens of the first version, for registrations that never asked for the second. */
import { decodeJwt } from 'jose';

import { createEmulator } from '../../../emulator/create-emulator.ts';
import { TEST_APP } from '../../support/emulator-client.ts';

describe('the token of a guest', () => {
  it('is of the tenant visited, and shows another home [F9]', async () => {
    const emulator = await createEmulator({ app: TEST_APP });
    try {
      for (const audience of ['app', 'graph']) {
        const body = JSON.stringify({ person: 'kim', audience });
        const answer = await fetch(`${emulator.url}/emulator/tokens`, { method: 'POST', body });
        const { token } = (await answer.json()) as { readonly token: string };
        expect(decodeJwt(token)).toMatchObject({
          tid: emulator.tenants[0]?.id,
          idp: expect.stringContaining('sts.windows.net'),
        });
        expect(JSON.stringify(decodeJwt(token)['wids'] ?? [])).not.toContain('b79fbf4d');
      }
    } finally {
      await emulator.close();
    }
  });
});

describe('tokens of the first version', () => {
  it('come where the registration says so, name metadata and keys of their own, and are exchanged [F1]', async () => {
    const emulator = await createEmulator({ app: { ...TEST_APP, tokenVersion: 1 } });
    try {
      const ask = async (path: string, init?: RequestInit): Promise<Record<string, unknown>> =>
        (await fetch(emulator.url + path, init)).json();
      const order1 = JSON.stringify({ person: 'alex', audience: 'app' });
      const { token } = await ask('/emulator/tokens', { method: 'POST', body: order1 });
      const claims = decodeJwt(String(token));
      expect(claims).toMatchObject({
        ver: '1.0',
        aud: TEST_APP.appIdUri,
        appid: expect.any(String),
        upn: expect.any(String),
      });
      expect(claims).not.toHaveProperty('azp');
      const metadata = await ask(`/${emulator.tenants[0]?.id}/.well-known/openid-configuration`);
      expect(metadata['issuer']).toBe(claims.iss);
      const keys = await ask(new URL(String(metadata['jwks_uri'])).pathname);
      expect(keys['keys']).toHaveLength(2);
      const form = new URLSearchParams({
        client_id: TEST_APP.clientId,
        client_secret: TEST_APP.secret,
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        requested_token_use: 'on_behalf_of',
        scope: 'https://graph.microsoft.com/.default',
        assertion: String(token),
      });
      const granted = await ask(`/${emulator.tenants[0]?.id}/oauth2/v2.0/token`, { method: 'POST', body: form });
      expect(granted).toMatchObject({ access_token: expect.any(String) });
    } finally {
      await emulator.close();
    }
  });
});
