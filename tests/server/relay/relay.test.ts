import { request } from 'node:http';
import { expectProblem } from '../problem.ts';
import { startApp, type RunningApp } from '../running-app.ts';

let app: RunningApp;
let token: string;
const START = '2026-11-23T00:00:00Z';
const VIEW = `startDateTime=${START}&endDateTime=2026-11-30T00:00:00Z`;
const graph = (path: string, call = {}) => app.call(`/graph/v1.0${path}`, { token, ...call });
const batch = (...requests: object[]) => graph('/$batch', { body: { requests } });
const get = (url: string, id = '1') => ({ id, method: 'GET', url });

const failed: string[] = [];

beforeAll(async () => {
  app = await startApp({
    wrap: (send) => (call) =>
      send(call).catch((error: Error) => {
        failed.push(error.message);
        throw error;
      }),
  });
  token = await app.token();
  await app.connect(token);
  await graph('/me');
});
afterAll(() => app.close());
beforeEach(() => {
  app.takeGraphCalls();
});

const strangers = [
  ['another user', '/users/sam@contoso.example/calendarView'],
  ['another user behind dots', '/me/../users/sam/calendarView'],
  ['encoded dots', '/me/%2e%2e/users/sam/calendarView'],
  ['half encoded dots', '/me/.%2e/users'],
  ['an encoded slash', '/me%2fmessages'],
  ['an encoded backslash', '/me%5cmessages'],
  ['a backslash', '/me\\messages'],
  ['a doubly encoded slash', '/me%252fmessages'],
  ['two slashes', '//me'],
  ['two slashes inside', '/me//calendars'],
  ['a slash at the end', '/me/'],
  ['a dot', '/me/./calendars'],
  ['an encoded NUL', '/me%00'],
  ['messages', '/me/messages'],
  ['mail folders', '/me/mailFolders'],
  ['another case', '/Me'],
  ['a value', '/me/events/AAMk1/$value'],
  ['attachments', '/me/events/AAMk1/attachments'],
  ['the list of events', '/me/events'],
  ['delta', '/me/events/delta'],
  ['what changed in another calendar', `/me/calendars/AAMk1/calendarView/delta?${VIEW}`],
  ['what changed, with a selection', `/me/calendarView/delta?${VIEW}&$select=id`],
  ['what changed, with an expansion', `/me/calendarView/delta?${VIEW}&$expand=attachments`],
  ['what changed for another user', `/users/sam/calendarView/delta?${VIEW}`],
  ['a count', '/me/calendars/$count'],
  ['a cast', '/me/microsoft.graph.user'],
  ['a cast of an event', '/me/events/microsoft.graph.event'],
  ['a cast of a place', '/places/microsoft.graph.desk'],
  ['a key in brackets', "/me/events('AAMk1')"],
  ['a calendar of a group', '/me/calendarGroups/1/calendars'],
  ['the directory', '/organization'],
  ['a whole address', 'https://evil.example/v1.0/me'],
  ['an address without scheme', '//evil.example/me'],
  ['an address after at', '/me@evil.example/x'],
  ['an option that is not known', '/me?$format=xml'],
  ['an option without its dollar', '/me?select=id'],
  ['an expansion', `/me/calendarView?${VIEW}&$expand=attachments`],
  ['an expansion into messages', '/me?$expand=messages'],
  ['an expansion beside ours', `/me/calendarView?${VIEW}&$expand=singleValueExtendedProperties($filter=id eq 'x')`],
  ['a body in the selection', `/me/calendarView?${VIEW}&$select=id,body`],
  ['attachments in the selection', `/me/calendarView?${VIEW}&$select=attachments`],
  ['a filter', `/me/calendarView?${VIEW}&$filter=subject eq 'x'`],
  ['another order', `/me/calendarView?${VIEW}&$orderby=subject`],
  ['too many at once', `/me/calendarView?${VIEW}&$top=1001`],
  ['none at once', `/me/calendarView?${VIEW}&$top=0`],
  ['an option twice', `/me?$select=id&$select=mail`],
  ['an option twice in two cases', `/me/calendarView?${VIEW}&STARTDATETIME=${START}`],
  ['a search', '/me/calendars?$search=x'],
  ['a phone in the selection', '/me?$select=id,mobilePhone'],
  ['a team that is no GUID', '/teams/x/schedule/shifts'],
  ['shifts of one user', "/teams/fbc5fcee-db1e-4777-bea1-2302394f5430/schedule/shifts?$filter=userId eq 'x'"],
  [
    'a work plan of others',
    `/users/sam/settings/workHoursAndLocations/occurrencesView(startDateTime='${START}',endDateTime='${START}')`,
  ],
] as const;

