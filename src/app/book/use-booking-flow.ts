/** Leads from a chosen room over the list of who is mailed to a booking under way, and on to the next room. */
import { useRef, useState } from 'react';
import type { Booking, BookingRequest } from '../../domain/booking/booking.ts';
import { listRefusedRooms, withSecondRoom } from '../../domain/booking/pair-requests.ts';
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
  /** Begins at once, without a look at who is mailed: nobody is. */
  readonly begin: (intent: Intent) => void;
  readonly back: () => void;
  readonly send: (inTurn?: boolean) => void;
  /** `second`: of a pair the other room. */
  readonly tryNext: (next: Room, second?: Room) => void;
}

const CHOOSING: BookingStep = { step: 'choosing' };

/** One booking for each intent, however often and however fast a button is pressed. */
export function useBookingFlow(bookRoom: Services['bookRoom'], onBooked?: (room: Room) => void): BookingFlow {
  const [step, setStep] = useState<BookingStep>(CHOOSING);
  const [hasSent, setHasSent] = useState(false);
  // a second press arrives before the first one is on screen
  const begun = useRef<object>(undefined);

  const begin = (key: object, intent: Intent): void => {
    if (begun.current === key) return;
    begun.current = key;
    setHasSent(true);
    const booking = bookRoom(intent.request, intent.room, intent.alternatives);
    const leave = booking.subscribe((state) => {
      if (state.phase !== 'booked') return;
      leave();
      onBooked?.(state.room);
      if (state.twin !== undefined) onBooked?.(state.twin.room);
    });
    setStep({ step: 'booking', intent, booking });
  };

  return {
    step,
    hasSent,
    choose: (intent) => setStep((before) => (before.step === 'choosing' ? { step: 'confirming', intent } : before)),
    begin: (intent) => {
      if (step.step === 'choosing') begin(CHOOSING, intent);
    },
    back: () => {
      begun.current = undefined;
      setStep(CHOOSING);
    },
    send: (inTurn = false) => {
      if (step.step !== 'confirming') return;
      const { intent } = step;
      begin(intent, { ...intent, request: { ...intent.request, inTurn } });
    },
    tryNext: (next, second) => {
      if (step.step !== 'booking') return;
      const { request, room, alternatives } = step.intent;
      const { booking } = step;
      // of a pair only what refused is not asked again
      const refused = [booking.state(), ...booking.tried()].flatMap(listRefusedRooms);
      const asked = [...(request.twin === undefined ? [room] : []), next, ...refused];
      const tried = new Set(asked.map(({ address }) => address));
      const rest = alternatives.filter((other) => !tried.has(other.address));
      begin(step.booking, { request: withSecondRoom(request, second), room: next, alternatives: rest });
    },
  };
}
