/** A page that stays open, in both transports: what changes elsewhere flows in, a lost network is said, and all that was asked can be looked at. */
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { openStage, type Stage, type Visitor } from '../support/stage.ts';

jest.setTimeout(120_000);

interface HeldEvent {
  readonly id: string;
  readonly subject: string;
}

let stage: Stage;
let visitor: Visitor;
let tab: Frame;
const requests: string[] = [];

async function getToken(audience: 'app' | 'graph'): Promise<string> {
  const answer = await stage.control('POST', '/emulator/tokens', { person: 'alex', audience });
  return (answer as { token: string }).token;
}

async function call(method: string, url: string, audience: 'app' | 'graph', body?: object): Promise<void> {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${await getToken(audience)}` };
  const answer = await fetch(url, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
}

async function listHeld(): Promise<readonly HeldEvent[]> {
  const answer = await stage.control('GET', '/emulator/mailboxes/alex@contoso.example/events');
  return (answer as { value: readonly HeldEvent[] }).value;
}

/** As in Outlook, on another screen. */
async function rename(subject: string, to: string): Promise<void> {
  const held = (await listHeld()).find((event) => event.subject === subject);
  await call('PATCH', `${stage.emulatorUrl}/v1.0/me/events/${held?.id ?? ''}`, 'graph', { subject: to });
}

async function remove(subject: string): Promise<void> {
  const held = (await listHeld()).find((event) => event.subject === subject);
  await call('DELETE', `${stage.emulatorUrl}/v1.0/me/events/${held?.id ?? ''}`, 'graph');
}

/** The page takes what follows within two seconds for the same return. */
async function comeBack(): Promise<void> {
  await tab.waitForTimeout(2_100);
  await tab.evaluate(() => dispatchEvent(new Event('focus')));
}

const countGraph = (): number => requests.filter((url) => /\/v1\.0\//.test(url)).length;

/** Readings of schedules take turns of a second, in which nothing is asked. */
async function waitForQuiet(): Promise<void> {
  let asked = -1;
  while (asked !== requests.length) {
    asked = requests.length;
    await tab.waitForTimeout(2_500);
    await visitor.page.waitForLoadState('networkidle');
  }
}

/** The first event of mine that stands alone, some way down the list. */
async function findOwn(): Promise<string> {
  const shown = await tab.locator('li[data-entry] bdi').allTextContents();
  const held = (await listHeld()).map(({ subject }) => subject);
  const alone = shown.filter((subject) => held.filter((one) => one === subject).length === 1);
  return alone.at(-1) ?? '';
}

const row = (subject: string) => tab.locator('li[data-entry] button').filter({ hasText: subject }).first();

const readPlace = () =>
  tab.evaluate(() => ({
    focus: document.activeElement?.closest('li[data-entry]')?.getAttribute('data-entry'),
    top: Math.round(document.activeElement?.getBoundingClientRect().top ?? -1),
  }));

beforeAll(async () => {
  stage = await openStage('live');
});
afterAll(async () => {
  await stage.close();
  // the browser logs each request that finds no network
  expect(stage.takeComplaints().filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});
afterEach(() => visitor.close());

describe.each([
  { way: 'direct', nested: 'on', said: 'straight to Microsoft' },
  { way: 'relay', nested: 'off', said: 'through our server' },
] as const)('a page that stays open, $way', ({ nested, said }) => {
  it('D21 lets changes flow in, says that the network is gone, recovers once, and shows all it asked', async () => {
    await stage.control('POST', '/emulator/reset', { seed: 'small' });
    await call('PUT', `${stage.serverUrl}/api/connection`, 'app', { connected: true });
    visitor = await stage.visit({ nested, onRequest: (request) => void requests.push(request.url()) });
    visitor.context.setDefaultTimeout(30_000);
    tab = await visitor.tab();
    await tab.getByText('work plan').first().waitFor();
    // the second round may still bring shifts, and with them rows
    await waitForQuiet();

    // an event changes elsewhere, another comes in above it: the focus stays on it, and it stays where it is
    const subject = await findOwn();
    await row(subject).focus();
    const before = await readPlace();
    await rename(subject, `${subject} (moved)`);
    await comeBack();
    await row(`${subject} (moved)`).waitFor();
    expect(await readPlace()).toEqual(before);

    // offline is said and dated, what is on screen stays
    // an answer that is still on its way when the network goes would say that all is well
    await waitForQuiet();
    await visitor.context.setOffline(true);
    await tab.getByText(/^You are offline\. What you see is as of \d/).waitFor();
    await row(`${subject} (moved)`).waitFor();
    await rename(`${subject} (moved)`, `${subject} (once more)`);
    requests.length = 0;
    await visitor.context.setOffline(false);
    await row(`${subject} (once more)`).waitFor();
    expect(await tab.getByText('You are offline.').count()).toBe(0);
    await tab.waitForTimeout(500);
    expect(countGraph()).toBeLessThanOrEqual(4);
    expect(await readPlace()).toEqual(before);

    // deleted elsewhere while it has the focus: the focus goes to its neighbour
    await remove(`${subject} (once more)`);
    await comeBack();
    await row(`${subject} (once more)`).waitFor({ state: 'detached' });
    expect((await readPlace()).focus).toBeTruthy();

    // what this app did
    await tab.getByRole('button', { name: 'Profile' }).click();
    await tab.getByRole('button', { name: 'Show what this app did' }).click();
    const table = tab.getByRole('table', { name: 'Calls, the newest first' });
    await table.getByText('/me/calendarView').first().waitFor();
    expect(await table.getByText(said).count()).toBeGreaterThan(8);
    expect(await findMistakes(tab)).toEqual([]);
    const [download] = await Promise.all([
      visitor.page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Save as a file' }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      calls: expect.arrayContaining([expect.objectContaining({ purpose: 'agenda' })]),
    });
    const canaries = (await listHeld()).flatMap((event) => [event.id, event.subject]);
    expect(canaries.filter((canary) => canary.length > 4 && text.includes(canary))).toEqual([]);
    expect(text).not.toContain('contoso');
  });
});

it('leaves the row that has the focus where it is when shifts and offers come late above it', async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small' });
  await call('PUT', `${stage.serverUrl}/api/connection`, 'app', { connected: true });
  let isLate = true;
  visitor = await stage.visit({
    prepare: (context) =>
      context.route(
        (url) => url.pathname.endsWith('/$batch'),
        async (route) => {
          const isSecondRound = route.request().postData()?.includes('/me/calendars/') === true;
          while (isLate && isSecondRound) await new Promise((done) => setTimeout(done, 50));
          await route.continue();
        },
      ),
  });
  tab = await visitor.tab();
  await tab.locator('[data-testid=shift-place]').first().waitFor();
  // the last row on the screen, below days that have no shift yet
  await tab.evaluate(() => {
    scrollTo(0, 300);
    const rows = [...document.querySelectorAll('li[data-entry]')];
    const row = rows.findLast((one) => one.getBoundingClientRect().bottom < innerHeight);
    row?.querySelector('button')?.focus({ preventScroll: true });
  });
  await tab.waitForTimeout(300);
  const before = await readPlace();
  const height = await tab.evaluate(() => document.documentElement.scrollHeight);
  isLate = false;
  await tab.locator('[data-testid=shift-place]').first().waitFor({ state: 'detached' });
  await tab.waitForTimeout(300);
  expect(await tab.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(height);
  expect(await readPlace()).toEqual(before);
});
