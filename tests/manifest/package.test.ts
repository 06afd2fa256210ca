/** The command that makes a package, as an administrator runs it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { buildFiles } from '../../scripts/manifest/build-files.mjs';
import { exampleDeployment, version } from '../../scripts/manifest/product.mjs';

// schemas are compiled and commands started, on machines that may be busy
jest.setTimeout(60_000);

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'office-shifts-package-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const make = (name: string, zone: string): Promise<unknown> =>
  run(
    process.execPath,
    [
      'scripts/package.mjs',
      ...['--url', 'https://shifts.contoso.com'],
      ...['--client-id', '6D0F3A5E-1111-4222-8333-944445555666'],
      ...['--out', join(folder, name)],
    ],
    { env: { ...process.env, TZ: zone } },
  );
const read = (path: string): Buffer => readFileSync(join(folder, path));

describe('npm run package', () => {
  beforeAll(() => Promise.all([make('one', 'UTC'), make('two', 'Asia/Tokyo')]));

  it('writes the same bytes each time, in whatever zone', () => {
    for (const name of ['office-shifts.zip', 'manifest.xml'])
      expect(read(`one/${name}`).equals(read(`two/${name}`))).toBe(true);
  });

  it('puts every language and every picture into the zip, and nothing else', () => {
    expect(Object.keys(unzipSync(read('one/office-shifts.zip')))).toEqual([
      'manifest.json',
      'color.png',
      'color32x32.png',
      'languages/ar.json',
      'languages/de.json',
      'languages/en.json',
      'languages/es.json',
      'languages/fr.json',
      'languages/nl.json',
      'outline.png',
    ]);
  });

  it('says in one line where it can’t write', async () => {
    const failed = make('one/manifest.xml', 'UTC');
    await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^--out .* \(EEXIST\).*\n$/) });
  });

  it('points both manifests to the deployment', () => {
    const zip = unzipSync(read('one/office-shifts.zip'));
    const manifest: unknown = JSON.parse(new TextDecoder().decode(zip['manifest.json']));
    expect(manifest).toMatchObject({
      version,
      validDomains: ['shifts.contoso.com'],
      staticTabs: [{ contentUrl: 'https://shifts.contoso.com/tab' }],
      webApplicationInfo: {
        id: '6d0f3a5e-1111-4222-8333-944445555666',
        resource: 'api://shifts.contoso.com/6d0f3a5e-1111-4222-8333-944445555666',
        nestedAppAuthInfo: [{ redirectUri: 'brk-multihub://shifts.contoso.com' }],
      },
    });
    expect(read('one/manifest.xml').toString()).not.toContain('example.com');
  });
});

describe('the manifests of the repository', () => {
  it('are as `npm run manifests` writes them from their one source', () => {
    const { unified, xml } = buildFiles(exampleDeployment);
    for (const [path, text] of Object.entries(unified))
      expect(readFileSync(join('appPackage', path), 'utf8')).toBe(text);
    expect(readFileSync('manifest/manifest.xml', 'utf8')).toBe(xml);
    expect(readdirSync('appPackage/languages').sort()).toEqual(
      ['ar', 'de', 'en', 'es', 'fr', 'nl'].map((tag) => `${tag}.json`),
    );
  });
});
