/** Installs what the lock file names and node_modules lacks; does nothing where all is there. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const MINIMUM = [20, 19, 0];

/** Ends the process with one sentence where Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return;
  console.error(`Node.js ${MINIMUM.join('.')} or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** Packages of the lock that must be on this machine and are not, in that version. npm notes what it installed in a hidden lock file. */
function listMissing(withDev) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  const found = readJson(join(root, 'node_modules/.package-lock.json'))?.packages ?? {};
  return Object.entries(wanted)
    .filter(
      ([path, entry]) => path !== '' && !entry.optional && !entry.devOptional && !entry.link && (withDev || !entry.dev),
    )
    .filter(([path, entry]) => found[path]?.version !== entry.version || !existsSync(join(root, path, 'package.json')))
    .map(([path]) => path);
}

/** @param {{ withDev: boolean }} options with what only tests need, or without. */
export function ensureInstall({ withDev }) {
  const missing = listMissing(withDev);
  if (missing.length === 0) return;
  console.log(`Installing ${missing.length} packages …`);
  const fresh = !existsSync(join(root, 'node_modules/.package-lock.json'));
  // `ci` begins by deleting node_modules; where part of it is there, adding is faster
  const args = [...(fresh ? ['ci'] : ['install', '--no-save']), ...(withDev ? ['--include=dev'] : ['--omit=dev'])];
  const npm = process.env.npm_execpath;
  const command = npm ? [process.execPath, npm] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
  const run = spawnSync(command[0], [...command.slice(1), ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && !npm,
    // an inherited production setting must not leave out what tests need
    env: { ...process.env, NODE_ENV: undefined },
  });
  if (run.status !== 0) {
    console.error('The packages could not be installed; npm said why above.');
    process.exit(1);
  }
}