const encodeSpaces = (path: string): string => path.replaceAll(' ', '%20');

describe('the allow-list', () => {
  it.each(strangers)('C29 refuses %s, and nothing reaches Graph', async (_name, path) => {
    if (path.startsWith('/')) expectProblem(await graph(encodeSpaces(path)), 403, 'not_allowed');
    expect(app.takeGraphCalls()).toEqual([]);
  });

  it.each(strangers)('C29 refuses a whole batch for %s', async (_name, path) => {
    expectProblem(await batch(get('/me'), get(path, '2')), 403, 'not_allowed');
    expect(app.takeGraphCalls()).toEqual([]);
  });

  it.each([
    '/graph/beta/me',
    '/graph/v1.0',
    '/graph',
    '/graph/v2.0/me',
    '/graph/v1.0/../beta/me',
    '/graph/v1.0%2fme',
    '/graph/V1.0/me',
  ])('C29 refuses another version or place: %s', async (path) => {
    expectProblem(await app.call(path, { token }), 403, 'not_allowed');
    expect(app.takeGraphCalls()).toEqual([]);
  });

  it.each(['PUT', 'POST', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])(
    'refuses %s where only reading is allowed',
    async (method) => {
      expect((await graph('/me', { method })).status).toBe(403);
      expect(app.takeGraphCalls()).toEqual([]);
    },
  );

  it.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])('C29 refuses %s', async (name) => {
    expectProblem(await graph('/me', { headers: { [name]: 'DELETE' } }), 403, 'not_allowed');
    expectProblem(await batch({ ...get('/me'), headers: { [name]: 'DELETE' } }), 403, 'not_allowed');
    expect(app.takeGraphCalls()).toEqual([]);
  });

  it.each([
    ['a nested batch', { id: '1', method: 'POST', url: '/$batch', body: { requests: [] } }],
    ['a token of its own', { ...get('/me'), headers: { Authorization: 'Bearer x' } }],
    ['a method in lower case', { ...get('/me'), method: 'get' }],
    ['an address without a slash', get('me')],
    ['a version in the address', get('/v1.0/me')],
  ])('C29 refuses %s inside a batch', async (_name, request) => {
    expectProblem(await batch(request), 403, 'not_allowed');
    expect(app.takeGraphCalls()).toEqual([]);
  });

  it.each([
    ['none', { requests: [] }],
    ['21', { requests: Array.from({ length: 21 }, (_, n) => get('/me', String(n))) }],
    ['the same id twice', { requests: [get('/me', 'a'), get('/me', 'A')] }],
    ['an unknown dependency', { requests: [{ ...get('/me'), dependsOn: ['2'] }] }],
    ['a dependency on itself', { requests: [{ ...get('/me'), dependsOn: ['1'] }] }],
    ['a field more', { requests: [{ ...get('/me'), atomicityGroup: 'g' }] }],
    ['no list', { requests: 'x' }],
    ['something beside the list', { requests: [get('/me')], more: 1 }],
    ['no id', { requests: [{ method: 'GET', url: '/me' }] }],
  ])('refuses a batch with %s', async (_name, body) => {
    expectProblem(await graph('/$batch', { body }), 400, 'bad_request');
    expect(app.takeGraphCalls()).toEqual([]);
  });

  it('refuses a view without its window', async () => {
    expectProblem(await graph(`/me/calendarView?startDateTime=${START}`), 400, 'bad_request');
  });
});

