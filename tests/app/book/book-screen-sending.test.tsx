import { act, screen, waitFor, within } from '@testing-library/react';
import { keepInvitePreference } from '../../../src/app/book/invite-preference.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { findBook, showBookScreen, type Sent } from '../../support/book-stage.tsx';
import { makeRoom } from '../../support/make-room.ts';
import { instant, makeEvent, person, timed } from '../../support/screen-events.ts';

const boardroom = makeRoom('Boardroom', { capacity: 8, building: 'HQ', floorNumber: 3, teamsEnabled: true });
const garden = makeRoom('Garden', { capacity: 10, building: 'HQ' });
const north = makeRoom('North', { capacity: 4, building: 'North' });
const ROOMS = [north, garden, boardroom];

const receipt = {
  ownEvent: { outcome: 'gone', at: instant('2026-11-23T09:02:14Z') },
  room: { outcome: 'free', at: instant('2026-11-23T09:02:15Z') },
} as const;

function only(sent: readonly Sent[]): Sent {
  expect(sent).toHaveLength(1);
  const [first] = sent;
  if (first === undefined) throw new Error('nothing was sent');
  return first;
}

async function sendTo(room: string, user: ReturnType<typeof showBookScreen>['user']): Promise<void> {
  await user.click(await findBook(room));
  await user.click(await screen.findByRole('button', { name: 'Send' }));
}

// a busy machine types slowly
jest.setTimeout(30_000);

// the preference outlives a screen by design
beforeEach(() => keepInvitePreference(false));

