/** Leads from a chosen room over the list of who is mailed to a booking under way, and on to the next room. */
import { useRef, useState } from 'react';
import type { Booking, BookingRequest } from '../../domain/booking/booking.ts';
import type { Room } from '../../domain/rooms/room.ts';
import type { Services } from '../services.ts';

export interface Intent {
  readonly request: BookingRequest;
  readonly room: Room;
  /** The next free rooms in order. */
  readonly alternatives: readonly Room[];
}

export type BookingStep =
  | { readonly step: 'choosing' }
  | { readonly step: 'confirming'; readonly intent: Intent }
  | { readonly step: 'booking'; readonly intent: Intent; readonly booking: Booking };

export interface BookingFlow {
  readonly step: BookingStep;
  /** Something was sent since the screen opened: the agenda may have changed. */
  readonly hasSent: boolean;
  readonly choose: (intent: Intent) => void;
  readonly back: () => void;
  readonly send: () => void;
  readonly tryNext: (next: Room) => void;
}

const CHOOSING: BookingStep = { step: 'choosing' };

/** One booking for each intent, however often and however fast a button is pressed. */
export function useBookingFlow(bookRoom: Services['bookRoom']): BookingFlow {
  const [step, setStep] = useState<BookingStep>(CHOOSING);
  const [hasSent, setHasSent] = useState(false);
  // a second press arrives before the first one is on screen
  const begun = useRef<object>(undefined);

  const begin = (key: object, intent: Intent): void => {
    if (begun.current === key) return;
    begun.current = key;
    setHasSent(true);
    setStep({ step: 'booking', intent, booking: bookRoom(intent.request, intent.room, intent.alternatives) });
  };

  return {
    step,
    hasSent,
    choose: (intent) => setStep((before) => (before.step === 'choosing' ? { step: 'confirming', intent } : before)),
    back: () => setStep(CHOOSING),
    send: () => {
      if (step.step === 'confirming') begin(step.intent, step.intent);
    },
    tryNext: (next) => {
      if (step.step !== 'booking') return;
      const { request, room, alternatives } = step.intent;
      const tried = new Set([room.address, next.address]);
      const rest = alternatives.filter((other) => !tried.has(other.address));
      begin(step.booking, { request, room: next, alternatives: rest });
    },
  };
}
