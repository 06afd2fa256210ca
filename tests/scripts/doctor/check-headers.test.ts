/** What somebody between the server and people did to the page's policy is told, whichever way it opens or shuts. */
import { checkHeaders } from '../../../scripts/doctor/check-server.ts';
import { toOfficeSources, toPageDirectives } from '../../../src/domain/policy/content-security.ts';
import { clientConfigSchema, type ClientConfig } from '../../../src/domain/contract/client-config.ts';
import * as v from 'valibot';
import { toClientConfig } from '../../../src/domain/policy/to-client-config.ts';
import { parseConfig } from '../../../server/config.ts';

const ORIGIN = 'https://shifts.contoso.example';
const told: ClientConfig = v.parse(
  clientConfigSchema,
  toClientConfig(
    parseConfig({
      PUBLIC_URL: ORIGIN,
      ENTRA_CLIENT_ID: '0f51c5f6-0d3a-4d1e-9c8b-5a1c7f3e2b10',
      ENTRA_CLIENT_SECRET: 'a secret of tests',
      ENTRA_TENANTS: '*',
    }),
    '1.0.0',
  ),
);

function toPolicy(path: string): string {
  const directives = toPageDirectives(told, "'nonce-abc'", toOfficeSources(path, told.officeScriptUrl));
  return Object.entries(directives)
    .map(([name, sources]) => `${name.replace(/[A-Z]/g, (char) => `-${char.toLowerCase()}`)} ${sources.join(' ')}`)
    .join(';');
}

const answer = (url: string, change: (policy: string) => string): Response => {
  const { pathname } = new URL(url);
  if (pathname.startsWith('/assets/')) return new Response('', { headers: { 'cache-control': 'immutable' } });
  if (pathname === '/api/session') return new Response('{}', { status: 401, headers: { 'cache-control': 'no-store' } });
  const headers = {
    'content-security-policy': change(toPolicy(pathname)),
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'strict-transport-security': 'max-age=1',
  };
  return new Response('<script src="/assets/tab.0123.js"></script>', { headers });
};

it.each<readonly [what: string, change: (policy: string) => string, said: RegExp | undefined]>([
  ['nothing', (policy) => policy, undefined],
  [
    'more who may frame it',
    (policy) => policy.replace('frame-ancestors', 'frame-ancestors https://evil.example'),
    /frame-ancestors lets in https:\/\/evil\.example, too/,
  ],
  ['anybody to frame it', (policy) => policy.replace('frame-ancestors', 'frame-ancestors *'), /lets in \*, too/],
  ['anybody to talk to', (policy) => policy.replace('connect-src', 'connect-src *'), /connect-src lets in \*, too/],
  ['a second policy', (policy) => `${policy}, upgrade-insecure-requests`, /comes twice/],
])('tells that a proxy added %s', async (_what, change, said) => {
  const fetch = (input: Parameters<typeof globalThis.fetch>[0]) => Promise.resolve(answer(String(input), change));
  const { state, text } = await checkHeaders(fetch, new URL(ORIGIN), told);
  expect(state).toBe(said === undefined ? 'ok' : 'fail');
  if (said !== undefined) expect(text).toMatch(said);
});
