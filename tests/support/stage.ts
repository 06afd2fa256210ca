/** What journeys play on: the demo as `npm start` runs it, on free ports with a data folder of its own, and a real browser. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Frame, type Page, type Request } from 'playwright-core';
import { keepBrowser, keepFolder, keepText, noteSecret } from './keep-evidence.ts';

const START_DEADLINE_MS = 60_000;
/** Two tries of it fit into the time that a journey has to begin. */
const LAUNCH_MS = 25_000;
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
  /** Unless said, Teams. */
  readonly host?: 'teams' | 'outlook';
  /** In Outlook: an event's or message's id, or `none`; unless said, the next event or a new draft. */
  readonly item?: string;
  readonly mode?: 'read' | 'compose';
  readonly person?: string;
  readonly device?: 'web' | 'desktop' | 'mobile';
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly locale?: string;
  readonly nested?: 'on' | 'off';
  /** The page inside of the app that a deep link asks for. */
  readonly subPageId?: string;
  readonly width?: number;
  readonly height?: number;
  /** Hears of each request of the page from the first one on. */
  readonly onRequest?: (request: Request) => void;
  /** Done to the browser before it opens anything. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
}

export interface LoneVisit {
  readonly path: string;
  readonly width?: number;
  readonly dark?: boolean;
  readonly locale?: string;
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The tab's, or in Outlook the task pane's, own frame inside the host's page. */
  readonly tab: () => Promise<Frame>;
  readonly close: () => Promise<void>;
}

export interface Stage {
  readonly emulatorUrl: string;
  readonly serverUrl: string;
  readonly dataDir: string;
  readonly log: () => string;
  readonly visit: (visit?: Visit) => Promise<Visitor>;
  /** The tab alone in a plain browser. */
  readonly visitAlone: (visit: LoneVisit) => Promise<Visitor>;
  /** A control call of the emulator; answers its JSON. */
  readonly control: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** What went wrong in any page since it was last asked: console errors, refused content, strange requests. */
  readonly takeComplaints: () => readonly string[];
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

/** A server and an emulator that know each other, and are ready. */
export interface RunningPair {
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

export type StartPair = (env: Readonly<Record<string, string>>) => Promise<RunningPair>;

/** `npm start`; with `--emulator-only` the emulator alone, which still knows where the server will be. */
export async function startDemo(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<RunningPair> {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
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
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
  };
  return { log: () => log, stop };
}

/** Answers what lies on the internet with nothing, and notes whatever else leaves this machine. */
async function fence(context: BrowserContext, complaints: string[]): Promise<void> {
  await context.route(
    (url) => url.protocol.startsWith('http') && url.hostname !== 'localhost' && url.hostname !== '127.0.0.1',
    async (route) => {
      const url = route.request().url();
      // teams-js asks for its list of origins as it is imported
      if (!url.startsWith('https://res.cdn.office.net/teams-js/')) complaints.push(`request to ${url}`);
      // an error status would be logged by the browser some time later, perhaps in another test
      await route.fulfill({ status: 200, body: '', headers: { 'access-control-allow-origin': '*' } });
    },
  );
  context.on('console', (message) => {
    const text = message.text();
    if (
      message.type() === 'error' &&
      !text.includes('res.cdn.office.net') &&
      !isExpectedStatus(text, message.location().url)
    )
      complaints.push(`${text} ${message.location().url}`);
    if (text.includes('Content Security Policy')) complaints.push(text);
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
}

/** Browsers log each answer of 400 and more; those of our API, of Graph and of Entra are the product's to handle. */
function isExpectedStatus(text: string, url: string): boolean {
  return (
    text.startsWith('Failed to load resource: the server responded with a status of') &&
    /\/(api|graph|v1\.0|cdn|hosts\/office\/calls)\/|\/oauth2\/v2\.0\/token|res\.cdn\.office\.net/.test(url)
  );
}

export async function findTab(page: Page, serverUrl: string, path = '/tab'): Promise<Frame> {
  const deadline = Date.now() + 15_000;
  while (Date.now() < deadline) {
    const frame = page.frames().find((one) => one.url().startsWith(`${serverUrl}${path}`));
    if (frame) return frame;
    await page.waitForTimeout(25);
  }
  throw new Error(`no frame of ${serverUrl}${path}`);
}

async function openVisit(
  browser: Browser,
  emulatorUrl: string,
  serverUrl: string,
  visit: Visit,
  complaints: string[],
): Promise<Visitor> {
  const { host = 'teams', width = 1280, height = 900, onRequest, prepare, ...rest } = visit;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  await fence(context, complaints);
  await prepare?.(context);
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
  // the task pane's script may be what is late
  await page.goto(`${emulatorUrl}/${host}?${query.toString()}`, {
    waitUntil: host === 'outlook' ? 'domcontentloaded' : 'load',
  });
  const close = toClose(context, serverUrl);
  return { page, context, tab: () => findTab(page, serverUrl, host === 'outlook' ? '/pane' : '/tab'), close };
}

/** A second call does nothing. */
function toClose(context: BrowserContext, serverUrl: string): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= keepBrowser(context, serverUrl).then(() => context.close());
    return closing;
  };
}

async function openAlone(
  browser: Browser,
  serverUrl: string,
  { path, width = 1280, dark = false, locale = 'en-GB' }: LoneVisit,
  complaints: string[],
): Promise<Visitor> {
  const colorScheme = dark ? 'dark' : 'light';
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    ...{ colorScheme, locale, reducedMotion: 'reduce' },
  });
  await fence(context, complaints);
  const page = await context.newPage();
  await page.goto(`${serverUrl}${path}`);
  const close = toClose(context, serverUrl);
  return { page, context, tab: () => Promise.resolve(page.mainFrame()), close };
}

/** A browser that does not come up is tried a second time. */
function launch(): Promise<Browser> {
  const options = { executablePath: process.env['JOURNEY_BROWSER'], args: QUIET, timeout: LAUNCH_MS };
  return chromium.launch(options).catch(() => chromium.launch(options));
}

/**
 * @param name the journey's name: under it the recorded Graph traffic is kept.
 * @param start what is played on; the demo unless said
 */
export async function openStage(name: string, start: StartPair = startDemo): Promise<Stage> {
  const [port, emulatorPort] = [await findFreePort(), await findFreePort()];
  const dataDir = mkdtempSync(join(tmpdir(), 'office-shifts-'));
  const secret = `journey secret ${randomUUID()}`;
  noteSecret(secret);
  const { log, stop } = await start({
    PORT: String(port),
    EMULATOR_PORT: String(emulatorPort),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'info',
    NODE_ENV: '',
    ENTRA_CLIENT_SECRET: secret,
  });
  const [emulatorUrl, serverUrl] = [`http://127.0.0.1:${emulatorPort}`, `http://localhost:${port}`];
  const browser = await launch().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
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
    for (const context of browser.contexts()) await keepBrowser(context, serverUrl);
    await browser.close();
    await stop();
    keepText('log', log());
    keepFolder(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  };
  return {
    emulatorUrl,
    serverUrl,
    dataDir,
    log,
    control,
    takeComplaints: () => complaints.splice(0),
    close,
    visit: (visit = {}) => openVisit(browser, emulatorUrl, serverUrl, visit, complaints),
    visitAlone: (visit) => openAlone(browser, serverUrl, visit, complaints),
  };
}
