/** Follows a booking under way; undefined while there is none. */
import { useCallback, useSyncExternalStore } from 'react';
import type { Booking, BookingState } from '../../domain/booking/booking.ts';

const nothing = (): void => {};

export function useBooking(booking: Booking | undefined): BookingState | undefined {
  const subscribe = useCallback((onChange: () => void) => booking?.subscribe(onChange) ?? nothing, [booking]);
  return useSyncExternalStore(subscribe, () => booking?.state());
}
