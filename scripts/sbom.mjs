/** `npm run sbom [-- --out <file>]`: what the product and its build are made of, in CycloneDX, from the lock file alone; the same each time. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { requireNode, root } from './ensure-install.mjs';
import { toStableBom } from './sbom/to-stable-bom.mjs';

requireNode();
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist/sbom.cdx.json' } } });
const npm = process.env.npm_execpath;
const [command, ...first] = npm ? [process.execPath, npm] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
const args = [...first, 'sbom', '--package-lock-only', '--sbom-format=cyclonedx'];
const run = spawnSync(command, args, {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64_000_000,
  shell: command.endsWith('.cmd'),
});
if (run.status !== 0) {
  console.error(run.stderr);
  process.exit(1);
}
const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
const bom = toStableBom(JSON.parse(run.stdout), { name, lock });
const out = resolve(values.out);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `${JSON.stringify(bom, null, 2)}\n`);
console.log(`${out}: ${bom.components.length} components`);
