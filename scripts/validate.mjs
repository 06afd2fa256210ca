/** `npm run validate [-- --dir <folder>]`: checks the manifests of the repository or of a made package; one line for each problem. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstall, requireNode, root } from './ensure-install.mjs';

requireNode();

function readArguments() {
  try {
    const { values } = parseArgs({ options: { dir: { type: 'string' } } });
    return { dir: resolve(values.dir ?? root) };
  } catch (error) {
    console.error(`${error.message.split('\n')[0]} Use: npm run validate -- [--dir <folder>]`);
    return process.exit(1);
  }
}

const { dir } = readArguments();
ensureInstall({ withDev: true });
const { checkPackage } = await import('./manifest/check-package.mjs');
const problems = checkPackage(dir);
for (const problem of problems) console.error(problem);
if (problems.length === 0)
  console.log('The package is good: schema, XML, languages, icons, addresses, ids, permissions, version.');
process.exit(problems.length === 0 ? 0 : 1);
