/** Ids that stay when an event moves to another calendar (fact sheet A2: `IdType="ImmutableId"`). */
import { openEmulator, JSON_HEADERS, type EmulatorClient } from '../../support/emulator-client.ts';

type Json = Readonly<Record<string, unknown>>;
const IMMUTABLE = { Prefer: 'IdType="ImmutableId"' };

let client: EmulatorClient;
beforeAll(async () => {
  client = await openEmulator();
});
afterAll(() => client.emulator.close());
beforeEach(() => client.emulator.reset());

const ask = async (method: string, path: string, body?: unknown, headers = {}) =>
  client.send(
    method,
    `/v1.0${path}`,
    body,
    await client.asAlex({ ...(body === undefined ? {} : JSON_HEADERS), ...headers }),
  );
const TIMES = {
  start: { dateTime: '2026-12-15T09:00:00', timeZone: 'UTC' },
  end: { dateTime: '2026-12-15T10:00:00', timeZone: 'UTC' },
};
const WEEKLY = {
  pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
  range: { type: 'noEnd', startDate: '2026-12-15' },
};
const move = (id: string, calendar: string) =>
  client.control(`mailboxes/alex@contoso.example/events/${id}/move`, { calendar });

/** An event in the primary calendar and another calendar to move it to. */
async function prepare(
  more: Json = {},
): Promise<{ readonly id: string; readonly immutableId: string; readonly calendarId: string }> {
  const made = await ask('POST', '/me/events', { subject: 'Talk', ...TIMES, ...more });
  const id = String(made.body['id']);
  const immutable = await ask('GET', `/me/events/${id}?$select=id`, undefined, IMMUTABLE);
  const calendar = await ask('POST', '/me/calendars', { name: 'Training' });
  return { id, immutableId: String(immutable.body['id']), calendarId: String(calendar.body['id']) };
}

describe('the usual id of an event', () => {
  it('is another one once the event moved to another calendar [A2]', async () => {
    const { id, calendarId } = await prepare();
    const moved = await move(id, 'Training');
    expect(moved.body).toEqual({ id: expect.stringMatching(/^AAMk/), calendarId });
    expect(moved.body['id']).not.toBe(id);
    expect((await ask('GET', `/me/events/${id}`)).status).toBe(404);
    expect((await ask('GET', `/me/calendars/${calendarId}/events/${String(moved.body['id'])}`)).body['subject']).toBe(
      'Talk',
    );
  });
});

describe('an immutable id', () => {
  it('is asked for by a header, confirmed, and has a form of its own [A2]', async () => {
    const { id, immutableId } = await prepare();
    expect(immutableId).toMatch(/^AAkALg/);
    const answer = await ask('GET', `/me/events/${id}`, undefined, IMMUTABLE);
    expect(answer.headers.get('preference-applied')).toContain('IdType="ImmutableId"');
    expect(answer.body['id']).toBe(immutableId);
    expect((await ask('GET', `/me/events/${immutableId}`)).body['id']).toBe(id);
  });

  it('stays when the event moves, and again when it moves back [A2]', async () => {
    const { id, immutableId } = await prepare();
    const there = await move(id, 'Training');
    for (const usual of [there, await move(immutableId, 'Calendar')].map(({ body }) => String(body['id']))) {
      const { status, body } = await ask('GET', `/me/events/${immutableId}`, undefined, IMMUTABLE);
      expect([status, body['id'], body['subject']]).toEqual([200, immutableId, 'Talk']);
      expect(usual).not.toBe(id);
    }
  });

  it('is that of a series and of each of its dates too [A2]', async () => {
    const { id, immutableId } = await prepare({ recurrence: WEEKLY });
    const window = 'startDateTime=2026-12-22T00:00:00Z&endDateTime=2026-12-23T00:00:00Z&$select=id,seriesMasterId';
    const read = async (home: string): Promise<Json | undefined> => {
      const { body } = await ask('GET', `${home}/calendarView?${window}&$top=100`, undefined, IMMUTABLE);
      return (body['value'] as readonly Json[]).find((one) => one['seriesMasterId'] === immutableId);
    };
    const before = await read('/me');
    expect(before?.['id']).toMatch(/^AAkALg.*_20261222=$/);
    const moved = await move(id, 'Training');
    const after = await read(`/me/calendars/${String(moved.body['calendarId'])}`);
    expect(after?.['id']).toBe(before?.['id']);
    const changed = await ask('PATCH', `/me/events/${String(before?.['id'])}`, { subject: 'Other' }, IMMUTABLE);
    expect(changed.body).toMatchObject({ id: before?.['id'], type: 'exception', subject: 'Other' });
  });

  it('names an event in every call: change, delta, deletion [A2] [A5]', async () => {
    const { immutableId } = await prepare();
    expect((await ask('PATCH', `/me/events/${immutableId}`, { subject: 'Talk 2' }, IMMUTABLE)).status).toBe(200);
    const window = 'startDateTime=2026-12-15T00:00:00Z&endDateTime=2026-12-16T00:00:00Z';
    const first = await ask('GET', `/me/calendarView/delta?${window}`, undefined, IMMUTABLE);
    expect((first.body['value'] as readonly Json[]).map((one) => one['id'])).toContain(immutableId);
    expect((await ask('DELETE', `/me/events/${immutableId}`)).status).toBe(204);
    const link = new URL(String(first.body['@odata.deltaLink']));
    const next = await ask('GET', `${link.pathname.slice('/v1.0'.length)}${link.search}`, undefined, IMMUTABLE);
    expect(next.body['value']).toEqual([{ id: immutableId, '@removed': { reason: 'deleted' } }]);
  });

  it('of an event that is not there is not found, and nonsense is malformed [E3]', async () => {
    expect((await ask('GET', '/me/events/AAkALgbogus=')).status).toBe(404);
    expect((await ask('GET', '/me/events/AAkALg')).body['error']).toMatchObject({ code: 'ErrorInvalidIdMalformed' });
  });
});

describe('POST /emulator/mailboxes/{address}/events/{id}/move', () => {
  it('knows its mailbox, event and calendar, and no shared one', async () => {
    const { id } = await prepare();
    expect((await move('AAMkno=', 'Training')).status).toBe(404);
    expect((await move(id, 'Nowhere')).status).toBe(404);
    expect((await client.control(`mailboxes/alex@contoso.example/events/${id}/move`, {})).status).toBe(400);
    expect((await client.control(`mailboxes/no@contoso.example/events/${id}/move`, { calendar: 'x' })).status).toBe(
      404,
    );
    expect((await client.control(`mailboxes/alex@contoso.example/events/${id}/move`, undefined, 'GET')).status).toBe(
      405,
    );
  });
});
