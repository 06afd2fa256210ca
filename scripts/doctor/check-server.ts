/** Asks the running server at its public address: does it live, is it this version, and does a page come with the right headers. */
import * as v from 'valibot';
import type { Config } from '../../server/config.ts';
import { VERSION } from '../../server/config.ts';
import { clientConfigSchema, type ClientConfig } from '../../src/domain/contract/client-config.ts';
import { toOfficeSources, toPageDirectives } from '../../src/domain/policy/content-security.ts';
import { toClientConfig } from '../../src/domain/policy/to-client-config.ts';
import { pages } from './expected.ts';
import { fail, judge, type Finding } from './finding.ts';

type Fetch = typeof fetch;

const TIMEOUT_MS = 8_000;
const ask = (fetch: Fetch, url: URL, path: string): Promise<Response> =>
  fetch(url.origin + path, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });

export interface ServerAnswer {
  readonly finding: Finding;
  /** What it tells every page; undefined where it does not answer. */
  readonly told: ClientConfig | undefined;
}

function listDifferences(told: ClientConfig, config: Config | undefined): string[] {
  if (told.version !== VERSION)
    return [`The server is version ${told.version}, this is ${VERSION}: update the one that is older.`];
  if (config === undefined) return [];
  const wanted = toClientConfig(config, VERSION);
  const names = Object.keys(wanted) as (keyof ClientConfig)[];
  const other = names.filter((name) => JSON.stringify(told[name]) !== JSON.stringify(wanted[name]));
  return other.map(
    (name) => `Its ${name} is not the one of this environment: restart it, or look at which environment it has.`,
  );
}

export async function checkServer(fetch: Fetch, url: URL, config: Config | undefined): Promise<ServerAnswer> {
  const about = 'server';
  try {
    const health = await ask(fetch, url, '/healthz');
    if (!health.ok) throw new Error('not well');
    const answer = await ask(fetch, url, '/api/config');
    const told = v.parse(clientConfigSchema, await answer.json());
    return { finding: judge(about, listDifferences(told, config), `version ${VERSION} answers`), told };
  } catch {
    const text = `No server of ours answers at ${url.origin}: is it running, and does the proxy lead to it?`;
    return { finding: fail(about, text), told: undefined };
  }
}

const readDirective = (policy: string, name: string): string[] => {
  const found = policy.split(';').map((part) => part.trim().split(/\s+/));
  return found.find(([first]) => first === name)?.slice(1) ?? [];
};

function listPageProblems(page: Response, path: string, told: ClientConfig): string[] {
  const policy = page.headers.get('content-security-policy') ?? '';
  const wanted = toPageDirectives(told, '', '');
  const office = toOfficeSources(path, told.officeScriptUrl).split(' ');
  const lacking = (name: string, sources: readonly string[]): string[] => {
    const there = readDirective(policy, name);
    return sources
      .filter((source) => source !== '' && !there.includes(source))
      .map((source) => `${name} lacks ${source}.`);
  };
  /** More than the server writes: whoever stands between has opened what has to stay shut. */
  const strange = (name: string, sources: readonly string[]): string[] =>
    readDirective(policy, name)
      .filter((source) => !sources.includes(source))
      .map((source) => `${name} lets in ${source}, too.`);
  const scripts = readDirective(policy, 'script-src');
  const header = (name: string): string | null => page.headers.get(name);
  const problems = [
    ...(page.status === 200 ? [] : [`It answers ${page.status}.`]),
    ...lacking('frame-ancestors', wanted.frameAncestors),
    ...lacking('connect-src', wanted.connectSrc),
    ...lacking('script-src', [...wanted.scriptSrc, ...office]),
    ...strange('frame-ancestors', wanted.frameAncestors),
    ...strange('connect-src', wanted.connectSrc),
    ...(policy.includes(',') ? ['Content-Security-Policy comes twice.'] : []),
    ...(scripts.some((source) => source.startsWith("'nonce-")) ? [] : ['script-src has no nonce.']),
    ...(scripts.some((source) => source.startsWith("'unsafe-")) ? ['script-src allows unsafe scripts.'] : []),
    ...(header('x-frame-options') === null ? [] : ['X-Frame-Options keeps Teams from showing it.']),
    ...(header('cross-origin-opener-policy') === null ? [] : ['Cross-Origin-Opener-Policy cuts off sign-in windows.']),
    ...(header('cache-control') === 'no-cache' ? [] : ['Its Cache-Control must be no-cache.']),
    ...(header('x-content-type-options') === 'nosniff' ? [] : ['X-Content-Type-Options: nosniff is missing.']),
    ...(page.url.startsWith('http:') || header('strict-transport-security') !== null
      ? []
      : ['Strict-Transport-Security is missing.']),
  ];
  return problems.map((problem) => `${path}: ${problem}`);
}

/** Pages that name a script which is not there are older or newer than the folder they are served from. */
function listScriptProblems(script: Response | undefined): string[] {
  if (script === undefined) return ['The page names no script.'];
  if (script.status !== 200)
    return [`The page's script answers ${script.status}: build anew, then start the server again.`];
  const isKept = script.headers.get('cache-control')?.includes('immutable') === true;
  return isKept ? [] : ['Scripts must be kept by browsers (Cache-Control: immutable).'];
}

/** What a proxy in between adds, takes or keeps is the usual cause. */
export async function checkHeaders(fetch: Fetch, url: URL, told: ClientConfig): Promise<Finding> {
  const about = 'headers';
  try {
    const [tab, pane] = [await ask(fetch, url, pages.tab), await ask(fetch, url, pages.pane)];
    const html = await tab.text();
    const asset = /\/assets\/[\w.-]+\.js/.exec(html)?.[0];
    const script = asset === undefined ? undefined : await ask(fetch, url, asset);
    const api = await ask(fetch, url, '/api/session');
    const problems = [
      ...listPageProblems(tab, pages.tab, told),
      ...listPageProblems(pane, pages.pane, told),
      ...listScriptProblems(script),
      ...(api.headers.get('cache-control') === 'no-store' ? [] : ['Answers of /api must not be kept (no-store).']),
    ];
    const where = problems.length === 0 ? [] : [...problems, 'Let the proxy pass headers as the server writes them.'];
    return judge(about, where, 'Teams and Outlook may frame the pages, nobody else; nothing is kept that must not be');
  } catch {
    return fail(about, 'The pages do not answer.');
  }
}
