/** What the pages of docs/ list is what the code has. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { product } from '../../scripts/manifest/product.mjs';
import { createEnvironmentSchema } from '../../src/domain/contract/environment.ts';
import { PROBLEM_STATUS } from '../../src/domain/contract/problem.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/contract/settings.ts';
import { ANSWER_DIRECTIVES, toOfficeSources, toPageDirectives } from '../../src/domain/policy/content-security.ts';
import { FILE_SECRETS } from '../../src/domain/policy/read-secret-files.ts';
import { listAnchors, listPages, listRows, readPage } from './read-page.ts';

const readJson = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

describe('docs/support-codes.md', () => {
  const shell = readJson('src/ui/words/en/shell.json');
  const codes = Object.keys(shell)
    .filter((key) => key.startsWith('failure.') && key !== 'failure.yourOrganisation')
    .map((key) => key.slice('failure.'.length));
  const rows = listRows(readPage('docs/support-codes.md')).slice(1);
  const mends = Object.fromEntries(
    [...readFileSync('src/ui/shared/failure-words.ts', 'utf8').matchAll(/^ {2}(\w+): '(mend\.\w+)',$/gm)].map(
      ([, code = '', key = '']) => [code, shell[key]],
    ),
  );

  it('has every code that people can be shown, and no other', () => {
    expect(rows.map(([code = '']) => code.slice(1, -1)).toSorted()).toEqual(codes.toSorted());
    expect(codes).toEqual(expect.arrayContaining(Object.keys(PROBLEM_STATUS)));
  });

  it.each(rows)('says of %s what people read, who can mend it, and where to look', (code = '', what, who, where) => {
    const name = code.slice(1, -1);
    expect([what, who]).toEqual([shell[`failure.${name}`], mends[name]]);
    expect(where).not.toBe('');
  });
});

describe('docs/operations.md', () => {
  it('has every variable, and names none that the server does not know', () => {
    const [, section = ''] = readPage('docs/operations.md').split('## Variables');
    const known = [
      ...Object.keys(createEnvironmentSchema(() => undefined).entries),
      ...['ENTRA_CLIENT_SECRET', 'ENTRA_CLIENT_CERTIFICATE'],
      ...FILE_SECRETS.map((name) => `${name}_FILE`),
    ];
    const named = quoted(section.split('## Which database')[0] ?? '').filter((name) => /^[A-Z][A-Z_]+$/.test(name));
    expect([...new Set(named)].toSorted()).toEqual(known.toSorted());
  });
});

describe('docs/egress.md', () => {
  const page = readPage('docs/egress.md');
  const directives = toPageDirectives(
    {
      entraBaseUrl: 'https://login.microsoftonline.com',
      graphBaseUrl: 'https://graph.microsoft.com',
      hostOrigins: [],
    },
    "'nonce'",
    toOfficeSources('/pane', 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'),
  );
  const toHosts = (sources: readonly string[]): string[] =>
    sources
      .flatMap((source) => source.split(' '))
      .filter((source) => source.startsWith('https:'))
      .map((source) => source.slice('https://'.length));
  const { frameAncestors, ...others } = directives;

  it('lists every host that pages may load from, and no other', () => {
    const [, rest = ''] = page.split('## The pages');
    const named = listRows(rest.split('## Who may')[0] ?? '').flatMap(([cell = '']) => quoted(cell));
    const allowed = Object.values(others).flatMap((sources) => toHosts(sources));
    expect(named.filter((name) => name !== 'PUBLIC_URL').toSorted()).toEqual([...new Set(allowed)].toSorted());
  });

  it('lists everybody who may frame them', () => {
    const [, rest = ''] = page.split('## Who may frame the pages');
    const named = quoted(rest.split('##')[0] ?? '');
    expect(named.toSorted()).toEqual(toHosts(frameAncestors).toSorted());
    expect(ANSWER_DIRECTIVES.frameAncestors).toEqual(["'none'"]);
  });
});

describe('docs/works-council.md', () => {
  const source = readFileSync('server/store/migrations.ts', 'utf8');
  const columns = [...source.matchAll(/create table (\w+) \(([\s\S]*?)\)`/g)].flatMap(([, table, body = '']) =>
    [...body.matchAll(/(?:^|, ?|,\n\s*)(\w+) (?:varchar|text)/g)].map(([, column]) => `${table}.${column}`),
  );
  const added = [...source.matchAll(/alter table (\w+) add column (\w+)/g)].map(
    ([, table, name]) => `${table}.${name}`,
  );
  const [, section = ''] = readPage('docs/works-council.md').split('## Kept on the server');

  it('lists every column of the database', () => {
    const rows = listRows(section.split('## Read and not kept')[0] ?? '').slice(1);
    const named = rows.flatMap(([cell = '']) => quoted(cell));
    expect(columns.length).toBeGreaterThan(20);
    expect(named.toSorted()).toEqual([...columns, ...added].toSorted());
    for (const row of rows) expect(row.filter((cell) => cell !== '')).toHaveLength(5);
  });

  it('knows how long the trail and the logs are kept', () => {
    const { auditDays, logDays } = DEFAULT_SETTINGS.retention;
    for (const page of ['docs/works-council.md', 'docs/privacy.md', 'docs/admin-guide.md']) {
      expect(readPage(page)).toContain(`${auditDays} days`);
      expect(readPage(page)).toContain(`${logDays} days`);
    }
  });
});

describe('docs/threat-model.md', () => {
  it('names only attacks that a test tries', () => {
    const ids = [...readPage('docs/threat-model.md').matchAll(/`([A-F]\d\d)`/g)].map(([, id = '']) => id);
    const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => readFileSync(join('tests', name), 'utf8'))
      .join('\n');
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.filter((id) => !new RegExp(`[\\s'"\`]${id}\\b`).test(tests))).toEqual([]);
  });
});

describe('docs/admin-guide.md', () => {
  it('gives of each permission the reason that Microsoft’s page and the scripts give', () => {
    const rows = listRows(readPage('docs/admin-guide.md'));
    const told = rows
      .filter(([name = '']) => /^`[A-Z]\w+\.[A-Z]/.test(name))
      .map(([name = '', why]) => [name.slice(1, -1), why]);
    expect(told).toEqual(product.registration.graphPermissions.map(({ value, why }) => [value, why]));
  });
});

describe.each(listPages())('%s', (path) => {
  const text = readPage(path);

  it('leads only to pages, headings and pictures that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !listAnchors(readPage(target)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it('names only commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
