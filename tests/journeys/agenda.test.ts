/** The agenda against the shifts in a real browser, in both transports: list, day and week, and each flag mended to the end. */
import type { Frame, Locator } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { openStage, type Stage, type Visit, type Visitor } from '../support/stage.ts';
import { createStoryCalendar, dayOf, type Plan, toMoment, toUtc } from '../support/story-calendar.ts';

jest.setTimeout(180_000);

let stage: Stage;
let visitor: Visitor;
let tab: Frame;
const { askGraph, plant, connect, listEvents, findEvent } = createStoryCalendar(() => stage);

interface Occurrence {
  readonly id: string;
  readonly workLocationType: string;
}

async function listPlannedToday(): Promise<readonly Occurrence[]> {
  const view = `occurrencesView(startDateTime='${dayOf(0)}T00:00:00',endDateTime='${dayOf(1)}T00:00:00')`;
  const { value } = await askGraph('alex', 'GET', `/me/settings/workHoursAndLocations/${view}`);
  return value as readonly Occurrence[];
}

/** Alex works from home today; the plan of the other days is the story's: tomorrow remote, then the office, then a night. */
async function plantStory(): Promise<void> {
  const [today] = await listPlannedToday();
  await askGraph('alex', 'PUT', `/me/settings/workHoursAndLocations/occurrences/${today?.id ?? ''}`, {
    ...{ start: toMoment(0, '00:00'), end: toMoment(0, '23:59'), workLocationType: 'remote' },
  });
  const plans: readonly (readonly [string, Plan])[] = [
    // of today, and not over by its end, at whatever hour this is played
    [
      'alex',
      { subject: 'Walk-through', day: 0, from: '12:00', endDay: 1, to: '08:30', people: ['sam'], room: 'plain' },
    ],
    ['alex', { subject: 'Signage walk', day: 1, from: '13:00', to: '13:30', people: ['sam'], room: 'plain' }],
    ['alex', { subject: 'Desk talk', day: 2, from: '08:00', to: '08:30', people: ['sam'], online: true }],
    ['alex', { subject: 'Tour', day: 2, from: '10:35', to: '10:55', people: ['noor'], room: 'kingfisher' }],
    ['alex', { subject: 'Late call', day: 2, from: '15:30', to: '16:00', people: ['sam', 'robin'] }],
    ['sam', { subject: 'Evening sync', day: 2, from: '16:30', to: '17:00', people: ['alex'] }],
  ];
  for (const [organizer, plan] of plans) await plant(organizer, plan);
}

async function open(visit: Visit): Promise<void> {
  await connect('alex');
  // so high that the whole week stands on the screen
  visitor = await stage.visit({ height: 6000, ...visit });
  visitor.page.setDefaultTimeout(30_000);
  tab = await visitor.tab();
  await tab.locator('[data-entry]').first().waitFor();
}

const entryOf = (subject: string): Locator => tab.locator('[data-entry]').filter({ hasText: subject });
/** Found by what it mends and what about. */
const fixOf = (fix: string, subject: string): Locator =>
  tab.getByRole('button', { name: `${fix} for ${subject}`, exact: true });

/** The flag stands once in all of the agenda, with the button that mends it. */
async function begin(flag: string, fix: string, subject: string): Promise<void> {
  await entryOf(subject).getByText(flag).waitFor();
  expect(await entryOf(subject).getByText(flag).count()).toBe(1);
  expect(await fixOf(fix, subject).count()).toBe(1);
  await fixOf(fix, subject).click();
}

async function bookRoom(name: RegExp): Promise<void> {
  await tab.getByRole('button', { name }).first().click();
  await tab.getByRole('button', { name: 'Send' }).click();
  await tab.getByText('Booked: the room said yes.').waitFor();
  await tab.getByRole('button', { name: 'Done' }).click();
}

/** Who is invited and what they said, as the organizer's mailbox holds it. */
async function listAnswers(subject: string): Promise<readonly string[]> {
  const { attendees } = await findEvent('alex', subject);
  return attendees
    .map(({ emailAddress, status }) => `${emailAddress.address.split('@')[0] ?? ''} ${status.response}`)
    .sort();
}

beforeAll(async () => {
  stage = await openStage('agenda');
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 200 });
  await plantStory();
});
afterEach(async () => {
  await visitor.close();
  expect(stage.takeComplaints()).toEqual([]);
});

