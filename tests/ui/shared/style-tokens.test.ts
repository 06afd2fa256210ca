import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokens } from '@fluentui/react-components';

const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.module.css'))
  .map((path) => ({ path, css: readFileSync(join('src', path), 'utf8') }));

describe.each(sheets)('$path', ({ path, css }) => {
  it('uses only variables that Fluent’s themes set', () => {
    const used = [...css.matchAll(/var\(--([A-Za-z0-9]+)\)/g)].map((match) => match[1] ?? '');
    expect(used.filter((name) => !(name in tokens))).toEqual([]);
  });

  it('brings no colour and no font of its own', () => {
    expect(css.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|font-family:(?! (inherit|var\())/gi) ?? []).toEqual([]);
  });

  it('has every class that its component names', () => {
    const folder = join('src', path, '..');
    const users = readdirSync(folder).filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'));
    const base = path.split('/').at(-1) ?? '';
    for (const name of users) {
      const code = readFileSync(join(folder, name), 'utf8');
      if (!code.includes(`./${base}`)) continue;
      const named = [...code.matchAll(/styles\.([A-Za-z]+)|styles\['([A-Za-z]+)'\]/g)].map(
        (match) => match[1] ?? match[2],
      );
      expect(named.filter((each) => !new RegExp(`\\.${each ?? ''}\\b`).test(css))).toEqual([]);
    }
  });
});
