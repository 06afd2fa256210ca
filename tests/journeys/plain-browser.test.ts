/** The tab in a plain browser, alone on its page: signing in by Microsoft's own window, and every screen behind it. */
import type { Page } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { readServer } from '../support/call-as.ts';
import { openStage, type Stage, type Visitor } from '../support/stage.ts';

jest.setTimeout(120_000);

let stage: Stage;
let visitors: Visitor[] = [];

const READS = ['User.Read', 'Calendars.Read', 'Calendars.ReadWrite', 'MailboxSettings.Read'];
const TOKEN = /eyJ[\w-]+\.[\w-]+\./;

const setConsent = (person: string, scopes: readonly string[], granted: boolean): Promise<unknown> =>
  stage.control('POST', '/emulator/consents', { person, scopes, granted });

const callServer = (method: string, path: string, body?: unknown, person = 'alex'): Promise<unknown> =>
  readServer(stage, path, { method, body, person });

/** What the browser keeps, and every address that it asked for. */
interface Watch {
  readonly addresses: string[];
  readonly said: string[];
}

async function open(
  path = '/tab',
  look: { width?: number; dark?: boolean; locale?: string } = {},
): Promise<{ visitor: Visitor; page: Page; watch: Watch }> {
  const visitor = await stage.visitAlone({ path, ...look });
  visitors.push(visitor);
  visitor.context.setDefaultTimeout(30_000);
  const watch: Watch = { addresses: [], said: [] };
  visitor.context.on('request', (request) => watch.addresses.push(request.url()));
  visitor.context.on('console', (message) => watch.said.push(message.text()));
  return { visitor, page: visitor.page, watch };
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** Presses what opens Microsoft's window, and answers in it as a person would. */
async function answer(page: Page, press: string, ...answers: readonly (string | RegExp)[]): Promise<string> {
  const opened = page.context().waitForEvent('page');
  await button(page, press).click();
  const popup = await opened;
  let said = '';
  for (const one of answers) {
    const wanted = button(popup, one).first();
    await wanted.waitFor();
    said += await popup.locator('body').innerText();
    await wanted.click();
  }
  return said;
}

const signIn = (page: Page, person = /Alex/): Promise<string> => answer(page, 'Sign in', person);

beforeAll(async () => {
  stage = await openStage('plain-browser');
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 300 });
  await callServer('DELETE', '/api/connection');
});
afterEach(async () => {
  for (const visitor of visitors) await visitor.close();
  visitors = [];
  expect(stage.takeComplaints()).toEqual([]);
});

it('F01 signs in, connects, shows the agenda, books a room, disconnects, and keeps no token anywhere', async () => {
  await setConsent('alex', READS, false);
  const { page, watch } = await open('/');
  await page.getByText('your password never reaches this page').waitFor();
  expect(await findMistakes(page.mainFrame())).toEqual([]);
  await signIn(page);
  await page.getByText('For people at Contoso').waitFor();
  const said = await answer(page, 'Connect calendar', 'Accept');
  expect(said).toMatch(/Calendars\.Read/);
  expect(said).not.toMatch(/ReadWrite|Place|Schedule|Presence|People/);
  await page.getByText('work plan').first().waitFor();
  expect(await findMistakes(page.mainFrame())).toEqual([]);

  await button(page, 'Book a room').first().click();
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Date', { exact: true }).fill(day);
  await page.getByLabel('Start', { exact: true }).fill('10:00');
  await page.getByLabel('End date', { exact: true }).fill(day);
  await page.getByLabel('End', { exact: true }).fill('10:30');
  await page.getByLabel('Subject', { exact: true }).fill('From a browser');
  await page.getByLabel('Name or feature', { exact: true }).fill('1.01 Linden');
  await button(page, 'Book 1.01 Linden').click();
  await button(page, 'Send').click();
  await page.getByRole('heading', { name: 'One agreement before you book' }).waitFor();
  await answer(page, 'Continue to Microsoft', 'Accept');
  await page.getByText('Booked: the room said yes.').waitFor();

  await page.goto(`${stage.serverUrl}/tab`);
  await page.getByText('work plan').first().waitFor();
  await button(page, 'Profile').click();
  await page.getByText('alex@contoso.example').waitFor();
  await page.getByRole('switch', { name: 'Calendar synchronization' }).click();
  await page.getByRole('heading', { name: 'Your calendar is disconnected' }).waitFor();
  expect(await page.locator('li[data-entry]').count()).toBe(0);

  const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]));
  expect([kept, ...watch.addresses, ...watch.said].filter((text) => TOKEN.test(text))).toEqual([]);
  expect(kept).not.toMatch(/alex|secret|verifier/i);
});

it('says what became of a window that was closed, or in which somebody declined, and goes on after that', async () => {
  await setConsent('alex', READS, false);
  const { page } = await open();
  const opened = page.context().waitForEvent('page');
  await button(page, 'Sign in').click();
  await page.getByText('Microsoft’s window is open').waitFor();
  await (await opened).close();
  await page.getByText('The window was closed before you had signed in.').waitFor();
  expect(await findMistakes(page.mainFrame())).toEqual([]);
  await signIn(page);
  await answer(page, 'Connect calendar', 'Cancel');
  await page.getByText('Your calendar could not be connected.').waitFor();
  expect(await callServer('GET', '/api/connection')).toMatchObject({ connected: false });
  await answer(page, 'Connect calendar', 'Accept');
  await page.getByText('work plan').first().waitFor();
});

