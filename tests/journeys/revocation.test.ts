/** Everything that can be taken away while the page is open: told at once, in the right sentence, with no calendar left on it. */
import type { Frame } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { askServer } from '../support/call-as.ts';
import { answerMicrosoft, countPrompts } from '../support/microsoft-prompts.ts';
import { openStage, type Stage, type Visitor } from '../support/stage.ts';

jest.setTimeout(120_000);

const READS = ['User.Read', 'Calendars.Read', 'Calendars.ReadWrite', 'MailboxSettings.Read'];
const DRAFT = 'Draft of a plan';

let stage: Stage;
let visitor: Visitor;
let tab: Frame;
let prompts: () => Promise<number>;
/** What stood in the calendar when the page was opened. */
let subjects: readonly string[];

const callServer = (method: string, path: string, body?: unknown, person = 'alex', ifMatch?: string) =>
  askServer(stage, path, {
    method,
    body,
    person,
    ...(ifMatch === undefined ? {} : { headers: { 'If-Match': ifMatch } }),
  });

async function setEnabled(enabled: boolean): Promise<void> {
  const path = '/api/admin/integration';
  const etag = (await callServer('GET', path, undefined, 'robin')).headers.get('ETag') ?? '';
  const answer = await callServer('PUT', path, { enabled }, 'robin', etag);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
}

const connect = async (connected: boolean): Promise<void> =>
  void (await callServer('PUT', '/api/connection', { connected, welcomeSeen: '1.0' }));

/** Our server holds a Graph token for some minutes; leaving drops it at once. */
async function dropServerTokens(): Promise<void> {
  // a question of the page that is still under way would find the moment between the two
  await tab.waitForTimeout(1_500);
  await connect(false);
  await connect(true);
}

const setConsent = (granted: boolean): Promise<unknown> =>
  stage.control('POST', '/emulator/consents', { person: 'alex', scopes: READS, granted });

/** The page takes what follows within two seconds for the same return. */
async function lookAgain(): Promise<void> {
  await tab.waitForTimeout(2_100);
  await tab.evaluate(() => dispatchEvent(new Event('focus')));
}

/** From now on the host hands out a sign-in whose time is over, as one does that slept for too long. */
async function letHostGiveOldTokens(): Promise<void> {
  const endedS = Math.floor(Date.now() / 1_000) - 600;
  const order = { person: 'alex', audience: 'app', claims: { iat: endedS - 3_600, nbf: endedS - 3_600, exp: endedS } };
  const { token } = (await stage.control('POST', '/emulator/tokens', order)) as { token: string };
  await visitor.page.route('**/hosts/broker/sso', (route) =>
    route.fulfill({ json: { ok: true, token }, headers: { 'access-control-allow-origin': '*' } }),
  );
}

/** Searches all that the page holds, shown or hidden, for what stood in the calendar. */
async function seeNoCalendar(): Promise<void> {
  const html = await tab.evaluate(() => document.documentElement.outerHTML);
  expect(subjects.filter((subject) => html.includes(subject))).toEqual([]);
  expect(await tab.locator('li[data-entry]').count()).toBe(0);
}

async function openBooking(): Promise<void> {
  await tab.getByRole('button', { name: 'Book a room' }).first().click();
  await tab.getByLabel('Subject', { exact: true }).fill(DRAFT);
}

type Place = 'agenda' | 'booking panel';

async function open(nested: 'on' | 'off', place: Place): Promise<void> {
  visitor = await stage.visit({ nested });
  visitor.context.setDefaultTimeout(30_000);
  tab = await visitor.tab();
  await tab.getByText('work plan').first().waitFor();
  subjects = await tab.evaluate(() =>
    [...document.querySelectorAll('li[data-entry] bdi')]
      .map((subject) => subject.textContent)
      // rooms are the directory's: the finder of a draft may go on showing them
      .filter((subject) => subject.length > 4 && !/^\d+\.\d+ /.test(subject)),
  );
  expect(subjects.length).toBeGreaterThan(3);
  // the search finds what is there
  await expect(seeNoCalendar()).rejects.toThrow();
  if (place === 'booking panel') await openBooking();
  prompts = countPrompts(visitor);
}