describe('BookScreen: sending', () => {
  it('shows who is mailed now and who after the room said yes; Back sends nothing', async () => {
    const { user, sent } = showBookScreen(ROOMS);
    await user.type(
      screen.getByRole('textbox', { name: 'People to invite' }),
      'Sam Visser <sam@contoso.example>{Enter}',
    );
    await user.click(await findBook('Boardroom'));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Book Boardroom?');
    expect(
      within(dialog)
        .getAllByRole('definition')
        .map((entry) => entry.textContent),
    ).toEqual(['Boardroom (the room itself)', 'Sam Visser <sam@contoso.example>']);
    expect(within(dialog).getByText('Monday 23 November, 10:00–10:30')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Back' }));
    expect(sent).toEqual([]);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Book Boardroom' })).toHaveFocus());
  });

  it('E01 sends once however often Send is pressed', async () => {
    const { user, sent } = showBookScreen(ROOMS);
    await user.click(await findBook('Boardroom'));
    const send = await screen.findByRole('button', { name: 'Send' });
    act(() => {
      send.click();
      send.click();
      send.click();
    });
    const { request, room, alternatives } = only(sent);
    expect(room).toBe(boardroom);
    expect(alternatives).toEqual([garden, north]);
    expect(request).toMatchObject({
      subject: 'Meeting',
      graphZone: 'W. Europe Standard Time',
      organizerAddress: 'alex@contoso.example',
      people: [],
      heads: 1,
      online: false,
      inviteAtOnce: false,
    });
    expect(request.start.toString()).toBe('2026-11-23T09:00:00Z');
    expect(request.end.toString()).toBe('2026-11-23T09:30:00Z');
    expect(request).not.toHaveProperty('existing');
  });

  it('moves the focus to the card of the booking', async () => {
    const { user } = showBookScreen(ROOMS);
    await sendTo('Boardroom', user);
    await waitFor(() => expect(screen.getByRole('region', { name: 'Boardroom' })).toHaveFocus());
    expect(await findAxeViolations()).toEqual([]);
  });

  it('shows each state as it comes, live', async () => {
    const { user, sent } = showBookScreen(ROOMS);
    await sendTo('Boardroom', user);
    const { booking, room } = only(sent);
    const since = instant('2026-11-23T08:47:50Z');
    act(() => booking.go({ phase: 'asking', room, eventId: 'e', since, overdue: false }));
    expect(screen.getByText('Asking the room…')).toBeInTheDocument();
    expect(screen.getByText('10 s')).toBeInTheDocument();
    act(() => booking.go({ phase: 'booked', room, eventId: 'e', online: 'none' }));
    expect(screen.getByText('Booked: the room said yes.')).toBeInTheDocument();
  });

  it('tries the next room with one press, once, without the rooms tried before', async () => {
    const { user, sent } = showBookScreen(ROOMS);
    await sendTo('Boardroom', user);
    const { booking, request } = only(sent);
    const refusal = { kind: 'taken', known: true } as const;
    act(() => booking.go({ phase: 'declined', room: boardroom, refusal, receipt, next: garden }));
    const tryNext = screen.getByRole('button', { name: 'Try Garden' });
    act(() => {
      tryNext.click();
      tryNext.click();
    });
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({ room: garden, alternatives: [north] });
    expect(sent[1]?.request).toBe(request);
    expect(screen.getByRole('heading', { name: 'Garden' })).toBeInTheDocument();
  });

  it('goes back to the choice of rooms with all that was typed, and asks their calendars anew', async () => {
    let asked = 0;
    const { user, sent } = showBookScreen(ROOMS, {
      with: {
        readFreeBusy: (addresses) => {
          asked += 1;
          return Promise.resolve(addresses.map((address) => ({ address, state: 'known', blocks: [] })));
        },
      },
    });
    await user.type(screen.getByRole('textbox', { name: 'Subject' }), 'Stand-up');
    await sendTo('Boardroom', user);
    act(() => only(sent).booking.go({ phase: 'cancelled', room: boardroom, receipt }));
    await user.click(screen.getByRole('button', { name: 'Choose another room' }));
    expect(screen.getByRole('textbox', { name: 'Subject' })).toHaveDisplayValue('Stand-up');
    await findBook('Boardroom');
    expect(asked).toBe(2);
  });
});

describe('BookScreen: leaving', () => {
  const leavePage = (): Event => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event;
  };

  it('leaves at once while nothing was sent', async () => {
    const { user, done } = showBookScreen(ROOMS);
    expect(leavePage().defaultPrevented).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Back to the agenda' }));
    expect(done).toEqual([false]);
  });

  it('warns mid-hold, within the page and when the page is left, until the booking is settled', async () => {
    const { user, sent, done } = showBookScreen(ROOMS);
    await sendTo('Boardroom', user);
    const { booking, room } = only(sent);
    act(() =>
      booking.go({ phase: 'asking', room, eventId: 'e', since: instant('2026-11-23T08:47:50Z'), overdue: false }),
    );
    expect(leavePage().defaultPrevented).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Back to the agenda' }));
    const question = await screen.findByRole('alertdialog');
    expect(question).toHaveTextContent('The booking is not settled yet');
    await user.click(within(question).getByRole('button', { name: 'Stay' }));
    expect(done).toEqual([]);
    // the dialog gives the focus back once it is gone
    await waitFor(() => expect(screen.getByRole('button', { name: 'Back to the agenda' })).toHaveFocus());
    act(() => booking.go({ phase: 'booked', room, eventId: 'e', online: 'none' }));
    expect(leavePage().defaultPrevented).toBe(false);
    await user.click(await screen.findByRole('button', { name: 'Done' }));
    expect(done).toEqual([true]);
  });

  it('leaves mid-hold when that is what the person wants', async () => {
    const { user, sent, done } = showBookScreen(ROOMS);
    await sendTo('Boardroom', user);
    only(sent);
    await user.click(await screen.findByRole('button', { name: 'Back to the agenda' }));
    await user.click(await screen.findByRole('button', { name: 'Leave' }));
    expect(done).toEqual([true]);
  });
});

describe('BookScreen: a meeting that exists', () => {
  const existing = makeEvent({
    time: timed('2026-11-23T13:00:00Z', '2026-11-23T14:00:00Z'),
    subject: 'Design review',
    isOrganizer: true,
    myAnswer: 'organizer',
    organizer: { name: 'Alex', address: 'alex@contoso.example' },
    attendees: [person('Sam Visser', 'accepted'), person('Jo Doe', 'declined'), person('Kim Bos', 'none')],
  });

  it('keeps its time and people, and counts who has not declined', async () => {
    const { user, sent } = showBookScreen(ROOMS, { existing });
    expect(screen.getByText('Design review')).toBeInTheDocument();
    expect(screen.getByText('Monday 23 November, 14:00–15:00')).toBeInTheDocument();
    expect(screen.queryByLabelText('Start', { exact: true })).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'People to invite' })).toBeNull();
    expect(screen.getByRole('spinbutton', { name: 'People in the room' })).toHaveDisplayValue('3');
    await user.click(await findBook('Boardroom'));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('Kim Bos')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Send' }));
    const { request } = only(sent);
    expect(request).toMatchObject({ existing, heads: 3, subject: 'Design review', inviteAtOnce: false, online: false });
  });
});
