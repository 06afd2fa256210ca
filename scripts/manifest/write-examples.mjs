/** `npm run manifests`: writes the manifests of the repository, which point to the example deployment, from their one source. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildFiles } from './build-files.mjs';
import { exampleDeployment, root } from './product.mjs';

const { unified, xml } = buildFiles(exampleDeployment);
const files = Object.entries(unified).map(([path, text]) => [join('appPackage', path), text]);
for (const [path, text] of [...files, ['manifest/manifest.xml', xml]]) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
