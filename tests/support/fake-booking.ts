/** A booking whose course a test decides. */
import type { Booking, BookingState } from '../../src/domain/booking/booking.ts';

export interface FakeBooking extends Booking {
  readonly go: (state: BookingState) => void;
  /** What the screen asked for, in order. */
  readonly asked: string[];
}

export function fakeBooking(first: BookingState): FakeBooking {
  let state = first;
  const listeners = new Set<(state: BookingState) => void>();
  const asked: string[] = [];
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    keepAsking: () => void asked.push('keepAsking'),
    inviteNow: () => void asked.push('inviteNow'),
    tryAnother: () => void asked.push('tryAnother'),
    tried: () => [],
    cancel: () => void asked.push('cancel'),
    retry: () => void asked.push('retry'),
    go: (next) => {
      state = next;
      for (const listener of listeners) listener(next);
    },
    asked,
  };
}
