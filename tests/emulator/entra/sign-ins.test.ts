/** A real tenant's bad days at the token endpoint: each ordered by control, with its key in the fact sheet. */
import { decodeJwt } from 'jose';

import { USUAL_SWITCHES } from '../../../emulator/switches.ts';
import { openEmulator, TEST_APP, type Answer, type EmulatorClient } from '../../support/emulator-client.ts';

const GRAPH_DEFAULT = 'https://graph.microsoft.com/.default';
const CP1 = JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } });

let client: EmulatorClient;
let tenant: string;
beforeAll(async () => {
  client = await openEmulator();
  tenant = client.emulator.tenants[0]?.id ?? '';
});
afterAll(() => client.emulator.close());
beforeEach(() => client.emulator.reset());

const post = (form: Record<string, string>): Promise<Answer> =>
  client.send('POST', `/${tenant}/oauth2/v2.0/token`, new URLSearchParams(form).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });

const exchange = (assertion: string, more: Record<string, string> = {}): Promise<Answer> =>
  post({
    client_id: TEST_APP.clientId,
    client_secret: TEST_APP.secret,
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    scope: GRAPH_DEFAULT,
    assertion,
    ...more,
  });

const ssoToken = (person = 'alex'): Promise<string> => client.tokenFor({ person, audience: 'app' });
const order = async (body: Record<string, unknown>): Promise<Answer['body']> => {
  const answer = await client.control('people', { person: 'alex', ...body });
  expect(answer.status).toBe(200);
  return answer.body;
};
const askGraph = (token: string, path = '/v1.0/me'): Promise<Answer> =>
  client.send('GET', path, undefined, { authorization: `Bearer ${token}` });
const askBroker = async (method: string, more: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
  const tokenParams = { clientId: TEST_APP.clientId, scope: 'User.Read', ...more };
  const { body } = await client.send('POST', '/hosts/broker/nested', {
    person: 'alex',
    request: { method, requestId: '1', tokenParams },
  });
  return body['response'] as Record<string, unknown>;
};

