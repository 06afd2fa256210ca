/** What `saveAsync` leaves in the mailbox. */
import { JSON_HEADERS, openEmulator, type EmulatorClient } from '../../support/emulator-client.ts';

let client: EmulatorClient;
beforeAll(async () => {
  client = await openEmulator();
});
afterAll(() => client.emulator.close());
beforeEach(() => client.emulator.reset());

const [START, END] = [Date.parse('2026-12-15T09:00:00Z'), Date.parse('2026-12-15T09:30:00Z')];
const DRAFT = {
  ...{
    kind: 'compose',
    id: null,
    seriesId: null,
    subject: 'Planning',
    body: 'Let us plan.',
    startMs: START,
    endMs: END,
  },
  locations: [
    { id: 'plain@contoso.example', type: 'room', displayName: 'Linden', emailAddress: 'plain@contoso.example' },
  ],
  required: [{ displayName: 'Sam', emailAddress: 'sam@contoso.example' }],
  optional: [],
};
const save = async (item: object, person = 'alex') =>
  (await client.send('POST', '/hosts/broker/drafts', { person, item })).body;
const ask = async (method: string, path: string, body?: unknown) =>
  client.send(method, `/v1.0${path}`, body, await client.asAlex(JSON_HEADERS));
const held = async (address: string) =>
  (await client.control(`mailboxes/${address}/events`, undefined, 'GET')).body['value'] as readonly Record<
    string,
    unknown
  >[];

describe('a draft that Outlook saved', () => {
  it('stands in the mailbox as isDraft, with its room as a resource, and nobody else hears of it [A3] [H3]', async () => {
    const { id } = await save(DRAFT);
    const { status, body } = await ask('GET', `/me/events/${String(id)}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ isDraft: true, isOrganizer: true, subject: 'Planning', type: 'singleInstance' },
      start: { dateTime: '2026-12-15T09:00:00.0000000', timeZone: 'UTC' },
      attendees: [
        { type: 'required', emailAddress: { address: 'sam@contoso.example' } },
        { type: 'resource', emailAddress: { address: 'plain@contoso.example' }, status: { response: 'none' } },
      ],
      location: { displayName: 'Linden', locationType: 'conferenceRoom' },
    });
    await client.control('clock', { advanceMs: 5000 });
    for (const address of ['sam@contoso.example', 'plain@contoso.example'])
      expect((await held(address)).filter(({ subject }) => subject === 'Planning')).toEqual([]);
  });

  it('is the same item when it is saved again [H3]', async () => {
    const { id } = await save(DRAFT);
    expect(await save({ ...DRAFT, id, subject: 'Planning 2' })).toEqual({ id });
    expect((await ask('GET', `/me/events/${String(id)}`)).body).toMatchObject({ isDraft: true, subject: 'Planning 2' });
  });

  it('goes out when it is changed through Graph, and is no draft any more [A3]', async () => {
    const { id } = await save(DRAFT);
    expect((await ask('PATCH', `/me/events/${String(id)}`, { subject: 'Sent' })).body['isDraft']).toBe(false);
    await client.control('clock', { advanceMs: 5000 });
    expect((await held('sam@contoso.example')).map(({ subject }) => subject)).toContain('Sent');
  });

  it('goes quietly when it is deleted [A6]', async () => {
    const { id } = await save(DRAFT);
    expect((await ask('DELETE', `/me/events/${String(id)}`)).status).toBe(204);
    expect((await held('alex@contoso.example')).map((one) => one['id'])).not.toContain(id);
  });

  it('marks a meeting that was edited and not sent, and leaves the attendees’ copies as they were [A3]', async () => {
    const made = await ask('POST', '/me/events', {
      subject: 'Known',
      start: { dateTime: '2026-12-15T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-12-15T09:30:00', timeZone: 'UTC' },
      attendees: [{ emailAddress: { address: 'sam@contoso.example' } }],
    });
    await save({ ...DRAFT, id: made.body['id'], subject: 'Changed', locations: [] });
    expect((await ask('GET', `/me/events/${String(made.body['id'])}`)).body).toMatchObject({
      isDraft: true,
      subject: 'Changed',
    });
    expect((await held('sam@contoso.example')).map(({ subject }) => subject)).toContain('Known');
  });

  it('is not saved where there is nothing to save it to [H3]', async () => {
    expect(await save(DRAFT, 'kim')).toEqual({});
    expect(await save({ ...DRAFT, id: 'AAMkno=' })).toEqual({});
    expect(await save({ ...DRAFT, endMs: START - 1 })).toEqual({});
    expect(await save({})).toEqual({});
  });
});
