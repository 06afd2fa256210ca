/** My bookings in a real browser, in both transports: see one, move it, give its room back, cancel with a message. */
import type { Frame } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { askGraph, connectCalendar } from '../support/call-as.ts';
import { toUtc } from '../support/story-calendar.ts';
import { openStage, type Stage, type Visit, type Visitor } from '../support/stage.ts';

jest.setTimeout(120_000);

interface MailboxEvent {
  readonly id: string;
  readonly subject: string;
  readonly isCancelled: boolean;
  readonly start: { readonly dateTime: string };
  readonly attendees: readonly {
    readonly emailAddress: { readonly address: string };
    readonly status: { readonly response: string };
  }[];
}

let stage: Stage;
let visitor: Visitor;
let tab: Frame;

const day = new Date(Date.now() + 16 * 86_400_000).toISOString().slice(0, 10);

async function listEvents(address: string, part = ''): Promise<readonly MailboxEvent[]> {
  const answer = (await stage.control('GET', `/emulator/mailboxes/${address}/events`)) as { value: MailboxEvent[] };
  return answer.value.filter((event) => event.subject.includes(part));
}

const listRoom = async (room: string): Promise<readonly MailboxEvent[]> =>
  (await listEvents(`${room}@contoso.example`)).filter(({ start }) => start.dateTime.startsWith(day));

interface Written {
  readonly id: string;
  readonly body: { readonly content: string };
  readonly onlineMeeting: { readonly joinUrl: string };
}

const write = async (path: string, body?: unknown, person = 'alex'): Promise<Written> =>
  (await askGraph(stage, path, { person, body })) as Written;

/** A meeting of alex that has its room. */
async function plant(subject: string, start: string, end: string, people: readonly string[]): Promise<void> {
  const invite = (type: string) => (key: string) => ({
    type,
    emailAddress: { address: `${key}@contoso.example`, name: key },
  });
  await write('/me/events', {
    subject,
    start: { dateTime: `${day}T${start}:00`, timeZone: 'Europe/Berlin' },
    end: { dateTime: `${day}T${end}:00`, timeZone: 'Europe/Berlin' },
    location: { displayName: '1.01 Linden', locationEmailAddress: 'plain@contoso.example' },
    attendees: [...['plain'].map(invite('resource')), ...people.map(invite('required'))],
  });
}

async function openBookings(nested: 'on' | 'off', more: Pick<Visit, 'width' | 'height' | 'theme'> = {}) {
  await connectCalendar(stage);
  visitor = await stage.visit({ nested, ...more });
  tab = await visitor.tab();
  await tab.getByRole('button', { name: 'My bookings' }).click();
  await tab.getByRole('heading', { name: 'My bookings' }).waitFor();
}

