/** The task pane beside each kind of item, directly and through our relay: what it shows, what it changes in Outlook, and what it keeps. */
import type { Frame, Page } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { askGraph, connectCalendar } from '../support/call-as.ts';
import { openStage, type Stage, type Visit, type Visitor } from '../support/stage.ts';

jest.setTimeout(180_000);

interface Held {
  readonly id: string;
  readonly subject: string;
  readonly attendees: readonly { readonly type: string; readonly status: { readonly response: string } }[];
}

let stage: Stage;
let visitors: Visitor[] = [];
const day = new Date(Date.now() + 16 * 86_400_000).toISOString().slice(0, 10);

/** A meeting of alex with Sam, that has no room yet. */
async function plant(subject: string): Promise<string> {
  const time = (hour: string) => ({ dateTime: `${day}T${hour}:00`, timeZone: 'Europe/Berlin' });
  const guest = { address: 'guest@elsewhere.example', name: 'A guest whose name is longer than the pane is wide' };
  const people = [{ address: 'sam@contoso.example', name: 'Sam Okafor' }, guest];
  const attendees = people.map((emailAddress) => ({ type: 'required', emailAddress }));
  const meeting = { subject, start: time('10:00'), end: time('11:00'), attendees };
  const { id } = (await askGraph(stage, '/me/events', { body: meeting })) as Held;
  return id;
}

/** Robin holds the room then: it is only booked out in the daytime, and a new draft begins with the next hour. */
async function takeRoom(address: string, startMs: number, endMs: number): Promise<void> {
  const toTime = (ms: number) => ({ dateTime: new Date(ms).toISOString().slice(0, 19), timeZone: 'UTC' });
  const room = { type: 'resource', emailAddress: { address, name: address } };
  const meeting = { subject: 'Held by Robin', start: toTime(startMs), end: toTime(endMs), attendees: [room] };
  await askGraph(stage, '/me/events', { person: 'robin', body: meeting });
}

async function findHeld(id: string): Promise<Held | undefined> {
  const { value } = (await stage.control('GET', '/emulator/mailboxes/alex@contoso.example/events')) as {
    value: Held[];
  };
  return value.find((one) => one.id === id);
}

async function open(visit: Visit): Promise<{ page: Page; pane: Frame }> {
  const visitor = await stage.visit({ host: 'outlook', width: 1000, ...visit });
  visitors.push(visitor);
  visitor.context.setDefaultTimeout(30_000);
  return { page: visitor.page, pane: await visitor.tab() };
}

const fail = (name: string, body: object, times = 1): Promise<unknown> =>
  stage.control('POST', '/emulator/faults', [
    { match: { path: `/hosts/office/calls/${name}` }, answer: { status: 500, body }, times },
  ]);

beforeAll(async () => {
  stage = await openStage('pane-items');
});
afterAll(() => stage.close());
beforeEach(async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 300 });
  await connectCalendar(stage, true, { welcomeSeen: '1.0' });
});
afterEach(async () => {
  for (const visitor of visitors) await visitor.close();
  visitors = [];
  expect(stage.takeComplaints()).toEqual([]);
});

const choose = async (page: Page, label: string | RegExp): Promise<void> => {
  const chooser = page.getByLabel('Open item').first();
  const text = await chooser.locator('option').filter({ hasText: label }).first().textContent();
  await chooser.selectOption({ label: (text ?? '').trim() });
};
/** What Outlook itself shows of the item. */
const shown = (page: Page): Promise<string> => page.locator('#item').innerText();
async function readTimes(page: Page): Promise<readonly number[]> {
  const text = await shown(page);
  return ['Start', 'End'].map((term) => Date.parse(new RegExp(`${term}\\s+(\\S+)`).exec(text)?.[1] ?? ''));
}
/** The pane keeps what was typed beside other items hidden. */
const seen = (pane: Frame) => pane.locator('main > div:not([hidden])');

