/** The emulator's page says what there is: each endpoint, control call, switch and seed, and nothing that there is not. */
import { readFileSync } from 'node:fs';

import { CONTROL_CALLS } from '../../emulator/control/create-control.ts';
import { ROUTES } from '../../emulator/graph/routes.ts';
import { listSeeds } from '../../emulator/seed/create-world.ts';
import { USUAL_SWITCHES } from '../../emulator/switches.ts';
import { openEmulator } from '../support/emulator-client.ts';

const text = readFileSync(new URL('../../emulator/README.md', import.meta.url), 'utf8');
const [entraBlock = '', graphBlock = ''] = [...text.matchAll(/```\n([\s\S]*?)```/g)].map((found) => found[1] ?? '');

/** Everything that `(a|b)` and `[x]` stand for. A bracket after a name belongs to a function's call. */
function expand(pattern: string): string[] {
  const innermost = /\[([^[\]()]*(?:\([^()|]*\))?)\]|(?<!\w)\(([^()[\]]*)\)/.exec(pattern);
  if (innermost === null) return [pattern];
  const [whole, optional, alternatives = ''] = innermost;
  const choices = optional === undefined ? alternatives.split('|') : ['', ...optional.split('|')];
  return choices.flatMap((choice) => expand(pattern.replace(whole, choice)));
}

const listCalls = (block: string): string[] =>
  block
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [, methods = '', pattern = ''] = /^([A-Z]+(?: [A-Z]+)*)\s+(\S+)/.exec(line) ?? [];
      return expand(pattern).flatMap((path) => methods.split(' ').map((method) => `${method} ${path}`));
    });

const toTemplate = (path: string): string =>
  path
    .replaceAll(/=\{\w+\}/g, '={value}')
    .replaceAll(/\{property:\w+\}/g, '{property}')
    .replaceAll(/\{(?!property\}|value\})\w+\}/g, '{id}');

describe('the page about the emulator', () => {
  it('names every path of Graph with its methods, and no other', () => {
    const served = ROUTES.map(({ method, path }) => `${method} ${toTemplate(path)}`);
    expect([...new Set(listCalls(graphBlock))].sort()).toEqual([...served, 'POST /$batch'].sort());
  });

  it('names every control call with its methods, and no other', () => {
    const rows = [...text.matchAll(/^\| `((?:GET|POST|DELETE)[^|]*?)\s*\|/gm)].map((found) => found[1] ?? '');
    const named = rows.map((row) => {
      const path = /([\w/{}-]+)`$/.exec(row)?.[1] ?? '';
      const methods = row.match(/GET|POST|DELETE/g) ?? [];
      return `${methods.join(', ')} /${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
    });
    expect(named.sort()).toEqual(
      Object.entries(CONTROL_CALLS)
        .map(([path, methods]) => `${methods} ${path}`)
        .sort(),
    );
  });

  it('names every switch with its usual value', () => {
    const paragraph = /^Switches: (.*)$/m.exec(text)?.[1] ?? '';
    const usual: Readonly<Record<string, unknown>> = { ...USUAL_SWITCHES, roomAnswerMs: 1500 };
    const named = [...paragraph.matchAll(/`(\w+)` (\[\]|\w+)/g)].map((found) => [found[1], found[2]]);
    const there = Object.entries(usual).map(([name, value]) => [name, Array.isArray(value) ? '[]' : String(value)]);
    expect(Object.fromEntries(named)).toEqual(Object.fromEntries(there));
  });

  it('names every seed and size of a reset', () => {
    const seeds = text.slice(text.indexOf('## Seeds'), text.indexOf('## Knowingly'));
    for (const name of [...listSeeds(), 'people', 'rooms', 'buildings', 'events'])
      expect(seeds).toContain(`\`${name}\``);
  });

  it('names paths of Entra and the hosts that answer', async () => {
    const client = await openEmulator();
    try {
      const tenant = client.emulator.tenants[0]?.id ?? '';
      for (const call of listCalls(entraBlock)) {
        const [method = '', path = ''] = call.split(' ');
        const answer = await client.send(method, `/${tenant}${path}`, method === 'POST' ? '' : undefined);
        expect([call, answer.status === 404 || answer.status === 405]).toEqual([call, false]);
      }
      for (const path of ['/', '/teams?person=alex', '/outlook?person=alex', '/office.js'])
        expect([path, (await client.send('GET', path)).status]).toEqual([path, 200]);
    } finally {
      await client.emulator.close();
    }
  }, 30_000);
});
