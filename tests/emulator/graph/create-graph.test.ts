/** What Graph says to what it does not know, and whether the published metadata knows what ours answers. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROUTES } from '../../../emulator/graph/routes.ts';
import { requireType } from '../../../emulator/graph/model/entity-model.ts';
import { createStage, type Exchange, type Json, type Stage } from './stage.ts';

describe('Graph', () => {
  const stage = createStage();

  it.each([
    ['a first segment', '/nobody', 'nobody'],
    ['a later segment', '/me/calendar/birthdays', 'birthdays'],
    ['a segment after a thing', '/me/events/AAMkx=/guests', 'guests'],
    ['a segment that only leads somewhere', '/me/settings', 'settings'],
    ['a cast nobody has', '/places/microsoft.graph.castle', 'microsoft.graph.castle'],
    ['another spelling', '/me/CalendarViews', 'CalendarViews'],
    ['what is only in beta', '/me/joinedTeams/getShifts', 'getShifts'],
    ['a version', '/v1.0/me', 'v1.0'],
    ['the root', '/', ''],
  ])('does not know %s [E3]', async (_name, path, segment) => {
    const answer = await stage.ask(`GET ${path}`);
    expect(answer.status).toBe(400);
    const message = String(answer.json['error']?.['message']);
    expect(message).toContain(segment);
    expect(answer.json['error']?.['code']).toBe('BadRequest');
  });

  it.each(['/me//events', '/me/../users', '/me/./events', '/me/%2e%2e/users', '/me/%ZZ'])(
    'refuses the path %s [E3]',
    async (path) => {
      expect((await stage.ask(`GET ${path}`)).status).toBe(400);
    },
  );

  it('names the methods of a path that has others [E3]', async () => {
    const answer = await stage.ask('DELETE /me/mailboxSettings');
    expect(answer.status).toBe(405);
    expect(answer.headers['Allow']).toBe('GET, PATCH');
  });

  it('takes keys in parentheses like segments [CSDL]', async () => {
    const { json } = await stage.ask('GET /me/calendars');
    expect((await stage.ask(`GET /me/calendars('${String(json['value']?.[0]?.['id'])}')`)).status).toBe(200);
  });

  it('takes no body where there is none [E3]', async () => {
    expect((await stage.ask('GET /me', {})).status).toBe(400);
  });

  it('gives every answer an id, the caller’s own beside it, and the same ids to the same world [E3]', async () => {
    const answer = await stage.ask('GET /me', undefined, { headers: { 'client-request-id': 'mine' } });
    expect(answer.headers).toMatchObject({
      'client-request-id': 'mine',
      'request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    const refused = await stage.ask('GET /nobody', undefined, { headers: { 'client-request-id': 'mine' } });
    expect(refused.json['error']?.['innerError']).toEqual({
      date: '2026-11-23T05:00:00',
      'request-id': refused.headers['request-id'],
      'client-request-id': 'mine',
    });
    const again = createStage();
    const once = createStage();
    expect((await again.ask('GET /me')).headers['request-id']).toBe((await once.ask('GET /me')).headers['request-id']);
  });

  it('still serves a person who was disabled, until the token ends: only continuous access evaluation at the door refuses [E3]', async () => {
    const own = createStage();
    for (const person of own.world.people.values()) if (person.key === 'sam') person.accountEnabled = false;
    expect((await own.ask('GET /me', undefined, { as: 'sam' })).status).toBe(200);
  });
});

const values = (json: Json): readonly Json[] => json['value'] as readonly Json[];
const TIMES = {
  start: { dateTime: '2026-12-15T09:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-12-15T10:00:00', timeZone: 'UTC' },
};
const MEETING = {
  attendees: [{ type: 'required', emailAddress: { address: 'sam@contoso.example' } }],
  timeConstraint: { activityDomain: 'unrestricted', timeSlots: [{ ...TIMES }] },
  meetingDuration: 'PT30M',
  locationConstraint: { suggestLocation: true },
  returnSuggestionReasons: true,
};
const WINDOW = 'startDateTime=2026-11-22T23:00:00Z&endDateTime=2026-12-20T23:00:00Z';

/** Who is there, how they look, and each kind of place asked for as what it is. */
async function askWhoAndWhere(stage: Stage): Promise<void> {
  await stage.ask('GET /me/people?$search=sam&$top=5');
  for (const who of ['/me', '/users/sam@contoso.example'])
    for (const what of ['/photo', '/photo/width', '/photo/$value', '/photos', '/photos/48x48'])
      for (const rest of what === '/photos/48x48' ? ['', '/$value', '/height'] : [''])
        await stage.ask(`GET ${who}${what}${rest}`);
  for (const type of ['room', 'roomList', 'workspace', 'building', 'floor', 'section', 'desk']) {
    const [place] = values((await stage.ask(`GET /places/microsoft.graph.${type}`)).json);
    for (const rest of ['', '/displayName'])
      await stage.ask(`GET /places/${String(place?.['id'])}/microsoft.graph.${type}${rest}`);
  }
}

