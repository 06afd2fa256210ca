/** What a window of a calendar shows (fact sheet A1–A4). */
import { createStage, type Json, type Stage } from '../stage.ts';

const WEEK = 'startDateTime=2026-11-22T23:00:00Z&endDateTime=2026-11-29T23:00:00Z';
const BERLIN = { prefer: 'outlook.timezone="W. Europe Standard Time"' };

const subjects = (json: Json): string[] => (json['value'] as readonly Json[]).map((event) => String(event['subject']));

describe('calendarView', () => {
  let stage: Stage;
  beforeAll(() => {
    stage = createStage();
  });
  const view = (query: string, prefer?: string) =>
    stage.ask(`GET /me/calendarView?${query}`, undefined, prefer === undefined ? {} : { prefer });

  it('needs both ends of its window [A2]', async () => {
    for (const query of ['', 'startDateTime=2026-11-23T00:00:00Z', 'endDateTime=2026-11-23T00:00:00Z'])
      expect((await view(query)).status).toBe(400);
  });

  it.each([
    ['an end before its start', 'startDateTime=2026-11-24T00:00:00Z&endDateTime=2026-11-23T00:00:00Z'],
    ['text that is no time', 'startDateTime=today&endDateTime=2026-11-23T00:00:00Z'],
    [
      'an offset whose plus was not encoded',
      'startDateTime=2026-11-22T00:00:00+01:00&endDateTime=2026-11-23T00:00:00Z',
    ],
    ['more than 1,825 days', 'startDateTime=2021-11-23T00:00:00Z&endDateTime=2026-11-23T00:00:00Z'],
  ])('refuses %s [A2]', async (_name, query) => {
    const answer = await view(query);
    expect(answer.status).toBe(400);
    expect(answer.json['error']).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  });

  it('reads a window without offset as UTC, whatever zone is preferred [A2]', async () => {
    // 06:15 UTC is 07:15 in Berlin
    const asUtc = await view('startDateTime=2026-11-23T06:15:00&endDateTime=2026-11-23T06:16:00', BERLIN.prefer);
    expect(subjects(asUtc.json)).toEqual(['Handover']);
    const withOffset = await view('startDateTime=2026-11-23T07:15:00%2B01:00&endDateTime=2026-11-23T07:16:00%2B01:00');
    expect(subjects(withOffset.json)).toEqual(['Handover']);
  });

  it('gives ten items by default and in no useful order, with a link of Graph’s own that carries every option [A2]', async () => {
    const first = await view(`${WEEK}&$select=subject,start`);
    expect(first.json['value']).toHaveLength(10);
    const starts = (first.json['value'] as readonly Json[]).map((event) => String(event['start']?.['dateTime']));
    expect(starts).not.toEqual([...starts].sort());
    const link = String(first.json['@odata.nextLink']);
    expect(link).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/me\/calendarView\?/);
    const query = new URL(link).searchParams;
    expect(query.get('startDateTime')).toBe('2026-11-22T23:00:00Z');
    expect(query.get('$select')).toBe('subject,start');
    expect(query.get('$skip')).toBe('10');
  });

  it('gives everything once over its pages [A2]', async () => {
    const ids: string[] = [];
    let query: string | undefined = `${WEEK}&$orderby=start/dateTime&$top=4`;
    while (query !== undefined) {
      const page: { json: Json } = await view(query);
      ids.push(...(page.json['value'] as readonly Json[]).map(({ id }) => String(id)));
      query =
        page.json['@odata.nextLink'] === undefined ? undefined : String(page.json['@odata.nextLink']).split('?')[1];
    }
    const all = await view(`${WEEK}&$orderby=start/dateTime&$top=1000`);
    expect(ids).toEqual((all.json['value'] as readonly Json[]).map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['0', '1001', '-1', 'ten', '1.5'])('refuses $top=%s [A2]', async (top) => {
    expect((await view(`${WEEK}&$top=${top}`)).status).toBe(400);
  });

  it('gives up to a thousand at once [A2]', async () => {
    const { status, json } = await view(`${WEEK}&$top=1000`);
    expect(status).toBe(200);
    expect(json['@odata.nextLink']).toBeUndefined();
  });

  it('orders by start and, asked so, backwards [A2]', async () => {
    const up = await view(`${WEEK}&$orderby=start/dateTime&$top=100`);
    const down = await view(`${WEEK}&$orderby=start/dateTime desc&$top=100`);
    const starts = (json: Json): string[] =>
      (json['value'] as readonly Json[]).map((event) => String(event['start']?.['dateTime']));
    expect(starts(up.json)).toEqual([...starts(up.json)].sort());
    expect(starts(down.json)).toEqual([...starts(up.json)].reverse());
  });

  it('writes times in UTC, and in a preferred zone when it is known, with seven digits [A2]', async () => {
    const narrow = 'startDateTime=2026-11-23T06:15:00Z&endDateTime=2026-11-23T06:16:00Z';
    const utc = await view(narrow);
    expect(utc.json['value']?.[0]?.['start']).toEqual({ dateTime: '2026-11-23T06:15:00.0000000', timeZone: 'UTC' });
    const windows = await view(narrow, BERLIN.prefer);
    expect(windows.headers['Preference-Applied']).toBe('outlook.timezone="W. Europe Standard Time"');
    expect(windows.json['value']?.[0]?.['start']).toEqual({
      ...{ dateTime: '2026-11-23T07:15:00.0000000', timeZone: 'W. Europe Standard Time' },
    });
    const iana = await view(narrow, 'outlook.timezone="Asia/Kolkata"');
    expect(iana.json['value']?.[0]?.['start']).toEqual({
      ...{ dateTime: '2026-11-23T11:45:00.0000000', timeZone: 'Asia/Kolkata' },
    });
  });

  it('passes over a zone without its quotes [A2]', async () => {
    const answer = await view(WEEK, 'outlook.timezone=Asia/Kolkata');
    expect(answer.headers).not.toHaveProperty('Preference-Applied');
    expect(answer.json['value']?.[0]?.['start']?.['timeZone']).toBe('UTC');
  });

  it.each(['GMT+6:30', '+01:00', 'Nowhere/City', '', 'tzone://Microsoft/Custom'])(
    'refuses the zone "%s" [A2]',
    async (zone) => {
      const answer = await view(WEEK, `outlook.timezone="${zone}"`);
      expect(answer.status).toBe(400);
      expect(answer.json['error']?.['code']).toBe('TimeZoneNotSupportedException');
    },
  );

  it.each(['0', '-1', '2.5', '1001', 'many'])('neither honours nor confirms pages of %s [A2]', async (size) => {
    const answer = await view(WEEK, `odata.maxpagesize=${size}`);
    expect(answer.json['value']).toHaveLength(10);
    expect(answer.headers['Preference-Applied']).toBeUndefined();
  });

  it('honours a page size that is preferred, and says so [A2]', async () => {
    const answer = await view(WEEK, 'odata.maxpagesize=3');
    expect(answer.json['value']).toHaveLength(3);
    expect(answer.headers['Preference-Applied']).toContain('odata.maxpagesize=3');
  });

  it('gives bodies as text when preferred [A2]', async () => {
    const query = 'startDateTime=2026-11-28T09:00:00Z&endDateTime=2026-11-28T09:30:00Z&$select=body,subject';
    const html = await view(query);
    expect(html.json['value']?.[0]?.['body']?.['contentType']).toBe('html');
    expect(String(html.json['value']?.[0]?.['body']?.['content'])).toContain('<script>');
    const text = await view(query, 'outlook.body-content-type="text"');
    expect(text.json['value']?.[0]?.['body']).toEqual({ contentType: 'text', content: 'Agenda' });
  });

  it('shows what touches an edge, and not what only meets it [A2]', async () => {
    const inside = await view('startDateTime=2026-11-22T23:15:00Z&endDateTime=2026-11-22T23:20:00Z');
    expect(subjects(inside.json)).toEqual(['Shift swap over midnight']);
    const after = await view('startDateTime=2026-11-22T23:30:00Z&endDateTime=2026-11-23T06:15:00Z');
    expect(subjects(after.json)).toEqual([]);
  });

  it('shows an event without length where it stands [A2]', async () => {
    const answer = await view('startDateTime=2026-11-26T15:00:00Z&endDateTime=2026-11-26T15:01:00Z');
    expect(subjects(answer.json)).toEqual(['Reminder: hand in the keys']);
  });

  it('unrolls a series with its moved date, without its cancelled one, never showing the master [A2] [A3]', async () => {
    const answer = await view(
      'startDateTime=2026-11-22T23:00:00Z&endDateTime=2026-12-31T00:00:00Z&$top=1000&$orderby=start/dateTime',
    );
    const series = (answer.json['value'] as readonly Json[]).filter(({ subject }) =>
      String(subject).startsWith('Team stand-up'),
    );
    expect(series.map((event) => [String(event['start']?.['dateTime']).slice(0, 16), event['type']])).toEqual([
      ['2026-11-23T09:00', 'occurrence'],
      ['2026-11-30T09:00', 'occurrence'],
      ['2026-12-07T10:00', 'exception'],
      ['2026-12-21T09:00', 'occurrence'],
      ['2026-12-28T09:00', 'occurrence'],
    ]);
    expect(series[2]?.['originalStart']).toBe('2026-12-07T09:00:00Z');
    expect(new Set(series.map(({ seriesMasterId }) => seriesMasterId)).size).toBe(1);
    expect(new Set(series.map(({ iCalUId }) => iCalUId)).size).toBe(series.length);
  });

  it('keeps the time of day of a series over a change of the clocks [A3] [A6]', async () => {
    const spring = createStage({ now: '2027-03-15T06:00:00Z' });
    const answer = await spring.ask(
      "GET /me/calendarView?startDateTime=2027-03-14T00:00:00Z&endDateTime=2027-04-20T00:00:00Z&$top=1000&$orderby=start/dateTime&$filter=startswith(subject,'Team stand-up')",
    );
    const starts = (answer.json['value'] as readonly Json[]).map((event) =>
      String(event['start']?.['dateTime']).slice(0, 16),
    );
    expect(starts).toEqual([
      '2027-03-15T09:00',
      '2027-03-22T09:00',
      '2027-03-29T09:00',
      '2027-04-12T08:00',
      '2027-04-19T08:00',
    ]);
  });

  it('lets an all-day event float: its dates hold in every zone [A3]', async () => {
    for (const zone of ['UTC', 'Pacific Standard Time', 'Asia/Tokyo']) {
      const answer = await view(
        'startDateTime=2026-12-02T00:00:00Z&endDateTime=2026-12-02T01:00:00Z',
        `outlook.timezone="${zone}"`,
      );
      expect(answer.json['value']?.[0]).toMatchObject({
        subject: 'Trade fair',
        isAllDay: true,
        start: { dateTime: '2026-12-01T00:00:00.0000000', timeZone: zone },
        end: { dateTime: '2026-12-04T00:00:00.0000000', timeZone: zone },
      });
    }
  });

  it('keeps a cancelled meeting in the attendee’s calendar [A3]', async () => {
    const answer = await view('startDateTime=2026-11-25T10:00:00Z&endDateTime=2026-11-25T10:01:00Z');
    expect(answer.json['value']?.[0]).toMatchObject({ isCancelled: true, isOrganizer: false });
  });

  it('keeps the other own calendars apart [A1]', async () => {
    const calendars = await stage.ask('GET /me/calendars');
    const side = (calendars.json['value'] as readonly Json[]).find(({ name }) => name === 'Volunteering');
    const own = await stage.ask(`GET /me/calendars/${String(side?.['id'])}/calendarView?${WEEK}`);
    expect(subjects(own.json).sort()).toEqual(['Food bank: sorting', 'School reading hour']);
    expect(subjects((await view(`${WEEK}&$top=100`)).json)).not.toContain('Food bank: sorting');
    expect(subjects((await stage.ask(`GET /me/calendar/calendarView?${WEEK}&$top=100`)).json)).toContain('Handover');
  });

  it('shows a calendar that a colleague shares, without private subjects, under ids that hold only there [A1]', async () => {
    const calendars = await stage.ask('GET /me/calendars');
    const shared = (calendars.json['value'] as readonly Json[]).find(({ name }) => name === 'Sam Okafor');
    expect(shared).toMatchObject({ canShare: false, canEdit: false, owner: { address: 'sam@contoso.example' } });
    const home = `/me/calendars/${String(shared?.['id'])}`;
    const seen = await stage.ask(
      `GET ${home}/calendarView?${WEEK}&$top=100&$filter=subject eq 'Physiotherapy' or subject eq 'Private Appointment'`,
    );
    expect(subjects(seen.json).sort()).toEqual(['Physiotherapy', 'Private Appointment']);
    const id = String(seen.json['value']?.[0]?.['id']);
    expect((await stage.ask(`GET ${home}/events/${id}`)).status).toBe(200);
    const direct = await stage.ask(`GET /me/events/${id}`);
    expect(direct.status).toBe(404);
    expect(direct.json['error']?.['code']).toBe('ErrorItemNotFound');
    expect((await stage.ask(`PATCH ${home}/events/${id}`, { subject: 'Mine now' })).status).toBe(403);
  });

  it('opens a colleague’s own calendar to those it is shared with, and with the scope for it alone [A1]', async () => {
    const path = `GET /users/sam@contoso.example/calendarView?${WEEK}&$top=100`;
    expect((await stage.ask(path)).status).toBe(403);
    const scopes = ['Calendars.Read.Shared'];
    const seen = await stage.ask(path, undefined, { scopes });
    expect(subjects(seen.json)).toContain('Physiotherapy');
    expect(subjects(seen.json)).not.toContain('Salary talk');
    expect((await stage.ask(path, undefined, { scopes, as: 'lee' })).json['error']?.['code']).toBe('ErrorAccessDenied');
    expect((await stage.ask(path.replace('sam', 'nobody'), undefined, { scopes })).status).toBe(404);
  });

  it.each(['createdDateTime', 'lastModifiedDateTime'])('does not let %s be selected [A2]', async (name) => {
    expect((await view(`${WEEK}&$select=subject,${name}`)).status).toBe(400);
  });

  it('selects what is named, besides id and ETag [A2]', async () => {
    const answer = await view(`${WEEK}&$top=1&$select=subject,isAllDay`);
    expect(Object.keys(answer.json['value']?.[0] ?? {}).sort()).toEqual(['@odata.etag', 'id', 'isAllDay', 'subject']);
  });

  it.each([
    ['a property that events do not have', '$select=subject,colour'],
    ['an option that does not exist', '$selct=subject'],
    ['a parameter nobody knows', 'foo=1'],
    ['an option given twice', '$top=1&$top=2'],
    ['an order by something unknown', '$orderby=begin'],
    ['a search', '$search=x'],
    ['an expansion into other things', '$expand=instances'],
    ['a filter on something unknown', "$filter=topic eq 'x'"],
    ['a broken filter', '$filter=subject eq'],
  ])('refuses %s [A2]', async (_name, option) => {
    const answer = await view(`${WEEK}&${option}`);
    expect(answer.status).toBe(400);
    expect(answer.json['error']).toMatchObject({
      code: expect.any(String),
      innerError: {
        date: '2026-11-23T05:00:00',
        'request-id': expect.any(String),
        'client-request-id': expect.any(String),
      },
    });
  });

  it('answers a person without a mailbox that there is none [F9]', async () => {
    const answer = await stage.ask(`GET /me/calendarView?${WEEK}`, undefined, { as: 'kim' });
    expect(answer.status).toBe(404);
    expect(answer.json['error']?.['code']).toBe('MailboxNotEnabledForRESTAPI');
  });
});
