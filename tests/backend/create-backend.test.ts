import { createBackend } from '../../src/backend/create-backend.ts';
import { json, scriptedFetch } from '../support/scripted-fetch.ts';

const session = {
  user: { tenantId: 't', objectId: 'o', isAdmin: false, isTester: false },
  integration: { state: 'enabled' },
  connection: { connected: true, welcomeDue: false },
  features: { freeBusy: true, shifts: true, presence: true, people: true },
  organisation: {
    name: 'Contoso',
    welcomeText: '',
    helpContact: '',
    hasRoomRules: false,
    teamBuildings: [],
    shiftSources: ['workPlan'],
    buildings: [],
  },
  transport: { mode: 'automatic' },
};
const problem = (code: string, status: number, more = {}, headers = {}): Response =>
  json({ code, title: 't', requestId: 'r-1', ...more }, status, {
    'Content-Type': 'application/problem+json',
    ...headers,
  });

function setUp(...script: Parameters<typeof scriptedFetch>) {
  const world = scriptedFetch(...script);
  const needs: unknown[] = [];
  const times: string[] = [];
  const getToken = (need: unknown): Promise<string> => {
    needs.push(need);
    return Promise.resolve(`token-${needs.length}`);
  };
  const onServerTime = (date: string): void => void times.push(date);
  const setup = {
    baseUrl: 'http://app.test',
    getToken,
    fetch: world.fetch,
    client: 'teams/web',
    timeoutMs: 20,
    onServerTime,
  };
  return { ...world, needs, times, backend: createBackend(setup) };
}
const open = { host: 'teams', device: 'web' } as const;

describe('createBackend', () => {
  it('opens the session with token and client', async () => {
    const { backend, asked, times } = setUp(json(session, 200, { Date: 'Mon, 23 Nov 2026 09:00:00 GMT' }));
    expect(await backend.openSession(open)).toEqual(session);
    expect(asked[0]).toMatchObject({ url: 'http://app.test/api/session', method: 'POST', body: JSON.stringify(open) });
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer token-1');
    expect(asked[0]?.headers.get('office-shifts-client')).toBe('teams/web');
    expect(times).toEqual(['Mon, 23 Nov 2026 09:00:00 GMT']);
  });

  it('A34 takes one fresh token after token_expired, and no third', async () => {
    const { backend, needs } = setUp(problem('token_expired', 401), problem('token_expired', 401));
    await expect(backend.openSession(open)).rejects.toMatchObject({ code: 'token_expired' });
    expect(needs).toEqual([{}, { fresh: true }]);
  });

  it('B09 hands the claims to the token request', async () => {
    const { backend, needs } = setUp(problem('interaction_required', 401, { claims: '{"a":1}' }), json(session));
    await backend.openSession(open);
    expect(needs).toEqual([{}, { claims: '{"a":1}' }]);
  });

  it('keeps code, request id and wait of a refusal', async () => {
    const { backend } = setUp(problem('throttled', 429, {}, { 'Retry-After': '7' }));
    await expect(backend.readConnection()).rejects.toMatchObject({
      code: 'throttled',
      details: { requestId: 'r-1', retryAfterMs: 7000, status: 429 },
    });
  });

  it('tries a dropped connection once more, then says that there is none', async () => {
    const dropped = new TypeError('fetch failed');
    const { backend, asked } = setUp(dropped, dropped);
    await expect(backend.openSession(open)).rejects.toMatchObject({ code: 'offline' });
    expect(asked).toHaveLength(2);
  });

  it('says that a server which never answers timed out', async () => {
    const { backend } = setUp(
      (_asked, signal) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error()))),
    );
    await expect(backend.openSession(open)).rejects.toMatchObject({ code: 'timeout' });
  });

  it.each([
    ['HTML', new Response('<html>')],
    ['a session without a user', json({ ...session, user: undefined })],
    ['a state that we do not know', json({ ...session, integration: { state: 'great' } })],
  ])('refuses %s', async (_name, response) => {
    await expect(setUp(response).backend.openSession(open)).rejects.toMatchObject({ code: 'bad_response' });
  });

  it('changes and deletes the connection', async () => {
    const stored = { connected: false, connectedSince: null, welcomeSeen: '1.0' };
    const { backend, asked } = setUp(json(stored), new Response(null, { status: 204 }));
    expect(await backend.changeConnection({ connected: false })).toEqual(stored);
    await backend.deleteConnection();
    expect(asked.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['PUT', 'http://app.test/api/connection', '{"connected":false}'],
      ['DELETE', 'http://app.test/api/connection', undefined],
    ]);
  });
});
