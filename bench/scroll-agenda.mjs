/** Frames a second while an agenda of a thousand events is scrolled in a real browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/find-browser.mjs';
import { findFreePort, median, startProcess } from './processes.mjs';

/** About an hour's reading in three seconds. */
const STEP_PX = 40;
const FRAMES = 180;

async function connect(serverUrl, emulatorUrl) {
  const ask = async (url, method, body, token) => {
    const headers = { 'Content-Type': 'application/json', ...(token ? { Authorization: `Bearer ${token}` } : {}) };
    const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status}`);
    return answer.json();
  };
  await ask(`${emulatorUrl}/emulator/reset`, 'POST', { seed: 'small', events: 1000 });
  const { token } = await ask(`${emulatorUrl}/emulator/tokens`, 'POST', { person: 'alex', audience: 'app' });
  await ask(`${serverUrl}/api/connection`, 'PUT', { connected: true }, token);
}

/** Scrolls the page by itself, a step each frame, and notes how long each frame took and how many rows stood in the page. */
function scroll({ step, frames }) {
  return new Promise((done) => {
    const taken = [];
    let rows = 0;
    let before = performance.now();
    const onFrame = (now) => {
      taken.push(now - before);
      before = now;
      rows = Math.max(rows, document.querySelectorAll('[data-entry]').length);
      scrollBy(0, step);
      if (taken.length < frames) requestAnimationFrame(onFrame);
      else done({ taken: taken.slice(1), rows, scrolledPx: scrollY });
    };
    requestAnimationFrame(onFrame);
  });
}

export async function scrollAgenda() {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('no browser');
  const [port, emulatorPort] = [await findFreePort(), await findFreePort()];
  const dataDir = mkdtempSync(join(tmpdir(), 'office-shifts-bench-'));
  const demo = await startProcess(['scripts/start.mjs'], {
    env: { PORT: String(port), EMULATOR_PORT: String(emulatorPort), DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    ready: 'Ready in',
  });
  const [serverUrl, emulatorUrl] = [`http://localhost:${port}`, `http://127.0.0.1:${emulatorPort}`];
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await connect(serverUrl, emulatorUrl);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.route(
      (url) => !['localhost', '127.0.0.1'].includes(url.hostname),
      (route) => route.fulfill({ status: 200, body: '', headers: { 'access-control-allow-origin': '*' } }),
    );
    const page = await context.newPage();
    await page.goto(`${emulatorUrl}/teams?person=alex&nested=on&locale=en-GB`);
    await page.waitForLoadState('networkidle');
    const tab = page.frames().find((frame) => frame.url().startsWith(`${serverUrl}/tab`));
    await tab.waitForFunction(() => performance.getEntriesByName('agenda-shown').length > 0);
    const { taken, rows, scrolledPx } = await tab.evaluate(scroll, { step: STEP_PX, frames: FRAMES });
    const totalMs = taken.reduce((sum, ms) => sum + ms, 0);
    return { framesPerSecond: (taken.length * 1000) / totalMs, medianMs: median(taken), rows, scrolledPx };
  } finally {
    await browser.close();
    await demo.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
