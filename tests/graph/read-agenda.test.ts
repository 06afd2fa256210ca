import { createGraph } from '../../src/graph/create-graph.ts';
import { readAgenda } from '../../src/graph/read-agenda.ts';
import { fakeClock, graphError, json, scriptedFetch } from '../support/scripted-fetch.ts';

const window = {
  start: Temporal.Instant.from('2026-11-23T00:00:00Z'),
  end: Temporal.Instant.from('2026-11-30T00:00:00Z'),
};

const event = (more: object = {}): object => ({
  '@odata.etag': 'W/"1"',
  id: 'e1',
  subject: 'Stand-up',
  start: { dateTime: '2026-11-23T09:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-11-23T09:30:00.0000000', timeZone: 'UTC' },
  isAllDay: false,
  isCancelled: false,
  isOrganizer: true,
  type: 'singleInstance',
  showAs: 'busy',
  sensitivity: 'normal',
  responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
  organizer: { emailAddress: { name: 'Ana', address: 'ana@contoso.com' } },
  attendees: [],
  location: { displayName: '' },
  locations: [],
  onlineMeeting: null,
  webLink: 'https://outlook.office365.com/owa/?itemid=e1',
  ...more,
});

const calendars = [
  { id: 'c1', name: 'Calendar', owner: { address: 'ANA@contoso.com' }, isDefaultCalendar: true, hexColor: '' },
  { id: 'c2', name: 'Side', owner: { address: 'ana.old@contoso.com' }, isDefaultCalendar: false, hexColor: '#aabbcc' },
  { id: 'c3', name: 'Ben', owner: { address: 'ben@contoso.com' }, isDefaultCalendar: false, hexColor: '' },
  { id: 'c4', name: 'No owner', owner: null, isDefaultCalendar: false, hexColor: '' },
];
const BODIES: Record<string, unknown> = {
  '/me/calendarView': { value: [event()] },
  '/me/calendars': { value: calendars },
  '/me/joinedTeams': { value: [{ id: 't1', displayName: 'Front desk', isArchived: false }] },
  '/me/mailboxSettings': {
    timeZone: 'W. Europe Standard Time',
    timeFormat: 'HH:mm',
    workingHours: {
      daysOfWeek: ['monday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: 'Customized Time Zone', bias: 480 },
    },
  },
  '/me': {
    id: 'oid',
    mail: 'ana@contoso.com',
    userPrincipalName: 'ana@contoso.com',
    proxyAddresses: ['smtp:Ana.Old@contoso.com', 'X500:/o=x'],
  },
  '/me/settings/workHoursAndLocations/recurrences': { value: [] },
  '/places/microsoft.graph.building': { value: [{ id: 'b', placeId: 'p1', displayName: 'HQ' }] },
  occurrencesView: {
    value: [
      {
        id: 'o1',
        start: { dateTime: '2026-11-23T08:00:00.0000000', timeZone: 'UTC' },
        end: { dateTime: '2026-11-23T16:30:00.0000000', timeZone: 'UTC' },
        workLocationType: 'office',
        placeId: 'p1',
      },
    ],
  },
};

interface Inner {
  readonly id: string;
  readonly url: string;
}
type Item = { readonly status: number; readonly body: unknown };

/** Answers a batch from BODIES, with what a test says otherwise about single paths. */
const answerBatch =
  (other: Record<string, Item | object> = {}) =>
  ({ body }: { body: string | undefined }): Response => {
    const { requests } = JSON.parse(body ?? '') as { requests: Inner[] };
    const responses = requests.map(({ id, url }) => {
      const path = url.split('?')[0] ?? '';
      const key = path.includes('occurrencesView') ? 'occurrencesView' : path;
      const own = other[key];
      const item =
        own === undefined ? { status: 200, body: BODIES[key] } : 'status' in own ? own : { status: 200, body: own };
      return { id, headers: { 'Content-Type': 'application/json' }, ...item };
    });
    return json({ responses }, 200, { Date: 'Mon, 23 Nov 2026 09:00:00 GMT' });
  };

function setUp(...script: Parameters<typeof scriptedFetch>) {
  const world = scriptedFetch(...script);
  const getToken = (): Promise<string> => Promise.resolve('t');
  const graph = createGraph({ base: 'http://graph.test', fetch: world.fetch, clock: fakeClock(), getToken });
  return { ...world, graph };
}
const read = (...script: Parameters<typeof scriptedFetch>) =>
  readAgenda(setUp(...script).graph, { window, withTeams: true });
const error = { error: { code: 'x', message: 'm' } };

describe('readAgenda', () => {
  it('reads everything the screen needs to begin in one batch', async () => {
    const { graph, asked } = setUp(answerBatch());
    const agenda = await readAgenda(graph, { window, withTeams: true });
    expect(asked).toHaveLength(1);
    expect(agenda.problems).toEqual([]);
    expect(agenda.skipped).toBe(0);
    expect(agenda.events[0]).toMatchObject({ id: 'e1', calendarId: 'c1', etag: 'W/"1"', subject: 'Stand-up' });
    expect(agenda.teams).toEqual([{ id: 't1', name: 'Front desk' }]);
    expect(agenda.mailbox).toMatchObject({
      zone: 'Europe/Berlin',
      graphZone: 'W. Europe Standard Time',
      hourCycle: 'h23',
    });
    expect(agenda.mailbox?.workingHours).toMatchObject({ daysOfWeek: [1, 5], zone: 'Europe/Berlin' });
    expect(agenda.workPlan[0]).toMatchObject({ source: 'workPlan', place: { kind: 'office', building: 'HQ' } });
    expect(String(agenda.serverNow)).toBe('2026-11-23T09:00:00Z');
  });

  it('asks in UTC, in order, for the fields it reads and our own mark alone', async () => {
    const { graph, asked } = setUp(answerBatch());
    await readAgenda(graph, { window, withTeams: true });
    const { requests } = JSON.parse(asked[0]?.body ?? '') as { requests: (Inner & { headers?: object })[] };
    const url = new URL(requests[0]?.url ?? '', 'http://x');
    expect(url.searchParams.get('startDateTime')).toBe('2026-11-23T00:00:00Z');
    expect(url.searchParams.get('$orderby')).toBe('start/dateTime');
    expect(url.searchParams.get('$select')).not.toContain('body');
    expect(url.searchParams.get('$expand')).toMatch(/^singleValueExtendedProperties\(\$filter=id eq 'String \{/);
    expect(requests.every(({ headers }) => headers === undefined)).toBe(true);
  });

  it('leaves calendars of others out, whatever the token could read', async () => {
    const { calendars: own } = await read(answerBatch());
    expect(own.map(({ id }) => id)).toEqual(['c1', 'c2']);
  });

  it('leaves a calendar of somebody else out though it calls itself the default one', async () => {
    const body = { value: [{ ...calendars[2], isDefaultCalendar: true }] };
    expect((await read(answerBatch({ '/me/calendars': body }))).calendars).toEqual([]);
  });

  it.each(['/me/joinedTeams', '/me/mailboxSettings', '/me/calendars', 'occurrencesView', '/me'])(
    'shows the rest when %s fails, and says what is missing',
    async (path) => {
      const agenda = await read(answerBatch({ [path]: { status: 403, body: error } }));
      expect(agenda.events).toHaveLength(1);
      expect(agenda.problems.map(({ failure }) => failure.code)).toEqual(['access_denied']);
    },
  );

  it('names no building, and no problem, where places can’t be read', async () => {
    const agenda = await read(answerBatch({ '/places/microsoft.graph.building': { status: 403, body: error } }));
    expect(agenda.workPlan[0]?.place).toEqual({ kind: 'office' });
    expect(agenda.problems).toEqual([]);
  });

  it('does not ask what it has no scope for, and says so', async () => {
    const { graph, asked } = setUp(answerBatch());
    const granted = new Set(['User.Read', 'Calendars.Read']);
    const agenda = await readAgenda(graph, { window, withTeams: true, granted });
    expect(asked[0]?.body).not.toContain('joinedTeams');
    expect(agenda.problems.map(({ source, failure }) => [source, failure.code, failure.details.scopes])).toEqual([
      ['mailboxSettings', 'consent_required', ['MailboxSettings.Read']],
      ['teamsShifts', 'consent_required', ['Team.ReadBasic.All']],
    ]);
  });

  it('plans by the recurrences where no occurrence tells the day, in a building by its name', async () => {
    const recurrence = {
      id: 'r1',
      start: { dateTime: '2026-01-05T09:00:00.0000000', timeZone: 'W. Europe Standard Time' },
      end: { dateTime: '2026-01-05T17:00:00.0000000', timeZone: 'W. Europe Standard Time' },
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday', 'tuesday'], firstDayOfWeek: 'monday' },
        range: { type: 'noEnd', startDate: '2026-01-05', endDate: '0001-01-01' },
      },
      workLocationType: 'office',
      placeId: 'p1',
    };
    const { workPlan } = await read(
      answerBatch({ '/me/settings/workHoursAndLocations/recurrences': { value: [recurrence] } }),
    );
    expect(workPlan.map(({ id, start }) => [id, String(start)])).toEqual([
      ['o1', '2026-11-23T08:00:00Z'],
      ['r1 2026-11-24', '2026-11-24T08:00:00Z'],
    ]);
    expect(workPlan[1]?.place).toEqual({ kind: 'office', building: 'HQ' });
  });

  it('shows a person without a mailbox their teams, and says it once', async () => {
    const missing = { status: 404, body: { error: { code: 'MailboxNotEnabledForRESTAPI', message: 'm' } } };
    const mailboxParts = ['/me/calendarView', 'occurrencesView', '/me/calendars', '/me/mailboxSettings'];
    const agenda = await read(answerBatch(Object.fromEntries(mailboxParts.map((path) => [path, missing]))));
    expect(agenda.teams).toEqual([{ id: 't1', name: 'Front desk' }]);
    expect(agenda.problems).toMatchObject([{ source: 'calendar', failure: { code: 'mailbox_missing' } }]);
  });

  it('E21 says that there is no mailbox', async () => {
    const missing = { status: 404, body: { error: { code: 'MailboxNotEnabledForRESTAPI', message: 'm' } } };
    const nobody = { '/me/calendarView': missing, '/me/joinedTeams': { value: [] } };
    await expect(read(answerBatch(nobody))).rejects.toMatchObject({ code: 'mailbox_missing' });
  });

  describe('D11 paging', () => {
    const first = (link = 'https://graph.microsoft.com/v1.0/me/calendarView?$skiptoken=2') =>
      answerBatch({ '/me/calendarView': { value: [event()], '@odata.nextLink': link } });

    it('follows the pages, and shows an event on two of them once', async () => {
      const agenda = await read(first(), json({ value: [event(), event({ id: 'e2' })] }));
      expect(agenda.events.map(({ id }) => id)).toEqual(['e1', 'e2']);
    });

    it('shows what came before a page that failed, and says that it is not all', async () => {
      const agenda = await read(first(), graphError(403, 'x'));
      expect(agenda.events).toHaveLength(1);
      expect(agenda.problems).toMatchObject([{ source: 'calendar', failure: { code: 'access_denied' } }]);
    });

    it('follows no link to another host', async () => {
      const { graph, asked } = setUp(first('https://evil.example/v1.0/me/calendarView'));
      const agenda = await readAgenda(graph, { window, withTeams: true });
      expect(asked).toHaveLength(1);
      expect(agenda.problems).toMatchObject([{ source: 'calendar', failure: { code: 'bad_response' } }]);
    });
  });

  it.each([
    ['HTML', '<html></html>'],
    ['nothing', null],
    ['no value', {}],
    ['a value that is no list', { value: 'x' }],
  ])('D15 fails where the primary calendar answers %s', async (_name, body) => {
    await expect(read(answerBatch({ '/me/calendarView': { status: 200, body } }))).rejects.toMatchObject({
      code: 'bad_response',
    });
  });

  it('says that the mailbox’s zone is not known rather than guess it', async () => {
    const agenda = await read(answerBatch({ '/me/mailboxSettings': { timeZone: 'tzone://Microsoft/Custom' } }));
    expect(agenda.mailbox).toBeUndefined();
    expect(agenda.problems).toMatchObject([{ source: 'mailboxSettings', failure: { code: 'bad_response' } }]);
  });
});
