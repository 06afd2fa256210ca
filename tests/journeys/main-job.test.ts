/** The main job in a real browser, in both transports: connect, read the agenda, book, be refused, disconnect. */
import type { Frame } from 'playwright-core';
import { askServer, connectCalendar } from '../support/call-as.ts';
import { openStage, type Stage, type Visitor } from '../support/stage.ts';

jest.setTimeout(120_000);

interface MailboxEvent {
  readonly subject: string;
  readonly start: { readonly dateTime: string };
  readonly attendees: readonly {
    readonly type: string;
    readonly emailAddress: { readonly address: string };
    readonly status: { readonly response: string };
  }[];
}

let stage: Stage;
let visitor: Visitor;
let tab: Frame;

/** Sixteen days from now: the room `plain` is free all day, and so is everybody. */
function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function listEvents(address: string): Promise<readonly MailboxEvent[]> {
  const answer = (await stage.control('GET', `/emulator/mailboxes/${address}/events`)) as {
    value: readonly MailboxEvent[];
  };
  return answer.value;
}

const named = async (address: string, part: string): Promise<readonly MailboxEvent[]> =>
  (await listEvents(address)).filter((event) => event.subject.includes(part));

async function openConnected(nested: 'on' | 'off'): Promise<void> {
  await connectCalendar(stage);
  visitor = await stage.visit({ nested });
  tab = await visitor.tab();
  await tab.getByText('work plan').first().waitFor();
}

/** Opens the booking of a new meeting and fills in when, whom and what. */
async function fillMeeting(meeting: {
  subject: string;
  day: string;
  start: string;
  end: string;
  people?: readonly string[];
}): Promise<void> {
  await tab.getByRole('button', { name: 'Book a room' }).first().click();
  await tab.getByLabel('Date', { exact: true }).fill(meeting.day);
  await tab.getByLabel('Start', { exact: true }).fill(meeting.start);
  await tab.getByLabel('End date', { exact: true }).fill(meeting.day);
  await tab.getByLabel('End', { exact: true }).fill(meeting.end);
  await tab.getByLabel('Subject', { exact: true }).fill(meeting.subject);
  const people = tab.getByLabel('People to invite', { exact: true });
  for (const person of meeting.people ?? []) {
    await people.fill(person);
    await people.press('Enter');
  }
}

async function bookRoom(room: string): Promise<void> {
  await tab.getByLabel('Name or feature', { exact: true }).fill(room);
  await tab.getByRole('button', { name: `Book ${room}` }).click();
  await tab.getByRole('button', { name: 'Send' }).click();
}

beforeAll(async () => {
  stage = await openStage('main-job');
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 300 });
});
afterEach(async () => {
  await visitor.close();
  expect(stage.takeComplaints()).toEqual([]);
});

describe.each([
  { transport: 'direct', nested: 'on' },
  { transport: 'relay', nested: 'off' },
] as const)('in $transport mode', ({ nested }) => {
  it('connects from the welcome and shows the agenda against the shifts', async () => {
    await connectCalendar(stage, false);
    visitor = await stage.visit({ nested });
    tab = await visitor.tab();
    await tab.getByRole('button', { name: 'Connect calendar' }).click();
    await tab.getByRole('heading', { name: 'Your agenda' }).waitFor();
    await tab.getByText('work plan').first().waitFor();
    const days = await tab.locator('section[data-date]').allInnerTexts();
    expect(days.length).toBeGreaterThanOrEqual(2);
    expect(days.some((text) => text.includes('Headquarters') && text.includes('Office'))).toBe(true);
  });

  it('books a room that accepts, and invites people only then', async () => {
    await openConnected(nested);
    await fillMeeting({
      subject: 'Spring plan',
      day: dayAhead(16),
      start: '10:00',
      end: '11:00',
      people: ['sam@contoso.example'],
    });
    await bookRoom('1.01 Linden');
    await tab.getByText('Booked: the room said yes.').waitFor();
    const [booked] = await named('alex@contoso.example', 'Spring plan');
    expect(booked?.subject).toBe('Spring plan');
    expect(booked?.attendees.map((one) => [one.emailAddress.address, one.type, one.status.response])).toEqual(
      expect.arrayContaining([
        ['plain@contoso.example', 'resource', 'accepted'],
        ['sam@contoso.example', 'required', 'none'],
      ]),
    );
    expect(await named('sam@contoso.example', 'Spring plan')).toHaveLength(1);
    expect(
      (await listEvents('plain@contoso.example')).filter((event) => event.start.dateTime.startsWith(dayAhead(16))),
    ).toHaveLength(1);
  });

  it('takes back what a room declined, books the alternative, and leaves only the right booking', async () => {
    await openConnected(nested);
    await fillMeeting({
      subject: 'Long talk',
      day: dayAhead(17),
      start: '10:00',
      end: '11:00',
      people: ['sam@contoso.example'],
    });
    await bookRoom('1.08 Huddle');
    await tab.getByText('The room said no.').waitFor();
    expect(await named('alex@contoso.example', 'Long talk')).toEqual([]);
    expect(await named('sam@contoso.example', 'Long talk')).toEqual([]);
    await tab.getByRole('button', { name: /^Try / }).click();
    await tab.getByText('Booked: the room said yes.').waitFor();
    expect(await named('alex@contoso.example', 'Long talk')).toHaveLength(1);
    expect(await named('sam@contoso.example', 'Long talk')).toHaveLength(1);
    expect(
      (await listEvents('short@contoso.example')).filter((event) => event.start.dateTime.startsWith(dayAhead(17))),
    ).toEqual([]);
  });

  it('disconnects in the profile: the screen is empty at once and the relay refuses', async () => {
    await openConnected(nested);
    await tab.getByRole('button', { name: 'Profile' }).click();
    await tab.getByRole('switch', { name: 'Calendar synchronization' }).click();
    await tab.getByRole('heading', { name: 'Your calendar is disconnected' }).waitFor();
    expect(await tab.getByText('Team stand-up').count()).toBe(0);
    const refused = await askServer(stage, '/graph/v1.0/me/calendars');
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'not_connected' });
  });
});
