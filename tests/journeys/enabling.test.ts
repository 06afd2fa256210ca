/**
 * From an organisation that never tested to one that is enabled, and back: two administrators, an employee, and what is
 * taken away again. The run is made by the server, so it is the same whichever way pages read calendars.
 */
import type { Frame, Page } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { answerMicrosoft } from '../support/microsoft-prompts.ts';
import { createServerCall, listIn, readSteps, runTest, stepRow } from '../support/proof-journey.ts';
import { openStage, type Stage, type Visit, type Visitor } from '../support/stage.ts';

jest.setTimeout(150_000);

const INTEGRATION = '/api/admin/integration';
const AGENDA = ['User.Read', 'Calendars.Read', 'Calendars.ReadWrite', 'MailboxSettings.Read'];

let stage: Stage;
let call: ReturnType<typeof createServerCall>;
let visitors: Visitor[] = [];

async function open(visit: Visit): Promise<{ readonly visitor: Visitor; readonly tab: Frame }> {
  const visitor = await stage.visit(visit);
  visitor.context.setDefaultTimeout(30_000);
  visitors.push(visitor);
  return { visitor, tab: await visitor.tab() };
}

const setConsent = (person: string, scopes: readonly string[], granted: boolean): Promise<unknown> =>
  stage.control('POST', '/emulator/consents', { person, scopes, granted });
const focus = (tab: Frame): Promise<boolean> => tab.evaluate(() => dispatchEvent(new Event('focus')));
const openOverview = async (tab: Frame): Promise<void> => tab.getByRole('tab', { name: 'Overview' }).click();
const getState = async (): Promise<unknown> => (await call('GET', INTEGRATION))['state'];

/** As an administrator does it, without the page. */
async function enable(): Promise<void> {
  const { token } = (await stage.control('POST', '/emulator/tokens', { person: 'robin', audience: 'app' })) as {
    token: string;
  };
  const run = await fetch(`${stage.serverUrl}/api/admin/proof-runs`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ room: 'plain@contoso.example' }),
  });
  await run.text();
  await call('PUT', INTEGRATION, { body: { enabled: true, organisation: { name: 'Contoso' } } });
}

/** The link of a step, in the window that the host opens for it. */
async function openConsent(visitor: Visitor, tab: Frame, step: string): Promise<Page> {
  const opened = visitor.context.waitForEvent('page');
  await stepRow(tab, step).getByRole('link', { name: 'Open consent' }).click();
  return opened;
}

async function accept(page: Page, person: RegExp): Promise<void> {
  const account = page.getByRole('button', { name: person });
  const yes = page.getByRole('button', { name: 'Accept', exact: true });
  await account.or(yes).first().waitFor();
  if (!(await yes.isVisible())) await account.click();
  await yes.click();
  await page.getByText('Done. You can close this window.').waitFor();
  await page.close();
}

beforeAll(async () => {
  stage = await openStage('enabling');
  call = createServerCall(stage);
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 20 });
  await call('DELETE', INTEGRATION);
});
afterEach(async () => {
  for (const visitor of visitors) await visitor.close();
  visitors = [];
  expect(stage.takeComplaints()).toEqual([]);
});

