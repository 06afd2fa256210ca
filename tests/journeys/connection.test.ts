/** An employee's own switch, in a real browser: welcome, agreement, first booking, leaving, and everything that is taken back. */
import type { Frame } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { readServer } from '../support/call-as.ts';
import { answerMicrosoft, countPrompts } from '../support/microsoft-prompts.ts';
import { findTab, openStage, type Stage, type Visit, type Visitor } from '../support/stage.ts';

jest.setTimeout(120_000);

let stage: Stage;
let visitors: Visitor[] = [];

const ADDRESS = 'alex@contoso.example';
const READS = ['User.Read', 'Calendars.Read', 'Calendars.ReadWrite', 'MailboxSettings.Read'];

const callServer = (method: string, path: string, body?: unknown, person = 'alex'): Promise<unknown> =>
  readServer(stage, path, { method, body, person });

const setConsent = (scopes: readonly string[], granted: boolean): Promise<unknown> =>
  stage.control('POST', '/emulator/consents', { person: 'alex', scopes, granted });

/** Our server holds a Graph token for some minutes; leaving drops it at once. */
const dropServerTokens = async (): Promise<void> => {
  await callServer('PUT', '/api/connection', { connected: false });
  await callServer('PUT', '/api/connection', { connected: true });
};

async function open(visit: Visit): Promise<{ readonly visitor: Visitor; readonly tab: Frame }> {
  const visitor = await stage.visit(visit);
  visitor.context.setDefaultTimeout(30_000);
  visitors.push(visitor);
  return { visitor, tab: await visitor.tab() };
}

async function openAgenda(visit: Visit): Promise<{ readonly visitor: Visitor; readonly tab: Frame }> {
  const opened = await open(visit);
  await opened.tab.getByText('work plan').first().waitFor();
  return opened;
}

async function seeNoCalendar(tab: Frame): Promise<void> {
  expect(await tab.locator('li[data-entry]').count()).toBe(0);
  expect(await tab.locator('body').innerText()).not.toMatch(/stand-up|Design review/i);
}

const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function chooseRoom(tab: Frame, subject: string): Promise<void> {
  await tab.getByRole('button', { name: 'Book a room' }).first().click();
  await tab.getByLabel('Date', { exact: true }).fill(dayAhead(3));
  await tab.getByLabel('Start', { exact: true }).fill('10:00');
  await tab.getByLabel('End date', { exact: true }).fill(dayAhead(3));
  await tab.getByLabel('End', { exact: true }).fill('10:30');
  await tab.getByLabel('Subject', { exact: true }).fill(subject);
  await tab.getByLabel('Name or feature', { exact: true }).fill('1.01 Linden');
  await tab.getByRole('button', { name: 'Book 1.01 Linden' }).click();
  await tab.getByRole('button', { name: 'Send' }).waitFor();
}

async function listNamed(part: string): Promise<readonly string[]> {
  const { value } = (await stage.control('GET', `/emulator/mailboxes/${ADDRESS}/events`)) as {
    value: readonly { readonly subject: string }[];
  };
  return value.map((event) => event.subject).filter((subject) => subject.includes(part));
}

