import { randomUUID } from 'node:crypto';
import { HOLD_MARK_ID } from '../../../src/domain/contract/event-write.ts';
import { expectProblem } from '../problem.ts';
import { startApp, type RunningApp } from '../running-app.ts';

let app: RunningApp;
let token: string;
const DAY_MS = 86_400_000;
const at = (days: number, hours = 0): { dateTime: string; timeZone: string } => ({
  dateTime: new Date(Date.now() + days * DAY_MS + hours * 3_600_000).toISOString().slice(0, 19),
  timeZone: 'UTC',
});
const room = { type: 'resource', emailAddress: { address: 'plain@contoso.example', name: '1.01' } };
const event = (change: object = {}) => ({
  subject: 'HOLD · a canary subject',
  start: at(20),
  end: at(20, 1),
  showAs: 'tentative',
  location: { displayName: '1.01', locationEmailAddress: 'plain@contoso.example' },
  attendees: [room],
  transactionId: randomUUID(),
  ...change,
});
const graph = (path: string, call = {}) => app.call(`/graph/v1.0${path}`, { token, ...call });
const person = (n: number) => ({ type: 'required', emailAddress: { address: `p${n}@contoso.example` } });

beforeAll(async () => {
  app = await startApp();
  token = await app.token();
  await app.connect(token);
});
afterAll(() => app.close());
beforeEach(() => {
  app.clock.offsetMs += 61_000;
  app.takeGraphCalls();
});

const badEvents: [string, object][] = [
  ['E17 an organizer', { organizer: { emailAddress: { address: 'sam@contoso.example' } } }],
  ['E17 a foreign extended property', { singleValueExtendedProperties: [{ id: 'String {0} Name x', value: 'y' }] }],
  ['E17 an open extension', { extensions: [] }],
  ['E17 an HTML body', { body: { contentType: 'html', content: '<b>' } }],
  ['E17 a recurrence', { recurrence: {} }],
  ['E17 an OData type', { '@odata.type': '#microsoft.graph.event' }],
  ['E17 a field more inside an attendee', { attendees: [{ ...room, status: {} }] }],
  ['E17 501 attendees', { attendees: Array.from({ length: 501 }, (_, n) => person(n)) }],
  ['E15 no attendees', { attendees: [] }],
  ['E15 an end before the start', { start: at(20, 1), end: at(20) }],
  ['E15 no length', { start: at(20), end: at(20) }],
  ['E15 more than 24 hours', { start: at(20), end: at(21, 1) }],
  ['E15 the past', { start: at(-1), end: at(-1, 1) }],
  ['E15 five years ahead', { start: at(1830), end: at(1830, 1) }],
  ['an unknown zone', { start: { ...at(20), timeZone: 'Mars/Base' } }],
  ['an offset in the time', { start: { dateTime: '2030-01-01T10:00:00Z', timeZone: 'UTC' } }],
  ['a day that does not exist', { start: { dateTime: '2027-02-30T10:00:00', timeZone: 'UTC' } }],
  ['no transaction id', { transactionId: undefined }],
];

