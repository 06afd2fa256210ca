/** Keeps the bookings of this page, so that none is begun twice and a hold in the calendar finds the booking that made it. */
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import type { Booking, BookingRequest } from '../domain/booking/booking.ts';
import type { Room } from '../domain/rooms/room.ts';
import { isSame } from './booking/booking-rules.ts';
import { type BookingWish, type RunningBooking, resumeHold, runBooking } from './booking/run-booking.ts';
import { runInTurn } from './booking/run-in-turn.ts';
import type { BookingCalls } from './booking/trip.ts';

export interface BookingDesk {
  readonly bookRoom: (request: BookingRequest, room: Room, alternatives: readonly Room[]) => Booking;
  readonly resumeHold: (event: CalendarEvent) => Booking | undefined;
}

const sameTime = (a: BookingRequest, b: BookingRequest): boolean => a.start.equals(b.start) && a.end.equals(b.end);

export function createBookingDesk(calls: BookingCalls): BookingDesk {
  let kept: RunningBooking[] = [];
  const keep = (booking: RunningBooking): RunningBooking => {
    kept = [...kept, booking];
    return booking;
  };
  const isWish = (one: RunningBooking, request: BookingRequest, room: Room): boolean =>
    !one.isSettled() &&
    isSame(one.room.address, room.address) &&
    isSame(one.request.twin?.room.address ?? '', request.twin?.room.address ?? '') &&
    sameTime(one.request, request) &&
    one.request.existing?.id === request.existing?.id;
  // of a series no other room is asked in its place: its dates are resolved one by one
  const run = (wish: BookingWish): RunningBooking =>
    wish.request.series === undefined ? runInTurn(calls, wish) : runBooking(calls, wish);
  return {
    bookRoom: (request, room, alternatives) =>
      kept.find((one) => isWish(one, request, room)) ?? keep(run({ request, room, alternatives })),
    resumeHold: (event) => {
      const mine = kept.find((one) => [event.id, event.seriesMasterId].includes(one.eventId() ?? ''));
      // settled and yet marked: what failed here, or was begun anew elsewhere, is taken up again
      if (mine !== undefined && (!mine.isSettled() || mine.state().phase === 'failed')) return mine;
      const found = resumeHold(calls, event);
      return found && keep(found);
    },
  };
}
