import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AgendaFirst } from '../../src/domain/agenda/agenda-sources.ts';
import { Failure } from '../../src/domain/failure.ts';
import { findAxeViolations } from '../support/axe.ts';
import { loadTestWords, renderPage } from '../support/render-page.tsx';
import { allDay, makeEvent, person, shiftAt, timed } from '../support/screen-events.ts';
import { fakeFirst, fakeHost, fakeServices, NO_REST } from '../support/screen-services.ts';
import { wholeText } from '../support/whole-text.ts';

const standUp = (): ReturnType<typeof makeEvent> =>
  makeEvent({
    subject: 'Stand-up',
    time: timed('2026-11-23T09:00:00Z', '2026-11-23T09:30:00Z'),
    isOrganizer: true,
    myAnswer: 'organizer',
    joinUrl: 'https://teams.microsoft.com/l/meetup-join/1',
    webLink: 'https://outlook.office.com/calendar/item/1',
    attendees: [
      person('Sam Visser', 'accepted'),
      person('Kim de Boer', 'tentative'),
      person('Robin', 'none', 'optional'),
      person('Boardroom 3.12', 'accepted', 'resource'),
    ],
  });

const withEvents =
  (about: Partial<AgendaFirst>): (() => Promise<AgendaFirst>) =>
  () =>
    Promise.resolve(fakeFirst(about));