beforeAll(async () => {
  stage = await openStage('bookings');
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
  { transport: 'direct', nested: 'on', look: {} },
  { transport: 'relay', nested: 'off', look: { width: 360, theme: 'dark' } },
] as const)('in $transport mode', ({ nested, look }) => {
  it('moves a booking, gives the room of another back, and cancels it with a message', async () => {
    await plant('Roadmap', '10:00', '11:00', ['sam']);
    await plant('Retro', '14:00', '15:00', ['sam']);
    await openBookings(nested, look);
    const card = tab.locator('[data-event]').filter({ hasText: 'Roadmap' });
    await card.getByText('(room accepted)').waitFor();
    expect(await findMistakes(tab)).toEqual([]);

    await card.getByRole('button', { name: 'Change time: Roadmap' }).click();
    await tab.getByLabel('Start', { exact: true }).fill('12:00');
    expect(await tab.getByText('sam@contoso.example').count()).toBe(1);
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.getByText('Booked: the room said yes.').waitFor();
    await tab.getByRole('button', { name: 'Done' }).click();
    const [moved] = await listEvents('alex@contoso.example', 'Roadmap');
    expect(moved?.start.dateTime.slice(0, 16)).toBe(toUtc(day, '12:00'));
    expect(moved?.attendees.map(({ status }) => status.response)).toContain('accepted');
    expect((await listRoom('plain')).map(({ start }) => start.dateTime.slice(0, 16))).toEqual([
      toUtc(day, '12:00'),
      toUtc(day, '14:00'),
    ]);

    // taken by the other one: nothing is sent
    await card.getByRole('button', { name: 'Change time: Roadmap' }).click();
    await tab.getByLabel('Start', { exact: true }).fill('14:30');
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.getByText('Cause: it is taken at this time').waitFor();
    await tab.getByRole('button', { name: 'Done' }).click();
    const [still] = await listEvents('alex@contoso.example', 'Roadmap');
    expect(still?.start.dateTime.slice(0, 16)).toBe(toUtc(day, '12:00'));

    await tab
      .locator('[data-event]')
      .filter({ hasText: 'Retro' })
      .getByRole('button', { name: 'Cancel meeting: Retro' })
      .click();
    await tab.getByLabel('Message to everybody invited').fill('Next week instead.');
    expect(await findMistakes(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Cancel meeting', exact: true }).click();
    await tab.getByText('Cancelled. The room is free again.').waitFor();
    expect(await listEvents('alex@contoso.example', 'Retro')).toEqual([]);
    expect((await listEvents('sam@contoso.example', 'Retro'))[0]?.isCancelled).toBe(true);
    expect(await listRoom('plain')).toHaveLength(1);
  });

  it('adds a room to a meeting that keeps its text and its link, changes its people, and gives the room back when nobody comes', async () => {
    const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const planted = await write('/me/events', {
      subject: 'Numbers',
      body: { contentType: 'html', content: '<p>Bring the figures</p>' },
      start: { dateTime: `${soon}T06:00:00`, timeZone: 'Europe/Berlin' },
      end: { dateTime: `${soon}T06:30:00`, timeZone: 'Europe/Berlin' },
      ...{ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' },
      attendees: [{ type: 'required', emailAddress: { address: 'sam@contoso.example', name: 'Sam' } }],
    });
    const path = `/me/events/${planted.id}`;
    const before = await write(path);
    expect(before.body.content).toContain('Bring the figures');
    // so high that the day stands on the screen at any width
    await openBookings(nested, { ...look, height: 2400 });
    await tab.getByRole('button', { name: 'Back to the agenda' }).click();
    const entry = tab.getByRole('button', { name: /Numbers/ }).first();
    await entry.click();
    await tab.getByRole('button', { name: 'Book a room: Numbers' }).click();
    await tab
      .getByRole('list', { name: 'Free rooms' })
      .getByRole('button', { name: /^Book / })
      .first()
      .click();
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.getByText('Booked: the room said yes.').waitFor();
    await tab.getByRole('button', { name: 'Done' }).click();
    const after = await write(path);
    expect(after.body.content).toBe(before.body.content);
    expect(after.onlineMeeting).toEqual(before.onlineMeeting);
    expect(after.onlineMeeting.joinUrl).toMatch(/^https:/);

    await tab.getByRole('button', { name: 'My bookings' }).click();
    const card = tab.locator('[data-event]').filter({ hasText: 'Numbers' });
    await card.getByRole('button', { name: 'Change people: Numbers' }).click();
    await tab.getByLabel('People to invite', { exact: true }).fill('robin@contoso.example');
    await tab.getByLabel('People to invite', { exact: true }).press('Enter');
    await tab.getByRole('button', { name: /Remove Sam/ }).click();
    await tab.getByText('Gets a cancellation').waitFor();
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.getByText('Done. The room still says yes.').waitFor();
    expect((await write(path)).onlineMeeting).toEqual(before.onlineMeeting);
    const [invited] = await listEvents('robin@contoso.example', 'Numbers');
    await write(`/me/events/${invited?.id ?? ''}/decline`, { sendResponse: true }, 'robin');
    await tab.getByRole('button', { name: 'Back to the agenda' }).click();
    await tab.getByRole('button', { name: 'My bookings' }).click();
    await tab.getByText('The one person invited declined.').waitFor();
    await tab.getByRole('button', { name: /^Give the room back: / }).click();
    await tab.getByRole('button', { name: 'Give the room back', exact: true }).click();
    await tab.getByText(/is given back\. The meeting stays\.$/).waitFor();
    const [left] = await listEvents('alex@contoso.example', 'Numbers');
    expect(left?.isCancelled).toBe(false);
    expect(left?.attendees.map(({ emailAddress }) => emailAddress.address)).toEqual(['robin@contoso.example']);
  });

  it('gives back one of two rooms held at once, and leaves the meeting', async () => {
    await plant('Interview', '10:00', '11:00', ['sam']);
    await write('/me/events', {
      subject: 'Focus',
      start: { dateTime: `${day}T10:30:00`, timeZone: 'Europe/Berlin' },
      end: { dateTime: `${day}T11:00:00`, timeZone: 'Europe/Berlin' },
      attendees: [{ type: 'resource', emailAddress: { address: 'short@contoso.example', name: '1.08 Huddle' } }],
    });
    await openBookings(nested, look);
    await tab.getByText('You hold 1.08 Huddle at the same time too: “Focus”.').first().waitFor();
    await tab.getByRole('button', { name: 'Give the room back: 1.08 Huddle' }).click();
    await tab.getByRole('button', { name: 'Give the room back', exact: true }).click();
    await tab.getByText('1.08 Huddle is given back. The meeting stays.').waitFor();
    expect(await listEvents('alex@contoso.example', 'Focus')).toMatchObject([{ isCancelled: false, attendees: [] }]);
    expect(await listRoom('short')).toEqual([]);
    expect(await listEvents('alex@contoso.example', 'Interview')).toHaveLength(1);
  });
});
