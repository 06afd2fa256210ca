/** The token endpoint of the first version, for registrations and clients that never moved on (fact sheet F1, F2). */
import { createHash } from 'node:crypto';

import { decodeJwt } from 'jose';

import { startTinyEntra, type TinyEntra } from '../../support/tiny-entra.ts';
import { HOME_TENANT, TINY_APP } from '../../support/tiny-world.ts';

const ON_BEHALF_OF = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const GRAPH = 'https://graph.microsoft.com';

let entra: TinyEntra;
beforeEach(async () => {
  entra = await startTinyEntra({ tokenVersion: 1 });
});
afterEach(() => entra.close());

const post = async (form: Record<string, string>) => {
  const body = new URLSearchParams({ client_id: TINY_APP.clientId, resource: GRAPH, ...form });
  const answer = await fetch(`${entra.url}/${HOME_TENANT}/oauth2/token`, { method: 'POST', body });
  return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
};
const exchange = (more: Record<string, string> = {}) =>
  post({
    ...{ client_secret: 'tiny-secret', grant_type: ON_BEHALF_OF, requested_token_use: 'on_behalf_of' },
    assertion: entra.ssoToken('ann'),
    ...more,
  });

describe('the token endpoint of the first version', () => {
  it('is the one that the metadata of the first version names [F2]', async () => {
    const metadata = await (await fetch(`${entra.url}/${HOME_TENANT}/.well-known/openid-configuration`)).json();
    expect(metadata).toMatchObject({
      token_endpoint: `${entra.url}/${HOME_TENANT}/oauth2/token`,
      authorization_endpoint: `${entra.url}/${HOME_TENANT}/oauth2/authorize`,
    });
  });

  it('exchanges for a resource all that was consented, with short names and numbers as text [F1]', async () => {
    const { status, body } = await exchange();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ token_type: 'Bearer', resource: GRAPH, expires_in: expect.stringMatching(/^\d+$/) },
      ...{ expires_on: expect.stringMatching(/^\d{10}$/), not_before: expect.stringMatching(/^\d{10}$/) },
      scope: expect.stringMatching(/^(?=.*\bUser\.Read\b)(?=.*\bCalendars\.Read\b)[\w. ]+$/),
      refresh_token: expect.any(String),
    });
    expect(decodeJwt(String(body['access_token']))).toMatchObject({
      ver: '1.0',
      scp: expect.stringContaining('User.Read'),
    });
  });

  it('gives an ID token where openid is asked for, and repeats with the refresh token [F1]', async () => {
    expect((await exchange()).body).not.toHaveProperty('id_token');
    const first = await exchange({ scope: 'openid' });
    expect(first.body).toHaveProperty('id_token');
    const again = await post({
      ...{ client_secret: 'tiny-secret', grant_type: 'refresh_token' },
      refresh_token: String(first.body['refresh_token']),
    });
    expect(again).toMatchObject({ status: 200, body: { resource: GRAPH, access_token: expect.any(String) } });
  });

  it('gives a token for our own API in the first version’s form [F1]', async () => {
    const { body } = await exchange({ resource: TINY_APP.appIdUri });
    expect(decodeJwt(String(body['access_token']))).toMatchObject({
      ...{ ver: '1.0', aud: TINY_APP.appIdUri, iss: `https://sts.windows.net/${HOME_TENANT}/` },
    });
  });

  it('redeems a code of its own sign-in page, asked for with a resource [F1]', async () => {
    const verifier = 'v'.repeat(50);
    const query = new URLSearchParams({
      ...{ client_id: TINY_APP.clientId, response_type: 'code', redirect_uri: `${TINY_APP.url}/redirect.html` },
      ...{ resource: GRAPH, login_hint: 'ann@tiny.example', code_challenge_method: 'S256' },
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    });
    const page = await fetch(`${entra.url}/${HOME_TENANT}/oauth2/authorize?${query}`, { redirect: 'manual' });
    const code = new URL(page.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const granted = await post({
      ...{ grant_type: 'authorization_code', code, code_verifier: verifier },
      redirect_uri: `${TINY_APP.url}/redirect.html`,
    });
    expect(granted).toMatchObject({ status: 200, body: { scope: expect.stringContaining('User.Read') } });
  });

  it.each<[string, Record<string, string>, number]>([
    ['no resource', { resource: '' }, 900144],
    ['a resource that nobody has', { resource: 'https://cats.example' }, 500011],
    ['a wrong secret', { client_secret: 'no' }, 7000215],
    ['an assertion that is none', { assertion: 'x' }, 50027],
  ])('refuses %s in the words of the second one [F3]', async (_name, form, code) => {
    expect((await exchange(form)).body).toMatchObject({ error_codes: [code] });
  });
});
