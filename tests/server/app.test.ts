import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expectProblem } from './problem.ts';
import { startApp, type RunningApp } from './running-app.ts';

let app: RunningApp;
let webDir: string;
let token: string;
const HTML =
  '<!doctype html><script nonce="__NONCE__" src="/assets/tab.0123456789ab.js"></script><style nonce="__NONCE__"></style>' +
  '<script type="application/json" id="client-config">__CLIENT_CONFIG__</script>';

function buildPages(): string {
  const dir = mkdtempSync(join(tmpdir(), 'office-shifts-web-'));
  mkdirSync(join(dir, 'assets'));
  for (const page of ['tab', 'auth-start', 'auth-end', 'redirect', 'support', 'privacy', 'terms'])
    writeFileSync(join(dir, `${page}.html`), HTML);
  const script = 'globalThis.started = true;'.repeat(50);
  writeFileSync(join(dir, 'assets/tab.0123456789ab.js'), script);
  writeFileSync(join(dir, 'assets/tab.0123456789ab.js.gz'), gzipSync(script));
  writeFileSync(join(dir, 'assets/tab.0123456789ab.js.map'), '{}');
  for (const name of ['gone.js', 'half.js', 'half.js.gz']) writeFileSync(join(dir, 'assets', name), script);
  writeFileSync(join(dir, 'assets/.env'), 'SECRET=1');
  mkdirSync(join(dir, 'assets/icons'));
  writeFileSync(join(dir, 'assets/icons/1-icon-64.png'), 'icon');
  return dir;
}

beforeAll(async () => {
  const env = { EXTRA_HOST_ORIGINS: 'http://127.0.0.1:3001', ENTRA_APP_ID_URI: 'api://a.example/</script><b>' };
  webDir = buildPages();
  app = await startApp({ webDir, env });
  token = await app.token();
});
afterAll(() => app.close());

