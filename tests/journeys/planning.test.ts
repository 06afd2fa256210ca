/** Planning a meeting in a real browser: from people to a booked room, with no more calls than it takes. */
import type { Frame, Request } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { openStage, type Stage, type Visit, type Visitor } from '../support/stage.ts';
import { createStoryCalendar, dayOf, toUtc } from '../support/story-calendar.ts';

jest.setTimeout(120_000);

interface MailboxEvent {
  readonly subject: string;
  readonly isOnlineMeeting?: boolean;
  readonly attendees: readonly { readonly type: string; readonly emailAddress: { readonly address: string } }[];
}

const PEOPLE = 'sam@contoso.example; robin@contoso.example';
let stage: Stage;
let visitor: Visitor;
let tab: Frame;
const { getToken, askGraph, connect } = createStoryCalendar(() => stage);
let schedules: readonly (readonly string[])[];

/** What each getSchedule of a request asks for, alone or in a batch. */
function listSchedules(request: Request): readonly (readonly string[])[] {
  if (request.method() !== 'POST' || !request.url().includes('/v1.0/')) return [];
  const text = request.postData() ?? '';
  if (!text.includes('getSchedule') && !request.url().endsWith('getSchedule')) return [];
  const body = JSON.parse(text) as { requests?: readonly { url: string; body?: { schedules?: string[] } }[] };
  return (body.requests ?? []).flatMap(({ url, body: asked }) =>
    url.endsWith('getSchedule') ? [asked?.schedules ?? []] : [],
  );
}

async function open(visit: Visit): Promise<void> {
  await connect('alex');
  schedules = [];
  const onRequest = (request: Request): void => {
    // the agenda asks for Alex and colleagues when it pleases
    schedules = [...schedules, ...listSchedules(request).filter((list) => !list.includes('alex@contoso.example'))];
  };
  visitor = await stage.visit({ ...visit, onRequest });
  tab = await visitor.tab();
  await tab.getByText('work plan').first().waitFor();
}

/** Which building each team of Alex works in, as an administrator says. */
async function mapTeams(buildings: Readonly<Record<string, string>>): Promise<void> {
  const { value } = (await askGraph('alex', 'GET', '/me/joinedTeams')) as {
    value: { id: string; displayName: string }[];
  };
  const teamBuildings = value.flatMap(({ id, displayName }) => {
    const building = buildings[displayName];
    return building === undefined ? [] : [{ teamId: id, building }];
  });
  const url = `${stage.serverUrl}/api/admin/integration`;
  const Authorization = `Bearer ${await getToken('robin', 'app')}`;
  const now = await fetch(url, { headers: { Authorization } });
  const headers = { 'Content-Type': 'application/json', Authorization, 'If-Match': now.headers.get('ETag') ?? '' };
  const answer = await fetch(url, { method: 'PUT', headers, body: JSON.stringify({ teamBuildings }) });
  expect(answer.status).toBe(200);
}

const SITE_TEAM = 'House newsletter';

/** The story's second team has no schedule: Graph answers as if Noor and Tomasz had shifts in it, two weeks ahead. */
async function plantTwoSites(): Promise<void> {
  await mapTeams({ 'Front desk HQ': 'Headquarters', [SITE_TEAM]: 'Riverside' });
  const { value } = (await askGraph('alex', 'GET', '/me/joinedTeams')) as {
    value: { id: string; displayName: string }[];
  };
  const team = value.find(({ displayName }) => displayName === SITE_TEAM)?.id ?? '';
  const people = await Promise.all(
    ['noor', 'tomasz'].map((key) => askGraph('alex', 'GET', `/users/${key}@contoso.example?$select=id`)),
  );
  const [startDateTime, endDateTime] = ['09:00', '15:00'].map((time) => `${toUtc(dayOf(14), time)}:00Z`);
  const shifts = people.map(({ id: userId }, index) => ({
    ...{ id: `SHFT_site-${index}`, userId, schedulingGroupId: '', isStagedForDeletion: false, draftShift: null },
    sharedShift: { displayName: 'Site', startDateTime, endDateTime, theme: 'blue', activities: [] },
  }));
  const lists = { shifts, timesOff: [], openShifts: [], timeOffReasons: [], schedulingGroups: [] };
  await stage.control(
    'POST',
    '/emulator/faults',
    Object.entries(lists).map(([list, rows]) => ({
      match: { method: 'GET', path: `/v1.0/teams/${team}/schedule/${list}` },
      answer: { status: 200, body: { value: rows } },
      times: 50,
    })),
  );
}

const dayAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The days that are the same in each week of the story: Alex and Sam at headquarters on two of them. */
async function ask(mode: 'In person' | 'Hybrid' | 'Online', length: '30 min' | '60 min' = '60 min'): Promise<void> {
  await tab.getByRole('button', { name: 'Plan a meeting' }).click();
  await tab.getByLabel('People to invite').fill(PEOPLE);
  await tab.getByLabel('Optional people').fill('priya@contoso.example');
  // pressed straight after: what was typed becomes a chip, and the press still meets its button
  await tab.getByRole('button', { name: mode, exact: true }).click();
  await tab.getByLabel('First day').fill(dayAhead(14));
  await tab.getByLabel('Last day').fill(dayAhead(20));
  await tab.getByRole('button', { name: length, exact: true }).click();
  await tab.getByRole('button', { name: 'Find times' }).click();
  await tab.getByRole('list', { name: 'Best times' }).waitFor();
}

const readEvents = async (): Promise<readonly MailboxEvent[]> =>
  ((await stage.control('GET', '/emulator/mailboxes/alex@contoso.example/events')) as { value: MailboxEvent[] }).value;

beforeAll(async () => {
  stage = await openStage('planning');
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 300 });
});
afterEach(async () => {
  await visitor.close();
  expect(stage.takeComplaints()).toEqual([]);
});

