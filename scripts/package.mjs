/** `npm run package -- --url https://… --client-id …`: makes both manifests for one deployment, checks them, and says what to upload where. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureInstall, requireNode } from './ensure-install.mjs';
import { readPackageOptions } from './manifest/read-package-options.mjs';

requireNode();
const { problems, options } = readPackageOptions(process.argv.slice(2));
for (const problem of problems) console.error(problem);
if (options === undefined) process.exit(1);

ensureInstall({ withDev: true });
const { buildFiles } = await import('./manifest/build-files.mjs');
const { checkPackage } = await import('./manifest/check-package.mjs');
const { makeZip } = await import('./manifest/make-zip.mjs');
const { toDeployment } = await import('./manifest/product.mjs');

const { unified, xml } = buildFiles(toDeployment(options));
const out = resolve(options.out);
const files = { 'office-shifts.zip': await makeZip(unified), 'manifest.xml': Buffer.from(xml) };
try {
  mkdirSync(out, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(out, name), content);
} catch ({ code }) {
  console.error(`--out ${options.out} can not be written (${code}): name a folder of yours.`);
  process.exit(1);
}

const wrong = checkPackage(out);
if (wrong.length > 0) {
  for (const name of Object.keys(files)) rmSync(join(out, name));
  for (const problem of wrong) console.error(problem);
  process.exit(1);
}
const WHERE = {
  'office-shifts.zip': 'Teams admin center (Manage apps, Upload) or Microsoft 365 admin center (Integrated apps)',
  'manifest.xml': 'Microsoft 365 admin center (Integrated apps), for Outlook on Mac and perpetual licences',
};
for (const [name, content] of Object.entries(files)) {
  console.log(
    `${join(out, name)}\n  sha256 ${createHash('sha256').update(content).digest('hex')}\n  for ${WHERE[name]}`,
  );
}
process.exit(0); // Microsoft's tool may keep a timer of its telemetry
