/** People in a real browser, in both transports: the way to the next meeting, who will be where, who is in, my answer. */
import type { Frame, Request } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { openStage, type Stage, type Visit, type Visitor } from '../support/stage.ts';

jest.setTimeout(150_000);

let stage: Stage;
let visitor: Visitor;
let tab: Frame;

const MINUTE_MS = 60_000;
const toTime = (ms: number) => ({ dateTime: new Date(ms).toISOString().slice(0, 19), timeZone: 'UTC' });
const inMinutes = (minutes: number): number => Math.ceil(Date.now() / MINUTE_MS) * MINUTE_MS + minutes * MINUTE_MS;

async function getToken(person: string, audience: 'app' | 'graph'): Promise<string> {
  const { token } = (await stage.control('POST', '/emulator/tokens', { person, audience })) as { token: string };
  return token;
}

/** A meeting in the calendar of whoever organizes it, sent to the others. */
async function plant(organizer: string, subject: string, startMs: number, people: readonly string[]): Promise<void> {
  const attendees = people.map((address) => ({
    type: address.startsWith('plain') ? 'resource' : 'required',
    emailAddress: { address, name: address },
  }));
  const answer = await fetch(`${stage.emulatorUrl}/v1.0/me/events`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await getToken(organizer, 'graph')}` },
    body: JSON.stringify({ subject, start: toTime(startMs), end: toTime(startMs + 30 * MINUTE_MS), attendees }),
  });
  expect(answer.status).toBe(201);
}

/** The story's own meetings, in whichever calendar, would be the next one at some hours of the day. */
async function clearTheHour(): Promise<void> {
  const headers = { Authorization: `Bearer ${await getToken('alex', 'graph')}` };
  const [from, to] = [inMinutes(-15), inMinutes(60)].map((ms) => new Date(ms).toISOString());
  const url = `${stage.emulatorUrl}/v1.0/me`;
  const list = async (path: string): Promise<{ id: string }[]> =>
    ((await (await fetch(`${url}/${path}`, { headers })).json()) as { value: { id: string }[] }).value;
  for (const calendar of await list('calendars?$select=id')) {
    const own = `calendars/${encodeURIComponent(calendar.id)}`;
    for (const { id } of await list(`${own}/calendarView?startDateTime=${from}&endDateTime=${to}&$select=id`))
      await fetch(`${url}/${own}/events/${encodeURIComponent(id)}`, { method: 'DELETE', headers });
  }
}

async function open(visit: Visit): Promise<void> {
  const person = visit.person ?? 'alex';
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${await getToken(person, 'app')}` };
  await fetch(`${stage.serverUrl}/api/connection`, { method: 'PUT', headers, body: '{"connected":true}' });
  visitor = await stage.visit(visit);
  tab = await visitor.tab();
}

/** What an administrator switches for everybody. */
async function switchFeatures(features: Readonly<Record<string, boolean>>): Promise<void> {
  const url = `${stage.serverUrl}/api/admin/integration`;
  const Authorization = `Bearer ${await getToken('robin', 'app')}`;
  const now = await fetch(url, { headers: { Authorization } });
  const headers = { 'Content-Type': 'application/json', Authorization, 'If-Match': now.headers.get('ETag') ?? '' };
  const answer = await fetch(url, { method: 'PUT', headers, body: JSON.stringify({ features }) });
  expect(answer.status).toBe(200);
}

beforeAll(async () => {
  stage = await openStage('people');
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 100 });
});
afterEach(async () => {
  await visitor.close();
  expect(stage.takeComplaints()).toEqual([]);
});

const at = (name: string): string => `${name}@contoso.example`;

