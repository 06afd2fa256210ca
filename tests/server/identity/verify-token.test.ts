import { createHmac, createPublicKey, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expectProblem } from '../problem.ts';
import { startApp, type RunningApp } from '../running-app.ts';

let app: RunningApp;
let good: string;
const TENANT = '00000000-1111-4222-8333-444444444444';
const session = (token?: string, headers = {}) =>
  app.call('/api/session', {
    ...(token === undefined ? {} : { token }),
    headers,
    body: { host: 'teams', device: 'web' },
  });
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const split = (token: string): [string, string, string] => token.split('.') as [string, string, string];

beforeAll(async () => {
  app = await startApp();
  good = await app.token();
  await app.connect(good);
});
afterAll(() => app.close());

describe('the Authorization header', () => {
  it('A01 refuses a call without it at once, before body or path is looked at', async () => {
    const answer = await app.call('/api/session', { method: 'POST', body: '{' });
    expectProblem(answer, 401, 'invalid_token');
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expectProblem(await app.call('/api/nowhere'), 401, 'invalid_token');
    expectProblem(await app.call('/graph/beta/me'), 401, 'invalid_token');
    expectProblem(await app.call('/api/admin/integration'), 401, 'invalid_token');
  });

  it.each([
    ['Basic', () => `Basic ${good}`],
    ['Bearer alone', () => 'Bearer'],
    ['two spaces', () => `Bearer  ${good}`],
    ['a second word', () => `Bearer ${good} ${good}`],
    ['no scheme', () => good],
  ])('A02 refuses %s', async (_name, header) => {
    expectProblem(await session(undefined, { authorization: header() }), 401, 'invalid_token');
  });

  it('A02 refuses two of them, and takes the scheme in lower case', async () => {
    expectProblem(
      await session(undefined, { authorization: [`Bearer ${good}`, `Bearer ${good}`] }),
      401,
      'invalid_token',
    );
    expect((await session(undefined, { authorization: `bearer ${good}` })).status).toBe(200);
  });

  it('A03 ignores a token in query, cookie or body', async () => {
    expectProblem(await app.call(`/api/connection?access_token=${good}`), 401, 'invalid_token');
    expectProblem(await app.call('/api/connection', { headers: { cookie: `token=${good}` } }), 401, 'invalid_token');
    expectProblem(await app.call('/api/session', { body: { access_token: good } }), 401, 'invalid_token');
    expect(app.lines.join('')).not.toContain('eyJ');
  });
});

