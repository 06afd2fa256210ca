/** A package broken in each way is refused, in words that name the way. */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { zipSync } from 'fflate';
import { checkPackage } from '../../scripts/manifest/check-package.mjs';
import { product } from '../../scripts/manifest/product.mjs';
import { BROKEN_FILES } from './broken-files.ts';
import { BROKEN_MANIFESTS } from './broken-manifests.ts';
import { BROKEN_XML } from './broken-xml.ts';
import { createPackageFolder, type PackageFolder } from './package-folder.ts';

// schemas are compiled and commands started, on machines that may be busy
jest.setTimeout(60_000);

const folders: PackageFolder[] = [];
function makeFolder(): PackageFolder {
  const folder = createPackageFolder();
  folders.push(folder);
  return folder;
}
afterAll(() => folders.forEach(({ dir }) => rmSync(dir, { recursive: true })));

describe('checkPackage', () => {
  it('finds nothing wrong with the package of the repository', () => {
    expect(checkPackage(makeFolder().dir)).toEqual([]);
  });

  it.each([...BROKEN_MANIFESTS, ...BROKEN_XML, ...BROKEN_FILES])(
    'refuses a package with %s',
    (_name, breakIt, message) => {
      const folder = makeFolder();
      breakIt(folder);
      expect(checkPackage(folder.dir)).toContainEqual(expect.stringMatching(message));
    },
  );

  it('holds manifests against the newest schema that Microsoft has released', () => {
    const released = readdirSync('node_modules/@microsoft/app-manifest/build/json-schemas/teams')
      .flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? [])
      .map(Number);
    expect(product.schemaVersion).toBe(`1.${Math.max(...released)}`);
  });

  it('lists every problem, not only the first', () => {
    const { dir, changeManifest, changeXml } = makeFolder();
    changeManifest((it) => {
      it.accentColor = 'blue';
      it.name.short = 'x'.repeat(31);
    });
    changeXml('ReadWriteItem', 'Everything');
    expect(checkPackage(dir)).toEqual([
      expect.stringContaining('/name/short'),
      expect.stringContaining('/accentColor'),
      expect.stringContaining('<Permissions> must be one of'),
    ]);
  });

  it('reads a made package too, and refuses one with a file that the manifest does not name', () => {
    const { dir, write } = makeFolder();
    const inside = readdirSync(`${dir}/appPackage`, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.json') || /^[^/]+\.png$/.test(path),
    );
    const files = Object.fromEntries(inside.map((path) => [path, readFileSync(`${dir}/appPackage/${path}`)]));
    mkdirSync(`${dir}/made`);
    cpSync(`${dir}/manifest/manifest.xml`, `${dir}/made/manifest.xml`);
    write('made/app.zip', zipSync(files));
    expect(checkPackage(`${dir}/made`)).toEqual([]);
    write('made/app.zip', zipSync({ ...files, 'notes.txt': new Uint8Array(1) }));
    expect(checkPackage(`${dir}/made`)).toEqual(['notes.txt: is in the zip, and the manifest does not name it']);
    write('made/app.zip', 'no zip');
    expect(checkPackage(`${dir}/made`)).toEqual(['app.zip: is no zip archive']);
  });

  it('says of a folder without a package what it looked for', () => {
    const { dir } = makeFolder();
    expect(checkPackage(`${dir}/manifest`)).toEqual([expect.stringContaining('has neither appPackage/manifest.json')]);
  });
});
