/** How fast the agenda comes: counted in requests, never in milliseconds; and what its first screen weighs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request } from 'playwright-core';
import { openStage, type Stage } from '../support/stage.ts';

jest.setTimeout(120_000);
// the browser's own count of what is still under way stays above nothing now and then, on a machine under load
jest.retryTimes(1, { logErrorsBeforeRetry: true });

const MOST_BYTES = 150_000;
let stage: Stage;

interface Opening {
  /** Calls of the page before the agenda was on screen, in the order in which they began. */
  readonly calls: readonly { readonly name: string; readonly startedMs: number; readonly endedMs: number }[];
  readonly scripts: readonly string[];
  /** Bodies of the batches that ask for other own calendars, by the time the network is quiet. */
  readonly rest: readonly string[];
}

async function openAgenda(nested: 'on' | 'off'): Promise<Opening> {
  const { token } = (await stage.control('POST', '/emulator/tokens', { person: 'alex', audience: 'app' })) as {
    token: string;
  };
  await fetch(`${stage.serverUrl}/api/connection`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ connected: true }),
  });
  // with some latency, what waits for what can be told apart
  await stage.control('POST', '/emulator/reset', { seed: 'small', latencyMs: 150 });
  const requests: Request[] = [];
  const visitor = await stage.visit({ nested, onRequest: (request) => requests.push(request) });
  const tab = await visitor.tab();
  await tab.waitForFunction(() => performance.getEntriesByName('agenda-shown').length > 0);
  const shownMs = await tab.evaluate(() => {
    const [shown] = performance.getEntriesByName('agenda-shown');
    return performance.timeOrigin + (shown?.startTime ?? 0);
  });
  await visitor.page.waitForLoadState('networkidle');
  const rest = requests
    .filter((request) => request.method() === 'POST' && request.url().endsWith('/$batch'))
    .map((request) => request.postData() ?? '')
    .filter((body) => body.includes('/me/calendars/'));
  const seen = requests.filter((request) => request.timing().startTime < shownMs);
  await visitor.close();
  const isCall = (request: Request): boolean =>
    /\/(api|graph)\/|\/v1\.0\//.test(request.url()) && request.method() !== 'OPTIONS';
  const calls = seen.filter(isCall).map((request) => {
    const { startTime, responseEnd } = request.timing();
    return {
      name: `${request.method()} ${new URL(request.url()).pathname}`,
      startedMs: startTime,
      endedMs: startTime + responseEnd,
    };
  });
  const scripts = seen
    .map((request) => new URL(request.url()))
    .filter((url) => url.origin === stage.serverUrl && url.pathname.endsWith('.js'));
  return { calls: calls.sort((a, b) => a.startedMs - b.startedMs), scripts: scripts.map((url) => url.pathname), rest };
}

/** The sign-in library names itself to Entra in each of its calls. */
const isSignIn = (path: string): boolean => readFileSync(join('dist/web', path), 'utf8').includes('msal.js.browser');

const weigh = (path: string): number => readFileSync(join('dist/web', `${path}.gz`)).length;

beforeAll(async () => {
  stage = await openStage('round-trips');
});
afterAll(async () => {
  await stage.close();
});

describe('opening the agenda', () => {
  it('takes two round trips in direct mode: the session, then one batch straight to Graph', async () => {
    const { calls, rest } = await openAgenda('on');
    expect(calls.map((call) => call.name)).toEqual(['POST /api/session', 'POST /v1.0/$batch']);
    // whatever the first has not: other calendars and Teams Shifts together, in one more
    expect(rest).toHaveLength(1);
    expect(rest[0]).toContain('/schedule/shifts');
  });

  it('takes one round trip in relay mode: the session and one batch side by side', async () => {
    const { calls } = await openAgenda('off');
    expect(calls.map((call) => call.name).sort()).toEqual(['POST /api/session', 'POST /graph/v1.0/$batch']);
    const [first, second] = calls;
    expect(second?.startedMs).toBeLessThan(first?.endedMs ?? 0);
  });

  it('weighs at most 150 KB of compressed script without the sign-in library, which relay mode never loads', async () => {
    const direct = await openAgenda('on');
    const relay = await openAgenda('off');
    expect(direct.scripts.filter(isSignIn)).toHaveLength(1);
    expect(relay.scripts.filter(isSignIn)).toEqual([]);
    const sum = (paths: readonly string[]): number => paths.reduce((bytes, path) => bytes + weigh(path), 0);
    const bytes = sum(direct.scripts.filter((path) => !isSignIn(path)));
    expect(bytes).toBeGreaterThan(30 * 1024);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(sum(relay.scripts)).toBeLessThanOrEqual(MOST_BYTES);
  });
});
