import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Failure } from '../../../src/domain/failure.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { renderPage } from '../../support/render-page.tsx';
import { makeEvent, shiftAt, timed } from '../../support/screen-events.ts';
import { fakeFirst, fakeServices } from '../../support/screen-services.ts';

const early = makeEvent({ subject: 'Handover', time: timed('2026-11-23T08:00:00Z', '2026-11-23T09:00:00Z') });
const side = makeEvent({
  subject: 'Food bank',
  calendarId: 'side',
  time: timed('2026-11-23T08:30:00Z', '2026-11-23T09:30:00Z'),
});
const later = makeEvent({ subject: 'Review', time: timed('2026-11-25T10:00:00Z', '2026-11-25T11:00:00Z') });

const show = () =>
  renderPage(
    fakeServices({
      readAgenda: () =>
        Promise.resolve(
          fakeFirst({
            events: [early, side, later],
            calendars: [
              { id: 'primary', name: 'Calendar', isDefault: true, hexColor: '' },
              { id: 'side', name: 'Volunteering', isDefault: false, hexColor: '#99cc99' },
            ],
            workPlan: [shiftAt('2026-11-23T07:00:00Z', '2026-11-23T15:00:00Z')],
          }),
        ),
    }),
  );

describe('the week on its hours', () => {
  it('begins on the locale’s first day, names each event whole, and says which is chosen', async () => {
    await show();
    await userEvent.click(await screen.findByRole('radio', { name: 'Week' }));
    await screen.findByRole('heading', { name: /Week of Monday.*23 November/ });
    const event = screen.getByRole('button', { name: /^Handover 09:00–10:00 and Calendar$/ });
    expect(screen.getByRole('button', { name: /^Food bank.*Double-booked.*Volunteering$/ })).toBeInTheDocument();
    await userEvent.click(event);
    expect(event).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByRole('heading', { name: 'People' })).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('is one stop of the Tab key; the arrows go on from event to event and from day to day', async () => {
    await show();
    await userEvent.click(await screen.findByRole('radio', { name: 'Week' }));
    const grid = await screen.findByRole('group', { name: 'Hours of the days' });
    const events = within(grid).getAllByRole('button');
    expect(events.filter((one) => one.tabIndex === 0)).toHaveLength(1);
    const handover = within(grid).getByRole('button', { name: /^Handover/ });
    handover.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(within(grid).getByRole('button', { name: /^Food bank/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(within(grid).getByRole('button', { name: /^Review/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(handover).toHaveFocus();
  });

  it('leaves out a calendar and a kind of flag that are switched off', async () => {
    await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Calendars and flags shown' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Volunteering' }));
    expect(screen.queryByText('Food bank')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Volunteering' }));
    expect(screen.getByText(/Double-booked: another/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Double-booked' }));
    expect(screen.queryByText(/Double-booked: another/)).not.toBeInTheDocument();
  });
});

describe('days that the agenda has not read', () => {
  const far = makeEvent({ subject: 'Far review', time: timed('2026-12-08T10:00:00Z', '2026-12-08T11:00:00Z') });
  const calendars = [
    { id: 'primary', name: 'Calendar', isDefault: true, hexColor: '' },
    { id: 'side', name: 'Volunteering', isDefault: false, hexColor: '#99cc99' },
  ];
  const showFar = async (changes: Parameters<typeof fakeServices>[0]): Promise<void> => {
    await renderPage(fakeServices(changes));
    await userEvent.click(await screen.findByRole('radio', { name: 'Week' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Week after' }));
    await userEvent.click(screen.getByRole('button', { name: 'Week after' }));
  };

  it('stand there after the first round; where the second fails, that is said beside them', async () => {
    const first = fakeFirst({ events: [far], calendars });
    await showFar({
      readAgenda: () => Promise.resolve(first),
      readAgendaRest: ({ window }) =>
        window.start.epochMilliseconds > Date.parse('2026-11-28T00:00:00Z')
          ? Promise.reject(new Failure('upstream_unavailable'))
          : Promise.resolve({ events: [], teamsShifts: [], openShifts: [], others: [], problems: [], skipped: 0 }),
    });
    expect(await screen.findByRole('button', { name: /^Far review/ })).toBeInTheDocument();
    expect(await screen.findByText(/^[34] of 5 sources answered\. Missing: .*other calendars/i)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Far review/ })).toBeInTheDocument();
  });

  it('are not read again, day for day, where their week stands', async () => {
    const windows: string[] = [];
    await showFar({
      readAgenda: ({ start }) => {
        windows.push(start.toString());
        return Promise.resolve(fakeFirst({ events: [far], calendars: [] }));
      },
    });
    await screen.findByRole('button', { name: /^Far review/ });
    const asked = windows.length;
    await userEvent.click(screen.getByRole('radio', { name: 'Day' }));
    await userEvent.click(screen.getByRole('button', { name: 'Day after' }));
    expect(screen.getByRole('button', { name: /^Far review/ })).toBeInTheDocument();
    expect(windows).toHaveLength(asked);
    await userEvent.click(screen.getByRole('radio', { name: 'Week' }));
    expect(screen.getByRole('button', { name: /^Far review/ })).toBeInTheDocument();
    expect(windows).toHaveLength(asked);
    await userEvent.click(screen.getByRole('button', { name: 'Week after' }));
    await screen.findByRole('heading', { name: /Week of Monday.*14 December/ });
    expect(windows.length).toBeGreaterThan(asked);
  });

  it('are read anew when the person comes back, and stay where that fails', async () => {
    let answer = () => Promise.resolve(fakeFirst({ events: [far], calendars: [] }));
    await showFar({ readAgenda: () => answer() });
    await screen.findByRole('button', { name: /^Far review/ });
    const moved = makeEvent({ subject: 'Moved here', time: timed('2026-12-09T10:00:00Z', '2026-12-09T11:00:00Z') });
    answer = () => Promise.resolve(fakeFirst({ events: [far, moved], calendars: [] }));
    window.dispatchEvent(new Event('focus'));
    expect(await screen.findByRole('button', { name: /^Moved here/ })).toBeInTheDocument();
  });

  it('ask for one second round where they are read anew before the first has answered', async () => {
    const isFar = ({ start }: { readonly start: Temporal.Instant }): boolean =>
      start.epochMilliseconds > Date.parse('2026-12-01T00:00:00Z');
    let answer = (): void => undefined;
    const isAnswered = new Promise<void>((done) => {
      answer = done;
    });
    let seconds = 0;
    await showFar({
      readAgenda: async (window) => {
        if (isFar(window)) await isAnswered;
        return fakeFirst({ events: [far], calendars });
      },
      readAgendaRest: ({ window }) => {
        if (isFar(window)) seconds += 1;
        return Promise.resolve({ events: [], teamsShifts: [], openShifts: [], others: [], problems: [], skipped: 0 });
      },
    });
    act(() => void dispatchEvent(new Event('focus')));
    await act(() => new Promise((done) => setTimeout(done, 50)));
    answer();
    await screen.findByRole('button', { name: /^Far review/ });
    await act(() => new Promise((done) => setTimeout(done, 50)));
    expect(seconds).toBe(1);
  });
});