/** Rooms that fit, into Outlook and out of it again, with what Outlook refuses; the better time sets start and end. */
async function checkDraft(page: Page, pane: Frame): Promise<void> {
  await choose(page, /^New appointment$/);
  await pane.getByText('No room yet').waitFor();
  expect(await pane.getByRole('button', { name: 'Book a room' }).count()).toBe(0);
  await pane.getByLabel('People in the room').fill('3');
  const add = pane.getByRole('button', { name: /^Add \S*\d/ }).first();
  await add.focus();
  await page.keyboard.press('Enter');
  const remove = pane.getByRole('button', { name: /^Remove / });
  await remove.waitFor();
  expect(await shown(page)).toContain('(room)');
  await pane.getByText('free at this time').waitFor();
  expect(await findMistakes(pane)).toEqual([]);

  await fail('enhancedLocation.removeAsync', { code: 5001 });
  await remove.click();
  await pane.getByText('Outlook did not carry this out.').waitFor();
  await remove.click();
  await pane.getByText('No room yet').waitFor();
  expect(await pane.getByText('Outlook did not carry this out.').count()).toBe(0);

  // taken already: said before anybody sends it
  const [startBefore = 0, endBefore = 0] = await readTimes(page);
  await takeRoom('busy@contoso.example', startBefore, endBefore);
  await pane.getByRole('button', { name: 'Add a room by its address' }).click();
  await pane.getByLabel('The room’s e-mail address').fill('busy@contoso.example');
  await page.keyboard.press('Enter');
  await pane.getByText('will most likely decline').waitFor();

  await pane.getByRole('button', { name: 'Find a better time' }).click();
  await fail('start.setAsync', { code: 5001 });
  const use = pane.getByRole('button', { name: /^Use / }).first();
  await use.click();
  await pane.getByText('Outlook did not carry this out.').waitFor();
  expect(await readTimes(page)).toEqual([startBefore, endBefore]);
  await pane.getByRole('button', { name: 'Find a better time' }).click();
  await use.click();
  await pane.getByText('free at this time').waitFor();
  const [start = 0, end = 0] = await readTimes(page);
  expect(start).not.toBe(startBefore);
  expect(end - start).toBe(endBefore - startBefore);
  expect(await shown(page)).not.toContain('busy');
}

/** Each item keeps what was typed beside it; no draft has what was typed beside another. */
async function checkFollowing(page: Page, pane: Frame): Promise<void> {
  const heads = seen(pane).getByLabel('People in the room');
  await choose(page, /^Second new appointment$/);
  await seen(pane).getByText('No room yet').waitFor();
  expect(await heads.inputValue()).not.toBe('3');
  await heads.fill('5');

  await choose(page, /^Mail/);
  await seen(pane).getByRole('button', { name: 'Plan a meeting' }).click();
  await seen(pane).getByRole('heading', { name: 'Plan a meeting' }).waitFor();
  await seen(pane).getByText('Sam Okafor').first().waitFor();
  expect(await findMistakes(pane)).toEqual([]);

  await choose(page, /^New appointment$/);
  await seen(pane)
    .getByRole('button', { name: /^Remove / })
    .waitFor();
  expect(await heads.inputValue()).toBe('3');
  await choose(page, /^Second new/);
  await seen(pane).getByText('No room yet').waitFor();
  expect(await heads.inputValue()).toBe('5');
  await choose(page, /^Mail/);
  await seen(pane).getByRole('heading', { name: 'Plan a meeting' }).waitFor();
}

it.each(['on', 'off'] as const)('carries every kind of item with nested app authentication %s', async (nested) => {
  const { page, pane } = await open({ item: 'none', nested });
  await pane.getByRole('heading', { name: 'Your agenda' }).waitFor();
  await pane.getByText('work plan').first().waitFor();
  await checkDraft(page, pane);
  await checkFollowing(page, pane);

  await choose(page, /’s calendar: /);
  await pane.getByText('that somebody shares with you').waitFor();
  await choose(page, /^New appointment for /);
  await pane.getByText('on behalf of somebody else').waitFor();
  expect(await findMistakes(pane)).toEqual([]);

  await fail('subject.getAsync', { code: 5001 });
  await choose(page, /^Edit: /);
  await pane.getByText('The open item could not be read').waitFor();
  await seen(pane).getByRole('button', { name: 'Try again' }).click();
  await seen(pane)
    .getByRole('heading', { name: /Rooms in this/ })
    .waitFor();
  await choose(page, 'No item');
  await pane.getByText('work plan').first().waitFor();
});

