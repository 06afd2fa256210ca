import { openDoor } from '../../support/open-door.ts';
import { expectProblem } from '../problem.ts';
import { startApp, type RunningApp } from '../running-app.ts';

let app: RunningApp;
let token: string;
const NOW_S = (): number => Math.floor(Date.now() / 1000);
const BODY = { host: 'teams', device: 'web' };

const session = () => app.call('/api/session', { token, body: BODY });
const relay = (path = '/me') => app.call(`/graph/v1.0${path}`, { token });
const connect = () => app.call('/api/connection', { method: 'PUT', token, body: { connected: true } });
const exchanges = (): number => app.sent.filter((line) => line.endsWith('/oauth2/v2.0/token')).length;
const refuse = (number: number, more = {}) =>
  app.control('/faults', [
    {
      match: { path: '/*/oauth2/v2.0/token' },
      answer: {
        ...{ status: 400, headers: { 'Content-Type': 'application/json' } },
        body: { error: 'invalid_grant', error_description: `AADSTS${number}: no`, error_codes: [number], ...more },
      },
      times: 50,
    },
  ]);
/** Beyond the ten minutes for which a token may be held. */
const letTokensAge = (): void => void (app.clock.offsetMs = 10 * 60_000 + 1_000);

beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.clock.offsetMs = 0;
  await app.control('/faults', undefined, 'DELETE');
  token = await app.token('alex', { claims: { exp: NOW_S() + 3_600 } });
  // nothing is held from the test before
  await app.call('/api/connection', { method: 'DELETE', token });
  await app.connect(token);
  expect((await relay()).status).toBe(200);
});
afterEach(() => app.control('/reset', {}));
afterAll(() => app.close());

describe('what was taken back', () => {
  it('as consent to everything ends the next exchange with what is missing, and a session still says who one is', async () => {
    await app.control('/consents', {
      ...{ person: 'alex', granted: false },
      scopes: ['User.Read', 'Calendars.Read', 'Calendars.ReadWrite', 'MailboxSettings.Read', 'Place.Read.All'],
    });
    letTokensAge();
    const answer = await relay();
    expectProblem(answer, 403, 'consent_required');
    expect(answer.json['scopes']).toContain('User.Read');
    expect((await session()).json).toMatchObject({ connection: { connected: true } });
    const before = exchanges();
    await relay();
    expect(exchanges()).toBe(before + 1);
  });

  it('as consent to one scope ends the calls that need it, and no others', async () => {
    await app.control('/consents', { person: 'alex', scopes: ['Place.Read.All'], granted: false });
    letTokensAge();
    const answer = await relay('/places/microsoft.graph.room');
    expectProblem(answer, 403, 'consent_required');
    expect(answer.json['scopes']).toEqual(['Place.Read.All']);
    expect((await relay()).status).toBe(200);
  });

  it.each([
    ['a disabled account', 50057, 401, 'invalid_token'],
    ['a deleted account', 50034, 401, 'invalid_token'],
    ['a changed password', 50173, 401, 'interaction_required'],
    ['a session that was ended', 50133, 401, 'interaction_required'],
    ['an app token that is too old', 500133, 401, 'token_expired'],
  ])('by %s (AADSTS%i) ends the next exchange with its code', async (_name, number, status, code) => {
    await refuse(number);
    letTokensAge();
    expectProblem(await relay(), status, code);
  });

  it('as the sign-in, told by Graph itself, ends the call that is under way and drops the token', async () => {
    const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from('{"access_token":{}}').toString('base64')}"`;
    const fault = { match: { path: '/v1.0/me' }, answer: { status: 401, headers: { 'WWW-Authenticate': challenge } } };
    await app.control('/faults', [{ ...fault, times: 1 }]);
    const answer = await relay();
    expectProblem(answer, 401, 'interaction_required');
    expect(answer.json['claims']).toBe('{"access_token":{}}');
    const before = exchanges();
    expect((await relay()).status).toBe(200);
    expect(exchanges()).toBe(before + 1);
  });

  it.each([7000215, 7000222])('as the app’s own secret (AADSTS%i) asks nobody to sign in', async (number) => {
    await refuse(number, { error: 'invalid_client' });
    letTokensAge();
    const answer = await relay();
    expectProblem(answer, 503, 'upstream_unavailable');
    // no weather: the page takes the calendar off the screen and says who must renew what
    expect(answer.json).toMatchObject({ reason: 'app_refused', title: 'Microsoft Entra refuses the app itself' });
    expect(answer.json['remedy']).toContain('an administrator of the app must renew it');
    expect(app.lines.join('')).toContain('entra_refuses_the_app');
  });
});

