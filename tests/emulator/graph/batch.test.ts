/** Several calls in one (fact sheet E1). */
import type { GraphFault } from '../../../emulator/graph/graph-request.ts';
import { createStage, type Json } from './stage.ts';

const get = (id: string, url: string, more: object = {}): object => ({ id, method: 'GET', url, ...more });
const EVENT = {
  subject: 'Batched',
  start: { dateTime: '2026-12-15T09:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-12-15T10:00:00', timeZone: 'UTC' },
};

describe('$batch', () => {
  const stage = createStage();
  const batch = (requests: unknown, how = {}) => stage.ask('POST /$batch', { requests }, how);
  const item = (json: Json, id: string): Json | undefined =>
    (json['responses'] as readonly Json[]).find((one) => one['id'] === id);

  it('answers each call with its own status, headers and body, in another order than asked [E1]', async () => {
    const answer = await batch([
      get('a', '/me?$select=displayName'),
      get('b', 'me/calendars'),
      get('c', '/me/nothing'),
      get('d', '/me/calendarView?startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-11-24T00:00:00Z', {
        headers: { Prefer: 'outlook.timezone="Europe/Berlin"' },
      }),
    ]);
    expect(answer.status).toBe(200);
    expect((answer.json['responses'] as readonly Json[]).map(({ id }) => id)).not.toEqual(['a', 'b', 'c', 'd']);
    expect(item(answer.json, 'a')).toMatchObject({ status: 200, body: { displayName: 'Alex Berger' } });
    expect(item(answer.json, 'b')?.['status']).toBe(200);
    expect(item(answer.json, 'c')).toMatchObject({ status: 400, body: { error: { code: 'BadRequest' } } });
    expect(item(answer.json, 'd')?.['headers']?.['Preference-Applied']).toBe('outlook.timezone="Europe/Berlin"');
    for (const id of ['a', 'b', 'c', 'd'])
      expect(item(answer.json, id)?.['headers']?.['Content-Type']).toBe('application/json');
  });

  it('writes too, and answers 204 without a body [E1]', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const made = await batch([{ id: '1', method: 'POST', url: '/me/events', headers, body: EVENT }]);
    expect(item(made.json, '1')?.['status']).toBe(201);
    const id = String(item(made.json, '1')?.['body']?.['id']);
    const gone = await batch([{ id: '1', method: 'DELETE', url: `/me/events/${id}` }]);
    expect(item(gone.json, '1')).toMatchObject({ status: 204 });
    expect(item(gone.json, '1')).not.toHaveProperty('body');
  });

  it('runs what depends on another one after it, and not at all when that failed [E1]', async () => {
    const answer = await batch([
      get('1', '/me/nothing'),
      get('2', '/me', { dependsOn: ['1'] }),
      get('3', '/me', { dependsOn: ['2'] }),
      get('4', '/me'),
      get('5', '/me', { dependsOn: ['4'] }),
    ]);
    expect(['1', '2', '3', '4', '5'].map((id) => item(answer.json, id)?.['status'])).toEqual([400, 424, 424, 200, 200]);
  });

  it.each([
    ['nothing', undefined],
    ['an empty list', []],
    ['21 calls', Array.from({ length: 21 }, (_, n) => get(String(n), '/me'))],
    ['an id twice', [get('1', '/me'), get('1', '/me')]],
    ['ids that differ in case alone', [get('a', '/me'), get('A', '/me')]],
    ['no id', [{ method: 'GET', url: '/me' }]],
    ['an id that is a number', [{ id: 1, method: 'GET', url: '/me' }]],
    ['an absolute url', [get('1', 'https://graph.microsoft.com/v1.0/me')]],
    ['another host', [get('1', '//evil.example/me')]],
    ['a method nobody knows', [{ id: '1', method: 'BREW', url: '/me' }]],
    ['a body without a content type', [{ id: '1', method: 'POST', url: '/me/events', body: EVENT }]],
    ['a dependency that is not there', [get('1', '/me', { dependsOn: ['9'] })]],
    ['a dependency on a later one', [get('1', '/me', { dependsOn: ['2'] }), get('2', '/me')]],
    [
      'a batch inside',
      [
        {
          id: '1',
          method: 'POST',
          url: '/$batch',
          headers: { 'Content-Type': 'application/json' },
          body: { requests: [] },
        },
      ],
    ],
  ])('refuses %s as a whole [E1]', async (_name, requests) => {
    const answer = await batch(requests);
    expect(answer.status).toBe(400);
    expect(answer.json['error']?.['code']).toBe('BadRequest');
  });

  it('refuses a batch inside a batch before any of its neighbours is carried out [E1]', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const write = { id: '1', method: 'POST', url: '/me/events', headers, body: { ...EVENT, subject: 'Neighbour' } };
    const inner = { method: 'POST', headers, body: { requests: [get('x', '/me')] } };
    for (const url of ['/$batch', '$batch', '/%24batch', '/$batch?x=1'])
      expect((await batch([write, { ...inner, id: '2', url }])).status).toBe(400);
    const { json } = await stage.ask("GET /me/events?$filter=subject eq 'Neighbour'");
    expect(json['value']).toEqual([]);
  });

  it('takes twenty calls [E1]', async () => {
    const answer = await batch(Array.from({ length: 20 }, (_, n) => get(String(n), '/me')));
    expect((answer.json['responses'] as readonly Json[]).every(({ status }) => (status as unknown) === 200)).toBe(true);
  });

  it('is a POST [E1]', async () => {
    expect((await stage.ask('GET /$batch')).status).toBe(405);
  });

  it('checks the scopes of each call [PERM]', async () => {
    const answer = await batch([get('1', '/me'), get('2', '/places/microsoft.graph.room')], { scopes: ['User.Read'] });
    expect(['1', '2'].map((id) => item(answer.json, id)?.['status'])).toEqual([200, 403]);
  });

  it('knows the id of what a call depends on in any case, as it does where ids are compared [E1]', async () => {
    const answer = await batch([get('a', '/me/nothing'), get('b', '/me', { dependsOn: ['A'] })]);
    expect(answer.status).toBe(200);
    expect(item(answer.json, 'b')?.['status']).toBe(424);
    expect(item(answer.json, 'a')?.['status']).toBe(400);
  });

  it('lets a fault answer for one call, and says that it did [E1] [E2]', async () => {
    const faults: Record<string, GraphFault> = {
      'GET /v1.0/me/joinedTeams': {
        status: 429,
        headers: { 'Retry-After': '7' },
        body: { error: { code: 'TooManyRequests', message: 'x' } },
      },
    };
    const faulty = createStage({ findFault: (method, path) => faults[`${method} ${path}`] });
    const answer = await faulty.ask('POST /$batch', { requests: [get('1', '/me/joinedTeams?x=1'), get('2', '/me')] });
    expect(answer.faulted).toBe(true);
    expect(item(answer.json, '1')).toMatchObject({ status: 429, headers: { 'Retry-After': '7' } });
    expect(item(answer.json, '2')?.['status']).toBe(200);
    expect((await faulty.ask('POST /$batch', { requests: [get('2', '/me')] })).faulted).toBeUndefined();
  });
});
