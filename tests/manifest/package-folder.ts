/** A copy of the repository's own package in a folder of its own, to be broken by one test. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Json = Record<string, unknown>;

export interface PackageFolder {
  readonly dir: string;
  readonly changeManifest: (change: (manifest: ReturnType<typeof JSON.parse>) => void) => void;
  readonly changeLanguage: (tag: string, change: (texts: Json) => void) => void;
  /** Fails where the text to be replaced is not there, so that a test can't pass by doing nothing. */
  readonly changeXml: (from: string | RegExp, to: string) => void;
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly removeText: (tag: string, key: string) => void;
  readonly remove: (path: string) => void;
  readonly copy: (from: string, to: string) => void;
}

/** What is broken, how, and what must be said of it. */
export type Broken = readonly [string, (folder: PackageFolder) => void, RegExp];

export function createPackageFolder(): PackageFolder {
  const dir = mkdtempSync(join(tmpdir(), 'office-shifts-test-'));
  for (const part of ['appPackage', 'manifest'])
    cpSync(join(process.cwd(), part), join(dir, part), { recursive: true });
  const changeJson = (path: string, change: (value: ReturnType<typeof JSON.parse>) => void): void => {
    const value: unknown = JSON.parse(readFileSync(join(dir, path), 'utf8'));
    change(value);
    writeFileSync(join(dir, path), JSON.stringify(value));
  };
  return {
    dir,
    changeManifest: (change) => changeJson('appPackage/manifest.json', change),
    changeLanguage: (tag, change) => changeJson(`appPackage/languages/${tag}.json`, change),
    removeText: (tag, removed) => {
      const path = join(dir, `appPackage/languages/${tag}.json`);
      const texts = Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Json).filter(([key]) => key !== removed);
      writeFileSync(path, JSON.stringify(Object.fromEntries(texts)));
    },
    changeXml: (from, to) => {
      const path = join(dir, 'manifest/manifest.xml');
      const before = readFileSync(path, 'utf8');
      const after = before.replace(from, to);
      if (after === before) throw new Error(`manifest.xml has no ${String(from)}`);
      writeFileSync(path, after);
    },
    write: (path, content) => writeFileSync(join(dir, path), content),
    remove: (path) => rmSync(join(dir, path)),
    copy: (from, to) => cpSync(join(dir, from), join(dir, to)),
  };
}
