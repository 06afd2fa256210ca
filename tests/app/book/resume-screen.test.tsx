import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ResumeScreen } from '../../../src/app/book/resume-screen.tsx';
import { writeHoldMark } from '../../../src/domain/booking/write-hold-mark.ts';
import { findAxeViolations } from '../../support/axe.ts';
import { fakeBooking } from '../../support/fake-booking.ts';
import { makeRoom } from '../../support/make-room.ts';
import { instant, makeEvent, timed } from '../../support/screen-events.ts';
import { fakeServices } from '../../support/screen-services.ts';
import { showScreen } from '../../support/show-screen.tsx';

const room = makeRoom('Boardroom');
const event = makeEvent({
  time: timed('2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z'),
  subject: 'HOLD · Stand-up',
  isOrganizer: true,
  holdMark: writeHoldMark({
    subject: 'Stand-up',
    people: [
      { name: 'Sam', address: 'sam@contoso.example', kind: 'required' },
      { name: 'Jo', address: 'jo@contoso.example', kind: 'required' },
    ],
    online: false,
    room: { address: room.address, name: room.name },
    startedAt: '2026-11-23T08:00:00Z',
    existing: false,
  }),
});

function show() {
  const booking = fakeBooking({
    phase: 'asking',
    room,
    eventId: event.id,
    since: instant('2026-11-23T08:47:00Z'),
    overdue: true,
  });
  const done: boolean[] = [];
  showScreen(
    <ResumeScreen
      services={fakeServices()}
      context={{
        mailbox: { zone: 'Europe/Amsterdam', graphZone: 'W. Europe Standard Time' },
        zoneIsGuessed: false,
        shifts: [],
        events: [event],
      }}
      event={event}
      booking={booking}
      onDone={(changed) => void done.push(changed)}
    />,
  );
  return { booking, done, user: userEvent.setup() };
}

describe('ResumeScreen', () => {
  it('E08 shows the meeting by its real subject and the room that has not answered', async () => {
    show();
    expect(screen.getByText('Stand-up')).toBeInTheDocument();
    expect(screen.getByText('The room has not answered yet.')).toBeInTheDocument();
    expect(screen.getByText('Nobody is invited yet.')).toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('finishes: says how many people are being invited, and then that all is booked', async () => {
    const { booking, done, user } = show();
    act(() => booking.go({ phase: 'inviting', room, eventId: event.id }));
    expect(screen.getByText('The room said yes. Inviting 2 people…')).toBeInTheDocument();
    act(() => booking.go({ phase: 'booked', room, eventId: event.id, online: 'none' }));
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(done).toEqual([true]);
  });

  it('asks before it is left unsettled', async () => {
    const { done, user } = show();
    await user.click(screen.getByRole('button', { name: 'Back to the agenda' }));
    await screen.findByRole('alertdialog');
    expect(done).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Leave' }));
    expect(done).toEqual([true]);
  });
});