describe('what passes', () => {
  it.each([
    '/me?$select=id,displayName,mail,userPrincipalName,proxyAddresses',
    '/me?%24select=id',
    '/me/mailboxSettings?$select=timeZone,workingHours',
    '/me/calendars?$select=id,name,owner&$top=100',
    `/me/calendarView?${VIEW}&$select=id,subject&$orderby=start/dateTime&$top=1000&$count=true`,
    `/me/calendar/calendarView?${VIEW}`,
    '/places/microsoft.graph.room?$top=100&$skip=0',
    '/places/microsoft.graph.roomlist',
    `/me/settings/workHoursAndLocations/occurrencesView(startDateTime='${START}',endDateTime='2026-11-30T00:00:00Z')?$select=id,start,end`,
    '/me/joinedTeams',
    '/teams/fbc5fcee-db1e-4777-bea1-2302394f5430/schedule',
    `/teams/fbc5fcee-db1e-4777-bea1-2302394f5430/schedule/shifts?$filter=sharedShift/startDateTime%20ge%20${START}%20and%20sharedShift/endDateTime%20le%202026-12-01T00:00:00Z`,
  ])('%s', async (path) => {
    const answer = await graph(path);
    expect({ status: answer.status, type: answer.headers['content-type'] }).toMatchObject({ status: 200 });
    expect(answer.headers['content-type']).toContain('application/json');
    expect(app.takeGraphCalls()).toHaveLength(1);
  });

  it('A5 what changed, by a link whose token stands in no log', async () => {
    const path = `/me/calendarView/delta?$deltatoken=0.0.1canary`;
    const answer = await graph(path);
    expect([answer.status, answer.json['error']]).toEqual([
      410,
      expect.objectContaining({ code: 'syncStateNotFound' }),
    ]);
    expect((await batch(get(path))).status).toBe(200);
    expect(app.lines.filter((line) => /canary|deltatoken/.test(line))).toEqual([]);
    expect(app.lines.some((line) => line.includes('/graph/v1.0/me/calendarView/delta'))).toBe(true);
  });

  it('a whole batch, each answered for itself', async () => {
    const answer = await batch(get('/me?$select=id', 'a'), {
      ...get(`/me/calendarView?${VIEW}`, 'b'),
      headers: { Prefer: 'outlook.timezone="UTC"' },
      dependsOn: ['a'],
    });
    const responses = answer.json['responses'] as { id: string; status: number }[];
    expect(responses.map(({ id, status }) => `${id} ${status}`).sort()).toEqual(['a 200', 'b 200']);
    expect(app.takeGraphCalls()).toEqual(['POST /v1.0/$batch']);
  });

  it('Graph’s own refusals, with status and body', async () => {
    const answer = await graph('/me/events/AAMkNothing=');
    expect(answer.status).toBe(404);
    expect(answer.json['error']).toMatchObject({ code: 'ErrorItemNotFound' });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('a 429 with its Retry-After', async () => {
    await app.control('/faults', [
      { match: { path: '/v1.0/me' }, answer: { status: 429, headers: { 'Retry-After': '9' } }, times: 1 },
    ]);
    const answer = await graph('/me');
    expect({ status: answer.status, after: answer.headers['retry-after'] }).toEqual({ status: 429, after: '9' });
  });

  it('only the headers that are named, in and out', async () => {
    const headers = { Prefer: 'outlook.timezone="W. Europe Standard Time"', Cookie: 'a=b', 'X-Evil': '1' };
    const answer = await graph(`/me/calendarView?${VIEW}&$top=1`, { headers });
    expect(answer.headers['preference-applied']).toContain('W. Europe Standard Time');
    expect(Object.keys(answer.headers)).not.toContain('access-control-allow-origin');
  });
});

describe('when Graph misbehaves', () => {
  const fault = (answer: object) => app.control('/faults', [{ match: { path: '/v1.0/me' }, answer, times: 1 }]);

  it('follows no redirect', async () => {
    await fault({ status: 302, headers: { Location: 'https://evil.example/' }, body: {} });
    const answer = await graph('/me');
    expectProblem(answer, 503, 'upstream_unavailable');
    expect(answer.headers['location']).toBeUndefined();
  });

  it('takes the call to Graph along when its caller goes away', async () => {
    await fault({ status: 200, body: {}, delayMs: 5_000 });
    failed.length = 0;
    const outgoing = request(`${app.url}/graph/v1.0/me`, {
      headers: { authorization: `Bearer ${token}` },
      agent: false,
    });
    outgoing.on('error', () => undefined);
    outgoing.end();
    while (app.takeGraphCalls().length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    outgoing.destroy();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(failed).toEqual(['aborted']);
  });

  it('answers 503 for a dropped connection', async () => {
    await fault({ status: 200, cut: true });
    expectProblem(await graph('/me'), 503, 'upstream_unavailable');
  });

  it('D14 gives up on a Graph that never answers', async () => {
    await fault({ status: 200, hang: true });
    const begun = Date.now();
    expectProblem(await graph('/me'), 503, 'upstream_unavailable');
    expect(Date.now() - begun).toBeLessThan(10_500);
  }, 15_000);
});