beforeAll(async () => {
  stage = await openStage('connection');
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

describe.each([
  { transport: 'direct', nested: 'on' },
  { transport: 'relay', nested: 'off' },
] as const)('in $transport mode', ({ nested }) => {
  it('welcomes, asks Microsoft’s question on the way, connects, and stays connected elsewhere', async () => {
    await setConsent(READS, false);
    const { visitor, tab } = await open({ nested });
    await tab.getByText('For people at Contoso').waitFor();
    await tab.getByText('events in calendars you own').waitFor();
    expect(await findMistakes(tab)).toEqual([]);
    const connect = (): Promise<void> => tab.getByRole('button', { name: 'Connect calendar' }).click();
    const said = await answerMicrosoft(visitor, nested, 'Accept', connect);
    // no more than what the words before had said
    expect(said).toMatch(/Calendars\.Read/);
    expect(said).not.toMatch(/ReadWrite|Place|Schedule|Presence|People/);
    await tab.getByText('work plan').first().waitFor();
    await visitor.page.reload();
    await (await visitor.tab()).getByText('work plan').first().waitFor();
    await openAgenda({ nested, device: 'desktop' });
  });

  it('connects nobody who declines, says so, and can be asked again', async () => {
    await setConsent(READS, false);
    const { visitor, tab } = await open({ nested });
    const connect = (): Promise<void> => tab.getByRole('button', { name: 'Connect calendar' }).click();
    await answerMicrosoft(visitor, nested, 'Cancel', connect);
    await tab.getByText('Your calendar could not be connected.').waitFor();
    expect(await callServer('GET', '/api/connection')).toMatchObject({ connected: false });
    await seeNoCalendar(tab);
    await answerMicrosoft(visitor, nested, 'Accept', connect);
    await tab.getByText('work plan').first().waitFor();
  });

  it('counts Not now: the welcome does not come again in this release', async () => {
    const { visitor, tab } = await open({ nested });
    await tab.getByRole('button', { name: 'Not now' }).click();
    await tab.getByRole('heading', { name: 'Your calendar is not connected' }).waitFor();
    await visitor.page.reload();
    await (await visitor.tab()).getByRole('heading', { name: 'Your calendar is not connected' }).waitFor();
  });

  it('disconnects at once, here and in a second tab, and says what remains and where to end that too', async () => {
    await callServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' });
    const { visitor, tab } = await openAgenda({ nested });
    const second = await visitor.context.newPage();
    await second.goto(visitor.page.url());
    const other = await findTab(second, stage.serverUrl);
    await other.getByText('work plan').first().waitFor();
    await tab.getByRole('button', { name: 'Profile' }).click();
    await tab.getByRole('switch', { name: 'Calendar synchronization' }).click();
    await tab.getByRole('heading', { name: 'Your calendar is disconnected' }).waitFor();
    await seeNoCalendar(tab);
    await tab.getByText('The permissions given in Microsoft Entra').waitFor();
    await tab.getByText('they are in your own calendar').waitFor();
    expect(await findMistakes(tab)).toEqual([]);
    const asked = visitor.context.waitForEvent('request', (request) => request.url().includes('myapps.microsoft.com'));
    await tab.getByRole('button', { name: 'Open My Apps' }).click();
    await asked;
    await other
      .getByText(/Connect your work calendar|Your calendar is not connected/)
      .first()
      .waitFor({ timeout: 60_000 });
    await seeNoCalendar(other);
    stage.takeComplaints(); // the fence notes that My Apps lies on the internet
  });

  it('books with the calendar only read: asks for more at the first booking, in plain words before the prompt', async () => {
    await setConsent(['Calendars.ReadWrite'], false);
    await callServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' });
    const { visitor, tab } = await openAgenda({ nested });
    const prompts = countPrompts(visitor);
    await chooseRoom(tab, 'First booking');
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.getByRole('heading', { name: 'One agreement before you book' }).waitFor();
    await tab.getByText('add, change and delete events in your calendar').waitFor();
    expect(await prompts()).toBe(0);
    expect(await findMistakes(tab)).toEqual([]);
    const go = (): Promise<void> => tab.getByRole('button', { name: 'Continue to Microsoft' }).click();
    await answerMicrosoft(visitor, nested, 'Cancel', go);
    await tab.getByText('You did not agree, so nothing was booked.').waitFor();
    expect(await listNamed('First booking')).toEqual([]);
    expect(await tab.locator('li[data-entry]').count()).toBeGreaterThan(0);
    await tab.getByRole('button', { name: 'Not now' }).click();
    expect(await tab.getByLabel('Subject', { exact: true }).inputValue()).toBe('First booking');
    await tab.getByRole('button', { name: 'Book 1.01 Linden' }).click();
    await tab.getByRole('button', { name: 'Send' }).click();
    const said = await answerMicrosoft(visitor, nested, 'Accept', go);
    expect(said).toContain('Calendars.ReadWrite');
    await tab.getByText('Booked: the room said yes.').waitFor();
    expect(await listNamed('First booking')).toEqual(['First booking']);
  });

  it('B08 tells who lost consent, with no calendar left on the page and no prompt by itself, and goes on after a new one', async () => {
    await callServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' });
    const { visitor, tab: before } = await openAgenda({ nested });
    await setConsent(READS, false);
    await dropServerTokens();
    const prompts = countPrompts(visitor);
    if (nested === 'on') await visitor.page.reload();
    else await before.evaluate(() => dispatchEvent(new Event('focus')));
    const tab = await visitor.tab();
    await tab.getByRole('heading', { name: 'Your agreement is needed' }).waitFor();
    await seeNoCalendar(tab);
    await tab.waitForTimeout(1_000);
    expect(await prompts()).toBe(0);
    expect(await findMistakes(tab)).toEqual([]);
    const go = (): Promise<void> => tab.getByRole('button', { name: 'Continue to Microsoft' }).click();
    await answerMicrosoft(visitor, nested, 'Cancel', go);
    await tab.getByText('You did not agree, so your agenda can’t be shown.').waitFor();
    await answerMicrosoft(visitor, nested, 'Accept', go);
    await tab.getByText('work plan').first().waitFor();
  });

  it('E22 keeps the draft where consent is taken back between agenda and booking', async () => {
    await callServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' });
    const { visitor, tab } = await openAgenda({ nested });
    await chooseRoom(tab, 'Kept draft');
    await setConsent(['Calendars.ReadWrite'], false);
    await dropServerTokens();
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.getByRole('heading', { name: 'One agreement before you book' }).waitFor();
    const go = (): Promise<void> => tab.getByRole('button', { name: 'Continue to Microsoft' }).click();
    await answerMicrosoft(visitor, nested, 'Accept', go);
    await tab.getByText('Booked: the room said yes.').waitFor();
    expect(await listNamed('Kept draft')).toEqual(['Kept draft']);
  });

  it('D25 shows nothing of the former account when the host has changed it', async () => {
    await callServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' });
    await callServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' }, 'sam');
    const { visitor, tab } = await openAgenda({ nested });
    await tab.getByText('Volunteering').or(tab.locator('li[data-entry]')).first().waitFor();
    await visitor.page.route('**/hosts/broker/**', async (route) => {
      const asked = JSON.parse(route.request().postData() ?? '{}') as Record<string, unknown>;
      await route.continue({ postData: JSON.stringify({ ...asked, person: 'sam' }) });
    });
    // slow answers: whatever flashes stays long enough to be seen
    await visitor.page.route('**/api/session', async (route) => {
      await new Promise((done) => setTimeout(done, 1_000));
      await route.continue();
    });
    await tab.evaluate(() => dispatchEvent(new Event('focus')));
    await tab.locator('li[data-entry]').first().waitFor({ state: 'detached', timeout: 900 });
    await seeNoCalendar(tab);
    await tab.getByText('work plan').first().waitFor();
    const shown = await tab.locator('body').innerText();
    expect(shown).not.toMatch(/Safety round/);
  });

  it('deletes all that is stored about me, and begins again with the welcome', async () => {
    await callServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' });
    const { visitor, tab } = await openAgenda({ nested });
    await tab.getByRole('button', { name: 'Profile' }).click();
    await tab.getByRole('button', { name: 'Delete what is stored' }).click();
    await tab.getByRole('button', { name: 'Delete', exact: true }).click();
    await tab.getByRole('heading', { name: 'All that was stored about you is deleted' }).waitFor();
    await seeNoCalendar(tab);
    expect(await callServer('GET', '/api/connection')).toEqual({
      connected: false,
      connectedSince: null,
      welcomeSeen: null,
    });
    // F04 browsers may keep storage from a frame of another site
    const kept = await tab.evaluate(() => {
      try {
        return localStorage.length + sessionStorage.length;
      } catch {
        return 0;
      }
    });
    expect(kept).toBe(0);
    await visitor.page.reload();
    await (await visitor.tab()).getByRole('heading', { name: 'Connect your work calendar' }).waitFor();
  });

  it('B10 shows no calendar to a disabled account, and asks nothing by itself', async () => {
    await callServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' });
    const { visitor, tab } = await openAgenda({ nested });
    const prompts = countPrompts(visitor);
    await stage.control('POST', '/emulator/people', { person: 'alex', accountEnabled: false });
    await tab.evaluate(() => dispatchEvent(new Event('focus')));
    await tab.getByText('You could not be signed in.').waitFor();
    await seeNoCalendar(tab);
    await tab.getByText(/^Code sign_in_failed/).waitFor();
    await tab.waitForTimeout(500);
    expect(await prompts()).toBe(0);
  });
});