describe('POST /emulator/people', () => {
  it('disables an account: no exchange (50057) and no sign-in by the host, until it is enabled again [F3]', async () => {
    const assertion = await ssoToken();
    expect(await order({ accountEnabled: false })).toMatchObject({ accountEnabled: false });
    expect((await exchange(assertion)).body).toMatchObject({ error: 'invalid_grant', error_codes: [50057] });
    expect(await askBroker('GetToken')).toMatchObject({ success: false, error: { status: 'ACCOUNT_UNAVAILABLE' } });
    await order({ accountEnabled: true });
    expect((await exchange(await ssoToken())).status).toBe(200);
  });

  it('revokes sign-ins: what was issued before is refused (50173), what is issued after is good [F3]', async () => {
    const before = await ssoToken();
    expect(await order({ revokeSignIns: true })).toMatchObject({ signInsValidFrom: expect.stringMatching(/Z$/) });
    expect((await exchange(before)).body).toMatchObject({ error: 'invalid_grant', error_codes: [50173] });
    expect((await exchange(await ssoToken())).status).toBe(200);
    expect((await exchange(await ssoToken('sam'))).status).toBe(200);
  });

  it('wants a second factor: AADSTS50076 with claims, until somebody signs in with these claims [F3]', async () => {
    const assertion = await ssoToken();
    await order({ requireMfa: true });
    const refused = await exchange(assertion);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({
      error: 'interaction_required',
      suberror: 'basic_action',
      error_codes: [50076],
      claims: expect.stringContaining('capolids'),
    });
    const claims = String(refused.body['claims']);
    // neither a repeated exchange nor other claims help
    expect((await exchange(assertion, { claims: CP1 })).body).toMatchObject({ error_codes: [50076] });
    await client.send('POST', '/hosts/broker/sso', { person: 'alex', isWeb: true, claims });
    expect((await exchange(assertion)).status).toBe(200);
  });

  it("takes the second factor in the host's own window in nested app authentication [F5]", async () => {
    await order({ requireMfa: true });
    expect(await askBroker('GetToken')).toMatchObject({
      success: false,
      error: { status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required' },
    });
    expect(await askBroker('GetTokenPopup')).toMatchObject({ success: true });
    expect(await askBroker('GetToken')).toMatchObject({ success: true });
  });

  it.each([
    [50079, 'interaction_required', 'basic_action'],
    [50105, 'invalid_grant', undefined],
    [50133, 'invalid_grant', undefined],
    [53003, 'invalid_grant', 'message_only'],
    [700082, 'invalid_grant', 'bad_token'],
  ])('refuses with AADSTS%s until it is taken back [F3]', async (refusal, error, suberror) => {
    await order({ refusal });
    const { body } = await exchange(await ssoToken());
    expect(body).toMatchObject({ error, error_codes: [refusal] });
    expect(body['suberror']).toBe(suberror);
    expect(body['error_description']).toMatch(new RegExp(`^AADSTS${refusal}: .* Trace ID: .* Correlation ID: `));
    await order({ refusal: null });
    expect((await exchange(await ssoToken())).status).toBe(200);
  });

  it.each([{ person: 'nobody' }, { refusal: 1 }, { accountEnabled: 'no' }, { mfa: true }])(
    'refuses %j as an order',
    async (body) => {
      expect((await client.control('people', { person: 'alex', ...body })).status).toBeGreaterThanOrEqual(400);
    },
  );

  it('is forgotten at a reset', async () => {
    await order({ refusal: 53003, requireMfa: true, accountEnabled: false });
    await client.control('reset', {});
    expect((await exchange(await ssoToken())).status).toBe(200);
  });
});

describe('continuous access evaluation on Graph', () => {
  const graphToken = async (claims?: string): Promise<string> => {
    const { body } = await exchange(await ssoToken(), claims === undefined ? {} : { claims });
    return String(body['access_token']);
  };

  it.each([{ accountEnabled: false }, { revokeSignIns: true }])(
    'challenges a client that declared CP1 at once after %j, with claims [E3]',
    async (change) => {
      const token = await graphToken(CP1);
      expect((await askGraph(token)).status).toBe(200);
      await order(change);
      const refused = await askGraph(token);
      expect(refused.status).toBe(401);
      expect(refused.body).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
      const challenge = refused.headers.get('www-authenticate') ?? '';
      expect(challenge).toMatch(/^Bearer realm="", authorization_uri="[^"]+", .*error="insufficient_claims", claims="/);
      const claims = Buffer.from(/claims="([^"]+)"/.exec(challenge)?.[1] ?? '', 'base64').toString();
      expect(JSON.parse(claims)).toEqual({ access_token: { nbf: { essential: true, value: expect.any(String) } } });
    },
  );

  it('leaves clients without CP1 their short token until it ends [E3]', async () => {
    const token = await graphToken();
    await order({ accountEnabled: false });
    expect((await askGraph(token)).status).toBe(200);
  });

  it('is content with a token that was issued after the revocation [E3]', async () => {
    await order({ revokeSignIns: true });
    expect((await askGraph(await graphToken(CP1))).status).toBe(200);
  });
});