describe('calls of programs', () => {
  it.each([
    ['/api/session', 'POST'],
    ['/api/connection', 'GET, PUT, DELETE'],
  ])('C03 %s answers other methods with 405 and Allow', async (path, allow) => {
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'TRACE', 'OPTIONS', 'DELETE', 'POST'].filter(
      (one) => !allow.includes(one),
    )) {
      const answer = await app.call(path, { token, method });
      expect({ method, status: answer.status, allow: answer.headers['allow'] }).toEqual({ method, status: 405, allow });
    }
  });

  it('C03 refuses to run another method than the one it was called with', async () => {
    const headers = { 'X-HTTP-Method-Override': 'DELETE' };
    const answer = await app.call('/api/session', { token, headers, body: { host: 'teams', device: 'web' } });
    expectProblem(answer, 405, 'method_not_allowed');
    expect(answer.headers['allow']).toBe('POST');
  });

  it.each(['https://evil.example', 'null', 'https://teams.microsoft.com.evil', 'http://localhost:3999'])(
    'C01 gives %s no access',
    async (origin) => {
      for (const call of [
        { token },
        { token, method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } },
      ]) {
        const answer = await app.call('/api/session', {
          ...call,
          headers: { origin, ...('headers' in call ? call.headers : {}) },
        });
        expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      }
    },
  );

  it.each(['__proto__', 'constructor', 'prototype', 'a[__proto__]', 'a.constructor.prototype'])(
    'C18 refuses %s in a query',
    async (name) => {
      expectProblem(await app.call(`/api/connection?${encodeURIComponent(name)}=1`, { token }), 400, 'bad_request');
      expectProblem(await app.call(`/graph/v1.0/me?${name}=1`, { token }), 400, 'bad_request');
    },
  );

  it.each([
    '{"__proto__":{"polluted":1}}',
    '{"host":"teams","constructor":{"prototype":{"polluted":1}}}',
    '{"a":{"__proto__":1}}',
  ])('C18 refuses %s', async (body) => {
    expectProblem(await app.call('/api/session', { token, body }), 400, 'bad_request');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('C18 refuses such names among headers', async () => {
    expectProblem(await app.call('/api/connection', { token, headers: { constructor: 'x' } }), 400, 'bad_request');
  });

  it.each([
    ['a field more', { host: 'teams', device: 'web', tenantId: 'x' }],
    ['an unknown host', { host: 'slack', device: 'web' }],
    ['no device', { host: 'teams' }],
    ['a list', []],
    ['a text', '"teams"'],
    ['nothing', ''],
  ])('refuses %s as a session request', async (_name, body) => {
    expectProblem(
      await app.call('/api/session', { token, method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      400,
      'bad_request',
    );
  });

  it('refuses a body that is no JSON by its type, and one that is too large by its size', async () => {
    const typed = { token, body: 'host=teams', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    expectProblem(await app.call('/api/session', typed), 415, 'unsupported_media_type');
    expectProblem(await app.call('/api/session', { token, body: 'x'.repeat(20_000) }), 413, 'too_large');
  });

  it('C25 tells nothing of its insides', async () => {
    const answers = [
      await app.call('/api/nowhere', { token }),
      await app.call('/nowhere'),
      await app.call('/%E0%A4%A'),
    ];
    for (const { text, headers } of answers) {
      expect(text).not.toMatch(/at |node_modules|Express|AADSTS/);
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['server']).toBeUndefined();
    }
    expectProblem(await app.call('/api/nowhere', { token }), 404, 'not_found');
  });

  it('C04 C15 forbids framing and keeping of its answers', async () => {
    for (const path of ['/api/session', '/api/config', '/graph/v1.0/me', '/healthz', '/nowhere']) {
      const { headers } = await app.call(path);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-frame-options']).toBeUndefined();
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('gives the public configuration to anybody, and health', async () => {
    expect((await app.call('/api/config')).json).toMatchObject({
      authority: 'https://login.microsoftonline.com/organizations',
      hostOrigins: ['http://127.0.0.1:3001'],
    });
    expectProblem(await app.call('/api/config', { method: 'POST' }), 405, 'method_not_allowed');
    expect((await app.call('/healthz')).json).toEqual({ status: 'ok' });
  });

  it('C21 answers a user beyond 1,200 requests a minute with 429, and others as before', async () => {
    const noisy = await app.token('sam');
    const call = () => app.call('/api/connection', { token: noisy });
    for (let n = 0; n < 12; n += 1) await Promise.all(Array.from({ length: 100 }, call));
    expectProblem(await call(), 429, 'throttled');
    expect((await app.call('/api/connection', { token })).status).toBe(200);
    app.clock.offsetMs += 61_000;
    expect((await call()).status).toBe(200);
  }, 120_000);

  it('C22 answers an address beyond 3,000 refused tokens with 429, and good tokens from it as before', async () => {
    const call = () => app.call('/api/connection', { token: 'x' });
    for (let n = 0; n < 31; n += 1) await Promise.all(Array.from({ length: 100 }, call));
    expectProblem(await call(), 429, 'throttled');
    expect((await app.call('/api/connection', { token: await app.token('robin') })).status).toBe(200);
    app.clock.offsetMs += 61_000;
  }, 180_000);
});

describe('pages', () => {
  const nonceOf = (text: string): string => /nonce="([^"]+)"/.exec(text)?.[1] ?? '';

  it('C05 carry a nonce of their own, and a policy without loopholes', async () => {
    const [first, second] = [await app.call('/tab'), await app.call('/tab')];
    const policy = first.headers['content-security-policy'] ?? '';
    expect(nonceOf(first.text)).toHaveLength(24);
    expect(nonceOf(first.text)).not.toBe(nonceOf(second.text));
    expect(policy).toContain(`'nonce-${nonceOf(first.text)}'`);
    expect(policy).not.toMatch(/unsafe/);
    for (const part of ["object-src 'none'", "base-uri 'none'", "form-action 'self'"]) expect(policy).toContain(part);
    expect(first.headers['cache-control']).toBe('no-cache');
  });

  it('C05 lets the task pane alone load Office.js', async () => {
    const toScripts = async (path: string): Promise<string> => {
      const policy = (await app.call(path)).headers['content-security-policy'] ?? '';
      return /script-src ([^;]+)/.exec(policy)?.[1] ?? '';
    };
    expect(await toScripts('/pane')).toContain('https://appsforoffice.microsoft.com');
    expect(await toScripts('/pane?subPageId=proof')).toContain('https://appsforoffice.microsoft.com');
    for (const path of ['/tab', '/auth-start', '/auth-end'])
      expect(await toScripts(path)).not.toContain('appsforoffice');
  });

  it('C04 may be framed by the hosts of Microsoft 365 and nobody else', async () => {
    const { headers } = await app.call('/tab');
    const ancestors = /frame-ancestors ([^;]+)/.exec(headers['content-security-policy'] ?? '')?.[1] ?? '';
    expect(ancestors.split(' ')).toEqual(
      expect.arrayContaining([
        "'self'",
        'https://teams.microsoft.com',
        'https://*.cloud.microsoft',
        'https://outlook.office.com',
        'http://127.0.0.1:3001',
      ]),
    );
    expect(ancestors.split(' ')).not.toContain('*');
    expect(headers['x-frame-options']).toBeUndefined();
  });

  it('keep the opener of sign-in windows', async () => {
    for (const path of ['/tab', '/auth-start', '/auth-end', '/redirect.html'])
      expect((await app.call(path)).headers['cross-origin-opener-policy']).toBeUndefined();
  });

  it('hold the configuration as data that cannot end its element', async () => {
    const { text } = await app.call('/tab');
    const block = /id="client-config">(.*?)<\/script>/.exec(text)?.[1] ?? '';
    expect(JSON.parse(block)).toEqual((await app.call('/api/config')).json);
    expect(block).not.toContain('<');
  });

  it.each([
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/.env',
    '/assets/tab.0123456789ab.js.map',
    '/assets/tab.0123456789ab.js%00',
    '/assets/',
    '/.git/config',
    '/.env',
    '/package.json',
    '/pane',
    '/tab.html',
    '/tab/',
    '/TAB',
    '/assets/tab.0123456789ab.js.gz',
  ])('C14 knows no %s', async (path) => {
    const answer = await app.call(path);
    expectProblem(answer, 404, 'not_found');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('C15 serve hashed assets for ever, compressed as they were built', async () => {
    const plain = await app.call('/assets/tab.0123456789ab.js');
    expect(plain.headers['cache-control']).toBe('public,max-age=31536000,immutable');
    expect(plain.text).toContain('started');
    const packed = await app.call('/assets/tab.0123456789ab.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect((await app.call('/assets/tab.0123456789ab.js', { method: 'DELETE' })).status).toBe(405);
  });

  it('are missed by whoever asks for what a build underneath took away, and end nothing else', async () => {
    rmSync(join(webDir, 'assets/gone.js'));
    expectProblem(await app.call('/assets/gone.js'), 404, 'not_found');
    rmSync(join(webDir, 'assets/half.js.gz'));
    await expect(app.call('/assets/half.js', { headers: { 'accept-encoding': 'gzip' } })).rejects.toThrow();
    expect((await app.call('/assets/half.js')).status).toBe(200);
  });

  it('let other sites draw the icons, and nothing else', async () => {
    const policyOf = async (path: string) => (await app.call(path)).headers['cross-origin-resource-policy'];
    expect(await policyOf('/assets/icons/1-icon-64.png')).toBe('cross-origin');
    expect(await policyOf('/assets/tab.0123456789ab.js')).toBe('same-origin');
  });

  it.each(['/support', '/privacy', '/terms'])('know the plain page %s', async (path) => {
    expect((await app.call(path)).status).toBe(200);
  });

  it('C15 are not changed by headers that caches leave out of their key', async () => {
    const { text } = await app.call('/tab', {
      headers: { 'x-forwarded-host': 'evil.example', host: 'evil.example', 'x-forwarded-proto': 'http' },
    });
    expect(text).not.toContain('evil.example');
  });
});