/** One call that is still served, and behind it the exchange that is refused. */
const letExchangeFail = async (): Promise<void> => {
  app.clock.offsetMs = 60_000;
  expect((await relay()).status).toBe(200);
  const before = exchanges();
  for (let tries = 0; tries < 50 && exchanges() === before; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  await new Promise((resolve) => setTimeout(resolve, 100));
};

describe('what was taken back while a token is held', () => {
  it.each<[what: string, number: number, more: object, status: number, code: string]>([
    ['consent', 65001, {}, 403, 'consent_required'],
    ['the account', 50057, {}, 401, 'invalid_token'],
    ['the app’s own secret', 7000222, { error: 'invalid_client' }, 503, 'upstream_unavailable'],
  ])('is noticed a minute later by whoever goes on calling: %s', async (_what, number, more, status, code) => {
    await refuse(number, more);
    await letExchangeFail();
    expectProblem(await relay(), status, code);
  });

  it('costs one exchange a minute at most', async () => {
    await letExchangeFail();
    const before = exchanges();
    for (let second = 61; second < 119; second += 10) {
      app.clock.offsetMs = second * 1_000;
      await relay();
    }
    expect(exchanges()).toBe(before);
  });
});

describe('an outage of Entra', () => {
  it('takes nothing from whoever holds a token, and ends', async () => {
    const fault = { match: { path: '/*/oauth2/v2.0/token' }, answer: { status: 503 }, times: 50 };
    await app.control('/faults', [fault]);
    await letExchangeFail();
    expect((await relay()).status).toBe(200);
    // it is over, and so is the pause after it
    await app.control('/faults', undefined, 'DELETE');
    app.clock.offsetMs = 10 * 60_000;
    expect((await relay()).status).toBe(200);
  });
});

describe('a session token that is too old', () => {
  it('ends every call with token_expired, and nothing is exchanged', async () => {
    app.clock.offsetMs = 3_600_000 + 62_000;
    const before = exchanges();
    for (const answer of [
      await session(),
      await relay(),
      await connect(),
      await app.call('/api/room-rules', { token }),
    ])
      expectProblem(answer, 401, 'token_expired');
    expect(exchanges()).toBe(before);
  });
});

describe('an integration that is switched off', () => {
  it('refuses the next call of the connected, and says so in the session', async () => {
    const admin = await app.token('robin');
    const headers = { 'If-Match': '*' };
    const path = '/api/admin/integration';
    await app.call(path, { method: 'PUT', token: admin, headers, body: { enabled: false } });
    for (const answer of [await relay(), await connect(), await app.call('/api/room-rules', { token })])
      expectProblem(answer, 403, 'integration_not_enabled');
    const { json } = await session();
    expect(json).toMatchObject({ integration: { state: 'suspended', reason: 'integration_not_enabled' } });
    expect(json['transport']).toBeUndefined();
    expect((await app.call('/api/connection', { method: 'PUT', token, body: { connected: false } })).status).toBe(200);
    await openDoor(app.store, { tenantId: app.emulator.tenants[0]?.id ?? '', organisation: 'Contoso' });
    app.clock.offsetMs = 10_000;
  });
});
