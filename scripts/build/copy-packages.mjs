/** Lays packages that can't be bundled (they carry a binary) beside the output, with all they need, so that it runs where nothing is installed. */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const readManifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/**
 * Names of packages and of everything below them that is installed. Of optional ones a machine has those for its kind alone.
 * @param {string} modules a node_modules folder without a second level
 * @param {readonly string[]} names
 * @returns {string[]}
 */
export function listWithNeeds(modules, names) {
  const found = new Set();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    const folder = join(modules, name);
    if (!existsSync(folder)) continue;
    found.add(name);
    const { dependencies = {}, optionalDependencies = {} } = readManifest(folder);
    queue.push(...Object.keys(dependencies), ...Object.keys(optionalDependencies));
  }
  return [...found].sort();
}

/** A plugin of webpack; `modules` is where the packages are installed. */
export const copyPackages = (modules, names) => ({
  apply: (compiler) =>
    compiler.hooks.afterEmit.tap('copy packages', ({ outputOptions }) => {
      for (const name of listWithNeeds(modules, names))
        cpSync(join(modules, name), join(outputOptions.path, 'node_modules', name), { recursive: true });
    }),
});
