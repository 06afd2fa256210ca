/** The task pane in the emulated Outlook: its script, its sign-in by both ways, its colours, and what it says where something is missing. */
import type { BrowserContext, Frame } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { readServer } from '../support/call-as.ts';
import { openStage, type Stage, type Visit, type Visitor } from '../support/stage.ts';

jest.setTimeout(120_000);

let stage: Stage;
let visitors: Visitor[] = [];

const toServer = (method: string, path: string, body?: unknown, person = 'alex'): Promise<unknown> =>
  readServer(stage, path, { method, body, person });

async function open(visit: Visit = {}): Promise<{ visitor: Visitor; pane: Frame }> {
  const visitor = await stage.visit({ host: 'outlook', item: 'none', width: 1000, ...visit });
  visitors.push(visitor);
  visitor.context.setDefaultTimeout(30_000);
  return { visitor, pane: await visitor.tab() };
}

const fault = (call: string, code: number, times = 1): Promise<unknown> =>
  stage.control('POST', '/emulator/faults', [
    { match: { path: `/hosts/office/calls/${call}` }, times, answer: { status: 500, body: { code, name: 'No' } } },
  ]);

beforeAll(async () => {
  stage = await openStage('pane-sign-in');
});
afterAll(() => stage.close());
beforeEach(async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 300 });
  await toServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' });
});
afterEach(async () => {
  for (const visitor of visitors) await visitor.close();
  visitors = [];
  expect(stage.takeComplaints()).toEqual([]);
});

it.each(['light', 'dark', 'contrast'] as const)(
  'shows the agenda in Outlook’s %s theme, and follows it',
  async (theme) => {
    const asked: string[] = [];
    const { visitor, pane } = await open({ theme, onRequest: (request) => asked.push(request.url()) });
    await pane.getByText('work plan').first().waitFor();
    const read = (): Promise<string> => pane.evaluate(() => document.documentElement.style.colorScheme);
    expect(await read()).toBe(theme === 'light' ? 'light' : 'dark');
    expect(await findMistakes(pane)).toEqual([]);
    // direct: Graph is asked by the page itself, and never our relay
    expect(asked.some((url) => url.startsWith(`${stage.emulatorUrl.replace('127.0.0.1', 'localhost')}/v1.0/`))).toBe(
      true,
    );
    expect(asked.filter((url) => url.startsWith(`${stage.serverUrl}/graph/`))).toEqual([]);
    expect(await pane.evaluate(() => [typeof history.pushState, typeof history.replaceState])).toEqual([
      'function',
      'function',
    ]);
    if (theme !== 'light') return;
    await visitor.page.getByLabel('Dark').check();
    await pane.waitForFunction(() => document.documentElement.style.colorScheme === 'dark');
  },
);

it('F11 goes through our relay where Outlook offers no nested app authentication, and tries once more as Office wants it', async () => {
  await fault('auth.getAccessToken', 13006);
  const asked: string[] = [];
  const { pane } = await open({ nested: 'off', onRequest: (request) => asked.push(request.url()) });
  await pane.getByText('work plan').first().waitFor();
  expect(asked.some((url) => url.startsWith(`${stage.serverUrl}/graph/v1.0/`))).toBe(true);
  expect(asked.filter((url) => url.includes('/v1.0/') && !url.startsWith(`${stage.serverUrl}/graph/`))).toEqual([]);
});

it('F03 says what to do where Office can sign nobody in', async () => {
  await fault('auth.getAccessToken', 13012, 9);
  const { pane } = await open({ nested: 'off' });
  await pane.getByText('it is too old, or the app was not installed for it').waitFor();
  expect(await findMistakes(pane)).toEqual([]);
  await stage.control('DELETE', '/emulator/faults');
});

it('agrees in a dialog of Office where our relay lacks a permission', async () => {
  // nobody whose token our server still holds
  const scopes = ['User.Read', 'Calendars.Read', 'Calendars.ReadWrite', 'MailboxSettings.Read'];
  await toServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' }, 'sam');
  await stage.control('POST', '/emulator/consents', { person: 'sam', scopes, granted: false });
  const { visitor, pane } = await open({ nested: 'off', person: 'sam' });
  const opened = visitor.context.waitForEvent('page');
  await pane.getByRole('button', { name: 'Continue to Microsoft' }).click();
  const dialog = await opened;
  await dialog.getByRole('button', { name: /Sam/ }).click();
  await dialog.getByRole('button', { name: 'Accept' }).click();
  await pane.getByText('work plan').first().waitFor();
  expect(dialog.isClosed()).toBe(true);
});

it('C27 says within two seconds that Outlook’s script is blocked or late, and goes on when it comes', async () => {
  const blockScript = (context: BrowserContext): Promise<unknown> =>
    context.route('**/office.js', (route) => route.fulfill({ status: 200, contentType: 'text/javascript', body: '' }));
  const { pane } = await open({ prepare: blockScript });
  await pane.getByText('Outlook’s own script has not come yet').or(pane.getByText('could not be loaded')).waitFor();

  expect(await findMistakes(pane)).toEqual([]);

  let come = (): void => {};
  const late = new Promise<void>((resolve) => (come = resolve));
  const { pane: slow } = await open({
    prepare: (context) => context.route('**/office.js', async (route) => late.then(() => route.continue())),
  });
  await slow.getByText('Waiting for Outlook').waitFor();
  come();
  await slow.getByText('work plan').first().waitFor();
});

it('F01 says where it belongs, alone in a browser, and never loads Office.js in the Teams tab', async () => {
  const alone = await stage.visitAlone({ path: '/pane' });
  visitors.push(alone);
  await alone.page.getByRole('heading', { name: 'This pane belongs into Outlook' }).waitFor();
  expect(await findMistakes(alone.page.mainFrame())).toEqual([]);
  const asked: string[] = [];
  const tab = await stage.visit({ onRequest: (request) => asked.push(request.url()) });
  visitors.push(tab);
  await (await tab.tab()).getByText('work plan').first().waitFor();
  expect(asked.filter((url) => url.includes('office.js'))).toEqual([]);
});
