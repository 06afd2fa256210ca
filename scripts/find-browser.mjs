/** Finds a Chromium to run journeys in: an installed one, Playwright's own, or (Linux x64) one that npm carries. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './ensure-install.mjs';

const COMMANDS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
];
const CARRIED = '@sparticuz/chromium@147.0.0';

function listInstalled({ platform, env }) {
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => COMMANDS.map((name) => join(folder, name)));
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
    return [...apps, ...onPath];
  }
  if (platform === 'win32') {
    const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return bases.flatMap((base) => [
      join(base, 'Google/Chrome/Application/chrome.exe'),
      join(base, 'Chromium/Application/chrome.exe'),
      join(base, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  }
  return onPath;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // absent or not ours to run: the next place is tried
  }
}

async function findPlaywrights() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

/** npm's own copy, into a cache folder of this checkout; no system package is touched. */
async function fetchCarried() {
  const folder = join(root, '.cache/chromium');
  const entry = join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  if (!existsSync(entry)) {
    console.log(`No browser found; fetching ${CARRIED} from npm …`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const npm = process.env.npm_execpath;
    const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
    const run = spawnSync(
      command,
      [...first, 'install', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder, CARRIED],
      {
        cwd: folder,
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    if (run.status !== 0 || !existsSync(entry)) return undefined;
  }
  // makes the package unpack the system libraries it carries, for machines without them
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: carried } = await import(pathToFileURL(entry).href);
  return carried.executablePath();
}

/**
 * Answers the path of a browser, or undefined with `why` said on the console.
 * @param {{ platform?: string, arch?: string, env?: Record<string, string | undefined> }} machine
 */
export async function findBrowser({ platform = process.platform, arch = process.arch, env = process.env } = {}) {
  const installed = listInstalled({ platform, env }).find(isExecutable);
  if (installed) return installed;
  const own = await findPlaywrights();
  if (own) return own;
  if (platform === 'linux' && arch === 'x64') {
    const carried = await fetchCarried();
    if (carried) return carried;
  }
  console.error(
    'No browser for the journeys: install Chrome, Chromium or Edge, or run `npx playwright-core install chromium`' +
      (platform === 'linux' && arch === 'x64' ? `, or let npm reach ${CARRIED}.` : '.'),
  );
  return undefined;
}
