/** Pictures of the tab as people see it: three themes, two widths, the states that matter. They go where PICTURE_FOLDER says. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { askGraph, connectCalendar } from '../support/call-as.ts';
import { openStage, type Stage, type Visit, type Visitor } from '../support/stage.ts';

jest.setTimeout(180_000);

const folder = process.env['PICTURE_FOLDER'] ?? 'test-results/pictures';
const WIDE = { width: 1280, height: 860 };
const PHONE = { width: 360, height: 740 };
let stage: Stage;

/** A meeting of three, the day after tomorrow, when the shift is over: it can be mended at any hour of today. */
async function plantLateCall(): Promise<void> {
  const day = new Date(Date.now() + 2 * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Berlin' });
  const at = (time: string) => ({ dateTime: `${day}T${time}:00`, timeZone: 'Europe/Berlin' });
  const invite = (key: string, name: string) => ({
    ...{ type: 'required', emailAddress: { address: `${key}@contoso.example`, name } },
  });
  const attendees = [invite('sam', 'Sam Okafor'), invite('robin', 'Robin Meyer')];
  const body = { subject: 'Late call', start: at('15:30'), end: at('16:00'), attendees };
  await askGraph(stage, '/me/events', { body });
}

/** The whole page, or one part of it, once what fades in has come. */
async function take(name: string, visitor: Visitor, part?: Locator): Promise<void> {
  const path = join(folder, `${name}.png`);
  await (part ?? visitor.page).screenshot({ path, animations: 'disabled' });
  expect(existsSync(path)).toBe(true);
}

async function open(visit: Visit): Promise<{ visitor: Visitor; tab: Frame }> {
  const visitor = await stage.visit(visit);
  const tab = await visitor.tab();
  await tab.waitForFunction(() => performance.getEntriesByName('agenda-shown').length > 0);
  // the second batch fills places that were kept for it
  await visitor.page.waitForLoadState('networkidle');
  return { visitor, tab };
}

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  stage = await openStage('pictures');
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 600 });
  await connectCalendar(stage);
});

