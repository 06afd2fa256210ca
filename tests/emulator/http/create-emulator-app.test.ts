/** Faults at Entra's endpoints, and clients that name themselves in a header (fact sheet F3; RFC 6749, 2.3.1). */
import { createHash } from 'node:crypto';

import { openEmulator, TEST_APP, type Answer, type EmulatorClient } from '../../support/emulator-client.ts';

const VERIFIER = 'v'.repeat(50);
const REDIRECT = `${TEST_APP.url}/redirect.html`;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const TOKEN_PATH = '/*/oauth2/v2.0/token';

let client: EmulatorClient;
beforeAll(async () => {
  client = await openEmulator();
});
afterAll(() => client.emulator.close());
beforeEach(() => client.emulator.reset());

const tenant = (): string => client.emulator.tenants[0]?.id ?? '';
const order = (answer: Record<string, unknown>, match: Record<string, unknown> = { path: TOKEN_PATH }) =>
  client.control('faults', [{ match, answer }]);
const askToken = (form: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> =>
  client.send('POST', `/${tenant()}/oauth2/v2.0/token`, new URLSearchParams(form).toString(), { ...FORM, ...headers });

async function signIn(): Promise<string> {
  const query = new URLSearchParams({
    ...{ client_id: TEST_APP.clientId, response_type: 'code', redirect_uri: REDIRECT, scope: 'openid User.Read' },
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    ...{ code_challenge_method: 'S256', response_mode: 'query' },
  });
  const answer = await fetch(`${client.emulator.url}/${tenant()}/oauth2/v2.0/authorize?${query}`, {
    ...{ method: 'POST', redirect: 'manual' },
    body: new URLSearchParams({ person: 'alex', decision: 'accept' }),
  });
  return new URL(answer.headers.get('location') ?? 'about:blank').searchParams.get('code') ?? '';
}

const redeem = (code: string): Promise<Answer> =>
  askToken({
    ...{ client_id: TEST_APP.clientId, grant_type: 'authorization_code', redirect_uri: REDIRECT },
    ...{ code, code_verifier: VERIFIER },
  });

describe('a fault at an endpoint of Entra', () => {
  it.each<[string, Record<string, unknown>]>([
    ['another answer', { status: 503, carriedOut: true }],
    ['a connection that is cut', { cut: true, carriedOut: true }],
  ])('carries the call out and loses its answer: %s [F3]', async (_name, answer) => {
    const code = await signIn();
    await order(answer);
    const lost = await redeem(code).catch(() => undefined);
    expect(lost?.status).toBe(answer['cut'] === true ? undefined : 503);
    expect(lost?.text ?? '').not.toContain('access_token');
    expect((await redeem(code)).body['error_codes']).toEqual([54005]);
  });

  it('that is not carried out leaves the code good [F3]', async () => {
    const code = await signIn();
    await order({ status: 503 });
    expect((await redeem(code)).status).toBe(503);
    expect((await redeem(code)).status).toBe(200);
  });

  it('never answers where it hangs, carried out or not [F3]', async () => {
    for (const carriedOut of [false, true]) {
      await order({ hang: true, carriedOut }, { path: '/*/discovery/v2.0/keys' });
      const never = fetch(`${client.emulator.url}/${tenant()}/discovery/v2.0/keys`, {
        signal: AbortSignal.timeout(150),
      });
      await expect(never).rejects.toMatchObject({ name: 'TimeoutError' });
    }
  });

  it('throws the headers of the lost answer away too [F3]', async () => {
    const path = `/${tenant()}/v2.0/.well-known/openid-configuration`;
    await order({ status: 429, headers: { 'Retry-After': '7' }, carriedOut: true }, { path });
    const answer = await client.send('GET', path);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    expect(answer.headers.get('cache-control')).toBeNull();
  });
});

describe('a confidential client that names itself in the header', () => {
  const basic = (id: string, secret: string): Record<string, string> => ({
    authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
  });
  const exchange = async (headers: Record<string, string>): Promise<Answer> =>
    askToken(
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        ...{ requested_token_use: 'on_behalf_of', scope: 'https://graph.microsoft.com/.default' },
        assertion: await client.tokenFor({ audience: 'app' }),
      },
      headers,
    );

  it('gets its token, as the metadata promises [F3]', async () => {
    const metadata = await client.send('GET', `/${tenant()}/v2.0/.well-known/openid-configuration`);
    expect(metadata.body['token_endpoint_auth_methods_supported']).toContain('client_secret_basic');
    expect(await exchange(basic(TEST_APP.clientId, TEST_APP.secret))).toMatchObject({ status: 200 });
  });

  it.each<[string, Record<string, string>, number]>([
    ['a wrong secret', basic(TEST_APP.clientId, 'wrong'), 7000215],
    ['another client', basic('cccccccc-0000-4000-8000-00000000ffff', TEST_APP.secret), 700016],
    ['nothing in it', { authorization: 'Basic ' }, 900144],
    ['no colon', { authorization: `Basic ${Buffer.from('x').toString('base64')}` }, 900144],
    ['another scheme', { authorization: 'Bearer x' }, 900144],
  ])('is refused with %s [F3]', async (_name, headers, code) => {
    expect((await exchange(headers)).body['error_codes']).toEqual([code]);
  });
});
