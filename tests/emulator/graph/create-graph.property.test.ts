/** Whatever it is sent, Graph answers, in its own shape. */
import fc from 'fast-check';
import { createStage } from './stage.ts';

const EVENT = [
  'subject',
  'start',
  'end',
  'isAllDay',
  'attendees',
  'location',
  'locations',
  'body',
  'recurrence',
  'singleValueExtendedProperties',
  'showAs',
  'transactionId',
  'isOnlineMeeting',
  'categories',
  'foo',
];
const SCHEDULE = ['schedules', 'startTime', 'endTime', 'availabilityViewInterval', 'foo'];
const OPTIONS = [
  '$select',
  '$filter',
  '$orderby',
  '$top',
  '$skip',
  '$expand',
  '$count',
  '$skiptoken',
  'startDateTime',
  'endDateTime',
  'foo',
  '__proto__',
];

const moment = fc.record({
  dateTime: fc.constantFrom(
    '2026-12-15T09:00:00',
    '2026-12-15T00:00:00',
    '9999-12-31T23:59:59',
    '0001-01-01T00:00:00',
    '2026-02-30T00:00:00',
    'x',
  ),
  timeZone: fc.constantFrom('UTC', 'W. Europe Standard Time', 'Asia/Tokyo', 'Nowhere', ''),
});
const recurrence = fc.record({
  pattern: fc.record(
    {
      type: fc.constantFrom(
        'daily',
        'weekly',
        'absoluteMonthly',
        'relativeMonthly',
        'absoluteYearly',
        'relativeYearly',
        'hourly',
      ),
      interval: fc.integer({ min: -1, max: 1000 }),
      dayOfMonth: fc.integer({ min: -1, max: 40 }),
      month: fc.integer({ min: 0, max: 14 }),
      daysOfWeek: fc.array(fc.constantFrom('monday', 'sunday', 'funday')),
      index: fc.constantFrom('first', 'last', 'fifth'),
    },
    { requiredKeys: [] },
  ),
  range: fc.record(
    {
      type: fc.constantFrom('noEnd', 'endDate', 'numbered', 'never'),
      startDate: fc.constantFrom('2026-12-15', '2026-12-16', 'x'),
      endDate: fc.constantFrom('2027-12-15', '2020-01-01', 'x'),
      numberOfOccurrences: fc.integer({ min: -1, max: 2000 }),
    },
    { requiredKeys: [] },
  ),
});
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  moment,
  recurrence,
  fc.string(),
  fc.constant('sam@contoso.example'),
);
const bodyOf = (names: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 6 }) },
    { weight: 4, arbitrary: fc.record({ start: moment, end: moment, recurrence: fc.option(recurrence) }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );
const query = fc
  .array(
    fc.tuple(
      fc.constantFrom(...OPTIONS),
      fc.oneof(
        fc.string(),
        fc.constantFrom('10', 'subject', 'start/dateTime', '2026-11-23T00:00:00Z', '9990-01-01', "subject eq 'x'"),
      ),
    ),
    { maxLength: 4 },
  )
  .map((pairs) => new URLSearchParams(pairs).toString());
const segment = fc.oneof(
  fc.constantFrom(
    'me',
    'users',
    'events',
    'calendars',
    'calendarView',
    'places',
    'microsoft.graph.room',
    'teams',
    'schedule',
    'sam@contoso.example',
    'AAMkx=',
    '$batch',
    '__proto__',
    'constructor',
    "x('y')",
    'f(a=1)',
  ),
  fc.string().map((text) => encodeURIComponent(text)),
);

describe('Graph', () => {
  const stage = createStage();
  const answers = async (line: string, body?: unknown): Promise<void> => {
    const answer = await stage.ask(line, body);
    expect(answer.status).toBeLessThan(500);
    if (answer.status >= 400)
      expect(answer.json['error']).toMatchObject({
        code: expect.any(String),
        message: expect.any(String),
        innerError: expect.any(Object),
      });
  };
  const event = async (): Promise<string> =>
    String((await stage.ask('GET /me/events?$top=1')).json['value']?.[0]?.['id']);

  it('answers any body for an event', async () => {
    await fc.assert(
      fc.asyncProperty(bodyOf(EVENT), (body) => answers('POST /me/events', body)),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(bodyOf(EVENT), async (body) => answers(`PATCH /me/events/${await event()}`, body)),
      { numRuns: 200 },
    );
    await answers('GET /me/calendarView?startDateTime=2026-12-01&endDateTime=2031-11-01&$top=1000');
  });

  it('answers any body for a schedule, an answer, a place of work, a batch', async () => {
    await fc.assert(
      fc.asyncProperty(bodyOf(SCHEDULE), (body) => answers('POST /me/calendar/getSchedule', body)),
      { numRuns: 200 },
    );
    const others = ['accept', 'cancel'].map((action) => `POST /me/events/AAMkx=/${action}`);
    const work = 'POST /me/settings/workHoursAndLocations/occurrences';
    for (const line of [
      ...others,
      work,
      `${work}/setCurrentLocation`,
      'PATCH /me/mailboxSettings',
      'POST /communications/getPresencesByUserId',
      'POST /$batch',
    ])
      await fc.assert(
        fc.asyncProperty(
          bodyOf(['requests', 'ids', 'timeZone', 'workLocationType', 'start', 'end', 'comment']),
          (body) => answers(line, body),
        ),
        { numRuns: 60 },
      );
  });

  it('answers any query', async () => {
    for (const path of ['/me/calendarView', '/me/events', '/me', '/places/microsoft.graph.room', '/users'])
      await fc.assert(
        fc.asyncProperty(query, (text) => answers(`GET ${path}?${text}`)),
        { numRuns: 100 },
      );
  });

  it('answers any path', async () => {
    const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
    const method = fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'TRACE');
    await fc.assert(
      fc.asyncProperty(method, path, (verb, text) =>
        answers(`${verb} ${text.replaceAll('?', '')}`, verb === 'POST' ? {} : undefined),
      ),
      { numRuns: 500 },
    );
  });

  it('answers any preference', async () => {
    const prefer = fc.oneof(
      fc.string(),
      fc.string().map((zone) => `outlook.timezone="${zone}"`),
      fc.integer().map((size) => `odata.maxpagesize=${size}`),
    );
    await fc.assert(
      fc.asyncProperty(prefer, async (text) => {
        const answer = await stage.ask('GET /me/events', undefined, { prefer: text });
        expect([200, 400]).toContain(answer.status);
      }),
      { numRuns: 200 },
    );
  });
});
