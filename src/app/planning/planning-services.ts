/** What planning writes: a meeting without a room; its code comes with that screen. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { checkBooking } from '../../domain/booking/check-booking.ts';
import { toOnlineEvent, type OnlineRequest } from '../../domain/booking/online-event.ts';
import { Failure } from '../../domain/failure.ts';
import { BOOKING_RULES } from '../booking/booking-rules.ts';
import type { BookingCalls } from '../booking/trip.ts';
import type { Way, Wish } from '../choose-transport.ts';
import { createEventCalls } from '../event-calls.ts';

export interface PlanningServices {
  /** A UUID for each wish; the same one for each try of it. */
  readonly newId: () => string;
  /** Mails everybody. However often it is tried under one id, there is one meeting. */
  readonly createMeeting: (request: OnlineRequest, transactionId: string) => Promise<CalendarEvent>;
}

interface PlanningSetup extends Pick<BookingCalls, 'now' | 'newId'> {
  readonly choose: (wish: Wish) => Promise<Way>;
  readonly patiently: <T>(run: () => Promise<T>) => Promise<T>;
}

/** A lost answer may have made it: then it is found, and nothing is sent twice. */
export function createPlanningServices({ choose, patiently, now, newId }: PlanningSetup): PlanningServices {
  const { createEvent, findEvent, readEvent } = createEventCalls({ choose, patiently });
  return {
    newId,
    createMeeting: async (request, transactionId) => {
      const { start, end, people, subject } = request;
      const check = checkBooking({ start, end, people, subject }, now());
      if (!check.ok) throw new Failure('bad_request', { path: check.reasons.join(',') });
      try {
        return await createEvent(toOnlineEvent(request, transactionId));
      } catch (error) {
        if (!BOOKING_RULES.isOpen(error)) throw error;
        const id = await findEvent({ window: { start, end }, transactionId });
        if (id === undefined) throw error;
        return readEvent(id);
      }
    },
  };
}
