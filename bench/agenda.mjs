/** Requests, bytes and time until the agenda is on screen, in a real browser, in both transports. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/find-browser.mjs';
import { findFreePort, median, startProcess } from './processes.mjs';

const RUNS = 5;
const DATA = /\/(api|graph)\/|\/v1\.0\//;

async function fence(context) {
  await context.route(
    (url) => !['localhost', '127.0.0.1'].includes(url.hostname),
    (route) => route.fulfill({ status: 404, body: '', headers: { 'access-control-allow-origin': '*' } }),
  );
}

/** One visit with an empty browser cache for data and a warm one for scripts, as on an ordinary morning. */
async function visit(context, url, serverUrl) {
  const page = await context.newPage();
  const calls = [];
  page.on('requestfinished', (request) => {
    if (DATA.test(new URL(request.url()).pathname) && request.method() !== 'OPTIONS') calls.push(request);
  });
  await page.goto(url);
  const frame = await waitForTab(page, serverUrl);
  await frame.waitForFunction(() => performance.getEntriesByName('agenda-shown').length > 0);
  const { shown, began } = await frame.evaluate(() => ({
    shown: performance.getEntriesByName('agenda-shown')[0].startTime,
    began: performance.getEntriesByName('script-running')[0].startTime,
  }));
  const first = calls.slice();
  const bytes = (await Promise.all(first.map(async (request) => (await request.sizes()).responseBodySize))).reduce(
    (a, b) => a + b,
    0,
  );
  await page.close();
  return {
    calls: first.map((request) => `${request.method()} ${new URL(request.url()).pathname}`),
    bytes,
    sinceNavigation: shown,
    sinceScript: shown - began,
  };
}

async function waitForTab(page, serverUrl) {
  for (;;) {
    const frame = page.frames().find((one) => one.url().startsWith(`${serverUrl}/tab`));
    if (frame) return frame;
    await page.waitForTimeout(10);
  }
}

export async function benchAgenda() {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('no browser');
  const [port, emulatorPort] = [await findFreePort(), await findFreePort()];
  const dataDir = mkdtempSync(join(tmpdir(), 'office-shifts-bench-'));
  const demo = await startProcess(['scripts/start.mjs'], {
    env: { PORT: String(port), EMULATOR_PORT: String(emulatorPort), DATA_DIR: dataDir },
    ready: 'Ready in',
  });
  const [emulatorUrl, serverUrl] = [`http://127.0.0.1:${emulatorPort}`, `http://localhost:${port}`];
  const control = async (path, body) =>
    (
      await fetch(`${emulatorUrl}/emulator/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json();
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const { token } = await control('tokens', { person: 'alex', audience: 'app' });
    await fetch(`${serverUrl}/api/connection`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: '{"connected":true}',
    });
    console.log('agenda on screen (milliseconds, medians of 5; scripts cached, data not)');
    for (const nested of ['on', 'off']) {
      for (const events of [50, 500]) {
        for (const latencyMs of [0, 80]) {
          await control('reset', { events, latencyMs });
          const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
          await fence(context);
          const url = `${emulatorUrl}/teams?person=alex&nested=${nested}&locale=en-GB`;
          await visit(context, url, serverUrl);
          const visits = [];
          for (let run = 0; run < RUNS; run += 1) visits.push(await visit(context, url, serverUrl));
          await context.close();
          const [one] = visits;
          console.log(
            `${nested === 'on' ? 'direct' : 'relay '} ${String(events).padStart(3)} events, ${String(latencyMs).padStart(2)} ms Graph latency: ` +
              `${median(visits.map((v) => v.sinceScript)).toFixed(0)} from the script running, ${median(visits.map((v) => v.sinceNavigation)).toFixed(0)} from navigation; ` +
              `${one.calls.length} requests (${one.calls.join(', ')}), ${one.bytes} bytes`,
          );
        }
      }
    }
  } finally {
    await browser.close();
    await demo.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
