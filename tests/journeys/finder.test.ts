/** Finding a room in a real browser: now in two taps, favourites that stay, and the timeline by keyboard alone. */
import type { Frame } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { connectCalendar } from '../support/call-as.ts';
import { openStage, type Stage, type Visitor } from '../support/stage.ts';

jest.setTimeout(120_000);

interface MailboxEvent {
  readonly subject: string;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly attendees: readonly {
    readonly type: string;
    readonly emailAddress: { readonly address: string };
    readonly status: { readonly response: string };
  }[];
}

let stage: Stage;
let visitor: Visitor;
let tab: Frame;

async function open(visit: Parameters<Stage['visit']>[0]): Promise<void> {
  await connectCalendar(stage);
  visitor = await stage.visit(visit);
  tab = await visitor.tab();
  await tab.getByText('work plan').first().waitFor();
}

async function openForm(day: string): Promise<void> {
  await tab.getByRole('button', { name: 'Book a room' }).first().click();
  await tab.getByLabel('Date', { exact: true }).fill(day);
  await tab.getByLabel('Start', { exact: true }).fill('10:00');
  await tab.getByRole('list', { name: 'Free rooms' }).getByRole('button', { name: 'Book 1.01 Linden' }).waitFor();
}

/** What has the focus is asked for after each press, as somebody hears it who sees nothing. */
async function tabTo(name: string, key = 'Tab'): Promise<void> {
  const heard = (): Promise<string | null | undefined> =>
    tab.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
  for (let presses = 0; presses < 150; presses += 1) {
    if ((await heard()) === name) return;
    await visitor.page.keyboard.press(key);
  }
  throw new Error(`never came to ${name}`);
}

const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const offered = (): Promise<readonly string[]> =>
  tab.getByRole('list', { name: 'Free rooms' }).locator('h4').allInnerTexts();

beforeAll(async () => {
  stage = await openStage('finder');
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
  it('books the nearest free room in two taps, on a phone, checks in, and ends early', async () => {
    await open({ nested, width: 360, height: 740 });
    await tab.getByRole('button', { name: 'Room now' }).click();
    const choice = tab.getByRole('button', { name: /^15 min.*until/ });
    await choice.waitFor();
    expect(await findMistakes(tab)).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await choice.click();
    await tab.getByText('Booked: the room said yes.').waitFor();
    const { value } = (await stage.control('GET', '/emulator/mailboxes/alex@contoso.example/events')) as {
      value: readonly MailboxEvent[];
    };
    const booked = value.filter(({ subject }) => subject === 'Room now');
    expect(booked.map(({ attendees }) => attendees.map(({ type, status }) => [type, status.response]))).toEqual([
      [['resource', 'accepted']],
    ]);
    const length = ({ start, end }: MailboxEvent): number =>
      (Date.parse(`${end.dateTime}Z`) - Date.parse(`${start.dateTime}Z`)) / 60_000;
    expect(booked.map(length)).toEqual([15]);
    await tab.getByRole('button', { name: 'Done' }).click();
    await tab.getByRole('button', { name: 'My bookings' }).click();
    const card = tab.locator('[data-event]').filter({ hasText: 'Room now' });
    await card.getByRole('button', { name: 'Check in: Room now' }).click();
    await card.getByText('Checked in.').waitFor();
    await card.getByRole('button', { name: 'End now: Room now' }).click();
    await tab.getByRole('button', { name: 'End now', exact: true }).click();
    await tab.getByText(/^Ended\. The room is free from/).waitFor();
    const { value: later } = (await stage.control('GET', '/emulator/mailboxes/alex@contoso.example/events')) as {
      value: readonly MailboxEvent[];
    };
    const [ended] = later.filter(({ subject }) => subject === 'Room now').map(length);
    expect(ended).toBeLessThanOrEqual(3);
  });

  it('keeps favourites in the mailbox: after a reload they come first, and say so', async () => {
    await open({ nested });
    await openForm(dayAhead(16));
    const last = (await offered()).at(-1) ?? '';
    const written = visitor.page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await tab.getByRole('button', { name: `Favourite: ${last}` }).click();
    await expect(offered()).resolves.toContain(last);
    await tab.locator(`button[aria-label="Favourite: ${last}"][aria-pressed=true]`).waitFor();
    expect((await written).ok()).toBe(true);
    await visitor.close();
    await open({ nested });
    await openForm(dayAhead(16));
    await tab.getByText('your favourite').first().waitFor();
    expect((await offered())[0]).toBe(last);
  });

  it('chooses a time in the timeline and books by keyboard alone, with nobody’s subjects on it', async () => {
    await open({ nested });
    await openForm(dayAhead(16));
    await tab.getByRole('button', { name: 'Timeline of rooms and people' }).press('Enter');
    const grid = tab.getByRole('grid');
    await tab.getByRole('gridcell', { name: /^1\.01 Linden, 10:00–10:30: free/ }).waitFor();
    const start = grid.locator('[tabindex="0"]');
    expect(await start.count()).toBe(1);
    expect(await start.getAttribute('aria-label')).toMatch(/^Me, 10:00–10:30/);
    await start.focus();
    await visitor.page.keyboard.press('ArrowDown');
    for (let step = 0; step < 4; step += 1) await visitor.page.keyboard.press('ArrowRight');
    await visitor.page.keyboard.press('Shift+ArrowRight');
    await visitor.page.keyboard.press('Shift+ArrowRight');
    await visitor.page.keyboard.press('Enter');
    await tab.getByText('Chosen: 12:00–13:30').waitFor();
    expect(await tab.getByLabel('Start', { exact: true }).inputValue()).toBe('12:00');
    expect(await tab.getByLabel('End', { exact: true }).inputValue()).toBe('13:30');
    expect(await findMistakes(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'As a table' }).press('Enter');
    await tab.getByRole('rowheader', { name: '1.01 Linden' }).last().waitFor();
    await tabTo('Book 1.01 Linden', 'Shift+Tab');
    await visitor.page.keyboard.press('Enter');
    await tab.getByRole('dialog').waitFor();
    await tabTo('Send');
    await visitor.page.keyboard.press('Enter');
    await tab.getByText('Booked: the room said yes.').waitFor();
    await tabTo('Done');
    await visitor.page.keyboard.press('Enter');
    await tab.getByRole('heading', { name: 'Your agenda' }).waitFor();
  });
});
