/** Makes the zip that administrators upload: built and checked by Microsoft's own tool, completed with what that leaves out, the same bytes each time. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { root } from './product.mjs';

/** The earliest that a zip can say, in whatever zone it is written. */
const ALWAYS = new Date(1980, 0, 1);
const LEVEL = 9;

/** Same entries, same order, same time, no extra fields: same bytes. */
export function packZip(files) {
  const paths = Object.keys(files).sort((a, b) =>
    a === 'manifest.json' ? -1 : b === 'manifest.json' ? 1 : a < b ? -1 : 1,
  );
  return zipSync(Object.fromEntries(paths.map((path) => [path, files[path]])), { level: LEVEL, mtime: ALWAYS, os: 0 });
}

/** It tells people where it has put the file, which is ours to say. */
async function quietly(work) {
  const { log } = console;
  console.log = () => {};
  try {
    return await work();
  } finally {
    console.log = log;
  }
}

/** Throws where Microsoft's tool finds the manifest wrong. */
async function exportByTool(folder) {
  const { exportMetadataPackage, validateManifest } = createRequire(join(root, 'package.json'))(
    'office-addin-manifest',
  );
  const manifest = join(folder, 'manifest.json');
  const { isValid, report } = await validateManifest(manifest);
  if (!isValid) throw new Error(report.errors.map(({ content }) => content).join('; '));
  const zip = join(folder, 'exported.zip');
  await quietly(() => exportMetadataPackage(zip, manifest));
  return unzipSync(readFileSync(zip));
}

/** @param {Record<string, string>} texts path in the package → text @returns {Promise<Uint8Array>} */
export async function makeZip(texts) {
  const { icons } = JSON.parse(texts['manifest.json']);
  const pictures = Object.values(icons).map((path) => [path, readFileSync(join(root, 'appPackage', path))]);
  const files = { ...texts, ...Object.fromEntries(pictures) };
  const folder = mkdtempSync(join(tmpdir(), 'office-shifts-package-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const exported = await exportByTool(folder);
    // it takes neither the small colour icon nor the file of the default language
    const left = Object.entries(files).filter(([path]) => !Object.hasOwn(exported, path));
    const rest = left.map(([path, content]) => [path, new Uint8Array(Buffer.from(content))]);
    return packZip({ ...exported, ...Object.fromEntries(rest) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
