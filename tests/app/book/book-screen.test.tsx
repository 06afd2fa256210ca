import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { keepInvitePreference } from '../../../src/app/book/invite-preference.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { findBook, offered, showBookScreen, type Sent } from '../../support/book-stage.tsx';
import { makeRoom } from '../../support/make-room.ts';

const boardroom = makeRoom('Boardroom', { capacity: 8, building: 'HQ', floorNumber: 3, teamsEnabled: true });
const garden = makeRoom('Garden', { capacity: 10, building: 'HQ' });
const north = makeRoom('North', { capacity: 4, building: 'North' });
const ROOMS = [north, garden, boardroom];

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
    expect(
      await screen.findByText('Some rooms’ calendars did not answer.', {}, { timeout: 10_000 }),
    ).toBeInTheDocument();
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
    await findBook('North');
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
  });

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

describe('BookScreen: a room by its address', () => {
  it('takes it for the room that the directory knows, and never books a reserved one', async () => {
    const desk = makeRoom('Desk', { bookingType: 'reserved' });
    const { sent, user } = showBookScreen([...ROOMS, desk]);
    await findBook('Boardroom');
    await user.click(screen.getByRole('button', { name: 'Book a room by its address' }));
    const field = screen.getByLabelText('The room’s e-mail address');
    await user.type(field, 'Desk@contoso.example');
    await user.click(screen.getByRole('button', { name: 'Book this room' }));
    expect(await screen.findByText('can’t be booked: first come, first served')).toBeInTheDocument();
    await user.clear(field);
    await user.type(field, 'North@contoso.example');
    await user.click(screen.getByRole('button', { name: 'Book this room' }));
    await user.click(await screen.findByRole('button', { name: 'Send' }));
    expect(only(sent).room).toEqual(north);
  });
});