/** One sentence, no calendar, no prompt by itself, no loop of questions to our server. */
async function seeRevoked(sentence: string | RegExp, code: string): Promise<void> {
  await tab.getByText(sentence).first().waitFor();
  await tab.getByText(`Code ${code}`).first().waitFor();
  await seeNoCalendar();
  let asked = 0;
  visitor.page.on('request', (request) => (asked += /\/(api|graph|v1\.0)\//.test(request.url()) ? 1 : 0));
  await tab.waitForTimeout(1_500);
  // readings that waited for their turn may still go out; a loop would ask dozens of times
  expect(asked).toBeLessThanOrEqual(5);
  expect(await prompts()).toBe(0);
  expect(await findMistakes(tab)).toEqual([]);
}

beforeAll(async () => {
  stage = await openStage('revocation');
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 300 });
  await callServer('DELETE', '/api/connection');
  await connect(true);
});
afterEach(async () => {
  await visitor.close();
  expect(stage.takeComplaints()).toEqual([]);
});

const WAYS = [
  { transport: 'direct', nested: 'on' },
  { transport: 'relay', nested: 'off' },
] as const;
const PLACES = ['agenda', 'booking panel'] as const;
const ALL = WAYS.flatMap((way) => PLACES.map((place) => ({ ...way, place })));

describe.each(ALL)('in $transport mode, with the $place open', ({ nested, place }) => {
  it('tells that an administrator switched it off for everybody, and comes back when it is on again', async () => {
    await open(nested, place);
    try {
      await setEnabled(false);
      await lookAgain();
      const sentence = 'Calendar integration is switched off for Contoso at the moment.';
      await seeRevoked(sentence, 'integration_not_enabled');
    } finally {
      await setEnabled(true);
    }
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByText('work plan').first().waitFor();
  });

  it('B10 tells whose account was disabled that they could not be signed in', async () => {
    await open(nested, place);
    await stage.control('POST', '/emulator/people', { person: 'alex', accountEnabled: false });
    await lookAgain();
    await seeRevoked('You could not be signed in.', 'sign_in_failed');
  });

  it('A15 tells whose sign-in is too old that it has expired', async () => {
    await open(nested, place);
    await letHostGiveOldTokens();
    await lookAgain();
    await seeRevoked('Your sign-in has expired.', 'token_expired');
  });
});

describe('in relay mode', () => {
  it.each(PLACES)('B11 tells that the app itself is not let in any more, with the %s open', async (place) => {
    await open('off', place);
    await dropServerTokens();
    await stage.control('POST', '/emulator/switches', { secretExpired: true });
    await lookAgain();
    await seeRevoked(/^Microsoft no longer accepts the app itself/, 'app_refused');
  });

  it('B08 asks for the agreement that was withdrawn, keeps the draft of a booking, and goes on with it', async () => {
    await open('off', 'booking panel');
    await setConsent(false);
    await dropServerTokens();
    await lookAgain();
    await seeRevoked('Your agreement is needed', 'consent_required');
    expect(await tab.getByLabel('Subject', { exact: true }).inputValue()).toBe(DRAFT);
    await answerMicrosoft(visitor, 'off', 'Accept', () =>
      tab.getByRole('button', { name: 'Continue to Microsoft' }).click(),
    );
    await tab.getByText('work plan').first().waitFor();
    expect(await tab.getByLabel('Subject', { exact: true }).inputValue()).toBe(DRAFT);
  });
});

describe('in direct mode', () => {
  it('B08 asks for the agreement that was withdrawn as soon as the page needs a new token', async () => {
    await open('on', 'agenda');
    await setConsent(false);
    await visitor.page.reload();
    tab = await visitor.tab();
    await seeRevoked('Your agreement is needed', 'consent_required');
  });

  it('goes on where only the secret of our server has ended: the page needs none', async () => {
    await open('on', 'agenda');
    await stage.control('POST', '/emulator/switches', { secretExpired: true });
    await lookAgain();
    await tab.waitForTimeout(1_500);
    expect(await tab.locator('li[data-entry]').count()).toBeGreaterThan(3);
    expect(await prompts()).toBe(0);
  });
});