it('goes from untested to enabled over a missing consent, and from the welcome to a consent that is withdrawn', async () => {
  await setConsent('alex', AGENDA, false);
  const shut = await open({ person: 'alex' });
  await shut.tab.getByText('Calendar integration is not enabled for your organisation.').waitFor();
  await shut.tab.getByText('An administrator of the app can enable it after a test.').waitFor();
  await setConsent('robin', ['Place.Read.All', 'Calendars.ReadWrite'], false);

  const { visitor, tab } = await open({ person: 'robin', subPageId: 'admin', nested: 'off' });
  await tab.getByRole('heading', { name: 'Not tested yet' }).waitFor();
  expect(await tab.getByRole('switch', { name: 'Enable for my organisation' }).isDisabled()).toBe(true);
  await tab.getByRole('tab', { name: 'Test' }).click();
  await runTest(tab);
  const steps = await readSteps(tab);
  expect(listIn(steps, 'failed')).toEqual(['scope:Calendars.ReadWrite', 'scope:Place.Read.All']);
  await stepRow(tab, 'scope:Place.Read.All').getByText('Consent is missing for Place.Read.All.').waitFor();
  await stepRow(tab, 'scope:Place.Read.All').getByText('A directory administrator can give it').waitFor();
  await stepRow(tab, 'scope:Calendars.ReadWrite').getByText('You can give this permission yourself.').waitFor();
  expect(await findMistakes(tab)).toEqual([]);

  // robin may not agree for everybody, and is told so by Microsoft; freya may
  const refused = await openConsent(visitor, tab, 'scope:Place.Read.All');
  await refused.getByRole('button', { name: /Robin/ }).click();
  await refused.getByRole('heading', { name: 'Need admin approval' }).waitFor();
  await refused.close();
  await accept(await openConsent(visitor, tab, 'scope:Place.Read.All'), /Freya/);
  await accept(await openConsent(visitor, tab, 'scope:Calendars.ReadWrite'), /Robin/);
  await runTest(tab);
  await tab.getByText('The test passed').first().waitFor();
  expect(listIn(await readSteps(tab), 'failed', 'inconclusive', 'skipped')).toEqual([]);
  await openOverview(tab);
  await tab.getByRole('switch', { name: 'Enable for my organisation' }).click();
  await tab.getByText('Enabled. People can connect from now on.').waitFor();

  await focus(shut.tab);
  await shut.tab.getByRole('heading', { name: 'Connect your work calendar' }).waitFor();
  const connect = (): Promise<void> => shut.tab.getByRole('button', { name: 'Connect calendar' }).click();
  await answerMicrosoft(shut.visitor, 'on', 'Accept', connect);
  await shut.tab.getByText('work plan').first().waitFor();
  await shut.tab.getByRole('button', { name: 'Profile' }).click();
  await shut.tab.getByRole('switch', { name: 'Calendar synchronization' }).click();
  await shut.tab.getByRole('heading', { name: 'Your calendar is disconnected' }).waitFor();
  await shut.visitor.page.reload();
  const again = await shut.visitor.tab();
  await again.getByRole('heading', { name: 'Your calendar is not connected' }).waitFor();
  await again.getByRole('button', { name: 'Connect calendar' }).click();
  await again.getByRole('heading', { name: 'Connect your work calendar' }).waitFor();
  await again.getByRole('button', { name: 'Connect calendar' }).click();
  await again.getByText('work plan').first().waitFor();
  await setConsent('alex', AGENDA, false);
  await shut.visitor.page.reload();
  const told = await shut.visitor.tab();
  await told.getByRole('heading', { name: 'Your agreement is needed' }).waitFor();
  expect(await told.locator('li[data-entry]').count()).toBe(0);
});

it('tells the later of two administrators what changed, and keeps what they typed', async () => {
  const robin = (await open({ person: 'robin', subPageId: 'admin', nested: 'off' })).tab;
  const freya = (await open({ person: 'freya', subPageId: 'admin', nested: 'off' })).tab;
  for (const tab of [robin, freya]) await tab.getByRole('tab', { name: 'Settings' }).click();
  const nameOf = (tab: Frame) => tab.getByLabel('Name shown to people');
  const textOf = (tab: Frame) => tab.getByLabel('Welcome text');
  const texts = (tab: Frame) => tab.getByRole('region', { name: 'What people read' });
  const save = (tab: Frame): Promise<void> => texts(tab).getByRole('button', { name: 'Save', exact: true }).click();
  await nameOf(freya).fill('Contoso North');
  await textOf(robin).fill('Ask at the desk.');
  await save(freya);
  await texts(freya).getByText('Saved.').waitFor();
  await save(robin);
  await robin.getByText('Changed meanwhile: Name shown to people').waitFor();
  await robin.getByText('Contoso North').first().waitFor();
  expect(await textOf(robin).inputValue()).toBe('Ask at the desk.');
  expect(await findMistakes(robin)).toEqual([]);
  await robin.getByRole('button', { name: 'Save mine all the same' }).click();
  await texts(robin).getByText('Saved.').waitFor();
  expect((await call('GET', INTEGRATION))['organisation']).toMatchObject({
    name: 'Contoso North',
    welcomeText: 'Ask at the desk.',
  });
});

