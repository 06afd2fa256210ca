/** What mends a flag elsewhere than in the agenda's own forms, and travel within a day, in both transports. */
import type { Frame, Locator } from 'playwright-core';
import { findMistakes } from '../support/axe-in-frame.ts';
import { openStage, type Stage, type Visit, type Visitor } from '../support/stage.ts';
import { createStoryCalendar, dayOf, toMoment, toUtc } from '../support/story-calendar.ts';

jest.setTimeout(150_000);

const WORK_HOURS = 'https://outlook.office.com/calendar/options/calendar';
const CHAT = 'https://teams.microsoft.com/l/chat/0/0?users=tomasz%40contoso.example';
let stage: Stage;
let visitor: Visitor;
let tab: Frame;
const { askGraph, plant, connect, findEvent } = createStoryCalendar(() => stage);

async function open(visit: Visit): Promise<void> {
  await connect('alex');
  visitor = await stage.visit({ height: 6000, ...visit });
  visitor.page.setDefaultTimeout(30_000);
  tab = await visitor.tab();
  await tab.locator('[data-entry]').first().waitFor();
}

const entryOf = (subject: string): Locator => tab.locator('[data-entry]').filter({ hasText: subject });
const fixOf = (fix: string, subject: string): Locator =>
  tab.getByRole('button', { name: `${fix} for ${subject}`, exact: true });

interface Occurrence {
  readonly id: string;
}

/** Tomorrow at home until noon, and in the office right after it. */
async function plantTravel(): Promise<void> {
  const view = `occurrencesView(startDateTime='${dayOf(1)}T00:00:00',endDateTime='${dayOf(2)}T00:00:00')`;
  const { value } = await askGraph('alex', 'GET', `/me/settings/workHoursAndLocations/${view}`);
  const [planned] = value as readonly Occurrence[];
  await askGraph('alex', 'PUT', `/me/settings/workHoursAndLocations/occurrences/${planned?.id ?? ''}`, {
    ...{ start: toMoment(1, '07:00'), end: toMoment(1, '12:00'), workLocationType: 'remote' },
  });
  const weekday = new Date(`${dayOf(1)}T00:00:00Z`).toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' });
  await askGraph('alex', 'POST', '/me/settings/workHoursAndLocations/recurrences', {
    ...{ start: toMoment(1, '12:05'), end: toMoment(1, '16:30'), workLocationType: 'office' },
    recurrence: {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: [weekday.toLowerCase()], firstDayOfWeek: 'monday' },
      range: { type: 'noEnd', startDate: dayOf(1), recurrenceTimeZone: 'Europe/Berlin' },
    },
  });
  await plant('alex', { subject: 'Gate check', day: 1, from: '12:10', to: '12:30', people: ['sam'], room: 'plain' });
  await plant('sam', { subject: 'Badge desk', day: 1, from: '12:35', to: '12:45', people: ['alex'], room: 'short' });
}

beforeAll(async () => {
  stage = await openStage('fixes');
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  await stage.control('POST', '/emulator/reset', { seed: 'small', roomAnswerMs: 200 });
});
afterEach(async () => {
  await visitor.close();
  expect(stage.takeComplaints().filter((one) => one !== `request to ${WORK_HOURS}`)).toEqual([]);
});

describe.each([
  { transport: 'direct', nested: 'on', look: {} },
  { transport: 'relay', nested: 'off', look: { width: 360, theme: 'contrast' } },
] as const)('in $transport mode', ({ nested, look }) => {
  it('asks the organizer for a link in a chat, and leads to Outlook where another day’s place of work is changed', async () => {
    await open({ nested, ...look });
    const review = 'Design review: signage';
    await entryOf(review).getByText('In person on a day you are remote').first().waitFor();
    expect(await findMistakes(tab)).toEqual([]);
    await fixOf('Ask for a link', review).click();
    await visitor.page.getByText(CHAT).waitFor();

    await entryOf(review).getByRole('button').first().click();
    const opened = visitor.context.waitForEvent('page');
    await fixOf('Change the day in Outlook', review).click();
    expect((await opened).url()).toBe(WORK_HOURS);
    await (await opened).close();
  });

  it('knows how long it takes from home to the office within a day, and mends it on either side', async () => {
    await plantTravel();
    await open({ nested, ...look });
    const said = 'Too soon after your remote work to get to the office';
    await entryOf('Gate check').getByText(said).waitFor();
    await fixOf('Add a way to join…', 'Gate check').click();
    await tab.getByText('Who gets mail').waitFor();
    expect(await findMistakes(tab)).toEqual([]);
    await tab.getByRole('button', { name: 'Add the link and tell everybody' }).click();
    await entryOf('Gate check').getByText(said).waitFor({ state: 'detached' });
    expect((await findEvent('sam', 'Gate check')).isOnlineMeeting).toBe(true);

    await entryOf('Badge desk').getByText(said).waitFor();
    await fixOf('Propose another time…', 'Badge desk').click();
    await tab
      .getByRole('radio', { name: /13:00–13:10$/ })
      .first()
      .check({ force: true });
    await tab.getByRole('button', { name: 'Send: Maybe' }).click();
    await entryOf('Badge desk').getByText('You said maybe').waitFor();
    const [answered] = (await findEvent('sam', 'Badge desk')).attendees;
    expect(answered?.proposedNewTime?.start.dateTime.slice(0, 16)).toBe(toUtc(dayOf(1), '13:00'));
  });
});
