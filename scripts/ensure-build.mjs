/** Builds dist/ where its sources changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure-install.mjs';

const SOURCES = [
  'src',
  'server',
  'emulator',
  'scripts',
  'bench',
  'manifest',
  'appPackage',
  'webpack.config.js',
  'package.json',
  'package-lock.json',
];
/** As webpack.config.js exports them, and the folder that each leaves in dist. */
const FOLDERS = { web: 'web', server: 'node', tools: 'tools' };
const toStamp = (part) => join(root, 'dist', `.sources-${FOLDERS[part]}`);

function* listFiles(path) {
  const full = join(root, path);
  const entries = readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory()) yield* listFiles(join(path, entry.name));
    else yield join(path, entry.name);
  }
}

function hashSources() {
  const hash = createHash('sha256').update(process.versions.node);
  for (const source of SOURCES) {
    for (const file of /\.\w+$/.test(source) ? [source] : listFiles(source)) {
      hash.update(`${file}\0`).update(readFileSync(join(root, file)));
    }
  }
  return hash.digest('hex');
}

async function runWebpack(parts) {
  const { default: webpack } = await import('webpack');
  const configurations = await import('../webpack.config.js');
  const compiler = webpack(parts.map((part) => configurations[part]));
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => (error ? reject(error) : resolve(result)));
  });
  await new Promise((resolve) => compiler.close(resolve));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}

/**
 * Leaves dist/web, dist/node and dist/tools as the sources say. Throws with webpack's own words where they don't compile.
 * @param {readonly ('web' | 'server' | 'tools')[]} parts the demo does without what a deployment runs
 */
export async function ensureBuild(parts = ['web', 'server', 'tools']) {
  const hash = hashSources();
  const isStale = (part) => !existsSync(toStamp(part)) || readFileSync(toStamp(part), 'utf8') !== hash;
  const stale = parts.filter(isStale);
  if (stale.length === 0) return;
  console.log('Building …');
  for (const part of stale) rmSync(toStamp(part), { force: true });
  await runWebpack(stale);
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (const part of stale) writeFileSync(toStamp(part), hash);
}
