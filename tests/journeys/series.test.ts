/** A series in a real browser: by keyboard from the form to every room's yes, with each kind of exception; declined whole; left and taken up again. */
import type { Frame } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { askGraph, connectCalendar } from '../support/call-as.ts';
import { openStage, type Stage, type Visitor } from '../support/stage.ts';

jest.setTimeout(180_000);

interface MailboxEvent {
  readonly subject: string;
  readonly type: string;
  readonly start: { readonly dateTime: string };
  readonly attendees: readonly {
    readonly emailAddress: { readonly address: string };
    readonly status: { readonly response: string };
  }[];
}

let stage: Stage;
let visitor: Visitor;
let tab: Frame;
let first: Temporal.PlainDate;

/** Weeks after the first date. */
const week = (weeks: number): string => first.add({ weeks }).toString();

/** Sam has a room on one date, in the middle of the meeting. */
async function occupy(room: string, date: string): Promise<void> {
  const timeZone = 'W. Europe Standard Time';
  await askGraph(stage, '/me/events', {
    person: 'sam',
    body: {
      ...{ subject: 'In the way', showAs: 'busy' },
      start: { dateTime: `${date}T10:15:00`, timeZone },
      end: { dateTime: `${date}T10:45:00`, timeZone },
      attendees: [{ type: 'resource', emailAddress: { address: `${room}@contoso.example` } }],
    },
  });
}

/** The dates of a meeting in a mailbox, each with who is on it and what they said. */
async function datesOf(person: string, subject: string): Promise<readonly string[]> {
  const range = `startDateTime=${first.toString()}T00:00:00Z&endDateTime=${week(6)}T00:00:00Z`;
  const { value } = (await askGraph(stage, `/me/calendarView?${range}&$orderby=start/dateTime&$top=200`, {
    person,
  })) as {
    value: readonly MailboxEvent[];
  };
  return value
    .filter((event) => event.subject.includes(subject))
    .map(({ start, attendees }) => {
      const who = attendees.map(
        ({ emailAddress, status }) => `${emailAddress.address.split('@')[0]} ${status.response}`,
      );
      return `${start.dateTime.slice(0, 10)} ${who.join(', ')}`;
    });
}

async function open(visit: Parameters<Stage['visit']>[0]): Promise<void> {
  await connectCalendar(stage);
  visitor = await stage.visit(visit);
  tab = await visitor.tab();
  await tab.getByText('work plan').first().waitFor();
}

/** Four weekly dates at ten o'clock, from day 16 on, when `plain` (1.01 Linden) is empty. */
async function fillForm(times: string): Promise<void> {
  await tab.getByRole('button', { name: 'Book a room' }).first().press('Enter');
  await tab.getByLabel('Date', { exact: true }).fill(first.toString());
  await tab.getByLabel('Start', { exact: true }).fill('10:00');
  await tab.getByLabel('Subject', { exact: true }).fill('Weekly sync');
  await tab.getByLabel('People to invite', { exact: true }).fill('sam@contoso.example');
  await tab.getByLabel('People to invite', { exact: true }).press('Enter');
  await tab.getByLabel('Repeats', { exact: true }).selectOption('week');
  await tab.getByLabel('Ends', { exact: true }).selectOption('times');
  await tab.getByLabel('Number of times', { exact: true }).fill(times);
}

const linden = () => tab.getByRole('button', { name: /^(Use for all dates|Chosen): 1\.01 Linden$/u });
/** Rooms free on fewer dates stand further down. */
async function showLinden(): Promise<void> {
  await tab.getByText('Your series', { exact: true }).waitFor();
  while ((await linden().count()) === 0) await tab.getByRole('button', { name: 'More rooms' }).press('Enter');
}

const choiceOf = (date: string) => {
  const said = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  const day = said.format(Date.parse(`${date}T00:00:00Z`)).replace(',', '');
  const [weekday = '', number = '', month = ''] = day.split(' ');
  return tab.getByLabel(new RegExp(`What becomes of ${weekday},? ${number} ${month}, `, 'u'));
};

beforeAll(async () => {
  stage = await openStage('series');
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 300 });
  first = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 16 });
});
afterEach(async () => {
  await visitor.close();
  expect(stage.takeComplaints()).toEqual([]);
});

