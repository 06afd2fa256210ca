/** Making, changing and removing events (fact sheet A3, A6). */
import { createStage, type Json, type Stage } from '../stage.ts';

const TIMES = {
  start: { dateTime: '2026-12-15T09:00:00', timeZone: 'W. Europe Standard Time' },
  end: { dateTime: '2026-12-15T10:00:00', timeZone: 'W. Europe Standard Time' },
};
const DAILY = { type: 'daily', interval: 1 };
const ENDING = { type: 'endDate', startDate: '2026-12-15' };
const to = (address: string, type = 'required'): object => ({ type, emailAddress: { address } });
const HOLD = 'String {6f1d8f5e-3c55-4b43-9d0a-7a0f0b8f6d21} Name OfficeShiftsHold';
const EXPAND = `$expand=singleValueExtendedProperties($filter=id eq '${HOLD}')`;

describe('events', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = createStage();
  });
  const create = (body: object = {}) => stage.ask('POST /me/events', { subject: 'Test', ...TIMES, ...body });
  const read = (id: unknown, query = '') => stage.ask(`GET /me/events/${String(id)}${query}`);

  it('are created with 201, their defaults and their ETag [A6]', async () => {
    const made = await create();
    expect(made.status).toBe(201);
    expect(made.headers['ETag']).toBe(made.json['@odata.etag']);
    expect(made.json).toMatchObject({
      ...{ subject: 'Test', isOrganizer: true, showAs: 'busy', type: 'singleInstance', isAllDay: false },
      start: { dateTime: '2026-12-15T08:00:00.0000000', timeZone: 'UTC' },
      originalStartTimeZone: 'W. Europe Standard Time',
      responseStatus: { response: 'organizer', time: '0001-01-01T00:00:00Z' },
      organizer: { emailAddress: { address: 'alex@contoso.example' } },
    });
  });

  it('are made once for one transaction id [A6] [E4]', async () => {
    const transactionId = '5d9ac7a4-3f0e-4f43-9a52-0f4ef1fd3f10';
    const first = await create({ transactionId });
    const second = await create({ transactionId, subject: 'Other' });
    expect(second.status).toBe(201);
    expect(second.json['id']).toBe(first.json['id']);
    expect(second.json['subject']).toBe('Test');
    const other = await create({ transactionId: '6d9ac7a4-3f0e-4f43-9a52-0f4ef1fd3f10' });
    expect(other.json['id']).not.toBe(first.json['id']);
    expect((await read(first.json['id'])).json['transactionId']).toBe(transactionId);
  });

  it('are found afterwards, and gone after deletion [A6]', async () => {
    const { json } = await create();
    expect((await read(json['id'])).status).toBe(200);
    const gone = await stage.ask(`DELETE /me/events/${String(json['id'])}`);
    expect(gone.status).toBe(204);
    expect(gone.body).toBeUndefined();
    expect((await read(json['id'])).json['error']?.['code']).toBe('ErrorItemNotFound');
    expect((await stage.ask(`DELETE /me/events/${String(json['id'])}`)).status).toBe(404);
  });

  it('change under the ETag they were read with, and under no other [A6]', async () => {
    const { json } = await create();
    const path = `PATCH /me/events/${String(json['id'])}`;
    const etag = String(json['@odata.etag']);
    const changed = await stage.ask(path, { subject: 'Second' }, { headers: { 'if-match': etag } });
    expect(changed.status).toBe(200);
    expect(changed.json['@odata.etag']).not.toBe(etag);
    expect((await stage.ask(path, { subject: 'Third' }, { headers: { 'if-match': etag } })).status).toBe(412);
    expect((await read(json['id'])).json['subject']).toBe('Second');
    expect((await stage.ask(path, { subject: 'Fourth' }, { headers: { 'if-match': '*' } })).status).toBe(200);
    const stale = await stage.ask(`DELETE ${path.slice(6)}`, undefined, { headers: { 'if-match': etag } });
    expect(stale.status).toBe(412);
  });

  it('take attendees as a whole and keep the answers of those who stay [A6]', async () => {
    const { json } = await create({ attendees: [to('sam@contoso.example'), to('robin@contoso.example')] });
    const id = String(json['id']);
    const copies = await stage.ask("GET /me/events?$filter=subject eq 'Test'", undefined, { as: 'sam' });
    await stage.ask(`POST /me/events/${String(copies.json['value']?.[0]?.['id'])}/accept`, {}, { as: 'sam' });
    const changed = await stage.ask(`PATCH /me/events/${id}`, {
      attendees: [to('SAM@contoso.example'), to('lee@contoso.example')],
    });
    expect(
      (changed.json['attendees'] as readonly Json[]).map((one) => [
        one['emailAddress']?.['address'],
        one['status']?.['response'],
      ]),
    ).toEqual([
      ['SAM@contoso.example', 'accepted'],
      ['lee@contoso.example', 'none'],
    ]);
  });

  it('ask everybody again when their time changes, and nobody when it does not [A6]', async () => {
    const { json } = await create({ attendees: [to('sam@contoso.example')] });
    const id = String(json['id']);
    const copy = await stage.ask("GET /me/events?$filter=subject eq 'Test'", undefined, { as: 'sam' });
    await stage.ask(`POST /me/events/${String(copy.json['value']?.[0]?.['id'])}/tentativelyAccept`, {}, { as: 'sam' });
    const renamed = await stage.ask(`PATCH /me/events/${id}`, { subject: 'Test 2' });
    expect(renamed.json['attendees']?.[0]?.['status']?.['response']).toBe('tentativelyAccepted');
    const moved = await stage.ask(`PATCH /me/events/${id}`, {
      end: { dateTime: '2026-12-15T10:30:00', timeZone: 'W. Europe Standard Time' },
    });
    expect(moved.json['start']).toEqual({ dateTime: '2026-12-15T08:00:00.0000000', timeZone: 'UTC' });
    expect(moved.json['attendees']?.[0]?.['status']?.['response']).toBe('none');
  });

  it('tell the organizer the time that somebody would rather have, until they answer anew [docs]', async () => {
    const { json } = await create({ attendees: [to('sam@contoso.example')] });
    const copy = await stage.ask("GET /me/events?$filter=subject eq 'Test'", undefined, { as: 'sam' });
    const path = `/me/events/${String(copy.json['value']?.[0]?.['id'])}`;
    const at = (hour: number) => ({ dateTime: `2026-12-15T${hour}:00:00`, timeZone: 'W. Europe Standard Time' });
    const proposedNewTime = { start: at(11), end: at(12) };
    await stage.ask(`POST ${path}/tentativelyAccept`, { proposedNewTime }, { as: 'sam' });
    expect((await read(json['id'])).json['attendees']?.[0]?.['proposedNewTime']).toEqual({
      start: { dateTime: '2026-12-15T10:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-12-15T11:00:00.0000000', timeZone: 'UTC' },
    });
    await stage.ask(`POST ${path}/accept`, {}, { as: 'sam' });
    expect((await read(json['id'])).json['attendees']?.[0]?.['proposedNewTime']).toBeUndefined();
  });

  it('keep extended properties, change them and show them only when expanded [CSDL]', async () => {
    const { json } = await create({ singleValueExtendedProperties: [{ id: HOLD, value: 'mark' }] });
    expect(json['singleValueExtendedProperties']).toBeUndefined();
    const upper = EXPAND.replace(/\{.*?\}/, (guid) => guid.toUpperCase());
    expect((await read(json['id'], `?${upper}`)).json['singleValueExtendedProperties']).toEqual([
      { id: HOLD, value: 'mark' },
    ]);
    const selected = await read(json['id'], `?$select=subject&${EXPAND}`);
    expect(
      Object.keys(selected.json)
        .filter((name) => !name.startsWith('@'))
        .sort(),
    ).toEqual(['id', 'singleValueExtendedProperties', 'subject']);
    await stage.ask(`PATCH /me/events/${String(json['id'])}`, {
      singleValueExtendedProperties: [{ id: HOLD, value: '' }],
    });
    expect((await read(json['id'], `?${EXPAND}`)).json['singleValueExtendedProperties']).toEqual([
      { id: HOLD, value: '' },
    ]);
    const window = 'startDateTime=2026-12-15T00:00:00Z&endDateTime=2026-12-16T00:00:00Z';
    const view = await stage.ask(`GET /me/calendarView?${window}&$select=subject&${EXPAND}&$filter=subject eq 'Test'`);
    expect(view.json['value']?.[0]?.['singleValueExtendedProperties']).toEqual([{ id: HOLD, value: '' }]);
  });

  it('refuse an extended property without a proper name [CSDL]', async () => {
    const answer = await create({ singleValueExtendedProperties: [{ id: 'Hold', value: 'x' }] });
    expect(answer.json['error']?.['code']).toBe('ErrorInvalidExtendedProperty');
  });

  it('get a join link when online, for good, until the body loses it [A3] [A6]', async () => {
    const { json } = await create({
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      body: { contentType: 'text', content: 'Agenda' },
    });
    const joinUrl = String(json['onlineMeeting']?.['joinUrl']);
    expect(joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
    const path = `PATCH /me/events/${String(json['id'])}`;
    const off = await stage.ask(path, { isOnlineMeeting: false });
    expect(off.json).toMatchObject({ isOnlineMeeting: true, onlineMeeting: { joinUrl } });
    const kept = await stage.ask(path, { body: { contentType: 'html', content: `More. ${joinUrl}` } });
    expect(kept.json['onlineMeeting']?.['joinUrl']).toBe(joinUrl);
    const lost = await stage.ask(path, { body: { contentType: 'html', content: 'Only this' } });
    expect(lost.json).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null });
  });

  it('become online later [A3] [A6]', async () => {
    const { json } = await create();
    const changed = await stage.ask(`PATCH /me/events/${String(json['id'])}`, { isOnlineMeeting: true });
    expect(changed.json).toMatchObject({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' });
    expect(changed.json['onlineMeeting']?.['joinUrl']).toEqual(expect.any(String));
  });

  it('last whole days when they say so [A3]', async () => {
    const day = (date: string): object => ({ dateTime: `${date}T00:00:00`, timeZone: 'UTC' });
    const made = await create({ isAllDay: true, start: day('2026-12-15'), end: day('2026-12-17') });
    expect(made.json).toMatchObject({
      isAllDay: true,
      start: { dateTime: '2026-12-15T00:00:00.0000000' },
      end: { dateTime: '2026-12-17T00:00:00.0000000' },
    });
    expect((await create({ isAllDay: true })).status).toBe(400);
    expect((await create({ isAllDay: true, start: day('2026-12-15'), end: day('2026-12-15') })).status).toBe(400);
  });

  it('recur, and change or lose single dates [A6]', async () => {
    const recurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
      range: { type: 'numbered', startDate: '2026-12-15', numberOfOccurrences: 3 },
    };
    const { json } = await create({ recurrence });
    expect(json['type']).toBe('seriesMaster');
    const window = '?startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-03-01T00:00:00Z&$orderby=start/dateTime';
    const instances = async (): Promise<readonly Json[]> =>
      (await stage.ask(`GET /me/events/${String(json['id'])}/instances${window}`)).json['value'] as readonly Json[];
    const before = await instances();
    expect(before.map((one) => [String(one['start']?.['dateTime']).slice(0, 10), one['type']])).toEqual([
      ['2026-12-15', 'occurrence'],
      ['2026-12-22', 'occurrence'],
      ['2026-12-29', 'occurrence'],
    ]);
    await stage.ask(`PATCH /me/events/${String(before[1]?.['id'])}`, { subject: 'Special' });
    expect((await stage.ask(`DELETE /me/events/${String(before[2]?.['id'])}`)).status).toBe(204);
    expect((await instances()).map(({ subject, type }) => [subject, type])).toEqual([
      ['Test', 'occurrence'],
      ['Special', 'exception'],
    ]);
    const crossing = await stage.ask(`PATCH /me/events/${String(before[0]?.['id'])}`, {
      start: { dateTime: '2026-12-23T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-12-23T10:00:00', timeZone: 'UTC' },
    });
    expect(crossing.json['error']?.['code']).toBe('ErrorOccurrenceCrossingBoundary');
  });

  it('are listed for the primary calendar, masters once and occurrences not [A3]', async () => {
    const answer = await stage.ask("GET /me/events?$top=1000&$filter=startswith(subject,'Team stand-up')");
    expect((answer.json['value'] as readonly Json[]).map(({ type }) => type)).toEqual(['seriesMaster']);
  });

  it.each([
    ['no times', { start: undefined, end: undefined }],
    ['an end before its start', { end: { dateTime: '2026-12-15T08:00:00', timeZone: 'W. Europe Standard Time' } }],
    ['a time that is none', { start: { dateTime: '2026-02-30T09:00:00', timeZone: 'UTC' } }],
    ['an unknown zone', { start: { dateTime: '2026-12-15T09:00:00', timeZone: 'Mars/Olympus' } }],
    ['a property that events do not have', { colour: 'red' }],
    ['a property inside that does not exist', { location: { displayName: 'x', floor: 3 } }],
    ['the wrong kind of value', { subject: 5 }],
    ['a member that no enumeration has', { showAs: 'maybe' }],
    ['an attendee without an address', { attendees: [{ type: 'required', emailAddress: { name: 'Sam' } }] }],
    ['501 attendees', { attendees: Array.from({ length: 501 }, (_, n) => to(`p${n}@elsewhere.example`)) }],
    ['a foreign meeting provider', { isOnlineMeeting: true, onlineMeetingProvider: 'skypeForBusiness' }],
    ['a subject of 256 characters', { subject: 'x'.repeat(256) }],
    [
      'a series that ends on a day that is none',
      { recurrence: { pattern: DAILY, range: { ...ENDING, endDate: '2027-02-30' } } },
    ],
    [
      'a weekly pattern without days',
      { recurrence: { pattern: { type: 'weekly', interval: 1 }, range: { type: 'noEnd', startDate: '2026-12-15' } } },
    ],
  ])('are refused with %s [A6]', async (_name, body) => {
    const before = stage.world.mailboxes.find('alex@contoso.example')?.events.size;
    const answer = await create(body);
    expect(answer.status).toBe(400);
    expect(answer.json['error']).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect(stage.world.mailboxes.find('alex@contoso.example')?.events.size).toBe(before);
  });

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['text', 'event'],
  ])('are not made of %s [A6]', async (_name, body) => {
    expect((await stage.ask('POST /me/events', body)).status).toBe(400);
  });

  it('take 500 attendees [A3]', async () => {
    const attendees = Array.from({ length: 500 }, (_, n) => to(`p${n}@elsewhere.example`));
    expect((await create({ attendees })).status).toBe(201);
  });

  it('are cancelled by their organizer alone [A6]', async () => {
    const { json } = await create({ attendees: [to('sam@contoso.example')] });
    const copy = (await stage.ask("GET /me/events?$filter=subject eq 'Test'", undefined, { as: 'sam' })).json[
      'value'
    ]?.[0];
    const refused = await stage.ask(`POST /me/events/${String(copy?.['id'])}/cancel`, { comment: 'no' }, { as: 'sam' });
    expect(refused.status).toBe(400);
    expect(refused.json['error']?.['message']).toBe('You need to be an organizer to cancel a meeting.');
    expect((await stage.ask(`POST /me/events/${String(json['id'])}/cancel`, { Comment: 'sorry' })).status).toBe(202);
    expect((await read(json['id'])).status).toBe(404);
    const left = await stage.ask(`GET /me/events/${String(copy?.['id'])}`, undefined, { as: 'sam' });
    expect(left.json).toMatchObject({ isCancelled: true, subject: 'Canceled: Test' });
  });

  it('cannot be answered by their organizer [A6]', async () => {
    const { json } = await create({ attendees: [to('sam@contoso.example')] });
    expect((await stage.ask(`POST /me/events/${String(json['id'])}/accept`, {})).status).toBe(400);
  });

  it('are not found under ids that are none, or somebody else’s [E3]', async () => {
    expect((await read('nonsense')).json['error']?.['code']).toBe('ErrorInvalidIdMalformed');
    const others = await stage.ask('GET /me/events?$top=1', undefined, { as: 'robin' });
    expect((await read(others.json['value']?.[0]?.['id'])).status).toBe(404);
  });

  it('go into another own calendar when that is named, and never into a shared or read-only one [A1] [A6]', async () => {
    const calendars = (await stage.ask('GET /me/calendars')).json['value'] as readonly Json[];
    const idOf = (name: string): string => String(calendars.find((one) => one['name'] === name)?.['id']);
    const made = await stage.ask(`POST /me/calendars/${idOf('Volunteering')}/events`, { subject: 'Side', ...TIMES });
    expect(made.status).toBe(201);
    expect(
      (await stage.ask(`GET /me/calendars/${idOf('Volunteering')}/events/${String(made.json['id'])}`)).status,
    ).toBe(200);
    expect((await stage.ask(`GET /me/calendar/events/${String(made.json['id'])}`)).status).toBe(200);
    for (const name of ['Sam Okafor', 'Public holidays'])
      expect((await stage.ask(`POST /me/calendars/${idOf(name)}/events`, { subject: 'Side', ...TIMES })).status).toBe(
        403,
      );
  });
});
