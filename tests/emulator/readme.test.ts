/** The emulator's page says what there is: each endpoint, control call, switch and seed, and nothing that there is not. */
import { readFileSync } from 'node:fs';

import { toDemoApp } from '../../emulator/app-registration.ts';
import { CONTROL_CALLS } from '../../emulator/control/create-control.ts';
import { createEmulator } from '../../emulator/create-emulator.ts';
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

  it('names the app that is registered where nobody names one', async () => {
    const { clientId, secret } = toDemoApp();
    for (const said of [clientId, secret]) expect(text).toContain(`\`${said}\``);
    const emulator = await createEmulator();
    const order = { person: 'alex', audience: 'app' };
    const minted = await fetch(`${emulator.url}/emulator/tokens`, { method: 'POST', body: JSON.stringify(order) });
    const { token } = (await minted.json()) as { token: string };
    const exchange = {
      ...{ client_id: clientId, client_secret: secret, assertion: token, requested_token_use: 'on_behalf_of' },
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      scope: 'https://graph.microsoft.com/.default',
    };
    const body = new URLSearchParams(exchange);
    const answer = await fetch(`${emulator.url}/common/oauth2/v2.0/token`, { method: 'POST', body });
    expect(answer.status).toBe(200);
    await emulator.close();
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
