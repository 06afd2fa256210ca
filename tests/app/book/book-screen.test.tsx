import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { keepInvitePreference } from '../../../src/app/book/invite-preference.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { findBook, offered, showBookScreen, type Sent } from '../../support/book-stage.tsx';
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

// the preference outlives a screen by design
beforeEach(() => keepInvitePreference(false));

describe('BookScreen: choosing a room', () => {
  it('offers free rooms that fit, those in the building of my shift first, each with its reasons', async () => {
    showBookScreen(ROOMS);
    await findBook('North');
    expect(offered()).toEqual(['Boardroom', 'Garden', 'North']);
    const card = within(screen.getAllByRole('listitem')[0] as HTMLElement);
    expect(card.getByText('free · fits 1 · your building')).toBeInTheDocument();
    expect(card.getByText('Teams room')).toBeInTheDocument();
    expect(screen.getByText('3 free rooms fit.')).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('keeps places while answers are on their way, and nothing on screen moves when they come', async () => {
    let answer: (names: readonly string[]) => void = () => {};
    showBookScreen(ROOMS, {
      with: {
        readFreeBusy: (_addresses, _window, onAnswer) =>
          new Promise(() => {
            answer = (names) =>
              onAnswer?.(names.map((name) => ({ address: `${name}@contoso.example`, state: 'known', blocks: [] })));
          }),
      },
    });
    const list = await screen.findByRole('list', { name: 'Free rooms' });
    await screen.findByText('Asking when the rooms are free…');
    await waitFor(() => expect(list.children).toHaveLength(3));
    await act(() => new Promise((tick) => setTimeout(tick, 450)));
    act(() => answer(['garden']));
    // its nearer neighbour is silent still: it waits, rather than being pushed down later
    expect(offered()).toEqual([]);
    act(() => answer(['boardroom']));
    expect(offered()).toEqual(['Boardroom', 'Garden']);
    expect(list.children).toHaveLength(3);
  });

  it('D07 says which room did not answer, never offers it, and asks it again on demand', async () => {
    let rounds = 0;
    const { user } = showBookScreen(ROOMS, {
      with: {
        readFreeBusy: (addresses) => {
          rounds += 1;
          return Promise.resolve(
            addresses.map((address) =>
              address.startsWith('garden') && rounds === 1
                ? { address, state: 'unknown', reason: 'ErrorMailRecipientNotFound' }
                : { address, state: 'known', blocks: [] },
            ),
          );
        },
      },
    });
    await findBook('North');
    expect(offered()).toEqual(['Boardroom', 'North']);
    const notice = screen.getByText('Not known whether free: the calendar did not answer').parentElement as HTMLElement;
    expect(within(notice).getByText('Garden')).toBeInTheDocument();
    await user.click(within(notice).getByRole('button', { name: 'Try again' }));
    await findBook('Garden');
    expect(offered()).toEqual(['Boardroom', 'Garden', 'North']);
  });

  it('says when all calendars failed, and with what', async () => {
    showBookScreen(ROOMS, { with: { readFreeBusy: () => Promise.reject(new Failure('upstream_unavailable')) } });
    expect(await screen.findByText('Some rooms’ calendars did not answer.', {}, { timeout: 3000 })).toBeInTheDocument();
    expect(offered()).toEqual([]);
  });

  it('folds the rooms that do not suit, with their reasons', async () => {
    const rooms = [...ROOMS, makeRoom('Tiny', { capacity: 2 }), makeRoom('Sofa', { bookingType: 'reserved' })];
    const { user } = showBookScreen(rooms, {
      with: {
        readFreeBusy: (addresses, { start }) =>
          Promise.resolve(
            addresses.map((address) => ({
              address,
              state: 'known',
              blocks: address.startsWith('north') ? [{ start, end: start.add({ hours: 2 }), status: 'busy' }] : [],
            })),
          ),
      },
    });
    await findBook('Boardroom');
    fireEvent.change(screen.getByRole('spinbutton', { name: 'People in the room' }), { target: { value: '4' } });
    await user.click(await screen.findByRole('button', { name: '3 rooms don’t suit' }));
    expect(screen.getByText('too small: 2 seats')).toBeInTheDocument();
    expect(screen.getByText('can’t be booked: first come, first served')).toBeInTheDocument();
    expect(screen.getByText('taken until 12:00')).toBeInTheDocument();
  });

  it('shows one building alone when it is chosen', async () => {
    const { user } = showBookScreen(ROOMS);
    await findBook('North');
    expect(screen.getByRole('combobox', { name: 'Building' })).toHaveDisplayValue('All, HQ first');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Building' }), 'North');
    expect(offered()).toEqual(['North']);
  });

  it('lets a room be booked by its address where the list of rooms is not open to the app', async () => {
    const { user, sent } = showBookScreen(() => Promise.reject(new Failure('access_denied')));
    expect(await screen.findByText(/may not read your organisation’s list of rooms/u)).toBeInTheDocument();
    const field = screen.getByRole('textbox', { name: 'The room’s e-mail address' });
    await user.type(field, 'boardroom{Enter}');
    expect(screen.getByText('This is not a complete e-mail address: boardroom')).toBeInTheDocument();
    await user.type(field, '@contoso.example');
    await user.click(screen.getByRole('button', { name: 'Book this room' }));
    await user.click(await screen.findByRole('button', { name: 'Send' }));
    expect(only(sent).room).toMatchObject({ address: 'boardroom@contoso.example', name: 'boardroom@contoso.example' });
  });

  it('says that the directory has no rooms', async () => {
    showBookScreen([]);
    expect(await screen.findByText(/directory of your organisation has no rooms/u)).toBeInTheDocument();
  });

  it('offers to read the list of rooms again when the network failed it', async () => {
    let tries = 0;
    const { user } = showBookScreen(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Failure('offline')) : Promise.resolve(ROOMS);
    });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    await findBook('Boardroom');
  });
});