const day = (date: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-date="${date}"]`);
  if (found === null) throw new Error(`no day ${date}`);
  return found;
};

describe('the page', () => {
  it('shows the skeleton of the agenda while the door is asked', async () => {
    await renderPage(fakeServices({ openSession: () => new Promise(() => {}) }));
    expect(screen.getByRole('status', { name: 'Loading your agenda' })).toBeInTheDocument();
  });

  it('shows seven days from today in the zone of the mailbox', async () => {
    await renderPage(fakeServices());
    await screen.findByRole('region', { name: /Today · Monday.*23 November/ });
    const days = [...document.querySelectorAll('[data-date]')].map((element) => element.getAttribute('data-date'));
    expect(days).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
    ]);
    expect(screen.getByText('Time zone: Central European Time')).toBeInTheDocument();
  });

  it('says what is next, in how long, where, and what the room said', async () => {
    await renderPage(fakeServices({ readAgenda: withEvents({ events: [standUp()] }) }));
    const next = await screen.findByRole('region', { name: 'Next' });
    expect(next).toHaveTextContent('Next · in 12 min');
    expect(next).toHaveTextContent('10:00–10:30 Stand-up');
    expect(next).toHaveTextContent('Boardroom 3.12 (room accepted)');
  });

  it('lays an event against its shift with times, room and counts of answers without the room', async () => {
    const workPlan = [
      shiftAt('2026-11-23T07:00:00Z', '2026-11-23T15:30:00Z', { place: { kind: 'office', building: 'HQ' } }),
    ];
    await renderPage(fakeServices({ readAgenda: withEvents({ events: [standUp()], workPlan }) }));
    await screen.findByRole('region', { name: /Today/ });
    const today = within(day('2026-11-23'));
    expect(today.getByText(/Office/)).toHaveTextContent('Office · HQ');
    expect(today.getByText('08:00–16:30')).toBeInTheDocument();
    const row = today.getByRole('button', { name: /Stand-up/ });
    expect(row).toHaveTextContent('1 accepted · 1 maybe · 1 no answer');
    expect(row).toHaveTextContent('Boardroom 3.12 (room accepted)');
  });

  it('unfolds an event to its people by answer, the organizer apart', async () => {
    await renderPage(fakeServices({ readAgenda: withEvents({ events: [standUp()] }) }));
    await userEvent.click(await screen.findByRole('button', { name: /^10:00–10:30 Stand-up/ }));
    expect(screen.getByText('You organize this')).toBeInTheDocument();
    expect(screen.getByText('Accepted · 1')).toBeInTheDocument();
    expect(screen.getByText('No answer · 1')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Change room: Stand-up' })).toBeInTheDocument();
  });

  it('opens join and Outlook links through the host', async () => {
    const opened: string[] = [];
    const host = fakeHost({ openLink: (url) => opened.push(url) });
    await renderPage(fakeServices({ host, readAgenda: withEvents({ events: [standUp()] }) }));
    await userEvent.click(await screen.findByRole('button', { name: /^10:00–10:30 Stand-up/ }));
    await userEvent.click(within(day('2026-11-23')).getByRole('link', { name: 'Join: Stand-up' }));
    await userEvent.click(screen.getByRole('link', { name: 'Open in Outlook: Stand-up' }));
    expect(opened).toEqual([
      'https://teams.microsoft.com/l/meetup-join/1',
      'https://outlook.office.com/calendar/item/1',
    ]);
  });

  it('is clean to axe with an event unfolded', async () => {
    await renderPage(fakeServices({ readAgenda: withEvents({ events: [standUp()], skipped: 1 }) }));
    await userEvent.click(await screen.findByRole('button', { name: /^10:00–10:30 Stand-up/ }));
    expect(await findAxeViolations()).toEqual([]);
  });

  it('reads from right to left in Arabic', async () => {
    await renderPage(fakeServices({ readAgenda: withEvents({ events: [standUp()] }) }), await loadTestWords('ar-EG'));
    const heading = await screen.findByRole('heading', { level: 1, name: 'جدول أعمالك' });
    expect(heading.closest('[dir]')).toHaveAttribute('dir', 'rtl');
    expect(screen.getByRole('button', { name: /قبِل شخص واحد/ })).toBeInTheDocument();
  });

  it('fills in the second round without taking away the first', async () => {
    const teamsShifts = [
      shiftAt('2026-11-23T07:00:00Z', '2026-11-23T15:30:00Z', { source: 'teamsShifts', label: 'Front desk' }),
    ];
    const readAgenda = withEvents({ events: [standUp()], teams: [{ id: 't', name: 'Reception' }] });
    let answer = (): void => {};
    const readAgendaRest = (): Promise<typeof NO_REST> =>
      new Promise((resolve) => (answer = () => resolve({ ...NO_REST, teamsShifts })));
    await renderPage(fakeServices({ readAgenda, readAgendaRest }));
    await screen.findByRole('button', { name: /^10:00–10:30 Stand-up/ });
    expect(screen.queryByText('No shift known')).not.toBeInTheDocument();
    await act(async () => answer());
    expect(within(day('2026-11-23')).getByText('Front desk')).toBeInTheDocument();
    expect(within(day('2026-11-24')).getByText('No shift known')).toBeInTheDocument();
  });

  it('says cancelled, private, repeating and all-day in words', async () => {
    const events = [
      makeEvent({
        subject: 'Fire drill',
        isCancelled: true,
        time: timed('2026-11-23T12:00:00Z', '2026-11-23T12:30:00Z'),
      }),
      makeEvent({
        subject: 'Dentist',
        sensitivity: 'private',
        isRecurring: true,
        time: timed('2026-11-23T16:00:00Z', '2026-11-23T17:00:00Z'),
      }),
      makeEvent({ subject: 'Offsite', time: allDay('2026-11-23', '2026-11-26') }),
    ];
    await renderPage(fakeServices({ readAgenda: withEvents({ events }) }));
    expect(await screen.findByRole('button', { name: /Fire drill Cancelled/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Dentist Private Repeats/ })).toBeInTheDocument();
    expect(within(day('2026-11-24')).getByRole('button', { name: /All day Offsite Day 2 of 3/ })).toBeInTheDocument();
  });

  it('lists an event inside of a night shift under the day of the shift, with its true date', async () => {
    const workPlan = [shiftAt('2026-11-26T21:00:00Z', '2026-11-27T05:00:00Z')];
    const events = [
      makeEvent({ subject: 'Safety round', time: timed('2026-11-27T01:00:00Z', '2026-11-27T01:30:00Z') }),
    ];
    await renderPage(fakeServices({ readAgenda: withEvents({ events, workPlan }) }));
    await screen.findByRole('button', { name: /Safety round/ });
    expect(
      within(day('2026-11-26')).getByRole('button', { name: /^Fri 02:00–02:30 Safety round/ }),
    ).toBeInTheDocument();
    expect(day('2026-11-26')).toHaveTextContent('Night shift · Office22:00–06:00 (until Fri 27 Nov)');
    expect(day('2026-11-27')).toHaveTextContent('Night shift from Thu 26 Nov, until 06:00');
    expect(within(day('2026-11-27')).queryByRole('button', { name: /Safety round/ })).not.toBeInTheDocument();
  });

  it('shows the night shift that still runs after midnight, under the day before', async () => {
    const workPlan = [shiftAt('2026-11-22T21:00:00Z', '2026-11-23T05:00:00Z')];
    const events = [
      makeEvent({ subject: 'Safety round', time: timed('2026-11-23T03:00:00Z', '2026-11-23T03:30:00Z') }),
    ];
    const now = (): Temporal.Instant => Temporal.Instant.from('2026-11-23T02:00:00Z');
    await renderPage(fakeServices({ now, readAgenda: withEvents({ events, workPlan }) }));
    await screen.findByRole('button', { name: /Safety round/ });
    expect(within(day('2026-11-22')).getByRole('button', { name: /Mon 04:00–04:30 Safety round/ })).toBeInTheDocument();
  });

  it('says so when the next seven days are empty', async () => {
    await renderPage(fakeServices());
    expect(await screen.findByText('Nothing planned in the next seven days')).toBeInTheDocument();
  });

  it('says which sources did not answer, and asks them again', async () => {
    let calls = 0;
    const problems = [
      { source: 'workPlan', failure: new Failure('access_denied') },
      { source: 'otherCalendars', name: 'Side project', failure: new Failure('timeout') },
    ] as const;
    const readAgenda = (): Promise<AgendaFirst> => {
      calls += 1;
      return Promise.resolve(fakeFirst(calls === 1 ? { problems } : {}));
    };
    await renderPage(fakeServices({ readAgenda }));
    const notice = await screen.findByText(/3 of 5 sources answered/);
    expect(notice).toHaveTextContent('Missing: your work plan and your other calendars (Side project).');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(/sources answered/)).not.toBeInTheDocument());
  });

  it('shows times of the device and says so where the mailbox told no zone', async () => {
    const first = fakeFirst();
    const readAgenda = (): Promise<AgendaFirst> => Promise.resolve({ ...first, mailbox: undefined } as never);
    await renderPage(fakeServices({ readAgenda }));
    expect(
      await screen.findByText(/those of this device .*: your mailbox did not tell its time zone/),
    ).toBeInTheDocument();
  });

  it('says how many entries could not be read', async () => {
    await renderPage(fakeServices({ readAgenda: withEvents({ skipped: 2 }) }));
    expect(await screen.findByText('2 entries could not be read and are left out.')).toBeInTheDocument();
  });

  it('says what failed and tries again when asked', async () => {
    let calls = 0;
    const readAgenda = (): Promise<AgendaFirst> => {
      calls += 1;
      if (calls === 1) return Promise.reject(new Failure('upstream_unavailable', { requestId: '7f3c' }));
      return Promise.resolve(fakeFirst({ events: [standUp()] }));
    };
    await renderPage(fakeServices({ readAgenda }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Microsoft 365 or the sign-in service does not answer');
    expect(screen.getByText(wholeText('Code upstream_unavailable · request 7f3c'))).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: /^10:00–10:30 Stand-up/ })).toBeInTheDocument();
  });

  it('D01 says until when Microsoft 365 asks to wait', async () => {
    const readAgenda = (): Promise<AgendaFirst> => Promise.reject(new Failure('throttled', { retryAfterMs: 120_000 }));
    await renderPage(fakeServices({ readAgenda }));
    expect(await screen.findByText(/Microsoft 365 asks us to wait until 09:50/)).toBeInTheDocument();
  });

  it('D21 keeps what is on screen when the network goes, dated', async () => {
    await renderPage(fakeServices({ readAgenda: withEvents({ events: [standUp()] }) }));
    await screen.findByRole('button', { name: /^10:00–10:30 Stand-up/ });
    act(() => void dispatchEvent(new Event('offline')));
    expect(screen.getByText('You are offline. What you see is as of 09:48.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^10:00–10:30 Stand-up/ })).toBeInTheDocument();
  });

  it('keeps what is unfolded when it reads anew on return', async () => {
    let clock = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => (clock += 10_000));
    const event = standUp();
    let calls = 0;
    const readAgenda = (): Promise<AgendaFirst> => {
      calls += 1;
      return Promise.resolve(
        fakeFirst({ events: [{ ...event, subject: calls === 1 ? 'Stand-up' : 'Stand-up, moved' }] }),
      );
    };
    await renderPage(fakeServices({ readAgenda }));
    await userEvent.click(await screen.findByRole('button', { name: /^10:00–10:30 Stand-up/ }));
    await act(async () => void dispatchEvent(new Event('focus')));
    const row = await screen.findByRole('button', { name: /^10:00–10:30 Stand-up, moved/ });
    expect(row).toHaveAttribute('aria-expanded', 'true');
  });
});