describe.each([
  { transport: 'direct', nested: 'on', width: 1280 },
  { transport: 'relay', nested: 'off', width: 360 },
] as const)('in $transport mode', ({ nested, width }) => {
  it('books a series with its exceptions by keyboard, and nobody is invited before every room said yes', async () => {
    await occupy('plain', week(1));
    await occupy('plain', week(2));
    await open({ nested, width, height: 800, locale: 'en-GB' });
    await fillForm('4');
    await showLinden();
    await linden().press('Enter');
    await tab
      .getByRole('list', { name: 'Dates of 1.01 Linden' })
      .getByText('taken')
      .first()
      .waitFor({ state: 'attached' });
    const strip = tab.getByRole('list', { name: 'Dates of 1.01 Linden' }).getByRole('listitem');
    expect((await strip.allInnerTexts()).map((text) => text.replace(/[\s\S]*\n/u, ''))).toEqual([
      ...['free, Chosen', 'taken', 'taken', 'free, Chosen'],
    ]);
    await tab
      .getByText(/Exchange’s defaults assumed: 180 days ahead/)
      .first()
      .waitFor();
    expect(await findMistakes(tab)).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await choiceOf(week(1)).selectOption('skip');
    const rooms = choiceOf(week(2)).locator('optgroup[label="Another room"] option');
    await choiceOf(week(2)).selectOption({ label: (await rooms.first().textContent()) ?? '' });
    await tab.getByText('Every date has its room; 2 differ from the rest.').waitFor();
    await tab.getByRole('button', { name: 'Look over and send' }).press('Enter');
    await tab.getByText('After every date has its room’s yes').waitFor();
    expect(await findMistakes(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Send', exact: true }).press('Enter');
    await tab.getByText('Booked: the room said yes.').waitFor({ timeout: 60_000 });
    await tab.getByText('3 of 3 dates have their room’s yes').waitFor();
    expect(await findMistakes(tab)).toEqual([]);
    const dates = await datesOf('sam', 'Weekly sync');
    expect(dates).toEqual(await datesOf('alex', 'Weekly sync'));
    expect(dates.map((line) => line.slice(0, 10))).toEqual([week(0), week(2), week(3)]);
    expect(dates.every((line) => /^\S+ \S+ accepted, sam none$/u.test(line))).toBe(true);
    expect(dates.map((line) => line.includes('plain'))).toEqual([true, false, true]);
  });
});

it('says that a series past the window would be declined whole, and ends it in time; takes it up again after the page was closed', async () => {
  await stage.control('POST', '/emulator/switches', { roomAnswerMs: 4_000 });
  await open({ nested: 'on', width: 1280, height: 900, locale: 'en-GB' });
  await fillForm('40');
  await showLinden();
  const end = tab.getByRole('button', { name: /^End the series on/ }).first();
  await end.waitFor();
  expect(await linden().isDisabled()).toBe(true);
  await tab.getByText('The clocks change during this series').waitFor();
  await end.press('Enter');
  await tab.getByLabel('Ends', { exact: true }).selectOption('times');
  await tab.getByLabel('Number of times', { exact: true }).fill('3');
  await showLinden();
  await linden().and(tab.locator(':enabled')).press('Enter');
  await tab.getByRole('button', { name: 'Look over and send' }).press('Enter');
  await tab.getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await tab.getByText('Asking the room…').waitFor();
  await visitor.close();
  expect(await datesOf('sam', 'Weekly sync')).toEqual([]);
  await open({ nested: 'on', width: 1280, height: 900, locale: 'en-GB' });
  await tab.getByRole('button', { name: /^Finish.*Weekly sync/ }).press('Enter');
  await tab.getByText('Booked: the room said yes.').waitFor({ timeout: 60_000 });
  expect(await datesOf('sam', 'Weekly sync')).toEqual(
    [week(0), week(1), week(2)].map((date) => `${date} plain accepted, sam none`),
  );
});

it('takes a series back whole that the room declines, mails nobody, and says why', async () => {
  await open({ nested: 'on', width: 1280, height: 900, locale: 'en-GB' });
  await fillForm('3');
  await showLinden();
  await linden().and(tab.locator(':enabled')).press('Enter');
  await tab.getByRole('button', { name: 'Look over and send' }).press('Enter');
  await stage.control('POST', '/emulator/switches', { roomAnswerMs: 4_000 });
  await tab.getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await tab.getByText('Asking the room…').waitFor();
  // somebody is faster: one taken date, and the room declines all of them
  await stage.control('POST', '/emulator/switches', { roomAnswerMs: 50 });
  await occupy('plain', week(1));
  await tab.getByText('The room said no.').waitFor({ timeout: 60_000 });
  await tab.getByText('Cause: dates of the series are taken').waitFor();
  await tab.getByRole('button', { name: 'Receipt' }).press('Enter');
  await tab.getByText(/Your calendar: event gone/).waitFor();
  expect(await findMistakes(tab)).toEqual([]);
  expect([await datesOf('alex', 'Weekly sync'), await datesOf('sam', 'Weekly sync')]).toEqual([[], []]);
});