describe('POST /me/events', () => {
  it.each(badEvents)('refuses %s, alone and in a batch', async (_name, change) => {
    const body = event(change);
    expectProblem(await graph('/me/events', { body }), 400, 'bad_request');
    const requests = [
      { id: '1', method: 'POST', url: '/me/events', headers: { 'Content-Type': 'application/json' }, body },
    ];
    expectProblem(await graph('/$batch', { body: { requests } }), 400, 'bad_request');
    expect(app.takeGraphCalls()).toEqual([]);
  });

  it('makes the event, in the primary calendar, once for each transaction id', async () => {
    const body = event({ singleValueExtendedProperties: [{ id: HOLD_MARK_ID, value: '{}' }] });
    const first = await graph('/me/events', { body });
    expect(first.status).toBe(201);
    const second = await graph('/me/events', { body });
    expect(second.json['id']).toBe(first.json['id']);
    const id = encodeURIComponent(String(first.json['id']));
    expect((await graph(`/me/events/${id}?$select=id,subject,attendees`)).json).toMatchObject({
      subject: body.subject,
    });
    const patch = { subject: 'settled', showAs: 'busy', attendees: [room] };
    expect((await graph(`/me/events/${id}`, { method: 'PATCH', body: patch })).json).toMatchObject({
      subject: 'settled',
    });
    const stale = { method: 'PATCH', body: patch, headers: { 'If-Match': String(first.json['@odata.etag']) } };
    expect((await graph(`/me/events/${id}`, stale)).status).toBe(412);
    expect((await graph(`/me/events/${id}/cancel`, { body: { comment: 'no more' } })).status).toBe(202);
    expect((await graph(`/me/events/${id}`, { method: 'DELETE' })).status).toBeGreaterThanOrEqual(204);
  });

  it.each([
    ['E17 a stranger in a change', { organizer: {} }],
    ['nothing to change', {}],
    ['a start without its end', { start: at(20) }],
    ['a change of the key', { transactionId: randomUUID() }],
    ['an end before the start', { start: at(20, 1), end: at(20) }],
  ])('PATCH refuses %s', async (_name, body) => {
    expectProblem(await graph('/me/events/AAMk1', { method: 'PATCH', body }), 400, 'bad_request');
    expect(app.takeGraphCalls()).toEqual([]);
  });

  it('refuses a comment that is too long, and anything beside it', async () => {
    expectProblem(await graph('/me/events/AAMk1/cancel', { body: { comment: 'x'.repeat(1001) } }), 400, 'bad_request');
    expectProblem(await graph('/me/events/AAMk1/cancel', { body: { comment: 'x', sendTo: 1 } }), 400, 'bad_request');
  });

  it('refuses other media types, encodings, sizes and broken JSON', async () => {
    const body = JSON.stringify(event());
    const typed = (type: string) => graph('/me/events', { body, headers: { 'content-type': type } });
    expectProblem(await typed('text/plain'), 415, 'unsupported_media_type');
    expectProblem(await typed('application/json; charset=utf-16'), 415, 'unsupported_media_type');
    expectProblem(
      await graph('/me/events', { body, headers: { 'content-encoding': 'gzip' } }),
      415,
      'unsupported_media_type',
    );
    expectProblem(await graph('/me/events', { body: '{"a":' }), 400, 'bad_request');
    expectProblem(await graph('/me/events', { body: 'x'.repeat(1_100_000) }), 413, 'too_large');
    expectProblem(await graph('/me/events', { body: '{"__proto__":{"x":1}}' }), 400, 'bad_request');
    expect(app.takeGraphCalls()).toEqual([]);
  });

  it('E19 lets a user make 30 a minute, batches counted item by item, and others go on', async () => {
    const other = await app.token('sam');
    await app.connect(other);
    const item = (n: number) => ({
      id: String(n),
      method: 'POST',
      url: '/me/events',
      headers: { 'Content-Type': 'application/json' },
      body: event(),
    });
    const requests = Array.from({ length: 20 }, (_, n) => item(n));
    expect((await graph('/$batch', { body: { requests } })).status).toBe(200);
    app.takeGraphCalls();
    expectProblem(await graph('/$batch', { body: { requests } }), 429, 'throttled');
    expect(app.takeGraphCalls()).toEqual([]);
    for (let n = 0; n < 10; n += 1) expect((await graph('/me/events', { body: event() })).status).toBe(201);
    const refused = await graph('/me/events', { body: event() });
    expectProblem(refused, 429, 'throttled');
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await app.call('/graph/v1.0/me/events', { token: other, body: event() })).status).toBe(201);
    expect((await graph('/me')).status).toBe(200);
  });

  it('C23 leaves no subject, address, token or id in the log', () => {
    const log = app.lines.join('');
    expect(log).not.toMatch(/canary|contoso|plain@|eyJ|AAMk|HOLD/);
    expect(log).toContain('/graph/v1.0/me/events/{event}');
  });
});
