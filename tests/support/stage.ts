/** What journeys play on: the demo as `npm start` runs it, on free ports with a data folder of its own, and a real browser. */
import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Frame, type Page, type Request } from 'playwright-core';

const START_DEADLINE_MS = 60_000;
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Visit {
  readonly person?: string;
  readonly device?: 'web' | 'desktop' | 'mobile';
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly locale?: string;
  readonly nested?: 'on' | 'off';
  readonly width?: number;
  readonly height?: number;
  /** Hears of each request of the page from the first one on. */
  readonly onRequest?: (request: Request) => void;
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The tab's own frame inside the host's page. */
  readonly tab: () => Promise<Frame>;
  readonly close: () => Promise<void>;
}

export interface Stage {
  readonly emulatorUrl: string;
  readonly serverUrl: string;
  readonly dataDir: string;
  readonly log: () => string;
  readonly visit: (visit?: Visit) => Promise<Visitor>;
  /** A control call of the emulator; answers its JSON. */
  readonly control: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** What went wrong in any page so far: console errors, refused content, strange requests. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function startDemo(env: Record<string, string>): Promise<{ child: ChildProcess; log: () => string }> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  await new Promise<void>((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`not ready in time:\n${log}`)), START_DEADLINE_MS);
    child.stdout.on('data', () => {
      if (!log.includes('Ready in')) return;
      clearTimeout(timer);
      done();
    });
    child.on('exit', (code) => fail(new Error(`ended with ${String(code)}:\n${log}`)));
  });
  return { child, log: () => log };
}

/** Answers what lies on the internet with nothing, and notes whatever else leaves this machine. */
async function fence(context: BrowserContext, complaints: string[]): Promise<void> {
  await context.route(
    (url) => url.protocol.startsWith('http') && url.hostname !== 'localhost' && url.hostname !== '127.0.0.1',
    async (route) => {
      const url = route.request().url();
      // teams-js asks for its list of origins as it is imported
      if (!url.startsWith('https://res.cdn.office.net/teams-js/')) complaints.push(`request to ${url}`);
      await route.fulfill({ status: 404, body: '', headers: { 'access-control-allow-origin': '*' } });
    },
  );
  context.on('console', (message) => {
    const text = message.text();
    if (
      message.type() === 'error' &&
      !text.includes('res.cdn.office.net') &&
      !isExpectedStatus(text, message.location().url)
    )
      complaints.push(text);
    if (text.includes('Content Security Policy')) complaints.push(text);
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
}

/** Browsers log each answer of 400 and more; those of our API and of Graph are the product's to handle. */
function isExpectedStatus(text: string, url: string): boolean {
  return (
    text.startsWith('Failed to load resource: the server responded with a status of') &&
    /\/(api|graph|v1\.0|cdn)\/|res\.cdn\.office\.net/.test(url)
  );
}

async function findTab(page: Page, serverUrl: string): Promise<Frame> {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const frame = page.frames().find((one) => one.url().startsWith(`${serverUrl}/tab`));
    if (frame) return frame;
    await page.waitForTimeout(25);
  }
  throw new Error(`no frame of ${serverUrl}/tab`);
}

async function openVisit(
  browser: Browser,
  emulatorUrl: string,
  serverUrl: string,
  visit: Visit,
  complaints: string[],
): Promise<Visitor> {
  const { width = 1280, height = 900, onRequest, ...rest } = visit;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  await fence(context, complaints);
  const page = await context.newPage();
  if (onRequest !== undefined) page.on('request', onRequest);
  const query = new URLSearchParams({
    person: 'alex',
    device: 'web',
    theme: 'light',
    locale: 'en-GB',
    nested: 'on',
    ...rest,
  });
  await page.goto(`${emulatorUrl}/teams?${query.toString()}`);
  return { page, context, tab: () => findTab(page, serverUrl), close: () => context.close() };
}

/** @param name the journey's name: under it the recorded Graph traffic is kept. */
export async function openStage(name: string): Promise<Stage> {
  const [port, emulatorPort] = [await findFreePort(), await findFreePort()];
  const dataDir = mkdtempSync(join(tmpdir(), 'office-shifts-'));
  const { child, log } = await startDemo({
    PORT: String(port),
    EMULATOR_PORT: String(emulatorPort),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'info',
    NODE_ENV: '',
  });
  const [emulatorUrl, serverUrl] = [`http://127.0.0.1:${emulatorPort}`, `http://localhost:${port}`];
  const browser = await chromium.launch({ executablePath: process.env['JOURNEY_BROWSER'], args: QUIET });
  const complaints: string[] = [];
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${emulatorUrl}${path}`, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? undefined : answer.json();
  };
  const keepTraffic = async (): Promise<void> => {
    const folder = process.env['TRAFFIC_FOLDER'];
    if (folder === undefined) return;
    const lines = await (await fetch(`${emulatorUrl}/emulator/traffic`)).text();
    appendFileSync(join(folder, `${name}.jsonl`), lines.endsWith('\n') ? lines : `${lines}\n`);
  };
  const close = async (): Promise<void> => {
    await keepTraffic();
    await browser.close();
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGINT');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    emulatorUrl,
    serverUrl,
    dataDir,
    log,
    control,
    complaints,
    close,
    visit: (visit = {}) => openVisit(browser, emulatorUrl, serverUrl, visit, complaints),
  };
}