it('says what to do where the browser lets no window open', async () => {
  const { page } = await open();
  await button(page, 'Sign in').waitFor();
  await page.evaluate(() => (window.open = () => null));
  await button(page, 'Sign in').click();
  await page.getByText('Your browser kept Microsoft’s window from opening.').waitFor();
  expect(await findMistakes(page.mainFrame())).toEqual([]);
});

it('signs in silently after a reload where Microsoft knows the person, and asks again where it does not', async () => {
  await callServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' });
  const { page, visitor } = await open();
  await signIn(page);
  await page.getByText('work plan').first().waitFor();
  await page.reload();
  await page.getByText('work plan').first().waitFor();
  await visitor.context.clearCookies();
  await page.reload();
  await button(page, 'Sign in').waitFor();
  expect(await page.locator('li[data-entry]').count()).toBe(0);
});

it('lets a wrong account be changed, and leaves nothing of the former one', async () => {
  await callServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' });
  const { page } = await open();
  await signIn(page, /Jo /);
  await page.getByRole('heading', { name: "Your calendar can't be shown" }).waitFor();
  await answer(page, 'Use another account', /Alex/);
  await page.getByText('work plan').first().waitFor();
  await button(page, 'Profile').click();
  await answer(page, 'Use another account', /Sam/);
  await page.getByText('For people at Contoso').waitFor();
  expect(await page.locator('li[data-entry]').count()).toBe(0);
});

it('signs out here, in its other windows and at Microsoft', async () => {
  await callServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' });
  const { page, visitor } = await open();
  await signIn(page);
  await page.getByText('work plan').first().waitFor();
  const other = await visitor.context.newPage();
  await other.goto(`${stage.serverUrl}/tab`);
  await other.getByText('work plan').first().waitFor();
  await button(page, 'Profile').click();
  await button(page, 'Sign out').click();
  await button(page, 'Sign in').waitFor();
  expect(new URL(page.url()).pathname).toBe('/tab');
  await button(other, 'Sign in').waitFor();
  expect(await other.locator('li[data-entry]').count()).toBe(0);
  await page.reload();
  await button(page, 'Sign in').waitFor();
});

it('agrees through our relay too, where the organisation wants no other way', async () => {
  const read = async (): Promise<{ etag: string }> => {
    const { token } = (await stage.control('POST', '/emulator/tokens', { person: 'robin', audience: 'app' })) as {
      token: string;
    };
    const got = await fetch(`${stage.serverUrl}/api/admin/integration`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const etag = got.headers.get('etag') ?? '';
    return { etag };
  };
  const change = async (transport: string): Promise<void> => {
    const { token } = (await stage.control('POST', '/emulator/tokens', { person: 'robin', audience: 'app' })) as {
      token: string;
    };
    const put = await fetch(`${stage.serverUrl}/api/admin/integration`, {
      method: 'PUT',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
        'If-Match': (await read()).etag,
      },
      body: JSON.stringify({ transport }),
    });
    expect(put.status).toBe(200);
  };
  await change('relayOnly');
  try {
    await callServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' });
    await setConsent('alex', READS, false);
    const { page, watch } = await open();
    await signIn(page);
    await page.getByRole('heading', { name: 'Your agreement is needed' }).waitFor();
    await answer(page, 'Continue to Microsoft', 'Accept');
    await page.getByText('work plan').first().waitFor();
    expect(watch.addresses.filter((url) => url.includes('/v1.0/') && !url.includes('/graph/'))).toEqual([]);
  } finally {
    await change('automatic');
  }
});

it('lets a tester prove the integration by the link that an administrator hands out', async () => {
  const admin = await open();
  await signIn(admin.page, /Robin/);
  await button(admin.page, 'Profile').click();
  await button(admin.page, 'Open the administration').click();
  await admin.page.getByRole('tab', { name: 'Test' }).click();
  const link = `${stage.serverUrl}/tab?view=proof`;
  await admin.page
    .getByText(link)
    .or(admin.page.locator(`input[value="${link}"]`))
    .first()
    .waitFor();

  await stage.control('POST', '/emulator/people', { person: 'sam', appRoles: ['Integration.Tester'] });
  const { page } = await open('/tab?view=proof');
  await signIn(page, /Sam/);
  await page.getByRole('combobox', { name: 'Room for the test' }).fill('plain@contoso.example');
  await button(page, /^Run the test/).click();
  await page.getByText('The test passed').first().waitFor({ timeout: 90_000 });
  expect(await findMistakes(page.mainFrame())).toEqual([]);
});

it.each([
  { width: 360, dark: false, locale: 'en-GB' },
  { width: 360, dark: true, locale: 'ar' },
  { width: 1280, dark: true, locale: 'de-DE' },
])('fits $width pixels in $locale (dark: $dark)', async ({ width, dark, locale }) => {
  await callServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' });
  const { page } = await open('/tab', { width, dark, locale });
  const first = page.getByRole('heading', { level: 2 }).first();
  await first.waitFor();
  expect(await findMistakes(page.mainFrame())).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await page.evaluate(() => document.documentElement.style.colorScheme)).toBe(dark ? 'dark' : 'light');
  expect(await page.evaluate(() => document.documentElement.dir)).toBe(locale === 'ar' ? 'rtl' : 'ltr');
});