/** One call at least for every route, each of them answered. */
async function askEverything(stage: Stage): Promise<void> {
  const first = async (line: string): Promise<string> => String(values((await stage.ask(line)).json)[0]?.['id']);
  const shared = { scopes: ['Calendars.ReadWrite.Shared'] };
  for (const path of ['calendar', 'calendar/events', `calendarView?${WINDOW}`, `calendar/calendarView?${WINDOW}`])
    await stage.ask(`GET /users/sam@contoso.example/${path}`, undefined, shared);
  const sams = values((await stage.ask('GET /users/sam@contoso.example/events?$top=1', undefined, shared)).json)[0];
  await stage.ask(`GET /users/sam@contoso.example/events/${String(sams?.['id'])}`, undefined, shared);
  const room = '/users/approval@contoso.example';
  for (const action of ['accept', 'tentativelyAccept', 'decline']) {
    const held = values((await stage.ask(`GET ${room}/events`, undefined, { ...shared, as: 'robin' })).json)[0];
    await stage.ask(`POST ${room}/events/${String(held?.['id'])}/${action}`, {}, { ...shared, as: 'robin' });
  }
  const calendarId = await first('GET /me/calendars?$count=true');
  for (const path of [
    '/me',
    '/me?$select=mail,userType',
    '/me/mailboxSettings',
    '/me/calendar',
    `/me/calendars/${calendarId}`,
    '/users?$top=3',
    '/users/sam@contoso.example',
    '/me/presence',
    '/users/sam@contoso.example/presence',
  ])
    await stage.ask(`GET ${path}`);
  await askWhoAndWhere(stage);
  const users = '/users/sam@contoso.example';
  for (const path of ['/displayName', '/presence/availability']) await stage.ask(`GET ${users}${path}`);
  for (const path of ['/calendar/name', `/events/${String(sams?.['id'])}/subject`])
    await stage.ask(`GET ${users}${path}`, undefined, shared);
  for (const path of ['/businessPhones', '/mailboxSettings/workingHours', '/calendar/owner', '/presence/workLocation'])
    await stage.ask(`GET /me${path}`);
  await stage.ask(`GET /me/calendars/${calendarId}/color`);
  await stage.ask('GET /places/plain@contoso.example/displayName');
  for (const standard of ['', "(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')"])
    await stage.ask(`GET /me/outlook/supportedTimeZones${standard}`);
  const added = await stage.ask('POST /me/calendars', { name: 'Another', color: 'lightTeal' });
  await stage.ask('PATCH /me/calendar', { hexColor: '#102030' });
  await stage.ask(`PATCH /me/calendars/${String(added.json['id'])}`, { name: 'And another' });
  await stage.ask(`DELETE /me/calendars/${String(added.json['id'])}`);
  await stage.ask('POST /me/findMeetingTimes', MEETING, { scopes: ['Calendars.Read.Shared'] });
  await stage.ask('PATCH /me/settings/workHoursAndLocations', { maxSharedWorkLocationDetails: 'approximate' });
  await stage.ask('GET /me/settings/workHoursAndLocations/maxSharedWorkLocationDetails');
  await stage.ask('PATCH /me/mailboxSettings', { timeFormat: 'HH:mm' });
  const lee = [...stage.world.people.values()].find(({ key }) => key === 'lee')?.objectId ?? '';
  await stage.ask('POST /communications/getPresencesByUserId', { ids: [lee] });
  for (const home of ['/me', '/me/calendar', `/me/calendars/${calendarId}`]) {
    await stage.ask(`GET ${home}/calendarView?${WINDOW}&$top=1000`);
    await stage.ask(`GET ${home}/events?$top=50&$expand=calendar`);
    const master = await first(`GET ${home}/events?$filter=type eq 'seriesMaster'`);
    await stage.ask(`GET ${home}/events/${master}/instances?${WINDOW}`);
    await stage.ask(`GET ${home}/events/${master}?$select=cancelledOccurrences,recurrence`);
    const attendees = [{ type: 'resource', emailAddress: { address: 'plain@contoso.example' } }];
    for (const removal of ['DELETE', 'cancel']) {
      const made = await stage.ask(`POST ${home}/events`, {
        subject: 'Check',
        ...TIMES,
        attendees,
        isOnlineMeeting: true,
        location: { displayName: 'Linden', locationEmailAddress: 'plain@contoso.example' },
      });
      stage.pass(2000);
      const path = `${home}/events/${String(made.json['id'])}`;
      const checkIns = '/places/plain@contoso.example/checkIns';
      await stage.ask(`POST ${checkIns}`, { calendarEventId: made.json['id'], checkInMethod: 'manual' });
      await stage.ask(`GET ${checkIns}/${String(made.json['id'])}`);
      await stage.ask(`GET ${path}`);
      await stage.ask(`GET ${path}/locations`);
      await stage.ask(`PATCH ${path}`, { subject: 'Check 2' });
      await (removal === 'DELETE' ? stage.ask(`DELETE ${path}`) : stage.ask(`POST ${path}/cancel`, { comment: '' }));
    }
    for (const action of ['accept', 'tentativelyAccept', 'decline']) {
      const invited = await first(`GET ${home}/events?$filter=isOrganizer eq false and isCancelled eq false`);
      await stage.ask(`POST ${home}/events/${invited}/${action}`, { sendResponse: true });
    }
  }
  await stage.ask('POST /me/calendar/getSchedule', {
    schedules: ['busy@contoso.example', 'sam@contoso.example', 'no@contoso.example'],
    startTime: TIMES.start,
    endTime: { dateTime: '2026-12-18T10:00:00', timeZone: 'UTC' },
  });
  for (const type of ['room', 'roomList', 'workspace', 'building', 'floor', 'section', 'desk']) {
    await stage.ask(`GET /places/microsoft.graph.${type}?$top=50&$count=true`);
    const building = await first('GET /places/microsoft.graph.building');
    await stage.ask(`GET /places/${building}/descendants/microsoft.graph.${type}`);
  }
  for (const many of ['rooms', 'workspaces'])
    await stage.ask(`GET /places/rooms-hq@contoso.example/microsoft.graph.roomlist/${many}`);
  await stage.ask('GET /places/plain@contoso.example');
  for (const home of ['/me', `/me/calendars/${calendarId}`])
    await stage.ask(`GET ${home}/calendarView/delta?${WINDOW}`);
  const mail = { scopes: ['Mail.Read'] };
  const inbox = await stage.ask('GET /me/messages', undefined, mail);
  for (const path of ['', '/subject'])
    await stage.ask(`GET /me/messages/${String(values(inbox.json)[0]?.['id'])}${path}`, undefined, mail);
  const plan = '/me/settings/workHoursAndLocations';
  for (const path of [
    '',
    '/recurrences',
    "/occurrencesView(startDateTime='2026-11-22T23:00:00Z',endDateTime='2026-11-29T23:00:00Z')",
  ])
    await stage.ask(`GET ${plan}${path}`);
  const off = { ...TIMES, workLocationType: 'timeOff', timeOffDetails: { isAllDay: false, subject: 'Away' } };
  const made = await stage.ask(`POST ${plan}/occurrences`, off);
  await stage.ask(`PUT ${plan}/occurrences/${String(made.json['id'])}`, off);
  await stage.ask(`DELETE ${plan}/occurrences/${String(made.json['id'])}`);
  await stage.ask(`POST ${plan}/occurrences/setCurrentLocation`, {
    updateScope: 'currentDay',
    workLocationType: 'office',
  });
  const weekly = {
    ...{ ...TIMES, workLocationType: 'remote' },
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
      range: { type: 'noEnd', startDate: '2026-12-15' },
    },
  };
  const again = await stage.ask(`POST ${plan}/recurrences`, weekly);
  await stage.ask(`PUT ${plan}/recurrences/${String(again.json['id'])}`, weekly);
  await stage.ask(`DELETE ${plan}/recurrences/${String(again.json['id'])}`);
  const team = await first('GET /me/joinedTeams');
  for (const path of [
    '',
    '/members',
    '/schedule',
    ...['shifts', 'openShifts', 'timesOff', 'timeOffReasons', 'schedulingGroups', 'dayNotes'].map(
      (name) => `/schedule/${name}`,
    ),
  ])
    await stage.ask(`GET /teams/${team}${path}`);
}

