import { act, configure, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { writeHoldMark } from '../../src/domain/booking/write-hold-mark.ts';
import { Failure } from '../../src/domain/failure.ts';
import type { Services } from '../../src/app/services.ts';
import { StandaloneNotice } from '../../src/ui/shared/standalone-notice.tsx';
import { choices, fakeAdmin, failedSteps, proofRun } from '../support/admin-world.ts';
import { listUntranslated, toPseudoWords } from '../support/pseudo-words.ts';
import { loadTestWords, renderPage, renderPiece } from '../support/render-page.tsx';
import { allDay, makeEvent, person, shiftAt, timed } from '../support/screen-events.ts';
import { fakeFirst, fakeHost, fakeServices, fakeSession, NO_REST } from '../support/screen-services.ts';

jest.setTimeout(60_000);
// Fluent's dialogs hide the page behind them; looking up each ancestor's style makes tests crawl
configure({ asyncUtilTimeout: 10_000, defaultHidden: true });

const time = timed('2026-11-23T09:00:00Z', '2026-11-23T09:30:00Z');
const holdMark = writeHoldMark({
  subject: 'Planning',
  people: [],
  online: false,
  room: { address: 'silent@contoso.example', name: 'Silent' },
  startedAt: '2026-11-23T08:00:00Z',
  existing: false,
});
const events = [
  makeEvent({
    subject: 'Stand-up',
    time,
    isOrganizer: true,
    myAnswer: 'organizer',
    isRecurring: true,
    joinUrl: 'https://teams.microsoft.com/l/1',
    webLink: 'https://outlook.office.com/1',
    attendees: [
      person('Kim', 'accepted', 'optional'),
      person('Jo', 'none'),
      person('Boardroom', 'declined', 'resource'),
    ],
    locations: [{ name: 'Lobby' }],
  }),
  makeEvent({ subject: '', time, myAnswer: 'none', showAs: 'oof', sensitivity: 'private' }),
  makeEvent({ subject: 'Drill', time, isCancelled: true, sensitivity: 'confidential' }),
  makeEvent({ subject: 'Offsite', time: allDay('2026-11-23', '2026-11-26'), showAs: 'free', sensitivity: 'personal' }),
  makeEvent({ subject: 'HOLD · Planning', time, isOrganizer: true, holdMark }),
];
const workPlan = [
  shiftAt('2026-11-23T07:00:00Z', '2026-11-23T15:30:00Z', {
    place: { kind: 'office', building: 'HQ' },
    label: 'Desk',
    team: 'Team',
  }),
  shiftAt('2026-11-24T08:00:00Z', '2026-11-24T16:00:00Z', { place: { kind: 'remote' } }),
  shiftAt('2026-11-26T21:00:00Z', '2026-11-27T05:00:00Z'),
  shiftAt('2026-11-27T23:00:00Z', '2026-11-28T23:00:00Z', { place: { kind: 'off' } }),
];
const problems = [{ source: 'otherCalendars', name: 'Side project', failure: new Failure('timeout') }] as const;

async function show(about: Partial<Services>): Promise<void> {
  await renderPage(fakeServices(about), toPseudoWords(await loadTestWords()));
}

/** Dates with their year are made by the browser for the locale. */
const isDate = (text: string): boolean => /^\d{1,2} \p{L}+ \d{4}, \d{2}:\d{2}( ·|$)/u.test(text);

describe('everything that the page says comes from the catalogues', () => {
  it('in the agenda, unfolded and with every notice', async () => {
    const first = { events, workPlan, problems, skipped: 3, teams: [{ id: 't', name: 'T' }] };
    await show({ readAgenda: () => Promise.resolve(fakeFirst(first)), readAgendaRest: () => Promise.resolve(NO_REST) });
    const rows = await screen.findAllByRole('button', { expanded: false });
    for (const row of rows) await userEvent.click(row);
    act(() => void dispatchEvent(new Event('offline')));
    expect(listUntranslated(document.body)).toEqual([]);
  });

  it.each<[string, Partial<Services>]>([
    ['while loading', { readAgenda: () => new Promise(() => {}) }],
    ['while the door is asked', { openSession: () => new Promise(() => {}) }],
    ['with nothing planned', {}],
    [
      'without the mailbox’s zone',
      { readAgenda: () => Promise.resolve({ ...fakeFirst(), mailbox: undefined } as never) },
    ],
    ['when throttled', { readAgenda: () => Promise.reject(new Failure('throttled', { retryAfterMs: 60_000 })) }],
    [
      'when not connected',
      { openSession: () => Promise.resolve(fakeSession({ connection: { connected: false, welcomeDue: false } })) },
    ],
  ])('%s', async (_name, about) => {
    await show(about);
    await screen.findByRole('heading', { level: 1 });
    expect(listUntranslated(document.body)).toEqual([]);
  });

  it.each<[string, Partial<Services>]>([
    [
      'in the agreement that is asked for',
      {
        readAgenda: () => Promise.reject(new Failure('consent_required')),
        agree: () => Promise.reject(new Failure('sign_in_cancelled')),
      },
    ],
    [
      'in the step of signing in that is asked for',
      {
        readAgenda: () => Promise.reject(new Failure('interaction_required')),
        agree: () => Promise.reject(new Failure('sign_in_blocked')),
      },
    ],
  ])('%s', async (_name, about) => {
    await show(about);
    await userEvent.click(await screen.findByRole('button', { name: '⟦Continue to Microsoft⟧' }));
    await screen.findByRole('button', { name: '⟦Continue to Microsoft⟧' });
    expect(listUntranslated(document.body)).toEqual([]);
  });

  it.each([
    ['connected', {}],
    ['shut out', { integration: { state: 'suspended', reason: 'integration_not_enabled' } }],
  ] as const)('in the profile of whoever is %s', async (_name, about) => {
    const session = fakeSession({
      user: { ...fakeSession().user, isAdmin: true },
      features: { freeBusy: true, shifts: true, presence: true, people: true },
      ...about,
    });
    await show({
      openSession: () => Promise.resolve(session),
      readConnection: () => Promise.resolve({ connected: true, connectedSince: null, welcomeSeen: '1.0' }),
      deleteConnection: () => Promise.reject(new Failure('throttled')),
    });
    await userEvent.click(await screen.findByRole('button', { name: '⟦Profile⟧' }));
    await screen.findByRole('heading', { name: '⟦Profile⟧' });
    await userEvent.click(await screen.findByRole('button', { name: '⟦Delete what is stored⟧' }));
    await userEvent.click(await screen.findByRole('button', { name: '⟦Delete⟧' }));
    const ask = screen.queryByRole('button', { name: /Where colleagues are now/u });
    if (ask !== null) await userEvent.click(ask);
    expect(listUntranslated(document.body)).toEqual([]);
  });

  it('in every part of the administration', async () => {
    const { user } = fakeSession();
    await show({
      host: fakeHost({ view: 'proof' }),
      openSession: () => Promise.resolve(fakeSession({ user: { ...user, isAdmin: true } })),
      openAdmin: () =>
        Promise.resolve(
          fakeAdmin({
            readChoices: () => Promise.resolve(choices),
            listProofRuns: () => Promise.resolve({ value: [proofRun()], isRunning: false }),
            readAudit: () =>
              Promise.resolve([
                { at: '2026-11-20T08:05:00Z', actor: 'program', action: 'enabled', to: { state: 'enabled' } },
                {
                  at: '2026-11-20T08:01:00Z',
                  actor: user.objectId,
                  action: 'settings',
                  to: { transport: 'relayOnly' },
                },
              ]),
            runProof: (_request, { onEvent }) => {
              for (const event of failedSteps) onEvent(event);
              return Promise.resolve();
            },
          }),
        ),
    });
    await userEvent.click(await screen.findByRole('combobox', { name: '⟦Room for the test⟧' }));
    await userEvent.paste('plain@contoso.example');
    await userEvent.click(await screen.findByRole('button', { name: /⟦Run the test/u }));
    await screen.findByRole('list', { name: '⟦First run⟧' });
    expect(listUntranslated(document.body).filter((text) => !isDate(text))).toEqual([]);
    for (const tab of within(screen.getByRole('tablist')).getAllByRole('tab')) {
      await userEvent.click(tab);
      await screen.findAllByRole('heading', { level: 2 });
      expect(listUntranslated(document.body).filter((text) => !isDate(text))).toEqual([]);
    }
  });

  it('outside of a host', async () => {
    await renderPiece(<StandaloneNotice />, toPseudoWords(await loadTestWords()));
    expect(listUntranslated(document.body)).toEqual([]);
  });

  it('and a word of its own would be found', async () => {
    await renderPiece(<p aria-label="Also this">Written by hand</p>, toPseudoWords(await loadTestWords()));
    expect(listUntranslated(document.body)).toEqual(['Written by hand', 'Also this']);
  });
});
