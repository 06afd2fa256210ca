/** Each call needs a scope of the published permission table, and nothing else needs it. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PERMISSIONS } from '../../../emulator/graph/permissions.ts';
import { ALL_SCOPES, createStage } from './stage.ts';

const WINDOW = 'startDateTime=2026-11-23T00:00:00Z&endDateTime=2026-11-24T00:00:00Z';
const PLAN =
  "/me/settings/workHoursAndLocations/occurrencesView(startDateTime='2026-11-23T00:00:00Z',endDateTime='2026-11-24T00:00:00Z')";

describe('scopes', () => {
  const stage = createStage();

  it.each([
    ['/me', ['User.Read', 'User.ReadBasic.All'], 'Authorization_RequestDenied'],
    ['/me/calendars', ['Calendars.Read', 'Calendars.ReadWrite'], 'ErrorAccessDenied'],
    [`/me/calendarView?${WINDOW}`, ['Calendars.Read', 'Calendars.ReadWrite'], 'ErrorAccessDenied'],
    ['/me/mailboxSettings', ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'], 'ErrorAccessDenied'],
    ['/places/microsoft.graph.room', ['Place.Read.All'], 'ErrorAccessDenied'],
    [PLAN, ['Calendars.Read', 'Calendars.ReadWrite'], 'ErrorAccessDenied'],
    ['/me/joinedTeams', ['Team.ReadBasic.All'], 'Forbidden'],
    ['/me/presence', ['Presence.Read.All'], 'Forbidden'],
  ])('guard %s [PERM]', async (path, needed, code) => {
    const without = ALL_SCOPES.filter((scope) => !needed.includes(scope));
    const refused = await stage.ask(`GET ${path}`, undefined, { scopes: without });
    expect([refused.status, refused.json['error']?.['code']]).toEqual([403, code]);
    for (const scope of needed)
      expect((await stage.ask(`GET ${path}`, undefined, { scopes: [scope] })).status).toBe(200);
  });

  it('Presence.Read is about oneself, Presence.Read.All about others too [D3]', async () => {
    const presence = (who: string, scope: string) =>
      stage.ask(`GET /users/${who}@contoso.example/presence`, undefined, { scopes: [scope] });
    expect((await presence('alex', 'Presence.Read')).status).toBe(200);
    expect(await presence('sam', 'Presence.Read')).toMatchObject({
      status: 403,
      json: { error: { code: 'Forbidden' } },
    });
    expect((await presence('sam', 'Presence.Read.All')).status).toBe(200);
  });

  it('each missing one costs its own calls and nothing else: without Place.Read.All only places [PERM]', async () => {
    const paths = [
      '/me',
      '/me/calendars',
      `/me/calendarView?${WINDOW}`,
      '/me/mailboxSettings',
      PLAN,
      '/me/joinedTeams',
    ];
    const without = { scopes: ALL_SCOPES.filter((scope) => scope !== 'Place.Read.All') };
    for (const path of [...paths, '/me/presence', '/users?$top=1'])
      expect([path, (await stage.ask(`GET ${path}`, undefined, without)).status]).toEqual([path, 200]);
    for (const path of [
      '/places/microsoft.graph.room',
      '/places/plain@contoso.example',
      '/places/x/descendants/microsoft.graph.room',
    ])
      expect([path, (await stage.ask(`GET ${path}`, undefined, without)).status]).toEqual([path, 403]);
  });

  it('let nobody write who may only read [PERM]', async () => {
    const body = {
      subject: 'x',
      start: { dateTime: '2026-12-15T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-12-15T10:00:00', timeZone: 'UTC' },
    };
    const refused = await stage.ask('POST /me/events', body, { scopes: ['Calendars.Read'] });
    expect([refused.status, refused.json['error']?.['code']]).toEqual([403, 'ErrorAccessDenied']);
    expect((await stage.ask('POST /me/events', body, { scopes: ['Calendars.ReadWrite'] })).status).toBe(201);
  });

  it('name what is missing for teams [PERM]', async () => {
    const answer = await stage.ask('GET /me/joinedTeams', undefined, { scopes: ['User.Read'] });
    expect(answer.json['error']?.['message']).toContain("Scopes on the request 'User.Read'");
  });

  const checker = process.env['GRAPH_CHECK'];
  // only where the published metadata is at hand
  if (checker !== undefined)
    it('are those of the published table [PERM]', () => {
      const file = join(dirname(checker ?? ''), 'permissions.json');
      const published = (JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, string[]>> })
        .paths;
      for (const [path, methods] of Object.entries(PERMISSIONS))
        for (const [method, scopes] of Object.entries(methods))
          expect([path, method, scopes.split(' ')]).toEqual([path, method, published[path]?.[method]]);
    });
});
