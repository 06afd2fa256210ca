/** What Graph does not know it refuses, on every route: options, properties, methods, segments, members of bodies. */
import type { Route } from '../../../emulator/graph/call.ts';
import { listScopes } from '../../../emulator/graph/check-scopes.ts';
import { ROUTES } from '../../../emulator/graph/routes.ts';
import { createStage, type Stage } from './stage.ts';

const SYSTEM = ['$select', '$filter', '$orderby', '$top', '$skip', '$count', '$expand', '$search', '$skiptoken'];
const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const ASKED_WRONG: Readonly<Record<string, readonly string[]>> = {
  $select: ['bogus', 'id,bogus', '', '__proto__', 'constructor'],
  $filter: ['bogus eq 1', 'bogus/more eq 1', 'id', 'id eq', "bogus('x')", '', 'id eq 1)'],
  $orderby: ['bogus', 'id sideways', 'id asc asc', ''],
  $expand: ['bogus', 'id', 'bogus($select=id)', ''],
  $top: ['0', '-1', 'ten', '1.5', '1000000', ''],
  $skip: ['-1', 'x', ''],
  $count: ['maybe', ''],
  $search: ['"'],
  $skiptoken: ['bogus', '0', ''],
};

const SEGMENTS: Readonly<Record<string, string>> = {
  calendarId: 'calendar',
  eventId: 'AAMkbogus=',
  messageId: 'AAMkbogus=',
  userId: 'sam@contoso.example',
  placeId: 'plain@contoso.example',
};

/** A path of the template, with things that exist where that matters. */
async function toPath(stage: Stage, route: Route): Promise<string> {
  const { json } = await stage.ask('GET /me/calendars?$top=1');
  const names = { ...SEGMENTS, calendarId: String(json['value']?.[0]?.['id']) };
  return route.path
    .replace(/\{property:(\w+)\}/, (_all, type: string) => (type === 'mailboxSettings' ? 'timeZone' : 'id'))
    .replaceAll(/=\{(\w+)\}/g, (_all, name: string) =>
      name === 'timeZoneStandard' ? "='Iana'" : `='2026-11-2${name.startsWith('start') ? 3 : 4}T00:00:00Z'`,
    )
    .replaceAll(/\{(\w+)\}/g, (_all, name: keyof typeof names) => names[name] ?? 'bogus');
}

describe('every route refuses', () => {
  const stage = createStage();
  const table = ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const);
  const refusalOf = async (route: Route, query: string, body?: unknown): Promise<string> => {
    const path = await toPath(stage, route);
    const answer = await stage.ask(`${route.method} ${path}${query}`, body, { scopes: listScopes(route) });
    const { code, message } = (answer.json?.['error'] ?? {}) as Readonly<Record<string, unknown>>;
    return `${answer.status} ${typeof code} ${typeof message}`;
  };
  const REFUSED = '400 string string';

  it.each(table)('an option it does not know: %s [E3]', async (_name, route) => {
    const strangers = [...SYSTEM.filter((option) => !route.allowed.includes(option)), '$bogus', 'bogus', '__proto__'];
    const found = strangers.map(async (option) => [option, await refusalOf(route, `?${option}=1`)]);
    expect(await Promise.all(found)).toEqual(strangers.map((option) => [option, REFUSED]));
  });

  it.each(table)('a property it does not know, or an option that is no option: %s [E3]', async (_name, route) => {
    const wrong = Object.entries(ASKED_WRONG).flatMap(([option, texts]) =>
      route.allowed.includes(option) ? texts.map((text) => `?${option}=${encodeURIComponent(text)}`) : [],
    );
    const window = route.allowed.includes('startDateTime')
      ? '&startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-11-24T00:00:00Z'
      : '';
    const found = wrong.map(async (query) => [query, await refusalOf(route, query + window)]);
    expect(await Promise.all(found)).toEqual(wrong.map((query) => [query, REFUSED]));
  });

  it.each(table)('the same option twice: %s [E3]', async (_name, route) => {
    for (const option of route.allowed)
      expect(await refusalOf(route, `?${option}=1&${option.replace('$', '').toUpperCase()}=1`)).toBe(REFUSED);
  });

  it.each(table)('a method that it does not have: %s [E3]', async (_name, route) => {
    const path = await toPath(stage, route);
    const known = ROUTES.filter((one) => one.path === route.path).map(({ method }) => method as string);
    for (const method of METHODS.filter((one) => !known.includes(one))) {
      const answer = await stage.ask(`${method} ${path}`);
      expect([method, answer.status, answer.headers['Allow']]).toEqual([method, 405, expect.any(String)]);
    }
  });

  it.each(table)('a segment that leads nowhere: %s [E3]', async (_name, route) => {
    const path = await toPath(stage, route);
    for (const segment of ['bogus/bogus', 'microsoft.graph.bogus', '__proto__/x', 'bogus()']) {
      const answer = await stage.ask(`GET ${path}/${segment}`);
      expect([segment, answer.status >= 400, typeof answer.json['error']?.['code']]).toEqual([segment, true, 'string']);
    }
  });

  const writing = table.filter(([, { method }]) => method !== 'GET' && method !== 'DELETE');
  it.each(writing)('a member of the body that it does not know: %s [CSDL]', async (_name, route) => {
    const refusal = await refusalOf(route, '', { bogus: 1 });
    expect(refusal).toMatch(/^40[04] string string$/);
    for (const body of ['text', 1, [], null]) expect(await refusalOf(route, '', body)).toMatch(/^40[04] string/);
  });

  const bodyless = table.filter(([, { method }]) => method === 'GET' || method === 'DELETE');
  it.each(bodyless)('a body where there is none: %s [E3]', async (_name, route) => {
    expect(await refusalOf(route, '', {})).toBe(REFUSED);
  });

  it.each(table)('a token without its scopes: %s [PERM]', async (_name, route) => {
    const path = await toPath(stage, route);
    const answer = await stage.ask(`${route.method} ${path}`, undefined, { scopes: ['Cats.Read'] });
    expect([answer.status, typeof answer.json['error']?.['code']]).toEqual([403, 'string']);
  });
});
