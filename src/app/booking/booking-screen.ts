/** The state of a booking as it is shown, and those who watch it. */
import type { Booking, BookingState } from '../../domain/booking/booking.ts';

/** What may still be shown once the user has cancelled; what else a stage reports of its progress is over. */
const AFTER_CANCEL = new Set<BookingState['phase']>(['releasing', 'declined', 'cancelled', 'failed']);

export interface BookingScreen extends Pick<Booking, 'state' | 'subscribe'> {
  readonly show: (state: BookingState) => void;
}

export function createBookingScreen(first: BookingState, cancelled: AbortSignal): BookingScreen {
  let state = first;
  const listeners = new Set<(state: BookingState) => void>();
  return {
    state: () => state,
    show: (next) => {
      if (cancelled.aborted && !AFTER_CANCEL.has(next.phase)) return;
      state = next;
      for (const listener of [...listeners]) listener(next);
    },
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
  };
}