describe.each([
  { transport: 'direct', nested: 'on' },
  { transport: 'relay', nested: 'off' },
] as const)('in $transport mode', ({ nested }) => {
  it('finds times with rooms and reasons, opens what did not make it, and books the best', async () => {
    await open({ nested });
    // the smallest room that fits is the huddle, and by its policy it declines whatever is longer
    await ask('In person', '30 min');
    expect(await tab.getByText(/^Rooms asked: \d+/).innerText()).toMatch(/^Rooms asked: \d+/);
    const asked = Number(/\d+/.exec(await tab.getByText(/^Rooms asked: \d+/).innerText())?.[0]);
    expect(asked).toBeGreaterThan(0);
    // three people in one call, and rooms by twenties
    expect(schedules[0]).toEqual(['sam@contoso.example', 'robin@contoso.example', 'priya@contoso.example']);
    expect(schedules).toHaveLength(1 + Math.ceil(asked / 20));
    const best = tab.getByRole('list', { name: 'Best times' }).getByRole('listitem').first();
    await expect(best.innerText()).resolves.toMatch(/free/);
    await expect(best.innerText()).resolves.toMatch(/free, fits \d+/);
    await tab.getByRole('button', { name: /^Why \d+ of \d+ times did not make it/ }).click();
    await tab
      .getByText(/Sam Okafor|sam@contoso\.example/)
      .nth(1)
      .waitFor();
    expect(await findMistakes(tab)).toEqual([]);
    const time = await best.getByRole('heading').innerText();
    await best.getByRole('button', { name: `Choose ${time}` }).click();
    await tab.getByRole('heading', { name: 'Planned room' }).waitFor();
    // the other times are still there for whoever thinks again, and nothing is asked for them
    const before = schedules.length;
    await tab.getByRole('button', { name: 'Back to the times' }).click();
    await best.getByRole('button', { name: `Choose ${time}` }).click();
    await tab.getByRole('heading', { name: 'Planned room' }).waitFor();
    expect(schedules.slice(before).flat()).not.toContain('sam@contoso.example');
    await tab.getByLabel('Subject', { exact: true }).fill('Planned by all');
    await tab
      .getByRole('region', { name: 'Planned room' })
      .getByRole('button', { name: /^Book / })
      .click();
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.getByText('Booked: the room said yes.').waitFor();
    const booked = (await readEvents()).find(({ subject }) => subject === 'Planned by all');
    const invited = (booked?.attendees ?? []).filter(({ type }) => type !== 'resource');
    expect(invited.map(({ emailAddress }) => emailAddress.address)).toEqual(
      expect.arrayContaining(['sam@contoso.example', 'robin@contoso.example']),
    );
    expect((booked?.attendees ?? []).filter(({ type }) => type === 'resource')).toHaveLength(1);
  });

  it('makes an online meeting without a room, on a phone, after saying whom it mails', async () => {
    await open({ nested, width: 360, height: 740 });
    await ask('Online');
    expect(schedules).toHaveLength(1);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await tab
      .getByRole('button', { name: /^Choose / })
      .first()
      .click();
    await tab.getByText('An invitation goes now to:').waitFor();
    await tab.getByLabel('Subject', { exact: true }).fill('Without a room');
    expect(await findMistakes(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Send the invitations' }).dblclick();
    await tab.getByText('everybody is invited').waitFor();
    const made = (await readEvents()).filter(({ subject }) => subject === 'Without a room');
    expect(made).toHaveLength(1);
    expect(made[0]?.attendees.every(({ type }) => type !== 'resource')).toBe(true);
    expect(made[0]?.isOnlineMeeting).toBe(true);
  });

  it('takes a series to the form with its dates, and asks for rooms that are free on all of them', async () => {
    await open({ nested });
    await tab.getByRole('button', { name: 'Plan a meeting' }).click();
    await tab.getByLabel('People to invite').fill('robin@contoso.example');
    await tab.getByLabel('First day').fill(dayAhead(14));
    await tab.getByLabel('Last day').fill(dayAhead(20));
    await tab.getByRole('button', { name: '30 min', exact: true }).click();
    await tab.getByLabel('How often').selectOption('3');
    await tab.getByRole('button', { name: 'Find times' }).click();
    const best = tab.getByRole('list', { name: 'Best times' }).getByRole('listitem').first();
    await best.getByText(/^Each week until .*, 3 dates$/).waitFor();
    await best.getByRole('button', { name: /^Choose/ }).click();
    await tab.getByText(/^3 dates, /).waitFor();
    await tab.locator('[data-testid=free-rooms] ul ul').first().waitFor();
    expect(await tab.getByRole('heading', { name: 'Planned room' }).count()).toBe(0);
  });

  it('finds a room in each of two buildings for a hybrid meeting, and books both', async () => {
    await plantTwoSites();
    await open({ nested });
    await tab.getByRole('button', { name: 'Plan a meeting' }).click();
    await tab
      .getByLabel('People to invite')
      .fill(['sam', 'lee', 'noor', 'tomasz'].map((key) => `${key}@contoso.example`).join('; '));
    await tab.getByRole('button', { name: 'Hybrid', exact: true }).click();
    await tab.getByLabel('First day').fill(dayOf(14));
    await tab.getByLabel('Last day').fill(dayOf(14));
    await tab.getByRole('button', { name: '30 min', exact: true }).click();
    await tab.getByRole('button', { name: 'Find times' }).click();
    const best = tab.getByRole('list', { name: 'Best times' }).getByRole('listitem').first();
    await best.getByText('2 on shift at Riverside', { exact: false }).waitFor();
    await best.getByText('3 on shift at Headquarters', { exact: false }).waitFor();
    expect(await best.getByText(/free, fits \d+ · Headquarters/).count()).toBe(1);
    expect(await best.getByText(/free, fits \d+ · Riverside/).count()).toBe(1);
    expect(await findMistakes(tab)).toEqual([]);
    await best.getByRole('button', { name: /^Choose/ }).click();
    await tab.getByRole('heading', { name: 'Planned room' }).waitFor();
    await tab.getByText(/both are held, or neither/).waitFor();
    await tab.getByLabel('Subject', { exact: true }).fill('Two sites planned');
    await tab
      .getByRole('region', { name: 'Planned room' })
      .getByRole('button', { name: /^Book / })
      .click();
    await tab.getByRole('button', { name: 'Send' }).click();
    await tab.getByText('Booked: both rooms said yes.').waitFor();
    const booked = (await readEvents()).find(({ subject }) => subject === 'Two sites planned');
    expect((booked?.attendees ?? []).filter(({ type }) => type === 'resource')).toHaveLength(2);
    expect((booked?.attendees ?? []).filter(({ type }) => type !== 'resource')).toHaveLength(4);
    await mapTeams({});
  });
});