/** The template that a recorded call used, by its shape. */
function usesRoute(exchange: Exchange, route: (typeof ROUTES)[number]): boolean {
  const path = exchange.url.slice('/v1.0'.length).split('?')[0] ?? '';
  const pattern = route.path
    .replace(/[.()$]/g, '\\$&')
    .replace(/\{property:(\w+)\}/, (_all, type: string) => `(?:${Object.keys(requireType(type).props).join('|')})`)
    .replaceAll(/=\{\w+\}/g, "=[^,)]*'[^']*'")
    .replaceAll(/\{\w+\}/g, '[^/()]+');
  return exchange.method === route.method && new RegExp(`^${pattern}$`, 'i').test(path);
}

describe('the traffic of every route', () => {
  const stage = createStage();
  beforeAll(() => askEverything(stage));

  it('is recorded [CSDL]', () => {
    const missed = ROUTES.filter((route) => !stage.traffic.some((exchange) => usesRoute(exchange, route)));
    expect(missed.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  const checker = process.env['GRAPH_CHECK'];
  // only where the published metadata is at hand
  if (checker !== undefined)
    it('is what the published metadata describes [CSDL]', () => {
      const folder = mkdtempSync(join(tmpdir(), 'graph-traffic-'));
      const file = join(folder, 'traffic.jsonl');
      const checkable = stage.traffic.filter(({ isOffRecord }) => isOffRecord !== true);
      writeFileSync(file, checkable.map((exchange) => JSON.stringify(exchange)).join('\n'));
      try {
        const { stdout } = spawnSync(process.execPath, [realpathSync(checker), file], { encoding: 'utf8' });
        expect(stdout).toMatch(/^\d+ exchanges, 0 kinds of violation\n$/);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
});
