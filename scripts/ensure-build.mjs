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
  'webpack.config.js',
  'package.json',
  'package-lock.json',
];
const stamp = join(root, 'dist/.sources');

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

async function runWebpack() {
  const { default: webpack } = await import('webpack');
  const { default: configurations } = await import('../webpack.config.js');
  const compiler = webpack(configurations);
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, result) => (error ? reject(error) : resolve(result)));
  });
  await new Promise((resolve) => compiler.close(resolve));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}

/** Leaves dist/web and dist/node as the sources say. Throws with webpack's own words where they don't compile. */
export async function ensureBuild() {
  const hash = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('Building …');
  rmSync(stamp, { force: true });
  await runWebpack();
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, hash);
}
