import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { BookingState, Receipt } from '../../../src/domain/booking/booking.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { BookingProgress, type BookingProgressProps } from '../../../src/ui/booking/booking-progress.tsx';
import { findAxeViolations } from '../../support/axe.ts';
import { makeRoom } from '../../support/make-room.ts';
import { instant } from '../../support/screen-events.ts';
import { showScreen } from '../../support/show-screen.tsx';

const room = makeRoom('Boardroom');
const next = makeRoom('Garden');
const since = instant('2026-11-23T09:00:00Z');
const now = instant('2026-11-23T09:00:12Z');
const eventId = 'event-1';
const receipt: Receipt = {
  ownEvent: { outcome: 'gone', at: instant('2026-11-23T09:02:14Z') },
  room: { outcome: 'free', at: instant('2026-11-23T09:02:15Z') },
};

function show(state: BookingState, about: Partial<BookingProgressProps> = {}) {
  const asked: string[] = [];
  const note = (name: string) => (detail?: unknown) =>
    void asked.push(typeof detail === 'string' ? `${name} ${detail}` : name);
  const props: BookingProgressProps = {
    state,
    now,
    manner: { peopleCount: 5, inviteAtOnce: false, existing: false },
    onKeepAsking: note('keepAsking'),
    onInviteNow: note('inviteNow'),
    onCancel: note('cancel'),
    onRetry: note('retry'),
    onTryNext: (other) => void asked.push(`tryNext ${other.name}`),
    onChooseOther: note('chooseOther'),
    onOpen: note('open'),
    onDone: note('done'),
    ...about,
  };
  const shown = showScreen(<BookingProgress {...props} />);
  return {
    asked,
    again: (changed: Partial<BookingProgressProps>) => shown.rerender(<BookingProgress {...props} {...changed} />),
  };
}

const buttons = (): readonly (string | null)[] => screen.getAllByRole('button').map((button) => button.textContent);