describe('BookScreen: what is typed', () => {
  const field = (name: string): HTMLInputElement => screen.getByLabelText(name, { exact: true });
  const set = (name: string, value: string): void => void fireEvent.change(field(name), { target: { value } });

  it.each<[string, () => void, string]>([
    ['an end at the start', () => set('End', '10:00'), 'The end has to be after the start.'],
    ['an end before the start', () => set('End', '09:00'), 'The end has to be after the start.'],
    ['more than 24 hours', () => set('End date', '2026-11-25'), 'A room can be booked for 24 hours at most.'],
    ['a start in the past', () => set('Date', '2026-11-20'), 'This start is in the past.'],
    ['a start years ahead', () => set('Date', '2032-11-23'), 'This is more than five years ahead.'],
    ['no time', () => set('Start', ''), 'Fill in a date and a time.'],
  ])('E15 says one clear sentence about %s, and offers no room', async (_name, change, sentence) => {
    showBookScreen(ROOMS);
    await findBook('Boardroom');
    change();
    expect(await screen.findByText(sentence)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Book Boardroom' })).toBeNull();
    expect(screen.getByText('Free rooms appear here once the time is right.')).toBeInTheDocument();
  });

  it.each(['0', '-1', '1.5', '1001', ''])('refuses %p as a headcount and keeps it', async (value) => {
    showBookScreen(ROOMS);
    await findBook('Boardroom');
    set('People in the room', value);
    expect(await screen.findByText('Give a whole number from 1 to 1,000.')).toBeInTheDocument();
    expect(field('People in the room')).toHaveDisplayValue(value);
  });

  it('makes chips of pasted addresses, keeps what is no address, and counts heads', async () => {
    const { user } = showBookScreen(ROOMS);
    await user.click(screen.getByRole('textbox', { name: 'People to invite' }));
    await user.paste('sam@contoso.example; jo@contoso.example; nonsense; alex@contoso.example');
    expect(screen.getByText('This is not a complete e-mail address: nonsense')).toBeInTheDocument();
    expect(field('People to invite')).toHaveDisplayValue('nonsense');
    expect(field('People in the room')).toHaveDisplayValue('3');
    await user.click(screen.getByRole('button', { name: /jo@contoso\.example/u }));
    expect(field('People in the room')).toHaveDisplayValue('2');
    expect(await findAxeViolations()).toEqual([]);
  });

  it('does not send while something that is no address stands among the people', async () => {
    const { user } = showBookScreen(ROOMS);
    await user.type(screen.getByRole('textbox', { name: 'People to invite' }), 'sam@');
    await user.click(await findBook('Boardroom'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('This is not a complete e-mail address: sam@')).toBeInTheDocument();
  });

  it('E15 refuses 500 people and the room, and keeps them all', async () => {
    const { user } = showBookScreen([makeRoom('Arena', { capacity: 900 })]);
    const everybody = Array.from({ length: 500 }, (_, index) => `p${index}@contoso.example`);
    await user.click(screen.getByRole('textbox', { name: 'People to invite' }));
    await user.paste(everybody.join(';'));
    expect(screen.getByText(/an invitation can go to 499 people and the room/u)).toBeInTheDocument();
    expect(await findBook('Arena')).toBeDisabled();
    expect(field('People in the room')).toHaveDisplayValue('501');
  }, 30_000);

  it('takes the end along with the start, and sets a length with one press', async () => {
    const { user } = showBookScreen(ROOMS);
    set('Start', '23:45');
    expect(field('End date')).toHaveDisplayValue('2026-11-24');
    expect(field('End')).toHaveDisplayValue('00:15');
    await user.click(screen.getByRole('button', { name: '60 min' }));
    expect(field('End')).toHaveDisplayValue('00:45');
    expect(screen.getByRole('button', { name: '60 min' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('remembers within the page that somebody invites everybody at once', async () => {
    const first = showBookScreen(ROOMS);
    await first.user.click(screen.getByRole('switch', { name: 'Invite everybody at once' }));
    first.unmount();
    const second = showBookScreen(ROOMS);
    const toggle = screen.getByRole('switch', { name: 'Invite everybody at once' });
    expect(toggle).toBeChecked();
    await sendTo('Boardroom', second.user);
    expect(only(second.sent).request.inviteAtOnce).toBe(true);
  });
});

describe('BookScreen: sending', () => {
  it('shows who is mailed now and who after the room said yes; Back sends nothing', async () => {
    const { user, sent } = showBookScreen(ROOMS);
    await user.type(
      screen.getByRole('textbox', { name: 'People to invite' }),
      'Sam Visser <sam@contoso.example>{Enter}',
    );
    await user.click(await findBook('Boardroom'));
    const dialog = await screen.findByRole('dialog', { name: 'Book Boardroom?' });
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
    const question = await screen.findByRole('alertdialog', { name: 'The booking is not settled yet' });
    await user.click(within(question).getByRole('button', { name: 'Stay' }));
    expect(done).toEqual([]);
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
