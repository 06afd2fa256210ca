/** What the registration can be short of: unknown in a tenant, secrets wrong or over, consent for some of it only (fact sheet F3). */
import { decodeJwt } from 'jose';

import { openEmulator, TEST_APP, type Answer, type EmulatorClient } from '../../support/emulator-client.ts';

const REDIRECT = `${TEST_APP.url}/redirect.html`;

let client: EmulatorClient;
beforeAll(async () => {
  client = await openEmulator();
});
afterAll(() => client.emulator.close());
beforeEach(() => client.emulator.reset());

const [home, other] = [0, 1].map((i) => () => client.emulator.tenants[i]) as [
  () => { id: string; domain: string } | undefined,
  () => { id: string; domain: string } | undefined,
];
const exchange = async (person = 'alex', more: Record<string, string> = {}): Promise<Answer> => {
  const tenant = (person === 'jo' ? other() : home())?.id ?? '';
  const form = new URLSearchParams({
    ...{ client_id: TEST_APP.clientId, client_secret: TEST_APP.secret },
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    ...{ requested_token_use: 'on_behalf_of', scope: 'https://graph.microsoft.com/.default' },
    assertion: await client.tokenFor({ person, audience: 'app' }),
    ...more,
  });
  return client.send('POST', `/${tenant}/oauth2/v2.0/token`, form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });
};
const visit = (tenant: string, page = 'oauth2/v2.0/authorize', more: Record<string, string> = {}): Promise<Answer> => {
  const query = new URLSearchParams({
    ...{ client_id: TEST_APP.clientId, response_type: 'code', redirect_uri: REDIRECT, scope: 'User.Read' },
    ...more,
  });
  return client.send('GET', `/${tenant}/${page}?${query}`);
};
const unregister = (...unregisteredIn: string[]) => client.control('switches', { unregisteredIn });
const refused = { error: 'unauthorized_client', error_codes: [700016] };

describe('an app that a tenant does not know', () => {
  it('gets AADSTS700016 there for every exchange, and nowhere else [F3]', async () => {
    await unregister(home()?.id ?? '');
    const answer = await exchange();
    expect(answer).toMatchObject({ status: 400, body: refused });
    expect(String(answer.body['error_description'])).toContain(`'${home()?.id}'`);
    expect((await exchange('jo')).body['error_codes']).not.toEqual([700016]);
  });

  it('is told so on a page, never at its own address [F3]', async () => {
    await unregister(home()?.domain ?? '');
    for (const page of ['oauth2/v2.0/authorize', 'v2.0/adminconsent', 'adminconsent']) {
      const answer = await visit(home()?.id ?? '', page);
      expect([page, answer.status, answer.text.includes('AADSTS700016')]).toEqual([page, 400, true]);
    }
    const common = await visit('common', 'oauth2/v2.0/authorize', { login_hint: 'alex@contoso.example' });
    expect([common.status, common.text.includes('AADSTS700016')]).toEqual([400, true]);
  });

  it('gets no token from the hosts either [F1] [F5]', async () => {
    await unregister(home()?.id ?? '');
    const sso = await client.send('POST', '/hosts/broker/sso', { person: 'alex' });
    expect(sso.body).toEqual({ ok: false, reason: 'invalid_resource' });
    const nested = await client.send('POST', '/hosts/broker/nested', {
      person: 'alex',
      request: { method: 'GetToken', requestId: '1', tokenParams: { clientId: TEST_APP.clientId, scope: 'User.Read' } },
    });
    expect(nested.body['response']).toMatchObject({
      success: false,
      error: { status: 'PERSISTENT_ERROR', description: expect.stringContaining('AADSTS700016') },
    });
  });

  it('is known again when the switch is turned back, and after a reset [F3]', async () => {
    await unregister(home()?.id ?? '');
    await unregister();
    expect((await exchange()).status).toBe(200);
    await unregister(home()?.id ?? '');
    await client.control('reset', {});
    expect((await exchange()).status).toBe(200);
    expect((await client.control('switches', { unregisteredIn: 'contoso' })).status).toBe(400);
  });
});

describe('the secret of the app', () => {
  it('that is wrong gets AADSTS7000215, one that is over AADSTS7000222 [F3]', async () => {
    expect(await exchange('alex', { client_secret: 'wrong' })).toMatchObject({
      status: 401,
      body: { error_codes: [7000215] },
    });
    await client.control('switches', { secretExpired: true });
    expect(await exchange()).toMatchObject({ status: 401, body: { error: 'invalid_client', error_codes: [7000222] } });
  });
});

describe('consent for some of the permissions', () => {
  it('gives a token with these alone, whose calls for the rest get 403 [F3] [PERM]', async () => {
    await client.control('consents', {
      person: 'alex',
      scopes: ['Place.Read.All', 'Schedule.Read.All'],
      granted: false,
    });
    const { body } = await exchange();
    const token = String(body['access_token']);
    const scopes = String(decodeJwt(token)['scp']).split(' ');
    expect(scopes).toContain('Calendars.Read');
    expect(scopes).not.toContain('Place.Read.All');
    const ask = async (path: string) =>
      (await client.send('GET', `/v1.0${path}`, undefined, { authorization: `Bearer ${token}` })).status;
    expect(await ask('/places/microsoft.graph.room')).toBe(403);
    expect(await ask('/me/calendars')).toBe(200);
    expect((await exchange('alex', { scope: 'https://graph.microsoft.com/Place.Read.All' })).body).toMatchObject({
      error_codes: [65001],
    });
  });

  it('is refused by a person who is disabled: AADSTS50057 [F3]', async () => {
    await client.control('people', { person: 'alex', accountEnabled: false });
    expect((await exchange()).body).toMatchObject({ error: 'invalid_grant', error_codes: [50057] });
  });
});

describe('faults at Entra', () => {
  it.each([
    ['/*/oauth2/v2.0/token', 'POST'],
    ['/*/oauth2/token', 'POST'],
    ['/*/oauth2/v2.0/authorize', 'GET'],
    ['/*/v2.0/adminconsent', 'GET'],
    ['/*/discovery/v2.0/keys', 'GET'],
    ['/*/v2.0/.well-known/openid-configuration', 'GET'],
  ])('match %s, any tenant, as often as told [E2] [F3]', async (path, method) => {
    await client.control('faults', [
      { match: { path }, answer: { status: 429, headers: { 'Retry-After': '2' } } },
      { match: { path, method }, answer: { status: 500, body: { error: 'mine' } } },
    ]);
    const target = path.replace('*', home()?.id ?? '');
    const ask = (): Promise<Answer> => client.send(method, target, method === 'POST' ? '' : undefined);
    const first = await ask();
    expect([first.status, first.headers.get('retry-after'), first.body['error_codes']]).toEqual([429, '2', [90055]]);
    expect(await ask()).toMatchObject({ status: 500, body: { error: 'mine' } });
    expect((await ask()).status).not.toBe(500);
  });
});