describe('pictures of the tab', () => {
  it.each([
    ['light', 'wide', WIDE, 'en-GB'],
    ['light', 'phone', PHONE, 'en-GB'],
    ['dark', 'wide', WIDE, 'en-GB'],
    ['dark', 'phone', PHONE, 'de-DE'],
    ['contrast', 'wide', WIDE, 'en-GB'],
    ['contrast', 'phone', PHONE, 'en-GB'],
  ] as const)('the agenda, %s, %s', async (theme, name, size, locale) => {
    const { visitor, tab } = await open({ theme, locale, ...size });
    await tab.locator('section[data-date]').first().waitFor();
    await take(`agenda-${theme}-${name}`, visitor);
    await visitor.close();
  });

  it('the agenda in Arabic, from right to left', async () => {
    const { visitor, tab } = await open({ locale: 'ar-EG', ...WIDE });
    expect(await tab.locator('[dir="rtl"]').count()).toBeGreaterThan(0);
    await take('agenda-arabic', visitor);
    await visitor.close();
  });

  it.each([
    ['light', 'wide', { width: 1280, height: 1100 }, 'en-GB'],
    ['dark', 'phone', { width: 360, height: 1100 }, 'de-DE'],
    ['contrast', 'wide', { width: 1280, height: 1100 }, 'en-GB'],
    ['light', 'arabic', { width: 1280, height: 1100 }, 'ar-EG'],
  ] as const)(
    'the week and the day on their hours, and what mends a flag, %s, %s',
    async (theme, name, size, locale) => {
      await plantLateCall();
      const { visitor, tab } = await open({ theme, locale, ...size });
      await tab.locator('[data-view="week"]').click();
      await tab.locator('[data-band]').first().waitFor();
      await tab.waitForFunction(() => document.querySelector('[data-pending]') === null);
      await take(`week-${theme}-${name}`, visitor);
      await tab.locator('[data-view="day"]').click();
      for (let day = 0; day < 2; day += 1) {
        await tab.getByRole('button', { name: /^(Day after|Tag danach|اليوم التالي)$/u }).click();
      }
      await tab.locator('[data-grid-event]').filter({ hasText: 'Late call' }).click();
      await tab.locator('[data-flag="outsideShift"]').waitFor();
      await take(`day-${theme}-${name}`, visitor);
      await tab.locator('[data-flag="outsideShift"] button').first().click();
      await tab.locator('input[type=radio]').first().waitFor();
      await take(`fix-${theme}-${name}`, visitor);
      await visitor.close();
    },
  );

  it('the welcome', async () => {
    await connectCalendar(stage, false);
    const visitor = await stage.visit(WIDE);
    await (await visitor.tab()).getByRole('button', { name: 'Connect calendar' }).waitFor();
    await take('welcome', visitor);
    await visitor.close();
  });

  it('the door that is closed', async () => {
    const visitor = await stage.visit({ person: 'jo', ...WIDE });
    await (await visitor.tab()).getByText('integration_not_enabled').waitFor();
    await take('door', visitor);
    await visitor.close();
  });

  it.each([
    ['light', 'wide', WIDE],
    ['dark', 'phone', PHONE],
  ] as const)('a booking from free rooms to the yes, %s, %s', async (theme, name, size) => {
    const { visitor, tab } = await open({ theme, ...size });
    await tab.getByRole('button', { name: 'Book a room' }).first().click();
    const day = new Date(Date.now() + 16 * 86_400_000).toISOString().slice(0, 10);
    await tab.getByLabel('Date', { exact: true }).fill(day);
    await tab.getByLabel('End date', { exact: true }).fill(day);
    await tab.getByLabel('Start', { exact: true }).fill('10:00');
    await tab.getByLabel('End', { exact: true }).fill('11:00');
    await tab.getByLabel('Subject', { exact: true }).fill('Spring plan');
    await tab.getByLabel('People in the room', { exact: true }).fill('7');
    await tab.getByRole('button', { name: /^Book 1\.01 Linden/ }).waitFor();
    await tab.getByRole('button', { name: /^Book R2 Kingfisher/ }).scrollIntoViewIfNeeded();
    await take(`rooms-${theme}-${name}`, visitor);
    const timeline = tab.getByRole('button', { name: 'Timeline of rooms and people' });
    await timeline.click();
    await tab.getByRole('gridcell', { name: /^1\.01 Linden, 10:00–10:30: free/ }).waitFor();
    await tab.getByText(/^Chosen:/).scrollIntoViewIfNeeded();
    await take(`timeline-${theme}-${name}`, visitor);
    await timeline.click();
    const pair = tab.getByRole('switch', { name: 'Rooms in two buildings' });
    await pair.press('Space');
    await tab.getByLabel('First building').selectOption('Headquarters');
    await tab.getByLabel('Second building').selectOption('Riverside');
    await tab.getByRole('radio', { name: /^R2 Kingfisher/ }).waitFor();
    await tab.getByRole('button', { name: 'Book both rooms' }).scrollIntoViewIfNeeded();
    await take(`pair-${theme}-${name}`, visitor);
    await pair.press('Space');
    await tab.getByRole('button', { name: /^Book 1\.01 Linden/ }).click();
    await tab.getByRole('button', { name: 'Send' }).waitFor();
    await take(`mail-list-${theme}-${name}`, visitor);
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.getByText('Booked: the room said yes.').waitFor();
    await take(`booked-${theme}-${name}`, visitor);
    await visitor.close();
  });

  it.each([
    ['light', 'wide', { width: 1280, height: 1500 }, 'en-GB'],
    ['dark', 'phone', { width: 360, height: 1500 }, 'de-DE'],
    ['contrast', 'phone', { width: 360, height: 1500 }, 'en-GB'],
    ['light', 'arabic', { width: 640, height: 1500 }, 'ar-EG'],
  ] as const)('the dates of a series against the rooms, %s, %s', async (theme, name, size, locale) => {
    const { visitor, tab } = await open({ theme, locale, ...size });
    const form = tab.locator('form');
    await tab
      .locator('button', { hasText: /^(Book a room|Raum buchen|حجز غرفة)$/u })
      .first()
      .click();
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    await form.locator('input[type=date]').first().fill(day);
    await form.locator('input[type=time]').first().fill('10:00');
    await form.locator('input[type=number], input[inputmode=numeric]').last().fill('7');
    await form.locator('select').first().selectOption('week');
    await form.locator('select').nth(1).selectOption('times');
    await form.locator('input[inputmode=numeric]').nth(1).fill('20');
    const strip = tab.locator('[data-testid=free-rooms] ul ul').first();
    await strip.waitFor();
    await tab.locator('[data-testid=free-rooms] > h3').scrollIntoViewIfNeeded();
    await tab.locator('[data-testid=free-rooms] > h3').evaluate((title) => title.scrollIntoView({ block: 'start' }));
    await take(`series-${theme}-${name}`, visitor);
    await visitor.close();
  });

  it.each([
    ['light', 'wide', { width: 1280, height: 1100 }, 'en-GB'],
    ['dark', 'phone', { width: 360, height: 1100 }, 'de-DE'],
    ['contrast', 'phone', { width: 360, height: 1100 }, 'en-GB'],
    ['light', 'arabic', { width: 640, height: 1100 }, 'ar-EG'],
  ] as const)('who is in, and a meeting planned with one of them, %s, %s', async (theme, name, size, locale) => {
    // a schedule that answers late would leave its people out of the picture
    await stage.control('POST', '/emulator/switches', { shiftsPerTeam: 100 });
    const { visitor, tab } = await open({ theme, locale, ...size });
    await tab
      .locator('header')
      .getByRole('button', { name: /^(Who is in|Wer ist da|من الموجود)$/u })
      .click();
    await tab.locator('[data-person]').first().waitFor();
    await take(`who-is-in-${theme}-${name}`, visitor);
    await tab.locator('[data-person] input').first().check();
    await tab
      .locator('button', { hasText: /^(Plan a meeting with|Besprechung mit|تخطيط)/u })
      .first()
      .click();
    await tab.locator('form input[type=date]').first().waitFor();
    await take(`plan-${theme}-${name}`, visitor);
    await tab.locator('form button').last().click();
    await tab.locator('section[aria-busy=false]').waitFor();
    await tab.locator('section[aria-busy] h3').evaluate((title) => title.scrollIntoView({ block: 'start' }));
    await take(`plan-times-${theme}-${name}`, visitor);
    await visitor.close();
  });

  it('a room that declined, with its receipt', async () => {
    const { visitor, tab } = await open(WIDE);
    await tab.getByRole('button', { name: 'Book a room' }).first().click();
    await tab.getByLabel('Length', { exact: false }).first().waitFor({ state: 'attached' });
    await tab.getByRole('button', { name: '60 min' }).click();
    await tab.getByLabel('Name or feature', { exact: true }).fill('Huddle');
    await tab.getByRole('button', { name: /^Book 1\.08 Huddle/ }).click();
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.getByText('The room said no.').waitFor();
    await tab.getByRole('button', { name: 'Receipt' }).click();
    await take('declined', visitor);
    await visitor.close();
  });

  it('free rooms, their timeline and a receipt, in German, with high contrast, on a phone', async () => {
    const { visitor, tab } = await open({ theme: 'contrast', locale: 'de-DE', ...PHONE });
    await tab.getByRole('button', { name: 'Raum buchen' }).first().click();
    await tab.getByRole('button', { name: '60 Min.' }).click();
    await tab.getByLabel('Name oder Merkmal', { exact: true }).fill('Huddle');
    const book = tab.getByRole('button', { name: /^1\.08 Huddle buchen/ });
    await book.waitFor();
    await book.scrollIntoViewIfNeeded();
    await take('rooms-contrast-phone-german', visitor);
    await tab.getByRole('button', { name: 'Zeitleiste der Räume und Personen' }).click();
    await tab
      .getByRole('gridcell', { name: /^1\.08 Huddle/ })
      .first()
      .waitFor();
    await tab.getByRole('grid').scrollIntoViewIfNeeded();
    await take('timeline-contrast-phone-german', visitor);
    await book.click();
    await tab.getByRole('button', { name: 'Senden' }).click();
    await tab.getByText('Der Raum hat abgesagt.').waitFor();
    await tab.getByRole('button', { name: 'Beleg' }).click();
    await take('declined-contrast-phone-german', visitor);
    await visitor.close();
  });

  it('the proof run of an administrator, step by step', async () => {
    const visitor = await stage.visit({ person: 'robin', subPageId: 'proof', width: 1280, height: 1700 });
    const tab = await visitor.tab();
    await tab.getByRole('combobox', { name: 'Room for the test' }).fill('plain@contoso.example');
    await tab.getByRole('combobox', { name: 'Room for the test' }).press('Escape');
    await tab.getByRole('button', { name: /^Run the test/ }).click();
    await tab.locator('[data-step="double_book"][data-state="running"]').waitFor({ timeout: 60_000 });
    await take('proof-running', visitor);
    await tab.getByText('The test passed').first().waitFor({ timeout: 90_000 });
    await take('proof', visitor);
    await visitor.close();
  });

  it('the help', async () => {
    const { visitor, tab } = await open(WIDE);
    await tab.getByRole('button', { name: 'Profile' }).click();
    await tab.getByRole('button', { name: 'Help', exact: true }).click();
    await tab.getByRole('button', { name: 'Book a room', expanded: false }).click();
    await take('help', visitor, tab.getByRole('region').last());
    await visitor.close();
  });

  it('the task pane beside an appointment that is written', async () => {
    const visitor = await stage.visit({ host: 'outlook', item: '', mode: 'compose', width: 900, height: 860 });
    const pane = await visitor.tab();
    await pane
      .getByRole('button', { name: /^Add \S*\d/ })
      .first()
      .click();
    await pane.getByText('free at this time').waitFor();
    await pane.getByRole('button', { name: 'Find a better time' }).click();
    await pane.getByRole('button', { name: /^Use / }).first().waitFor();
    await pane.getByRole('heading', { name: 'Office Shifts' }).scrollIntoViewIfNeeded();
    await take('pane-compose', visitor);
    await visitor.close();
  });

  it('the profile', async () => {
    const { visitor, tab } = await open(WIDE);
    await tab.getByRole('button', { name: 'Profile' }).click();
    await tab.getByText('Connected since').waitFor();
    await take('profile', visitor);
    await tab.getByRole('button', { name: 'Show what this app did' }).click();
    await tab.getByRole('table', { name: 'Calls, the newest first' }).waitFor();
    await take('ledger', visitor);
    await visitor.close();
  });
});