it.each([
  { nested: 'on', theme: 'dark' },
  { nested: 'off', theme: 'contrast' },
] as const)('answers an invitation, and books, changes and releases my meeting’s room: $nested', async (look) => {
  const { value } = (await stage.control('GET', '/emulator/mailboxes/alex@contoso.example/events')) as {
    value: Readonly<Record<string, unknown>>[];
  };
  const invitation = value.find(
    (one) =>
      one['type'] === 'singleInstance' &&
      one['isOrganizer'] === false &&
      one['isCancelled'] !== true &&
      new Date(`${(one['start'] as { dateTime: string }).dateTime.slice(0, 19)}Z`).getTime() > Date.now() + 86_400_000,
  );
  const { pane: invited } = await open({ item: String(invitation?.['id']), ...look });
  await invited.getByRole('button', { name: /^Maybe: / }).click();
  await invited.getByRole('button', { name: 'Send: Maybe' }).click();
  await invited.getByText('So far: Maybe').waitFor();
  await invited.getByText('Organizer').waitFor();
  expect(await findMistakes(invited)).toEqual([]);

  const id = await plant('Roadmap');
  const { pane: mine } = await open({ item: id, ...look });
  await mine.getByRole('heading', { name: 'Roadmap' }).waitFor();
  await mine
    .getByText(/^Place not known|work plan|Teams Shifts/)
    .last()
    .waitFor();
  expect(await findMistakes(mine)).toEqual([]);
  // a long name breaks beside its icon
  const guest = mine.getByRole('listitem').filter({ hasText: 'A guest whose name' });
  const [icon, name] = [await guest.locator('svg').boundingBox(), await guest.locator('bdi').boundingBox()];
  expect(name?.y).toBeLessThan((icon?.y ?? 0) + (icon?.height ?? 0));
  const book = async (room: string): Promise<void> => {
    await mine.getByRole('button', { name: `Book ${room}`, exact: true }).click();
    await mine.getByRole('button', { name: 'Send' }).click();
    await mine.getByText('Booked: the room said yes.').waitFor();
    await mine.getByRole('button', { name: 'Done' }).click();
  };
  await mine.getByRole('button', { name: 'Book a room' }).click();
  await book('1.01 Linden');
  await mine.getByText('(room accepted)').waitFor();
  await mine.getByRole('button', { name: 'Change room' }).click();
  await book('2.03 Ash');
  await mine.getByRole('button', { name: 'Give 2.03 Ash back' }).click();
  await mine.getByRole('button', { name: 'Give the room back' }).click();
  await mine.getByText('No room yet').waitFor();
  expect((await findHeld(id))?.attendees.filter(({ type }) => type === 'resource')).toEqual([]);
});

it('stands the right way round in Arabic, and gives two dates the same room in a narrow pane', async () => {
  const openFrom = async (button: number): Promise<Frame> => {
    const { pane } = await open({ item: 'none', locale: 'ar-EG' });
    const buttons = pane.locator('header').getByRole('button');
    // all of them come with the agenda
    await buttons.nth(5).waitFor();
    await buttons.nth(button).click();
    return pane;
  };
  const subject = (await openFrom(0)).getByPlaceholder('اجتماع');
  await subject.waitFor();
  expect(await subject.evaluate((input) => getComputedStyle(input).direction)).toBe('rtl');

  const room = (await openFrom(1)).getByRole('button', { name: 'دقيقة' }).locator('bdi').first();
  await room.waitFor();
  const toRight = (box: { x: number; width: number } | null): number => (box?.x ?? 0) + (box?.width ?? 0);
  const block = room.locator('xpath=../..');
  expect(toRight(await room.boundingBox())).toBeCloseTo(toRight(await block.boundingBox()), 0);

  const dates = (await openFrom(2)).locator('input[type=date]');
  await dates.nth(1).waitFor();
  const [first, last] = [await dates.nth(0).boundingBox(), await dates.nth(1).boundingBox()];
  expect(first?.width).toBeCloseTo(last?.width ?? 0, 0);
});
