/** Sign-in by authorization code with PKCE, consent and admin consent, as a browser walks through the pages. */
import { createHash } from 'node:crypto';

import { decodeJwt } from 'jose';

import { isConsented } from '../../../emulator/entra/consents.ts';
import { findPerson } from '../../../emulator/find-person.ts';
import { startTinyEntra, type TinyEntra } from '../../support/tiny-entra.ts';
import { HOME_TENANT, OTHER_TENANT, TINY_APP } from '../../support/tiny-world.ts';

const VERIFIER = 'v'.repeat(50);
const REDIRECT = `${TINY_APP.url}/redirect.html`;

let entra: TinyEntra;
beforeEach(async () => {
  entra = await startTinyEntra();
});
afterEach(() => entra.close());

const toAuthorize = (more: Record<string, string | null> = {}, tenant = 'organizations'): string => {
  const query = new URLSearchParams({
    client_id: TINY_APP.clientId,
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: REDIRECT,
    scope: 'openid profile offline_access User.Read',
    state: 'st&te',
    nonce: 'n1',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    client_info: '1',
  });
  for (const [name, value] of Object.entries(more)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return `${entra.url}/${tenant}/oauth2/v2.0/authorize?${query}`;
};

const visit = (url: string, form?: Record<string, string>, cookie?: string): Promise<Response> =>
  fetch(url, {
    redirect: 'manual',
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    ...(cookie === undefined ? {} : { headers: { cookie } }),
  });

const readReply = (answer: Response): URLSearchParams => {
  const location = new URL(answer.headers.get('location') ?? 'about:blank');
  return new URLSearchParams(location.hash === '' ? location.search : location.hash.slice(1));
};

const redeem = async (form: Record<string, string>): Promise<{ status: number; body: Record<string, unknown> }> => {
  const body = new URLSearchParams({
    client_id: TINY_APP.clientId,
    grant_type: 'authorization_code',
    redirect_uri: REDIRECT,
    code_verifier: VERIFIER,
    client_info: '1',
    ...form,
  });
  const answer = await fetch(`${entra.url}/organizations/oauth2/v2.0/token`, { method: 'POST', body });
  return { status: answer.status, body: await answer.json() };
};

const signIn = async (more: Record<string, string> = {}): Promise<string> =>
  readReply(await visit(toAuthorize({ login_hint: 'ann@tiny.example', ...more }))).get('code') ?? '';

describe('authorize', () => {
  it('shows who could sign in, and comes back with code and state in the fragment [F6]', async () => {
    const page = await (await visit(toAuthorize())).text();
    expect(page).toContain('ann@tiny.example');
    expect(page).toContain('stranger@other.example');
    const answer = await visit(toAuthorize(), { person: 'ann' });
    expect(answer.headers.get('location')).toMatch(`${REDIRECT}#`);
    const reply = readReply(answer);
    expect(reply.get('state')).toBe('st&te');
    expect(reply.get('code')).toBeTruthy();
    expect(JSON.parse(Buffer.from(reply.get('client_info') ?? '', 'base64url').toString())).toEqual({
      uid: findPerson(entra.context.world, 'ann')?.objectId,
      utid: HOME_TENANT,
    });
  });

  it("shows only the tenant's own people at its door, and keeps others out [F6]", async () => {
    const page = await (await visit(toAuthorize({}, OTHER_TENANT))).text();
    expect(page).not.toContain('ann@tiny.example');
    const reply = readReply(await visit(toAuthorize({}, OTHER_TENANT), { person: 'ann' }));
    expect(reply.get('error_description')).toMatch(/^AADSTS50020/);
  });

  it('remembers who signed in for a silent request, and refuses it to everybody else [F6]', async () => {
    const silent = toAuthorize({ prompt: 'none' });
    expect(readReply(await visit(silent)).get('error')).toBe('login_required');
    const cookie = (await visit(toAuthorize(), { person: 'ann' })).headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(readReply(await visit(silent, undefined, cookie)).get('code')).toBeTruthy();
    const missing = toAuthorize({ prompt: 'none', scope: 'People.Read' });
    expect(readReply(await visit(missing, undefined, cookie)).get('error')).toBe('interaction_required');
  });

  it('asks for what was never agreed to, and keeps what was agreed to [F4]', async () => {
    const url = toAuthorize({ scope: 'openid People.Read', login_hint: 'ann@tiny.example' });
    const page = await (await visit(url)).text();
    expect(page).toContain('People.Read');
    expect(page).not.toContain('on behalf of your organization');
    expect(readReply(await visit(url, { person: 'ann', decision: 'accept' })).get('code')).toBeTruthy();
    expect(readReply(await visit(url)).get('code')).toBeTruthy();
  });

  it('says that consent was declined [F4]', async () => {
    const url = toAuthorize({ scope: 'People.Read' });
    const reply = readReply(await visit(url, { person: 'ann', decision: 'cancel' }));
    expect(reply.get('error')).toBe('access_denied');
    expect(reply.get('error_subcode')).toBe('cancel');
    expect(reply.get('error_description')).toMatch(/^AADSTS65004/);
    expect(reply.get('state')).toBe('st&te');
  });

  it('sends an employee to the admin for what only an admin may grant, and lets an admin grant it for all [F4]', async () => {
    const url = toAuthorize({ scope: 'Place.Read.All' });
    expect(await (await visit(url, { person: 'ann', decision: 'accept' })).text()).toContain('Need admin approval');
    await visit(url, { person: 'boss', decision: 'accept', forTenant: '1' });
    expect(readReply(await visit(url, { person: 'ann' })).get('code')).toBeTruthy();
  });

  it.each<[string, Record<string, string | null>, string]>([
    ['another app', { client_id: 'x' }, 'AADSTS700016'],
    ['an address that is not registered', { redirect_uri: 'http://localhost:4000/redirect.html' }, 'AADSTS50011'],
    ['no address', { redirect_uri: null }, 'AADSTS900144'],
  ])('says on its own page: %s [F6]', async (_name, more, code) => {
    const answer = await visit(toAuthorize(more));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(code);
  });

  it.each<[string, Record<string, string | null>, string]>([
    ['another response type', { response_type: 'token' }, 'AADSTS700051'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'AADSTS501491'],
    ['no scope', { scope: null }, 'AADSTS900144'],
    ['a disabled account', { login_hint: 'gone@tiny.example' }, 'AADSTS50057'],
  ])('says at the address of the app: %s [F6]', async (_name, more, code) => {
    expect(readReply(await visit(toAuthorize(more))).get('error_description')).toContain(code);
  });
});

describe('redeemCode', () => {
  it('gives an access token, an ID token with the nonce and a refresh token, in the name of who signed in [F6]', async () => {
    const { status, body } = await redeem({ code: await signIn() });
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', scope: expect.stringContaining('User.Read') });
    expect(decodeJwt(String(body['id_token']))).toMatchObject({
      aud: TINY_APP.clientId,
      nonce: 'n1',
      preferred_username: 'ann@tiny.example',
    });
    const refreshed = await redeem({
      grant_type: 'refresh_token',
      refresh_token: String(body['refresh_token']),
      scope: `${TINY_APP.appIdUri}/access_as_user`,
    });
    expect(decodeJwt(String(refreshed.body['access_token']))).toMatchObject({
      aud: TINY_APP.clientId,
      scp: 'access_as_user',
      azp: TINY_APP.clientId,
    });
  });

  it('takes a code once [F6]', async () => {
    const code = await signIn();
    await redeem({ code });
    expect((await redeem({ code })).body).toMatchObject({ error: 'invalid_grant', error_codes: [54005] });
  });

  it.each<[string, Record<string, string>, number]>([
    ['a wrong verifier', { code_verifier: 'w'.repeat(50) }, 501481],
    ['no verifier', { code_verifier: '' }, 50148],
    ['another address', { redirect_uri: `${TINY_APP.url}/other` }, 500112],
    ['a made-up code', { code: 'x' }, 9002313],
    ['a scope without consent', { scope: 'People.Read' }, 65001],
  ])('refuses %s [F6]', async (_name, form, code) => {
    expect((await redeem({ code: await signIn(), ...form })).body).toMatchObject({ error_codes: [code] });
  });

  it('asks a client without PKCE for its secret [F6]', async () => {
    const url = toAuthorize({ login_hint: 'ann@tiny.example', code_challenge: null, code_challenge_method: null });
    const code = readReply(await visit(url)).get('code') ?? '';
    expect((await redeem({ code })).body).toMatchObject({ error_codes: [7000218] });
  });
});

describe('adminconsent', () => {
  const toUrl = (tenant = HOME_TENANT): string =>
    `${entra.url}/${tenant}/v2.0/adminconsent?${new URLSearchParams({
      client_id: TINY_APP.clientId,
      redirect_uri: REDIRECT,
      scope: 'https://graph.microsoft.com/Place.Read.All',
      state: '7',
    })}`;
  const isAgreed = (): boolean => {
    const ann = findPerson(entra.context.world, 'ann');
    return ann !== undefined && isConsented(entra.context.world, ann, 'Place.Read.All');
  };

  it('lets an administrator agree for everybody [F4]', async () => {
    expect(await (await visit(toUrl())).text()).toContain('boss@tiny.example');
    expect(await (await visit(toUrl(), { person: 'boss' })).text()).toContain('Place.Read.All');
    const reply = readReply(await visit(toUrl(), { person: 'boss', decision: 'accept' }));
    expect(Object.fromEntries(reply)).toEqual({
      admin_consent: 'True',
      tenant: HOME_TENANT,
      scope: 'https://graph.microsoft.com/Place.Read.All',
      state: '7',
    });
    expect(isAgreed()).toBe(true);
  });

  it('keeps everybody else from it [F4]', async () => {
    expect(await (await visit(toUrl(), { person: 'ann', decision: 'accept' })).text()).toContain('Need admin approval');
    expect(readReply(await visit(toUrl(), { person: 'boss', decision: 'cancel' })).get('error')).toBe('access_denied');
    expect(isAgreed()).toBe(false);
  });
});
