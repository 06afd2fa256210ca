/** The booking screen with plain functions around it: rooms, their calendars, and bookings whose course a test decides. */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BookScreen } from '../../src/app/book/book-screen.tsx';
import type { BookScreenProps } from '../../src/app/screens.ts';
import type { Services } from '../../src/app/services.ts';
import type { BookingRequest } from '../../src/domain/booking/booking.ts';
import type { FreeBusy } from '../../src/domain/rooms/free-busy.ts';
import type { Room } from '../../src/domain/rooms/room.ts';
import { type FakeBooking, fakeBooking } from './fake-booking.ts';
import { shiftAt } from './screen-events.ts';
import { fakeServices, fakeSession } from './screen-services.ts';
import { showScreen } from './show-screen.tsx';

export const free = (address: string): FreeBusy => ({ address, state: 'known', blocks: [] });

export interface Sent {
  readonly request: BookingRequest;
  readonly room: Room;
  readonly alternatives: readonly Room[];
  readonly booking: FakeBooking;
}

/** Alex is in HQ today from 8 to 17; the mailbox's zone is one hour ahead of UTC. */
const CONTEXT: BookScreenProps['context'] = {
  mailbox: { zone: 'Europe/Amsterdam', graphZone: 'W. Europe Standard Time', hourCycle: 'h23' },
  zoneIsGuessed: false,
  ownAddress: 'alex@contoso.example',
  shifts: [shiftAt('2026-11-23T07:00:00Z', '2026-11-23T16:00:00Z', { place: { kind: 'office', building: 'HQ' } })],
  events: [],
};

export function showBookScreen(
  rooms: readonly Room[] | Services['listRooms'],
  about: Partial<BookScreenProps> & { readonly with?: Partial<Services> } = {},
) {
  const sent: Sent[] = [];
  const done: boolean[] = [];
  const { with: changes, ...props } = about;
  const services = fakeServices({
    listRooms: typeof rooms === 'function' ? rooms : () => Promise.resolve(rooms),
    readFreeBusy: (addresses) => Promise.resolve(addresses.map(free)),
    bookRoom: (request, room, alternatives) => {
      const booking = fakeBooking({ phase: 'sending', room });
      sent.push({ request, room, alternatives, booking });
      return booking;
    },
    ...changes,
  });
  const shown = showScreen(
    <BookScreen
      services={services}
      session={fakeSession()}
      context={CONTEXT}
      onDone={(changed) => void done.push(changed)}
      {...props}
    />,
  );
  return { ...shown, sent, done, user: userEvent.setup() };
}

/** The names of the free rooms, in their order on screen. */
export const offered = (): readonly (string | null)[] =>
  within(screen.getByRole('list', { name: 'Free rooms' }))
    .queryAllByRole('heading')
    .map((heading) => heading.textContent);

export const findBook = (room: string): Promise<HTMLElement> =>
  screen.findByRole('button', { name: `Book ${room}` }, { timeout: 10_000 });
