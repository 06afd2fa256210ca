/** Asks before a booking that is not settled is left, within the page and when the page itself is left. */
import { useRef, useState } from 'react';
import type { Booking } from '../../domain/booking/booking.ts';
import { isUnsettled } from '../../ui/booking/progress-words.ts';
import { useBooking } from './use-booking.ts';
import { useLeaveWarning } from './use-leave-warning.ts';

export interface LeaveGuard {
  readonly isAsking: boolean;
  /** Leaves, or asks first. */
  readonly leave: () => void;
  readonly stay: () => void;
}

export function useLeaveGuard(booking: Booking | undefined, onLeave: () => void): LeaveGuard {
  const state = useBooking(booking);
  const isOpen = state !== undefined && isUnsettled(state);
  const [isAsking, setAsking] = useState(false);
  const asker = useRef<Element | null>(null);
  useLeaveWarning(isOpen);
  return {
    isAsking,
    leave: () => {
      if (!isOpen || isAsking) {
        onLeave();
        return;
      }
      asker.current = document.activeElement;
      setAsking(true);
    },
    stay: () => {
      setAsking(false);
      if (asker.current instanceof HTMLElement) asker.current.focus();
    },
  };
}
