import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { WhoIsInScreen } from '../../../src/app/colleagues/who-is-in-screen.tsx';
import type { WhoIsInScreenProps } from '../../../src/app/screens.ts';
import type { Colleague } from '../../../src/domain/shifts/colleague.ts';
import { sampleColleagueShift, sampleKnowledge } from '../../domain/samples/sample-knowledge.ts';
import { sampleShift } from '../../domain/samples/sample-shift.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { fakeColleagues } from '../../support/fake-colleagues.ts';
import { fakeServices, fakeSession } from '../../support/screen-services.ts';
import { showScreen } from '../../support/show-screen.tsx';

const toColleague = (name: string): Colleague => ({
  ...{ name, objectId: `${name}-id`, address: `${name}@contoso.example`, isExternal: false },
});
const people = new Map(['Sam', 'Lee'].map((name) => [`${name}-id`.toLowerCase(), toColleague(name)]));
const shifts = [
  sampleColleagueShift('2026-11-23T06:00:00Z', '2026-11-23T14:00:00Z', { userObjectId: 'Sam-id' }),
  sampleColleagueShift('2026-11-24T06:00:00Z', '2026-11-24T14:00:00Z', { userObjectId: 'Sam-id' }),
  sampleColleagueShift('2026-11-24T06:00:00Z', '2026-11-24T14:00:00Z', { userObjectId: 'Lee-id' }),
];
const members = ['Sam-id', 'Lee-id'].map((userObjectId) => ({ userObjectId, teamId: 't1', team: 'Front desk' }));
const told = { told: { shifts, members, problems: [] } };
const knowledge = sampleKnowledge({
  shifts: told,
  freeBusy: { why: 'switchedOff' },
  presence: { why: 'notConsented' },
});

function open(change: Partial<WhoIsInScreenProps> = {}) {
  const set: string[] = [];
  const services = fakeServices({
    openColleagues: () =>
      Promise.resolve(
        fakeColleagues({
          readShifts: () => Promise.resolve(told),
          learn: () => Promise.resolve({ people: { told: people }, knowledge }),
        }),
      ),
    openAnswers: () =>
      Promise.resolve({
        answerEvent: () => Promise.resolve(),
        setCurrentLocation: ({ kind }) => {
          set.push(kind);
          return Promise.resolve();
        },
      }),
  });
  const mailbox = { zone: 'Europe/Amsterdam', graphZone: 'W. Europe Standard Time', hourCycle: 'h23' } as const;
  const context = {
    ...{ mailbox, zoneIsGuessed: false, events: [] },
    shifts: [sampleShift('2026-11-24T06:00:00Z', '2026-11-24T14:00:00Z')],
  };
  const view = showScreen(
    <WhoIsInScreen
      {...{ services, context, session: fakeSession(), onPlan: () => {}, onDone: () => {} }}
      {...change}
    />,
  );
  return { ...view, set };
}
const rowOf = async (name: string) => (await screen.findByText(name)).closest('li') as HTMLElement;

describe('who is in', () => {
  it('says where each is now, when they work, and on what that rests', async () => {
    const { container } = open();
    const sam = await rowOf('Sam');
    expect(sam).toHaveTextContent('07:00–15:00');
    expect(sam).toHaveTextContent('On site · HQ (Teams Shifts)');
    expect(await rowOf('Lee')).toHaveTextContent('Off shift');
    expect(screen.getByText(/Calendars: remote and out of office: switched off by your organisation/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Allow… Presence, for now alone' })).toBeVisible();
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('names the best day to meet, offers no past day, and plans with whom I choose', async () => {
    const planned: string[] = [];
    open({ onPlan: (chosen) => planned.push(...chosen.map(({ address }) => address)) });
    expect(await screen.findByText(/24 November/)).toBeVisible();
    const days = within(screen.getByRole('group', { name: 'Day' })).getAllByRole('button');
    expect(days).toHaveLength(14);
    expect(days[0]).toHaveTextContent('Today');
    await userEvent.click(screen.getByRole('button', { name: 'Show this day' }));
    expect(await rowOf('Lee')).toHaveTextContent('07:00–15:00');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Choose Lee' }));
    await userEvent.click(screen.getByRole('button', { name: 'Plan a meeting with 1 person' }));
    expect(planned).toEqual(['Lee@contoso.example']);
  });

  it('names nobody absent whose schedule could not be asked, and says what is missing', async () => {
    const services = fakeServices({ openColleagues: () => Promise.resolve(fakeColleagues()) });
    const { container } = open({ services });
    expect(await screen.findByText(/Where people will be is not known/)).toBeVisible();
    expect(screen.queryByText(/No schedule that you share/)).toBeNull();
    expect(container.querySelectorAll('[data-state="switchedOff"]').length).toBeGreaterThan(0);
  });

  it('changes where I work today after a second look alone, and sends me to Outlook for other days', async () => {
    const { set } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'I am remote' }));
    expect(set).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Change it' }));
    expect(await screen.findByText('Changed for today.')).toBeVisible();
    expect(set).toEqual(['remote']);
    await userEvent.click(screen.getByRole('button', { name: 'Tomorrow' }));
    expect(screen.queryByRole('button', { name: 'I am remote' })).toBeNull();
    expect(screen.getByRole('link', { name: 'Change this day in Outlook' })).toBeVisible();
  });
});
