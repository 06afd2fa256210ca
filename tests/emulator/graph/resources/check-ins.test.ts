/** Check-ins, auto-release and what rooms write (fact sheet C `checkIns`, A6 Set-CalendarProcessing). */
import { listMailboxEvents } from '../../../../emulator/mailbox/list-mailbox-events.ts';
import { DEFAULT_ROOM_POLICY } from '../../../../emulator/mailbox/room-policy.ts';
import { createStage, type Json, type Stage } from '../stage.ts';

const MAIL = { scopes: ['Mail.Read'] };
const MINUTE_MS = 60_000;

/** `plain` lets go of a meeting ten minutes after its start. */
function createReleasingStage(): Stage {
  const stage = createStage();
  const room = stage.world.mailboxes.find('plain@contoso.example');
  Object.assign(room ?? {}, { policy: { ...DEFAULT_ROOM_POLICY, releaseAfterMinutes: 10 } });
  return stage;
}

async function book(stage: Stage, key = 'plain', as = 'alex'): Promise<string> {
  const made = await stage.ask(
    'POST /me/events',
    {
      subject: 'Talk',
      start: { dateTime: '2026-12-13T09:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-12-13T10:00:00', timeZone: 'UTC' },
      attendees: [{ type: 'resource', emailAddress: { address: `${key}@contoso.example` } }],
    },
    { as },
  );
  stage.pass(2000);
  return String(made.json['id']);
}

const answerOf = async (stage: Stage, id: string): Promise<unknown> =>
  (await stage.ask(`GET /me/events/${id}`)).json['attendees']?.[0]?.['status']?.['response'];
/** What came since the stage was set. */
const inbox = async (stage: Stage): Promise<readonly Json[]> =>
  (await stage.ask('GET /me/messages?$filter=receivedDateTime ge 2026-11-23T05:00:00Z', undefined, MAIL)).json[
    'value'
  ] as readonly Json[];
const toStart = (stage: Stage): number => Date.parse('2026-12-13T09:00:00Z') - stage.world.clock.now();
const held = (stage: Stage): number =>
  (listMailboxEvents(stage.world, 'plain@contoso.example') as unknown as readonly Json[]).filter(({ start }) =>
    String(start?.['dateTime']).startsWith('2026-12-13'),
  ).length;

describe('a room with check-in', () => {
  it('lets go of a meeting nobody checked into, and says so [A6]', async () => {
    const stage = createReleasingStage();
    const id = await book(stage);
    stage.pass(toStart(stage) + 10 * MINUTE_MS - 1);
    expect([await answerOf(stage, id), held(stage)]).toEqual(['accepted', 1]);
    stage.pass(1);
    expect([await answerOf(stage, id), held(stage)]).toEqual(['declined', 0]);
    expect((await inbox(stage))[0]).toMatchObject({
      subject: 'Canceled: Talk',
      bodyPreview: 'The room was released because nobody checked in.',
    });
  });

  it('keeps a meeting that somebody checked into [C]', async () => {
    const stage = createReleasingStage();
    const id = await book(stage);
    const made = await stage.ask('POST /places/plain@contoso.example/checkIns', {
      calendarEventId: id,
      checkInMethod: 'manual',
    });
    expect([made.status, made.json['calendarEventId']]).toEqual([201, id]);
    const read = await stage.ask(`GET /places/plain@contoso.example/checkIns/${id}`);
    expect(read.json).toMatchObject({ calendarEventId: id, checkInMethod: 'manual' });
    stage.pass(toStart(stage) + 60 * MINUTE_MS);
    expect([await answerOf(stage, id), held(stage)]).toEqual(['accepted', 1]);
  });

  it('knows no check-in to a meeting that it does not hold [C]', async () => {
    const stage = createReleasingStage();
    const id = await book(stage, 'busy');
    const body = { calendarEventId: id, checkInMethod: 'manual' };
    expect((await stage.ask('POST /places/plain@contoso.example/checkIns', body)).status).toBe(404);
    expect((await stage.ask(`GET /places/plain@contoso.example/checkIns/${id}`)).status).toBe(404);
    expect((await stage.ask('POST /places/plain@contoso.example/checkIns', { ...body, mood: 'x' })).status).toBe(400);
    const scopes = ['Place.Read.All', 'Calendars.Read'];
    expect((await stage.ask('POST /places/plain@contoso.example/checkIns', body, { scopes })).status).toBe(403);
  });
});

describe('a room’s message to the organizer', () => {
  it('says that it accepted [A6]', async () => {
    const stage = createStage();
    await book(stage);
    expect(await inbox(stage)).toMatchObject([
      { subject: 'Accepted: Talk', from: { emailAddress: { address: 'plain@contoso.example' } } },
    ]);
  });

  it('says why it declined [A6]', async () => {
    const stage = createStage();
    await book(stage, 'plain', 'sam');
    await book(stage);
    const [message] = await inbox(stage);
    expect(message).toMatchObject({
      subject: 'Declined: Talk',
      body: { contentType: 'text', content: 'The resource is already booked at that time.' },
    });
    const one = await stage.ask(`GET /me/messages/${String(message?.['id'])}?$select=subject`, undefined, MAIL);
    expect(one.json['subject']).toBe('Declined: Talk');
    expect((await stage.ask('GET /me/messages')).status).toBe(403);
    expect((await stage.ask('GET /me/messages/AAMkno=', undefined, MAIL)).status).toBe(404);
  });
});
