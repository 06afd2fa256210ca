/** Metadata, keys and the token endpoint's own refusals, asked over HTTP. */
import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto';

import { createRemoteJWKSet, jwtVerify, SignJWT } from 'jose';

import { startTinyEntra, type TinyEntra } from '../../support/tiny-entra.ts';
import { HOME_TENANT, TINY_APP } from '../../support/tiny-world.ts';

let entra: TinyEntra;
beforeEach(async () => {
  entra = await startTinyEntra();
});
afterEach(() => entra.close());

const getJson = async (path: string): Promise<Record<string, unknown>> => (await fetch(entra.url + path)).json();

const postForm = async (form: Record<string, string>, tenant = HOME_TENANT): Promise<Response> =>
  fetch(`${entra.url}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body: new URLSearchParams(form) });

describe('openid-configuration', () => {
  it("names Entra's issuer and the emulator's own addresses [F2]", async () => {
    expect(await getJson(`/${HOME_TENANT}/v2.0/.well-known/openid-configuration`)).toMatchObject({
      issuer: `https://login.microsoftonline.com/${HOME_TENANT}/v2.0`,
      jwks_uri: `${entra.url}/${HOME_TENANT}/discovery/v2.0/keys`,
      token_endpoint: `${entra.url}/${HOME_TENANT}/oauth2/v2.0/token`,
      authorization_endpoint: `${entra.url}/${HOME_TENANT}/oauth2/v2.0/authorize`,
    });
  });

  it.each(['common', 'organizations'])('leaves the tenant open for %s [F2]', async (tenant) => {
    const configuration = await getJson(`/${tenant}/v2.0/.well-known/openid-configuration`);
    expect(configuration['issuer']).toBe('https://login.microsoftonline.com/{tenantid}/v2.0');
    expect(configuration['jwks_uri']).toBe(`${entra.url}/${tenant}/discovery/v2.0/keys`);
  });

  it('has the first version with its own issuer [F2]', async () => {
    const configuration = await getJson(`/${HOME_TENANT}/.well-known/openid-configuration`);
    expect(configuration['issuer']).toBe(`https://sts.windows.net/${HOME_TENANT}/`);
  });

  it('knows a tenant by its domain, and no other [F2]', async () => {
    const known = await getJson('/tiny.example/v2.0/.well-known/openid-configuration');
    expect(known['issuer']).toContain(HOME_TENANT);
    const unknown = await getJson('/nowhere.example/v2.0/.well-known/openid-configuration');
    expect(unknown).toMatchObject({ error: 'invalid_tenant', error_codes: [90002] });
  });
});

describe('keys', () => {
  it('verify a token, have no alg, and say whose tokens they sign [F2]', async () => {
    const { keys } = await getJson('/common/discovery/v2.0/keys');
    expect(keys).toHaveLength(2);
    for (const key of keys as Record<string, unknown>[]) {
      expect(key).toMatchObject({
        kty: 'RSA',
        use: 'sig',
        issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
      });
      expect(key).not.toHaveProperty('alg');
    }
    const keySet = createRemoteJWKSet(new URL(`${entra.url}/common/discovery/v2.0/keys`));
    const verified = await jwtVerify(entra.ssoToken('boss'), keySet, { algorithms: ['RS256'] });
    expect(verified.payload).toMatchObject({
      aud: TINY_APP.clientId,
      iss: `https://login.microsoftonline.com/${HOME_TENANT}/v2.0`,
      scp: 'access_as_user',
      roles: ['Integration.Admin'],
      wids: expect.arrayContaining(['62e90394-69f5-4237-9190-012177145e10']),
      ver: '2.0',
      azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
      preferred_username: 'boss@tiny.example',
    });
  });

  it('list the new key at once and the one before until the next rotation [F2]', async () => {
    const kids = async (): Promise<unknown[]> =>
      ((await getJson('/common/discovery/v2.0/keys'))['keys'] as { kid: string }[]).map((key) => key.kid);
    const [first] = await kids();
    await entra.context.keys.rotate();
    const [second, before] = await kids();
    expect(before).toBe(first);
    await entra.context.keys.rotate();
    const later = await kids();
    expect(later[1]).toBe(second);
    expect(later).not.toContain(first);
  });

  it('never list a stranger, whose tokens carry the name of the signing key [F2]', async () => {
    const keySet = createRemoteJWKSet(new URL(`${entra.url}/common/discovery/v2.0/keys`));
    await expect(jwtVerify(entra.ssoToken('ann', {}, {}, 'foreign'), keySet)).rejects.toMatchObject({
      code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    });
    await expect(jwtVerify(entra.ssoToken('ann', {}, {}, 'retired'), keySet)).rejects.toMatchObject({
      code: 'ERR_JWKS_NO_MATCHING_KEY',
    });
  });
});

describe('token endpoint', () => {
  it("answers a refusal in Entra's form, with the caller's correlation id [F3]", async () => {
    const answer = await fetch(`${entra.url}/${HOME_TENANT}/oauth2/v2.0/token?client-request-id=abc`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'password' }),
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toEqual({
      error: 'unsupported_grant_type',
      error_description: expect.stringMatching(
        /^AADSTS70003: .* Trace ID: \S+ Correlation ID: abc Timestamp: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/,
      ),
      error_codes: [70003],
      timestamp: expect.stringMatching(/Z$/),
      trace_id: expect.any(String),
      correlation_id: 'abc',
      error_uri: 'https://login.microsoftonline.com/error?code=70003',
    });
  });

  it.each<[string, Record<string, string>, number, number]>([
    ['no grant type', {}, 400, 900144],
    ['another client', { client_id: 'x' }, 400, 700016],
    ['no proof of the client', { client_id: TINY_APP.clientId }, 401, 7000218],
    [
      'an assertion of a client without certificate',
      { client_id: TINY_APP.clientId, client_assertion: 'x', client_assertion_type: 'y' },
      401,
      700021,
    ],
  ])('refuses %s [F3]', async (_name, form, status, code) => {
    const grantType: Record<string, string> =
      Object.keys(form).length === 0 ? {} : { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer' };
    const answer = await postForm({ ...grantType, ...form });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error_codes: [code] });
  });

  it('takes a client assertion that the registered certificate signed [F3]', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    entra.context.app.certificates = [publicKey.export({ type: 'spki', format: 'pem' }).toString()];
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'PS256', 'x5t#S256': createHash('sha256').update('x').digest('base64url') })
      .setIssuer(TINY_APP.clientId)
      .setSubject(TINY_APP.clientId)
      .setAudience(`https://login.microsoftonline.com/${HOME_TENANT}/oauth2/v2.0/token`)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })));
    const form = {
      client_id: TINY_APP.clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      scope: 'https://graph.microsoft.com/.default',
      assertion: entra.ssoToken('ann'),
    };
    expect((await postForm({ ...form, client_assertion: assertion })).status).toBe(200);
    entra.context.app.certificates = [];
    expect((await postForm({ ...form, client_assertion: assertion })).status).toBe(401);
  });

  it('counts calls without keeping what was in them [F3]', async () => {
    await postForm({ grant_type: 'refresh_token', client_id: TINY_APP.clientId, refresh_token: 'x' });
    expect(entra.calls).toEqual([{ grantType: 'refresh_token', tenant: HOME_TENANT, status: 400 }]);
  });

  it('lets browsers of any origin in [F6]', async () => {
    const preflight = await fetch(`${entra.url}/common/oauth2/v2.0/token`, {
      method: 'OPTIONS',
      headers: { 'access-control-request-headers': 'x-client-sku' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('x-client-sku');
  });
});
