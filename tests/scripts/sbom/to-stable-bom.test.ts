import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toStableBom, type Bom } from '../../../scripts/sbom/to-stable-bom.mjs';

const raw = (changes: object, refs: readonly string[]): Bom => ({
  bomFormat: 'CycloneDX',
  serialNumber: 'urn:uuid:1',
  metadata: {
    timestamp: '2026-01-01',
    tools: [{ version: '1' }],
    component: { 'bom-ref': 'office-shifts@1', name: 'checkout-1' },
    ...changes,
  },
  components: refs.map((ref) => ({ 'bom-ref': ref, name: ref, version: '1' })),
  dependencies: [{ ref: 'a@1', dependsOn: refs }],
});

const toLock = (names: readonly string[], dev: readonly string[] = []): string =>
  JSON.stringify({
    packages: Object.fromEntries([
      ['', {}],
      ...names.map((name) => [`node_modules/${name}`, { version: '1' }]),
      ...dev.map((name) => [`node_modules/x/node_modules/${name}`, { version: '1', dev: true }]),
    ]) as object,
  });

describe('toStableBom', () => {
  it('is the same whoever made it, where and when', () => {
    const of = { name: 'office-shifts', lock: toLock(['a', 'b']) };
    const here = toStableBom(raw({}, ['a@1', 'b@1']), of);
    const other = {
      timestamp: '2027-02-02',
      tools: [{ version: '2' }],
      component: { 'bom-ref': 'office-shifts@1', name: 'elsewhere' },
    };
    expect(toStableBom({ ...raw(other, ['b@1', 'a@1']), serialNumber: 'urn:uuid:2' }, of)).toEqual(here);
    expect(here.metadata).toMatchObject({ component: { name: 'office-shifts' } });
  });

  it('leaves out what only development needs', () => {
    const lock = toLock(['a', '@scope/b'], ['c']);
    const bom = toStableBom(raw({}, ['a@1', '@scope/b@1', 'c@1']), { name: 'office-shifts', lock });
    expect(bom.components.map(({ name }) => name)).toEqual(['@scope/b@1', 'a@1']);
    expect(bom.dependencies).toEqual([{ ref: 'a@1', dependsOn: ['@scope/b@1', 'a@1'] }]);
  });

  it('has another number where the lock file is another', () => {
    const of = (name: string) => toStableBom(raw({}, []), { name: 'office-shifts', lock: toLock([name]) }).serialNumber;
    expect(of('a')).not.toBe(of('b'));
    expect(of('a')).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('npm run sbom', () => {
  it('lists every package of the lock file that is no development dependency, and each with its hash', () => {
    const folder = mkdtempSync(join(tmpdir(), 'office-shifts-sbom-'));
    const out = join(folder, 'sbom.json');
    execFileSync(process.execPath, ['scripts/sbom.mjs', '--out', out], { encoding: 'utf8' });
    const bom = JSON.parse(readFileSync(out, 'utf8')) as Bom;
    rmSync(folder, { recursive: true });
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { version: string; dev?: boolean; devOptional?: boolean; optional?: boolean }>;
    };
    const wanted = Object.entries(packages)
      .filter(([path, { dev, devOptional, optional }]) => path !== '' && !dev && !devOptional && !optional)
      .map(([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`);
    const found = new Set(bom.components.map(({ name, version }) => `${name}@${version}`));
    expect(wanted.length).toBeGreaterThan(100);
    expect(wanted.filter((one) => !found.has(one))).toEqual([]);
    expect(bom.components.every((component) => 'hashes' in component)).toBe(true);
  });
});
