import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { writeHoldMark } from '../../src/domain/booking/hold-mark.ts';
import { Failure } from '../../src/domain/failure.ts';
import type { Services } from '../../src/app/services.ts';
import { StandaloneNotice } from '../../src/ui/shared/standalone-notice.tsx';
import { listUntranslated, toPseudoWords } from '../support/pseudo-words.ts';
import { loadTestWords, renderPage, renderPiece } from '../support/render-page.tsx';
import { allDay, makeEvent, person, shiftAt, timed } from '../support/screen-events.ts';
import { fakeFirst, fakeServices, fakeSession, NO_REST } from '../support/screen-services.ts';

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

  it('outside of a host', async () => {
    await renderPiece(<StandaloneNotice />, toPseudoWords(await loadTestWords()));
    expect(listUntranslated(document.body)).toEqual([]);
  });

  it('and a word of its own would be found', async () => {
    await renderPiece(<p aria-label="Also this">Written by hand</p>, toPseudoWords(await loadTestWords()));
    expect(listUntranslated(document.body)).toEqual(['Written by hand', 'Also this']);
  });
});
