import { createWays } from '../../src/app/choose-transport.ts';
import type { NestedAuth, NestedRequest } from '../../src/auth/nested.ts';
import type { ClientConfig } from '../../src/domain/contract/client-config.ts';
import type { Session } from '../../src/domain/contract/session.ts';
import { Failure } from '../../src/domain/failure.ts';
import { fakeClock, json, scriptedFetch } from '../support/scripted-fetch.ts';

const config = { graphBaseUrl: 'http://graph.test' } as ClientConfig;
const never = new AbortController().signal;
const toSession = (mode: 'automatic' | 'relayOnly' | 'directOnly', objectId = 'me'): Session => ({
  user: { tenantId: 't', objectId, isAdmin: false, isTester: false },
  integration: { state: 'enabled' },
  connection: { connected: true, welcomeDue: false },
  features: { freeBusy: true, shifts: true, presence: true, people: true },
  organisation: {
    name: '',
    welcomeText: '',
    helpContact: '',
    hasRoomRules: false,
    shiftSources: [],
    buildings: [],
    teamBuildings: [],
  },
  transport: { mode },
});

/** A bridge that has consent for these scopes alone; with a window, for all. */
function toNested(granted: readonly string[], more: Partial<NestedAuth> = {}) {
  const asked: NestedRequest[] = [];
  const nested: NestedAuth = {
    isUsable: () => Promise.resolve(true),
    forget: () => {},
    getToken: (request) => {
      asked.push(request);
      const isMissing = request.scopes.some((scope) => !granted.includes(scope)) && request.withWindow !== true;
      if (isMissing) return Promise.reject(new Failure('consent_required', { scopes: request.scopes }));
      const account = { objectId: 'ME', tenantId: 't' };
      return Promise.resolve({ token: request.scopes.join(), scopes: new Set(request.scopes), account });
    },
    ...more,
  };
  return { nested, asked };
}

function setUp(nested?: NestedAuth) {
  const world = scriptedFetch(json({}));
  const ways = createWays({
    ...{ config, origin: 'http://app.test', client: 'teams/web', fetch: world.fetch, clock: fakeClock() },
    getApiToken: () => Promise.resolve('sso'),
    ...(nested ? { nested } : {}),
  });
  return { ...world, ways };
}
const read = { scopes: ['User.Read', 'Calendars.Read'], optional: ['MailboxSettings.Read', 'Place.Read.All'] };
const all = [...read.scopes, ...read.optional];

describe('createWays', () => {
  it('goes directly where the host offers it, with all that is agreed to', async () => {
    const { ways, asked } = setUp(toNested(all).nested);
    const { graph, granted } = await ways.choose(toSession('automatic'), read, never);
    await graph.send({ method: 'GET', path: '/me' });
    expect(asked[0]?.url).toBe('http://graph.test/v1.0/me');
    expect(asked[0]?.headers.get('authorization')).toBe(`Bearer ${all.join()}`);
    expect(asked[0]?.headers.has('office-shifts-client')).toBe(false);
    expect([...(granted ?? [])]).toEqual(all);
  });

  it.each([
    ['the host offers nothing', undefined, 'automatic'],
    ['the organisation wants it', toNested(all).nested, 'relayOnly'],
    ['F11 the bridge does not greet', toNested(all, { isUsable: () => Promise.resolve(false) }).nested, 'automatic'],
  ] as const)('goes through the relay where %s', async (_name, nested, mode) => {
    const { ways, asked } = setUp(nested);
    const { graph } = await ways.choose(toSession(mode), read, never);
    await graph.send({ method: 'GET', path: '/me' });
    expect(asked[0]?.url).toBe('http://app.test/graph/v1.0/me');
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer sso');
    expect(asked[0]?.headers.get('office-shifts-client')).toBe('teams/web');
  });

  it('F11 takes the relay when the bridge goes away while it is asked', async () => {
    let usable = true;
    const getToken = (): Promise<never> => {
      usable = false;
      return Promise.reject(new Failure('sign_in_failed'));
    };
    const { ways } = setUp(toNested([], { getToken, isUsable: () => Promise.resolve(usable) }).nested);
    expect((await ways.choose(undefined, read, never)).name).toBe('relay');
  });

  it('refuses where the organisation wants it direct and the host can’t', async () => {
    const { ways } = setUp();
    await expect(ways.choose(toSession('directOnly'), read, never)).rejects.toMatchObject({
      code: 'device_not_enabled',
    });
  });

  it('one missing scope does not cost the others, and is not asked for again at once', async () => {
    const { nested, asked } = toNested(['User.Read', 'Calendars.Read', 'MailboxSettings.Read']);
    const { ways } = setUp(nested);
    const { granted } = await ways.choose(undefined, read, never);
    expect([...(granted ?? [])]).toEqual(['User.Read', 'Calendars.Read', 'MailboxSettings.Read']);
    asked.length = 0;
    await ways.choose(undefined, read, never);
    expect(asked).toHaveLength(1);
  });

  it('opens no window by itself', async () => {
    const { nested, asked } = toNested([]);
    await expect(setUp(nested).ways.choose(undefined, read, never)).rejects.toMatchObject({ code: 'consent_required' });
    expect(asked.some(({ withWindow }) => withWindow)).toBe(false);
  });

  it('asks the person in one window, for exactly what was said, and reads it as agreed from then on', async () => {
    const { nested, asked } = toNested(['User.Read', 'Calendars.Read']);
    const { ways } = setUp(nested);
    const wish = { scopes: ['User.Read'], optional: ['Presence.Read.All'] };
    await ways.choose(undefined, wish, never);
    expect(await ways.askPerson(undefined, ['Presence.Read.All'])).toBe(true);
    const windows = asked.filter(({ withWindow }) => withWindow);
    expect(windows.map(({ scopes }) => scopes)).toEqual([['Presence.Read.All']]);
    asked.length = 0;
    await ways.choose(undefined, wish, never).catch(() => undefined);
    // no minute of silence over what was just agreed to
    expect(asked[0]?.scopes).toContain('Presence.Read.All');
  });

  it('leaves asking to the relay where the page has no token of its own', async () => {
    expect(await setUp().ways.askPerson(undefined, ['User.Read'])).toBe(false);
    const { nested, asked } = toNested(all);
    expect(await setUp(nested).ways.askPerson(toSession('relayOnly'), ['User.Read'])).toBe(false);
    expect(asked).toEqual([]);
  });

  it('D25 refuses an agreement of another account than our server knows', async () => {
    const { ways } = setUp(toNested(all).nested);
    await expect(ways.askPerson(toSession('automatic', 'somebody-else'), read.scopes)).rejects.toMatchObject({
      code: 'sign_in_failed',
    });
  });

  it('D25 refuses a Graph token of another account than our server knows', async () => {
    const { ways } = setUp(toNested(all).nested);
    await expect(ways.choose(toSession('automatic', 'somebody-else'), read, never)).rejects.toMatchObject({
      code: 'sign_in_failed',
    });
  });
});