describe('BookingProgress', () => {
  it.each<[string, BookingState, readonly string[], readonly string[]]>([
    [
      'sending',
      { phase: 'sending', room },
      ['Putting a hold in your calendar…', 'Nobody is invited yet.'],
      ['Cancel booking'],
    ],
    [
      'asking',
      { phase: 'asking', room, eventId, since, overdue: false },
      ['Asking the room…', 'Nobody is invited yet.'],
      ['Cancel booking'],
    ],
    [
      'overdue',
      { phase: 'asking', room, eventId, since, overdue: true },
      ['The room has not answered yet.'],
      ['Keep asking', 'Invite now, room unconfirmed', 'Cancel booking'],
    ],
    [
      'awaiting approval',
      { phase: 'awaitingApproval', room, eventId, since },
      ['Somebody has to approve this booking.'],
      ['Keep asking', 'Invite now, room unconfirmed', 'Cancel booking'],
    ],
    [
      'waiting',
      { phase: 'waiting', room, until: instant('2026-11-23T09:00:30Z') },
      ['Microsoft 365 asks for patience. It goes on at 10:00.'],
      ['Cancel booking'],
    ],
    [
      'checking',
      { phase: 'checking', room },
      ['The connection broke. Checking what reached your calendar…'],
      ['Cancel booking'],
    ],
    [
      'booked',
      { phase: 'booked', room, eventId, online: 'none' },
      ['Booked: the room said yes.', '5 people are invited.'],
      ['Done', 'Open in Outlook'],
    ],
    [
      'E20 booked without its Teams link',
      { phase: 'booked', room, eventId, online: 'missing' },
      ['Booked: the room said yes.', 'The Teams meeting could not be added.'],
      ['Done', 'Open in Outlook'],
    ],
    [
      'invited unconfirmed',
      { phase: 'invitedUnconfirmed', room, eventId },
      ['Everybody is invited, but the room has not said yes yet.'],
      ['Done', 'Open in Outlook'],
    ],
    [
      'declined, cause known',
      { phase: 'declined', room, refusal: { kind: 'taken', known: true }, receipt, next },
      ['The room said no.', 'Cause: it is taken at this time'],
      ['Receipt', 'Try Garden', 'Choose another room', 'Done'],
    ],
    [
      'E09 declined, cause likely',
      { phase: 'declined', room, refusal: { kind: 'tooLong', known: false }, receipt, next },
      ['The room said no.', 'Likely cause: longer than it allows'],
      ['Receipt', 'Try Garden', 'Choose another room', 'Done'],
    ],
    [
      'declined, no other room',
      { phase: 'declined', room, refusal: { kind: 'unknown', known: false }, receipt },
      ['The room gave no cause we can read', 'No other free room fits this time.'],
      ['Receipt', 'Choose another room', 'Done'],
    ],
    [
      'cancelled',
      { phase: 'cancelled', room, receipt },
      ['Cancelled. What was made is taken back.'],
      ['Receipt', 'Choose another room', 'Done'],
    ],
    [
      'failed with nothing left',
      { phase: 'failed', room, failure: new Failure('offline'), left: 'nothing' },
      ['This did not work.', 'There is no network connection.', 'Nothing of it is in your calendar.'],
      ['Try again', 'Choose another room', 'Done'],
    ],
    [
      'failed with a hold left',
      { phase: 'failed', room, failure: new Failure('timeout', { requestId: '7f3c' }), left: 'hold' },
      ['A hold is still in your calendar.', 'request 7f3c'],
      ['Try again', 'Take back', 'Done'],
    ],
    [
      'failed with an unknown rest',
      { phase: 'failed', room, failure: new Failure('timeout'), left: 'unknown' },
      ['A hold may still be in your calendar.'],
      ['Try again', 'Take back', 'Done'],
    ],
  ])('says %s and what can be done', async (_name, state, sentences, actions) => {
    show(state);
    expect(screen.getByRole('heading', { name: 'Boardroom' })).toBeInTheDocument();
    for (const sentence of sentences) expect(screen.getByRole('status')).toHaveTextContent(sentence);
    expect(buttons()).toEqual(actions);
    expect(await findAxeViolations()).toEqual([]);
  });

  it.each<[string, BookingState, string]>([
    ['inviting', { phase: 'inviting', room, eventId }, 'The room said yes. Inviting 5 people…'],
    ['releasing', { phase: 'releasing', room }, 'Taking it back…'],
  ])('lets nothing be pressed while %s', (_name, state, sentence) => {
    show(state);
    expect(screen.getByRole('status')).toHaveTextContent(sentence);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('never says booked while the room is only asked', () => {
    show({ phase: 'asking', room, eventId, since, overdue: true });
    expect(screen.queryByText(/booked/iu)).toBeNull();
  });

  it('counts the seconds outside of what is read aloud', () => {
    show({ phase: 'asking', room, eventId, since, overdue: false });
    expect(screen.getByText('12 s')).toBeInTheDocument();
    expect(screen.getByRole('status')).not.toHaveTextContent('12 s');
  });

  it('says the seconds until the next try when Graph asked to wait', () => {
    show({ phase: 'waiting', room, until: instant('2026-11-23T09:00:30Z') });
    expect(screen.getByText('Next try in 18 s')).toBeInTheDocument();
  });

  it('unfolds the receipt with the times in seconds', async () => {
    show({ phase: 'cancelled', room, receipt });
    await userEvent.click(screen.getByRole('button', { name: 'Receipt' }));
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Your calendar: event gone 10:02:14',
      'The room: free as before 10:02:15',
      'Deleted Items may hold a copy.',
    ]);
  });

  it('does not claim that all is taken back when the event is still there', () => {
    show({ phase: 'cancelled', room, receipt: { ...receipt, ownEvent: { ...receipt.ownEvent, outcome: 'left' } } });
    expect(screen.getByRole('status')).toHaveTextContent('Cancelled, but not all of it could be taken back.');
  });

  it('says of an existing meeting that its people know of it, and invites nobody', () => {
    show(
      { phase: 'asking', room, eventId, since, overdue: false },
      { manner: { peopleCount: 5, inviteAtOnce: false, existing: true } },
    );
    expect(screen.getByRole('status')).toHaveTextContent('The people of the meeting know of it already.');
  });

  it('does not say that nobody is invited when everybody was mailed at once', () => {
    show(
      { phase: 'asking', room, eventId, since, overdue: false },
      { manner: { peopleCount: 5, inviteAtOnce: true, existing: false } },
    );
    expect(screen.getByRole('status')).not.toHaveTextContent('Nobody is invited yet.');
  });

  it('hands every choice on', async () => {
    const { asked, again } = show({ phase: 'asking', room, eventId, since, overdue: true });
    for (const name of ['Keep asking', 'Invite now, room unconfirmed', 'Cancel booking']) {
      await userEvent.click(screen.getByRole('button', { name }));
    }
    again({ state: { phase: 'declined', room, refusal: { kind: 'taken', known: true }, receipt, next } });
    await userEvent.click(screen.getByRole('button', { name: 'Try Garden' }));
    again({ state: { phase: 'failed', room, failure: new Failure('timeout'), left: 'hold' } });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await userEvent.click(screen.getByRole('button', { name: 'Take back' }));
    again({ state: { phase: 'booked', room, eventId, online: 'none' } });
    await userEvent.click(screen.getByRole('button', { name: 'Open in Outlook' }));
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(asked).toEqual([
      'keepAsking',
      'inviteNow',
      'cancel',
      'tryNext Garden',
      'retry',
      'cancel',
      'open event-1',
      'done',
    ]);
  });

  it('keeps the focus in the card when the pressed button has gone', async () => {
    const { again } = show({ phase: 'asking', room, eventId, since, overdue: false }, { takesFocus: true });
    const card = screen.getByRole('region', { name: 'Boardroom' });
    expect(card).toHaveFocus();
    await userEvent.click(within(card).getByRole('button', { name: 'Cancel booking' }));
    again({ state: { phase: 'releasing', room }, takesFocus: true });
    expect(card).toHaveFocus();
  });

  it('C09 isolates a room name that would turn the line around', () => {
    const name = '\u202eevil\u202c';
    show({ phase: 'declined', room, refusal: { kind: 'taken', known: true }, receipt, next: { ...next, name } });
    expect(
      within(screen.getByRole('button', { name: /^Try/u })).getByText(name, { normalizer: (text) => text }).tagName,
    ).toBe('BDI');
  });
});