it('stays open after one failure or one bad room, and suspends after a failure that comes twice: pages close within a minute', async () => {
  await enable();
  await call('PUT', '/api/connection', { person: 'alex', body: { connected: true, welcomeSeen: '1.0' } });
  const alex = await stage.visit({ person: 'alex' });
  visitors.push(alex);
  // time of the page alone is moved: the next question comes by itself, without anybody coming back to it
  await alex.context.clock.install();
  await alex.page.reload();
  const agenda = await alex.tab();
  await agenda.getByText('work plan').first().waitFor();

  const { tab } = await open({ person: 'robin', subPageId: 'proof', nested: 'off' });
  await tab.getByRole('button', { name: /^Run the test/ }).waitFor();
  const once = [{ match: { method: 'POST', path: '/v1.0/me/events' }, answer: { status: 403 }, times: 1 }];
  await stage.control('POST', '/emulator/faults', once);
  await runTest(tab);
  await tab.getByText('only what fails twice switches it off').waitFor();
  expect(listIn(await readSteps(tab), 'failed')).toEqual(['book']);
  expect(listIn(await readSteps(tab, 'Second run'), 'failed', 'inconclusive')).toEqual([]);
  expect(await getState()).toBe('enabled');
  await runTest(tab, 'reserved');
  expect(listIn(await readSteps(tab), 'failed')).toEqual(['book']);
  expect(await tab.getByRole('list', { name: 'Second run', exact: true }).count()).toBe(0);
  expect(await getState()).toBe('enabled');

  await setConsent('robin', ['Calendars.Read'], false);
  await runTest(tab);
  expect(listIn(await readSteps(tab, 'Second run'), 'failed')).toEqual(['scope:Calendars.Read']);
  expect(await getState()).toBe('suspended');
  expect(await agenda.locator('li[data-entry]').count()).toBeGreaterThan(0);
  await alex.context.clock.fastForward(60_000);
  await agenda.getByText('Calendar integration is switched off for Contoso at the moment.').waitFor();
  expect(await agenda.locator('li[data-entry]').count()).toBe(0);
});

it('leaves out the calendar of an administrator without a mailbox, and hands out the link for a tester', async () => {
  await stage.control('POST', '/emulator/people', { person: 'kim', appRoles: ['Integration.Admin'] });
  const { tab } = await open({ person: 'kim', subPageId: 'proof', nested: 'off' });
  await tab.getByRole('button', { name: /^Run the test/ }).waitFor();
  await runTest(tab);
  const steps = await readSteps(tab);
  expect(listIn(steps, 'failed')).toEqual([]);
  expect(listIn(steps, 'skipped')).toEqual(expect.arrayContaining(['calendars', 'free_busy', 'book', 'read_back']));
  const { text = '' } = steps.find(({ step }) => step === 'calendars') ?? {};
  expect(text).toMatch(/Your account has no mailbox.*Send the link below to a tester who has a mailbox/s);
  await tab.getByText('The test could not decide').first().waitFor();
  await tab.getByText(`${stage.serverUrl}/tab?view=proof`).waitFor();
  expect(await findMistakes(tab)).toEqual([]);
});

it('says to who comes back that a run is under way, and shows its report in its time', async () => {
  await stage.control('POST', '/emulator/switches', { roomAnswerMs: 4_000 });
  const { visitor, tab } = await open({ person: 'robin', subPageId: 'proof', nested: 'off' });
  await tab.getByRole('combobox', { name: 'Room for the test' }).fill('plain@contoso.example');
  await tab.getByRole('button', { name: /^Run the test/ }).click();
  await stepRow(tab, 'book').and(tab.locator('[data-state="running"]')).waitFor();
  await visitor.page.reload();
  const back = await visitor.tab();
  await back.getByText('A run is under way').waitFor();
  expect(await findMistakes(back)).toEqual([]);
  await back.getByRole('list', { name: 'First run', exact: true }).waitFor({ timeout: 40_000 });
  expect(listIn(await readSteps(back), 'failed', 'inconclusive', 'skipped')).toEqual([]);
});