describe('POST /emulator/switches', () => {
  const change = async (body: Record<string, unknown>): Promise<void> => {
    expect((await client.control('switches', body)).body).toMatchObject(body);
  };

  it('delays new consent for on-behalf-of as real tenants do [F3]', async () => {
    const { body: first } = await client.control('switches', undefined, 'GET');
    expect(first).toEqual({ ...USUAL_SWITCHES, roomAnswerMs: 1500 });
    await change({ consentDelayMs: 300 });
    const scope = 'https://graph.microsoft.com/Mail.Read';
    const consents = { person: 'alex', scopes: ['Mail.Read'], granted: true };
    expect((await client.control('consents', consents)).status).toBe(200);
    const assertion = await ssoToken();
    expect((await exchange(assertion, { scope })).body).toMatchObject({ error_codes: [65001] });
    // what was there before stays there
    const all = await exchange(assertion);
    expect(all.status).toBe(200);
    expect(all.body['scope']).not.toContain('Mail.Read');
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect((await exchange(assertion, { scope })).status).toBe(200);
  });

  it('delays consent that was taken back and is given again, though the organisation agreed long ago [F3]', async () => {
    await change({ consentDelayMs: 300 });
    const scope = 'https://graph.microsoft.com/Calendars.Read';
    const consents = { person: 'alex', scopes: ['Calendars.Read'] };
    await client.control('consents', { ...consents, granted: false });
    await client.control('consents', { ...consents, granted: true });
    const assertion = await ssoToken();
    expect((await exchange(assertion, { scope })).body).toMatchObject({ error_codes: [65001] });
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect((await exchange(assertion, { scope })).status).toBe(200);
  });

  it.each([
    [true, 'consent_required'],
    [false, undefined],
  ])('AADSTS65001 with suberror: %s [F3]', async (consentSuberror, suberror) => {
    await change({ consentSuberror });
    const { body } = await exchange(await ssoToken(), { scope: 'https://graph.microsoft.com/Mail.Read' });
    expect(body).toMatchObject({ error: 'invalid_grant', error_codes: [65001] });
    expect(body['suberror']).toBe(suberror);
  });

  it('lets the client secret expire: AADSTS7000222 [F3], while a wrong one stays 7000215', async () => {
    await change({ secretExpired: true });
    const expired = await exchange(await ssoToken());
    expect(expired.status).toBe(401);
    expect(expired.body).toMatchObject({ error: 'invalid_client', error_codes: [7000222] });
    const wrong = await exchange(await ssoToken(), { client_secret: 'wrong' });
    expect(wrong.body).toMatchObject({ error_codes: [7000215] });
  });

  it('gives short tokens, which Graph refuses once they ended [E3]', async () => {
    await change({ tokenLifeS: 1 });
    const { body } = await exchange(await ssoToken());
    expect(body['expires_in']).toBe(1);
    const token = String(body['access_token']);
    expect(decodeJwt(token).exp ?? 0).toBeLessThanOrEqual(Date.now() / 1000 + 1);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await askGraph(token)).status).toBe(401);
  });

  it.each([{ consentDelayMs: -1 }, { tokenLifeS: 0 }, { secretExpired: 1 }, { unknown: true }])(
    'refuses %j',
    async (body) => {
      expect((await client.control('switches', body)).status).toBe(400);
    },
  );

  it('takes the same switches at a reset, and their usual values otherwise', async () => {
    await client.control('reset', { consentDelayMs: 5000, roomAnswerMs: 10 });
    expect((await client.control('switches', undefined, 'GET')).body).toMatchObject({
      consentDelayMs: 5000,
      roomAnswerMs: 10,
    });
    await client.control('reset', {});
    expect((await client.control('switches', undefined, 'GET')).body).toMatchObject({
      consentDelayMs: 0,
      roomAnswerMs: 1500,
    });
  });
});

describe('faults at the token endpoint', () => {
  it.each([
    [429, 90055, { 'Retry-After': '3' }],
    [503, 90033, {}],
  ])("answer %s in Entra's words, with the headers that were ordered [F3]", async (status, code, headers) => {
    await client.control('faults', [{ match: { path: '/*/oauth2/v2.0/token' }, answer: { status, headers } }]);
    const answer = await exchange(await ssoToken());
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error_codes: [code] });
    expect(answer.headers.get('retry-after')).toBe((headers as Record<string, string>)['Retry-After'] ?? null);
    expect((await exchange(await ssoToken())).status).toBe(200);
  });

  it('says at a reset what was not used up', async () => {
    await client.control('faults', [{ match: { path: '/v1.0/me' }, answer: { status: 503 }, times: 2 }]);
    const { body } = await client.control('reset', {});
    expect(body['unusedFaults']).toMatchObject([{ match: { path: '/v1.0/me' }, times: 2 }]);
    expect((await client.control('reset', {})).body['unusedFaults']).toEqual([]);
  });

  it('cuts the whole connection where one call inside of $batch is cut [E1] [E2]', async () => {
    await client.control('faults', [{ match: { path: '/v1.0/me/calendars' }, answer: { cut: true } }]);
    const headers = await client.asAlex({ 'content-type': 'application/json' });
    const requests = ['/me', '/me/calendars'].map((url, i) => ({ id: String(i), method: 'GET', url }));
    await expect(client.send('POST', '/v1.0/$batch', { requests }, headers)).rejects.toThrow('fetch failed');
    expect((await client.send('POST', '/v1.0/$batch', { requests }, headers)).status).toBe(200);
    expect((await client.control('traffic?all=1', undefined, 'GET')).text).toContain('"status":0');
  });
});
