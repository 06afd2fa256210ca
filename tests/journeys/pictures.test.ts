/** Pictures of the tab as people see it: three themes, two widths, the states that matter. They go where PICTURE_FOLDER says. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { openStage, type Stage, type Visit, type Visitor } from '../support/stage.ts';

jest.setTimeout(180_000);

const folder = process.env['PICTURE_FOLDER'] ?? 'test-results/pictures';
const WIDE = { width: 1280, height: 860 };
const PHONE = { width: 360, height: 740 };
let stage: Stage;

async function connect(connected: boolean): Promise<void> {
  const { token } = (await stage.control('POST', '/emulator/tokens', { person: 'alex', audience: 'app' })) as {
    token: string;
  };
  await fetch(`${stage.serverUrl}/api/connection`, {
    method: connected ? 'PUT' : 'DELETE',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    ...(connected ? { body: JSON.stringify({ connected: true }) } : {}),
  });
}

async function take(name: string, visitor: Visitor): Promise<void> {
  const path = join(folder, `${name}.png`);
  await visitor.page.screenshot({ path });
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
  await connect(true);
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

  it('the welcome', async () => {
    await connect(false);
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
    await tab.getByRole('button', { name: /^Book 1\.01 Linden/ }).click();
    await tab.getByRole('button', { name: 'Send' }).waitFor();
    await take(`mail-list-${theme}-${name}`, visitor);
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.getByText('Booked: the room said yes.').waitFor();
    await take(`booked-${theme}-${name}`, visitor);
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

  it('the profile', async () => {
    const { visitor, tab } = await open(WIDE);
    await tab.getByRole('button', { name: 'Profile' }).click();
    await tab.getByText('Connected since').waitFor();
    await take('profile', visitor);
    await visitor.close();
  });
});
