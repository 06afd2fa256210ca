/** Free and busy of people and rooms (fact sheet B1). */
import { createStage, type Json } from '../stage.ts';

const utc = (dateTime: string): object => ({ dateTime, timeZone: 'UTC' });

describe('getSchedule', () => {
  const stage = createStage();
  const ask = (body: object, prefer?: string) =>
    stage.ask(
      'POST /me/calendar/getSchedule',
      { startTime: utc('2026-11-23T06:00:00'), endTime: utc('2026-11-23T17:00:00'), ...body },
      prefer === undefined ? {} : { prefer },
    );
  const first = (json: Json): Json | undefined => json['value']?.[0];

  it('gives a digit a slot, items in order and working hours [B1]', async () => {
    const { json } = await ask({
      schedules: ['robin@contoso.example'],
      startTime: utc('2026-11-23T06:00:00'),
      endTime: utc('2026-11-23T07:00:00'),
      availabilityViewInterval: 15,
    });
    // Handover is 06:15 to 06:45
    expect(first(json)).toMatchObject({
      scheduleId: 'robin@contoso.example',
      availabilityView: '0220',
      workingHours: {
        startTime: '08:00:00.0000000',
        endTime: '17:00:00.0000000',
        timeZone: { name: 'W. Europe Standard Time' },
      },
    });
    expect(first(json)?.['scheduleItems']?.[0]).toMatchObject({
      status: 'busy',
      start: { dateTime: '2026-11-23T06:15:00.0000000', timeZone: 'UTC' },
    });
  });

  it('gives items that began before the window with their own start [B1]', async () => {
    const { json } = await ask({
      schedules: ['robin@contoso.example'],
      startTime: utc('2026-11-23T06:30:00'),
      endTime: utc('2026-11-23T07:00:00'),
    });
    expect(first(json)?.['scheduleItems']?.[0]?.['start']?.['dateTime']).toBe('2026-11-23T06:15:00.0000000');
    expect(first(json)?.['availabilityView']).toBe('2');
  });

  it('tells tentative, busy, out of office and elsewhere apart [B1]', async () => {
    const { json } = await ask({
      schedules: ['alex@contoso.example'],
      startTime: utc('2026-12-01T10:00:00'),
      endTime: utc('2026-12-01T11:00:00'),
      availabilityViewInterval: 60,
    });
    expect(first(json)?.['availabilityView']).toBe('3');
    const maybe = await ask({
      schedules: ['alex@contoso.example'],
      startTime: utc('2026-11-24T15:00:00'),
      endTime: utc('2026-11-24T15:30:00'),
    });
    expect(first(maybe.json)?.['availabilityView']).toBe('1');
  });

  it('tells subjects only of those who share them, and never private ones [B1]', async () => {
    const day = { startTime: utc('2026-11-23T00:00:00'), endTime: utc('2026-11-25T00:00:00') };
    const sam = (await ask({ schedules: ['sam@contoso.example'], ...day })).json;
    const items = first(sam)?.['scheduleItems'] as readonly Json[];
    expect(items.some(({ subject }) => String(subject) === 'Physiotherapy')).toBe(true);
    const hidden = items.filter(({ isPrivate }) => (isPrivate as unknown) === true);
    expect(hidden).toHaveLength(1);
    expect(hidden[0]).not.toHaveProperty('subject');
    const robin = first((await ask({ schedules: ['robin@contoso.example'], ...day })).json)?.[
      'scheduleItems'
    ] as readonly Json[];
    expect(robin.length).toBeGreaterThan(0);
    for (const one of robin) expect(one).not.toHaveProperty('subject');
  });

  it('answers an address it does not know inside the 200, in its place [B1]', async () => {
    const { status, json } = await ask({
      schedules: ['plain@contoso.example', 'no@contoso.example', 'jo@fabrikam.example'],
    });
    expect(status).toBe(200);
    expect((json['value'] as readonly Json[]).map((one) => one['error']?.['responseCode'])).toEqual([
      undefined,
      '5009',
      '5009',
    ]);
    expect(json['value']?.[1]).toEqual({
      scheduleId: 'no@contoso.example',
      error: {
        responseCode: '5009',
        message: expect.stringContaining('Unable to resolve e-mail address no@contoso.example'),
      },
    });
  });

  it('keeps the busy room full through the working hours [B1]', async () => {
    const { json } = await ask({
      schedules: ['busy@contoso.example'],
      startTime: utc('2026-12-01T07:00:00'),
      endTime: utc('2026-12-01T17:00:00'),
      availabilityViewInterval: 60,
    });
    expect(first(json)?.['availabilityView']).toBe('2222222222');
  });

  it('keeps the plain room empty from day 15 to 40 [B1]', async () => {
    const { json } = await ask({
      schedules: ['plain@contoso.example'],
      startTime: utc('2026-12-07T23:00:00'),
      endTime: utc('2027-01-02T23:00:00'),
      availabilityViewInterval: 1440,
    });
    expect(first(json)?.['availabilityView']).toMatch(/^0+$/);
  });

  it('takes parameters in any case and answers in a preferred zone [B1]', async () => {
    const body = {
      Schedules: ['robin@contoso.example'],
      StartTime: utc('2026-11-23T06:00:00'),
      EndTime: utc('2026-11-23T07:00:00'),
      startTime: undefined,
      endTime: undefined,
    };
    const clean = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const { json } = await stage.ask('POST /me/calendar/getSchedule', clean, {
      prefer: 'outlook.timezone="Tokyo Standard Time"',
    });
    expect(first(json)?.['scheduleItems']?.[0]?.['start']).toEqual({
      dateTime: '2026-11-23T15:15:00.0000000',
      timeZone: 'Tokyo Standard Time',
    });
  });

  it('answers a hundred addresses and refuses one more [B1]', async () => {
    const many = (count: number): string[] => Array.from({ length: count }, (_, n) => `p${n}@contoso.example`);
    expect((await ask({ schedules: many(100) })).json['value']).toHaveLength(100);
    expect((await ask({ schedules: many(101) })).json['error']?.['code']).toBe('ErrorMailboxDataArrayTooBig');
  });

  it.each([
    ['62 days', { endTime: utc('2027-01-24T06:00:00') }, 'ErrorTimeIntervalTooBig'],
    ['an end at its start', { endTime: utc('2026-11-23T06:00:00') }, 'ErrorInvalidTimeInterval'],
    ['slots of 4 minutes', { availabilityViewInterval: 4 }, 'ErrorInvalidMergedFreeBusyInterval'],
    ['slots of 1,441 minutes', { availabilityViewInterval: 1441 }, 'ErrorInvalidMergedFreeBusyInterval'],
    ['no addresses', { schedules: [] }, 'ErrorInvalidParameter'],
    [
      'an unknown zone',
      { startTime: { dateTime: '2026-11-23T06:00:00', timeZone: 'Mars' } },
      'TimeZoneNotSupportedException',
    ],
    ['a time that is none', { startTime: utc('soon') }, 'ErrorInvalidParameter'],
    ['a parameter nobody knows', { rooms: [] }, 'RequestBodyRead'],
  ])('refuses %s [B1]', async (_name, body, code) => {
    const answer = await ask({ schedules: ['plain@contoso.example'], ...body });
    expect(answer.status).toBe(400);
    expect(answer.json['error']?.['code']).toBe(code);
  });

  it('answers just under 62 days [B1]', async () => {
    expect((await ask({ schedules: ['plain@contoso.example'], endTime: utc('2027-01-24T05:59:00') })).status).toBe(200);
  });
});

describe('working hours in a zone of one’s own (fact sheet B1)', () => {
  it('come with the offset in minutes west [B1]', async () => {
    const stage = createStage();
    const mailbox = stage.world.mailboxes.find('lee@contoso.example');
    if (mailbox !== undefined) mailbox.settings.customBias = 480;
    const { json } = await stage.ask('POST /me/calendar/getSchedule', {
      schedules: ['lee@contoso.example'],
      startTime: { dateTime: '2026-12-15T09:00:00', timeZone: 'UTC' },
      endTime: { dateTime: '2026-12-15T10:00:00', timeZone: 'UTC' },
    });
    expect(json['value']?.[0]?.['workingHours']?.['timeZone']).toMatchObject({
      '@odata.type': '#microsoft.graph.customTimeZone',
      bias: 480,
      name: 'Customized Time Zone',
    });
  });
});