describe.each([
  { transport: 'direct', nested: 'on', look: {} },
  { transport: 'relay', nested: 'off', look: { width: 360, theme: 'dark' } },
] as const)('in $transport mode', ({ nested, look }) => {
  it('shows the way to the next meeting, who will be where in it, and who is in today and tomorrow', async () => {
    await clearTheHour();
    const people = ['plain', 'sam', 'noor', 'lee'].map(at);
    await plant('alex', 'Harbour move', inMinutes(8), [...people, 'pat.whitfield@northwind.example']);
    let batches = 0;
    const onRequest = (request: Request): void => void (batches += Number(request.url().endsWith('/$batch')));
    await open({ nested, onRequest, ...look });

    const facts = tab.locator('[data-next-facts]');
    await facts.getByText('Headquarters, floor 1').waitFor();
    await facts.getByText(/now: \d here, \d remote/).waitFor();
    // the agenda in two, and all about the next meeting in two more; a slow token may cost one
    expect(batches).toBeLessThanOrEqual(5);
    await facts.getByRole('button', { name: 'Check in' }).click();
    await facts.getByText(/Checked in|takes no check-in/).waitFor();

    await tab
      .getByRole('button', { name: /Harbour move/, expanded: false })
      .first()
      .click();
    const places = tab.getByRole('region', { name: 'Where they will be' });
    await places.getByRole('table').waitFor();
    await places.getByText('Same building means Headquarters, where the room is.').waitFor();
    await places.getByRole('button', { name: 'Who is where' }).click();
    await places.getByText('other organisation').waitFor();
    // the photo comes from Graph alone, never through our server
    const images = places.locator('[data-attendee] img');
    if (nested === 'on') await images.first().waitFor();
    else expect(await images.count()).toBe(0);
    const chat = await places.getByRole('link', { name: /^Chat with Sam Okafor|^Chat with sam/ }).getAttribute('href');
    expect(chat).toBe('https://teams.microsoft.com/l/chat/0/0?users=sam%40contoso.example');
    expect(await findMistakes(tab)).toEqual([]);

    await tab.getByRole('button', { name: 'Who is in' }).click();
    const sam = tab.locator(`[data-person="${at('sam')}"]`).first();
    await sam.waitFor();
    expect(await tab.getByRole('heading', { name: 'Front desk HQ' }).count()).toBe(1);
    const days = tab.getByRole('group', { name: 'Day' });
    await days.getByRole('button', { name: 'Tomorrow', exact: true }).click();
    await sam.getByText('07:00–15:00').waitFor();
    await sam.getByText('Teams Shifts').waitFor();
    expect(await findMistakes(tab)).toEqual([]);

    await days.getByRole('button', { name: 'Today', exact: true }).click();
    await tab.getByRole('button', { name: 'I am remote' }).click();
    await tab.getByText('will show your colleagues that you are remote').waitFor();
    await tab.getByRole('button', { name: 'Change it' }).click();
    await tab.getByText('Changed for today.').waitFor();

    await sam.getByRole('checkbox', { name: 'Choose Sam Okafor' }).check();
    await tab.getByRole('button', { name: 'Plan a meeting with 1 person' }).click();
    await tab.getByRole('button', { name: 'Remove Sam Okafor' }).waitFor();
    // and somebody by name, as they are typed
    const field = tab.getByRole('combobox', { name: 'People to invite' });
    await field.fill('noor');
    await tab.getByRole('option', { name: /Noor de Vries/ }).waitFor();
    expect(await findMistakes(tab)).toEqual([]);
    await field.press('ArrowDown');
    await field.press('Enter');
    await tab.getByRole('button', { name: 'Remove Noor de Vries' }).waitFor();
  });

  it('answers an invitation with a message and another time', async () => {
    await plant('sam', 'Rota talk', inMinutes(180), [at('alex')]);
    await open({ nested, ...look });
    await tab
      .getByRole('button', { name: /Rota talk/, expanded: false })
      .first()
      .click();
    await tab.getByRole('button', { name: 'Maybe: Rota talk' }).click();
    await tab.getByLabel('Message to the organizer (optional)').fill('The vendor comes then');
    await tab.getByRole('checkbox', { name: 'Propose another time' }).check();
    await tab.getByText('Sam Okafor gets mail.').waitFor();
    for (const name of ['Start', 'End']) {
      const field = tab.getByLabel(name, { exact: true });
      const hour = Temporal.PlainDateTime.from(await field.inputValue()).add({ hours: 1 });
      await field.fill(hour.toString({ smallestUnit: 'minute' }));
    }
    expect(await findMistakes(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Send: Maybe' }).click();
    await tab.getByText('Your answer was sent.').waitFor();
    const { value } = (await stage.control('GET', `/emulator/mailboxes/${at('sam')}/events`)) as {
      value: { subject: string; attendees: { status: { response: string }; proposedNewTime?: unknown }[] }[];
    };
    const [alex] = value.find(({ subject }) => subject === 'Rota talk')?.attendees ?? [];
    expect(alex?.status.response).toBe('tentativelyAccepted');
    expect(alex?.proposedNewTime).toBeTruthy();
  });

  it('says what is switched off and what was not agreed to, and shows the rest', async () => {
    await switchFeatures({ freeBusy: false });
    // somebody new: our server goes on for ten minutes with the token that it has
    const person = nested === 'on' ? 'alex' : 'sam';
    const other = person === 'alex' ? 'sam' : 'alex';
    const lost = { person, scopes: ['Presence.Read.All'], granted: false };
    await stage.control('POST', '/emulator/consents', lost);
    await open({ nested, person, ...look });
    await tab.getByRole('button', { name: 'Who is in' }).click();
    await tab
      .locator(`[data-person="${at(other)}"]`)
      .first()
      .waitFor();
    await tab.locator('[data-source="freeBusy"][data-state="switchedOff"]').waitFor();
    await tab.locator('[data-source="presence"][data-state="notConsented"]').waitFor();
    await tab.locator('[data-source="shifts"][data-state="told"]').waitFor();
    expect(await tab.getByRole('button', { name: 'Allow… Presence, for now alone' }).count()).toBe(1);
    await stage.control('POST', '/emulator/consents', { ...lost, granted: true });
    await switchFeatures({ freeBusy: true });
  });
});
