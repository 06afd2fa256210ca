import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPackageFolder, toNotices } from '../../../scripts/build/collect-notices.mjs';
import { listWithNeeds } from '../../../scripts/build/copy-packages.mjs';

let modules: string;

function addPackage(name: string, manifest: object, files: Readonly<Record<string, string>> = {}): string {
  const folder = join(modules, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...manifest }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

beforeEach(() => {
  modules = join(mkdtempSync(join(tmpdir(), 'office-shifts-notices-')), 'node_modules');
});
afterEach(() => {
  rmSync(join(modules, '..'), { recursive: true });
});

describe('toNotices', () => {
  it('writes each text once, above it the packages that it is of, in the same order each time', () => {
    const folders = [
      addPackage('@one/b', { license: 'MIT' }, { LICENSE: 'Permission is granted.\r\n' }),
      addPackage('a', { license: 'MIT' }, { 'license.md': 'Permission is granted.\n' }),
      addPackage('c', { license: { type: 'Apache-2.0' } }, { LICENSE: 'Apache', NOTICE: 'By the authors.' }),
    ];
    const text = toNotices(folders);
    expect(text).toBe(toNotices(folders.toReversed()));
    expect(text.match(/Permission is granted/g)).toHaveLength(1);
    expect(text).toContain('@one/b 1.0.0 (MIT)\na 1.0.0 (MIT)\n\nPermission is granted.\n');
    expect(text).toContain('c 1.0.0 (Apache-2.0)\n\nApache\n\nBy the authors.\n');
  });

  it('says what the manifest says where a package holds no text', () => {
    const text = toNotices([addPackage('bare', { license: 'ISC', author: { name: 'Somebody' } })]);
    expect(text).toContain('Its package holds no licence text; its manifest says ISC, by Somebody.');
  });
});

describe('findPackageFolder', () => {
  it('finds the package of a file, also below another package, and none for files of our own', () => {
    const outer = addPackage('outer', {});
    const inner = addPackage('outer/node_modules/@scope/inner', {});
    expect(findPackageFolder(join(outer, 'lib/index.js'))).toBe(outer);
    expect(findPackageFolder(join(inner, 'index.js'))).toBe(inner);
    expect(findPackageFolder('/app/src/domain/failure.ts')).toBeUndefined();
  });

  it('gives what a package took into itself to that package', () => {
    const outer = addPackage('outer', {});
    expect(findPackageFolder(join(outer, 'dist/node_modules/.pnpm/x/node_modules/tslib/tslib.js'))).toBe(outer);
  });
});

describe('listWithNeeds', () => {
  it('lists a package with all below it that is installed, also in a circle', () => {
    addPackage('driver', {
      dependencies: { load: '1' },
      optionalDependencies: { 'driver-linux': '1', 'driver-mac': '1' },
    });
    addPackage('load', { dependencies: { driver: '1' } });
    addPackage('driver-linux', {});
    addPackage('other', {});
    expect(listWithNeeds(modules, ['driver'])).toEqual(['driver', 'driver-linux', 'load']);
  });
});