describe.each([
  { transport: 'direct', nested: 'on', look: {} },
  { transport: 'relay', nested: 'off', look: { width: 360, theme: 'dark' } },
] as const)('in $transport mode', ({ nested, look }) => {
  it('mends each flag, after saying whom that mails', async () => {
    await open({ nested, ...look });

    await begin('Outside your shift', 'Move…', 'Late call');
    await tab.getByText('Who gets mail').waitFor();
    expect(await tab.getByText(/^<(sam|robin)@contoso\.example>$/).count()).toBe(2);
    expect(await findMistakes(tab)).toEqual([]);
    await tab.getByRole('radio', { name: /14:30–15:00$/ }).check({ force: true });
    await tab.getByRole('button', { name: 'Move and tell everybody' }).click();
    await entryOf('Late call').getByText('14:30–15:00').waitFor();
    expect((await findEvent('sam', 'Late call')).start.dateTime.slice(0, 16)).toBe(toUtc(dayOf(2), '14:30'));
    expect(await entryOf('Late call').getByText('Outside your shift').count()).toBe(0);

    await begin('Outside your shift', 'Propose another time…', 'Evening sync');
    await tab.getByText('Sam Okafor gets mail.').waitFor();
    await tab.getByRole('radio', { name: /13:30–14:00$/ }).check({ force: true });
    await tab.getByLabel('Message to the organizer (optional)').fill('My shift ends at three.');
    await tab.getByRole('button', { name: 'Send: Maybe' }).click();
    await entryOf('Evening sync').getByText('You said maybe').waitFor();
    const [answered] = (await findEvent('sam', 'Evening sync')).attendees;
    expect(answered?.status.response).toBe('tentativelyAccepted');
    expect(answered?.proposedNewTime?.start.dateTime.slice(0, 16)).toBe(toUtc(dayOf(2), '13:30'));

    await begin('You have not answered', 'Answer…', 'Roster planning for next month');
    await tab.getByRole('button', { name: 'Accept: Roster planning for next month' }).click();
    await tab.getByRole('button', { name: 'Send: Accept' }).click();
    await entryOf('Roster planning for next month').getByText('You have not answered').waitFor({ state: 'detached' });
    const roster = await findEvent('sam', 'Roster planning for next month');
    expect(roster.attendees.find(({ emailAddress }) => emailAddress.address.startsWith('alex'))?.status.response).toBe(
      'accepted',
    );

    await begin('In person on a day you are remote', 'Add a way to join…', 'Signage walk');
    await tab.getByRole('button', { name: 'Add the link and tell everybody' }).click();
    await entryOf('Signage walk').getByText('In person on a day').waitFor({ state: 'detached' });
    expect((await findEvent('sam', 'Signage walk')).isOnlineMeeting).toBe(true);

    // today alone can be changed here: the place of work instead of the meeting
    await entryOf('Walk-through').getByRole('button').first().click();
    await fixOf('Be in the office today…', 'Walk-through').click();
    await tab.getByText('Nobody gets mail.').waitFor();
    await tab.getByRole('button', { name: 'I am in the office today' }).click();
    await entryOf('Walk-through').getByText('In person on a day').first().waitFor({ state: 'detached' });
    await tab.locator('section[data-date]').first().getByText('Office', { exact: false }).first().waitFor();
    expect((await listPlannedToday()).map(({ workLocationType }) => workLocationType)).toContain('office');
  });

  it('shows day and week on their hours, the night as one day, and what the person wants to see, also next time', async () => {
    await open({ nested, ...look });
    // the night's round stands under the evening on which the shift began
    const night = tab.locator(`section[data-date="${dayOf(3)}"]`);
    await night.getByText('Safety round').waitFor();
    expect(await tab.locator('[data-entry]').filter({ hasText: 'Safety round' }).count()).toBe(1);

    await tab.getByRole('button', { name: 'Calendars and flags shown' }).click();
    await tab.getByRole('checkbox', { name: 'Volunteering' }).uncheck({ force: true });
    await tab.getByRole('checkbox', { name: 'Outside my shift' }).uncheck({ force: true });
    expect(await entryOf('Food bank').count()).toBe(0);
    expect(await tab.getByText('Outside your shift').count()).toBe(0);
    await tab.getByText('Kept in your own mailbox.', { exact: false }).waitFor();
    expect(await findMistakes(tab)).toEqual([]);

    await tab.getByRole('radio', { name: 'List' }).focus();
    await visitor.page.keyboard.press('ArrowLeft');
    const column = tab.locator(`[data-grid-day="${dayOf(3)}"]`);
    await tab.locator('[data-grid-day]').first().waitFor();
    if ((await column.count()) === 0) await tab.getByRole('button', { name: 'Week after' }).click();
    await column.getByRole('button', { name: /^Safety round/ }).waitFor();
    expect(await tab.getByRole('button', { name: /^Safety round/ }).count()).toBe(1);
    expect(await findMistakes(tab)).toEqual([]);
    const briefing = column.getByRole('button', { name: /^Night desk briefing/ });
    await briefing.focus();
    await visitor.page.keyboard.press('ArrowDown');
    await visitor.page.keyboard.press('Enter');
    const details = tab.getByRole('region', { name: 'Chosen event' });
    await details.getByText('Gate 2').first().waitFor();
    // choosing an event scrolls the page, never the hours below it
    expect(await column.evaluate((element) => element.scrollTop)).toBe(0);
    await details.getByRole('button', { name: 'Close the event' }).click();

    await tab.getByRole('radio', { name: 'Day' }).click();
    expect(await tab.locator('[data-grid-day]').count()).toBe(1);
    expect(await findMistakes(tab)).toEqual([]);
    await visitor.close();

    await open({ nested, ...look });
    await entryOf('Dentist').waitFor();
    await entryOf('Food bank').first().waitFor({ state: 'detached' });
    await tab.getByText('Outside your shift').first().waitFor({ state: 'detached' });
  });

  it('knows rooms and people once it stands: a nearer room, and one for those on site', async () => {
    await open({ nested, ...look });
    // in Headquarters until 10:30
    await begin('In another building than the meeting before: 5 mins to get there', 'Find a room…', 'Tour');
    // quiet in each world that the story makes, and small enough to stand among the first
    await bookRoom(/^Book 1\.08 Huddle/);
    await entryOf('Tour').getByText('1.08 Huddle').first().waitFor();
    expect(await entryOf('Tour').getByText('In another building').count()).toBe(0);
    expect(await listAnswers('Tour')).toEqual(['noor none', 'short accepted']);
    expect(await listEvents('kingfisher', 'Tour')).toEqual([]);

    await begin('No room, though people are on site', 'Find a room…', 'Desk talk');
    await bookRoom(/^Book 1\.01 Linden/);
    await entryOf('Desk talk').getByText('1.01 Linden').waitFor();
    expect(await entryOf('Desk talk').getByText('No room, though').count()).toBe(0);
    expect(await listAnswers('Desk talk')).toEqual(['plain accepted', 'sam none']);
    expect(await listEvents('alex', 'Desk talk')).toHaveLength(1);
  });
});