describe('the shape of a token', () => {
  it.each([
    ['abc', () => 'abc'],
    ['two segments', () => split(good).slice(0, 2).join('.')],
    ['four segments', () => `${good}.e30`],
    ['five segments', () => `${good}.e30.e30`],
    ['padding', () => `${good}==`],
    ['standard base64', () => good.replace(/\.([A-Za-z0-9])/, '.+$1')],
    ['an encoded NUL', () => `${good}%00`],
    ['a header that is no JSON', () => `e30x.${split(good)[1]}.${split(good)[2]}`],
    [
      'a payload in UTF-16',
      () => `${split(good)[0]}.${Buffer.from('{"a":1}', 'utf16le').toString('base64url')}.${split(good)[2]}`,
    ],
  ])('A04 refuses %s', async (_name, token) => {
    expectProblem(await session(token()), 401, 'invalid_token');
  });

  it.each(['none', 'None', 'nOnE', 'RS512', 'PS256', 'ES256', ''])('A05 refuses alg %s', async (alg) => {
    expectProblem(await session(await app.token('alex', { header: { alg } })), 401, 'invalid_token');
    const [, payload] = split(good);
    expectProblem(await session(`${encode({ alg, typ: 'JWT' })}.${payload}.`), 401, 'invalid_token');
  });

  it('A06 refuses HS256 keyed with the public key in any form', async () => {
    const keys = (await (await fetch(`${app.emulator.url}/common/discovery/v2.0/keys`)).json()) as {
      keys: { n: string; e: string; kid: string }[];
    };
    const jwk = keys.keys[0] ?? { n: '', e: '', kid: '' };
    const key = createPublicKey({ key: { kty: 'RSA', n: jwk.n, e: jwk.e }, format: 'jwk' });
    const forms = [key.export({ type: 'spki', format: 'pem' }), key.export({ type: 'spki', format: 'der' }), jwk.n];
    const text = `${encode({ alg: 'HS256', kid: jwk.kid, typ: 'JWT' })}.${split(good)[1]}`;
    for (const form of forms) {
      const signature = createHmac('sha256', form).update(text).digest('base64url');
      expectProblem(await session(`${text}.${signature}`), 401, 'invalid_token');
    }
  });

  it('A08 refuses a changed, shortened or borrowed signature, also one that spells the same bytes in another way', async () => {
    const [header, payload, signature] = split(good);
    const other = split(await app.token('sam'))[2];
    const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const sibling = last[last.indexOf(signature.slice(-1)) ^ 1] ?? '';
    const spelled = `${signature.slice(0, -1)}${sibling}`;
    for (const forged of [
      signature.slice(0, -4),
      `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
      other,
      spelled,
    ]) {
      expectProblem(await session(`${header}.${payload}.${forged}`), 401, 'invalid_token');
    }
    expectProblem(
      await session(
        `${header}.${encode({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), oid: TENANT })}.${signature}`,
      ),
      401,
      'invalid_token',
    );
  });

  it('A09 refuses a stranger’s key under our kid', async () => {
    expectProblem(await session(await app.token('alex', { key: 'foreign' })), 401, 'invalid_token');
  });

  it('A13 refuses crit, b64 and zip', async () => {
    for (const header of [{ crit: ['x'] }, { crit: ['exp'], exp: 1 }, { b64: false }, { zip: 'DEF' }])
      expectProblem(await session(await app.token('alex', { header })), 401, 'invalid_token');
  });

  it('A30 refuses a token beyond 8 kB without asking anybody', async () => {
    const before = app.sent.length;
    const token = await app.token('alex', { claims: { pad: 'x'.repeat(7000) } });
    expect(token.length).toBeGreaterThan(8192);
    expectProblem(await session(token), 401, 'invalid_token');
    expect(app.sent.length).toBe(before);
  });
});

describe('keys', () => {
  let trap: Server;
  let trapUrl: string;
  let trapped = 0;
  beforeAll(async () => {
    trap = createServer((_request, response) => {
      trapped += 1;
      response.end('{}');
    });
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
    trapUrl = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
  });
  afterAll(() => trap.close());

  it('A10 never follows addresses of keys in the header, nor takes a key from it', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const jwk = publicKey.export({ format: 'jwk' });
    for (const extra of [{ jku: trapUrl }, { x5u: trapUrl }, { jwk }, { x5c: ['MIIB'] }]) {
      const kid = JSON.parse(Buffer.from(split(good)[0], 'base64url').toString()).kid as string;
      const text = `${encode({ alg: 'RS256', kid, ...extra })}.${split(good)[1]}`;
      const signature = createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url');
      expectProblem(await session(`${text}.${signature}`), 401, 'invalid_token');
    }
    expect(trapped).toBe(0);
  });

  it('A11 asks for keys at most once in 30 s, however many unknown kids come', async () => {
    const asked = (): number => app.sent.filter((line) => line.endsWith('/keys')).length;
    const before = asked();
    const tokens = await Promise.all(
      Array.from({ length: 200 }, (_, n) => app.token('alex', { header: { kid: `kid-${n}` } })),
    );
    const answers = await Promise.all(tokens.map((token) => session(token)));
    answers.forEach((answer) => expectProblem(answer, 401, 'invalid_token'));
    expect(asked() - before).toBeLessThanOrEqual(1);
  });

  it('B21 finds a new key with one fetch, and refuses the old one once Entra lists it no longer', async () => {
    const old = good;
    await app.control('/keys/rotate', {});
    app.clock.offsetMs += 31_000;
    const before = app.sent.length;
    expect((await session(await app.token())).status).toBe(200);
    expect(app.sent.slice(before)).toEqual(['GET /common/discovery/v2.0/keys']);
    expect((await session(old)).status).toBe(200);
    await app.control('/keys/rotate', {});
    app.clock.offsetMs += 31_000;
    expect((await session(await app.token())).status).toBe(200);
    expectProblem(await session(old), 401, 'invalid_token');
    app.clock.offsetMs = 0;
    good = await app.token();
  });
});
