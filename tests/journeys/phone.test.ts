/** The tab in Teams on a phone: shut until the organisation turned phones on; then every main screen can be used with a thumb. */
import type { Frame } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { openStage, type Stage, type Visitor } from '../support/stage.ts';

jest.setTimeout(120_000);

const PHONE = { device: 'mobile', width: 360, height: 740 } as const;
let stage: Stage;
const visitors: Visitor[] = [];

async function callServer(method: string, path: string, body: unknown, person = 'alex'): Promise<void> {
  const order = { person, audience: 'app' };
  const { token } = (await stage.control('POST', '/emulator/tokens', order)) as { token: string };
  const headers = { 'Content-Type': 'application/json', 'If-Match': '*', Authorization: `Bearer ${token}` };
  const answer = await fetch(`${stage.serverUrl}${path}`, { method, headers, body: JSON.stringify(body) });
  expect(answer.ok).toBe(true);
}

async function open(more: object = {}): Promise<Frame> {
  const visitor = await stage.visit({ ...PHONE, ...more });
  visitors.push(visitor);
  visitor.context.setDefaultTimeout(30_000);
  return visitor.tab();
}

/** Name and size of what is smaller than a thumb; words inside of a sentence may be. */
const listSmall = (tab: Frame): Promise<readonly string[]> =>
  tab.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('button, a[href], select, input, textarea, [role=switch]')];
    return all.flatMap((one) => {
      const field = one.closest(
        '.fui-Input, .fui-Select, .fui-Textarea, .fui-Checkbox, .fui-Switch, .fui-Radio, label',
      );
      const box = (field ?? one).getBoundingClientRect();
      const isShown = box.width > 0 && one.checkVisibility() && one.closest('[inert], [hidden]') === null;
      const isInSentence = one.tagName === 'A' && one.closest('p, li, span') !== null;
      if (!isShown || isInSentence || (box.width >= 43.5 && box.height >= 43.5)) return [];
      const name = one.getAttribute('aria-label') ?? one.textContent ?? '';
      return [`${one.tagName} ${name.slice(0, 40)} ${Math.round(box.width)}×${Math.round(box.height)}`];
    });
  });

beforeAll(async () => {
  stage = await openStage('phone');
});
afterAll(() => stage.close());
beforeEach(async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 300 });
  await callServer('PUT', '/api/connection', { connected: true, welcomeSeen: '1.0' });
});
afterEach(async () => {
  for (const visitor of visitors.splice(0)) await visitor.close();
  expect(stage.takeComplaints()).toEqual([]);
});

it('says that phones are not turned on, shows the agenda once they are, and every target takes a thumb', async () => {
  const shut = await open();
  await shut.getByText('not enabled for this kind of device').waitFor();
  await shut.getByText('device_not_enabled').first().waitFor();
  expect(await shut.getByText('Team stand-up').count()).toBe(0);
  expect(await findMistakes(shut)).toEqual([]);
  expect(await listSmall(shut)).toEqual([]);

  await callServer('PUT', '/api/admin/integration', { devices: { mobile: true } }, 'robin');
  const tab = await open({ nested: 'off' });
  await tab.getByRole('heading', { name: 'Your agenda' }).waitFor();
  await tab.getByText('work plan').first().waitFor();
  const small: Record<string, readonly string[]> = { agenda: await listSmall(tab) };
  expect(await findMistakes(tab)).toEqual([]);
  const screens = ['Book a room', 'Room now', 'Plan a meeting', 'My bookings', 'Who is in', 'Profile'];
  for (const name of screens) {
    await tab.getByRole('button', { name, exact: true }).first().click();
    await tab.locator('[role=region] h2').first().waitFor();
    if (name === 'Book a room')
      await tab
        .getByRole('button', { name: /^Book \d/ })
        .first()
        .waitFor();
    small[name] = await listSmall(tab);
    if (name === 'Profile') {
      await tab.getByRole('button', { name: 'Help', exact: true }).click();
      await tab.getByRole('button', { name: 'Book a room', expanded: false }).click();
      small['Help'] = await listSmall(tab);
    } else await tab.getByRole('button', { name: 'Back to the agenda' }).click();
  }
  expect(Object.entries(small).flatMap(([screen, found]) => found.map((one) => `${screen}: ${one}`))).toEqual([]);
});
