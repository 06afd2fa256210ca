/** Asks one room after the other: three at most where the person wanted that, and one more each time they ask for another. */
import type { BookingState, TriedRoom } from '../../domain/booking/booking.ts';
import { listRefusedRooms, withSecondRoom } from '../../domain/booking/pair-requests.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { isSame } from './booking-rules.ts';
import { type BookingWish, type RunningBooking, runBooking } from './run-booking.ts';
import type { BookingCalls } from './trip.ts';

/** Rooms asked before the person is asked again. */
export const MOST_IN_TURN = 3;

type Declined = Extract<BookingState, { phase: 'declined' }>;

/** One booking on screen, whichever room it has come to. */
export function runInTurn(calls: BookingCalls, wish: BookingWish): RunningBooking {
  let { request } = wish;
  let inner = runBooking(calls, wish);
  let tried: readonly TriedRoom[] = [];
  let left = request.inTurn === true ? MOST_IN_TURN - 1 : 0;
  let isOver = false;
  const listeners = new Set<(state: BookingState) => void>();
  const tell = (state: BookingState): void => {
    for (const listener of [...listeners]) listener(state);
  };
  const goOn = ({ room, refusal, receipt, twin }: Declined, next: Room): void => {
    left -= 1;
    tried = [...tried, { room, refusal, receipt, ...(twin ? { twin } : {}) }];
    // of a pair only what refused is not asked again
    const asked = [next, ...tried.flatMap(listRefusedRooms)];
    request = withSecondRoom(request, twin?.next);
    const alternatives = wish.alternatives.filter(({ address }) => !asked.some((one) => isSame(one.address, address)));
    inner = runBooking(calls, { request, room: next, alternatives });
    follow();
    tell(inner.state());
  };
  const follow = (): void => {
    const mine = inner;
    const stop = mine.subscribe((state) => {
      const isNext = state.phase === 'declined' && state.next !== undefined && left > 0 && !isOver;
      if (!isNext) return tell(state);
      stop();
      goOn(state, state.next);
    });
  };
  follow();
  return {
    ...{ request: wish.request, room: wish.room },
    state: () => inner.state(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    eventId: () => inner.eventId(),
    isSettled: () => inner.isSettled(),
    tried: () => tried,
    keepAsking: () => inner.keepAsking(),
    inviteNow: () => inner.inviteNow(),
    tryAnother: () => {
      left = Math.max(left, 1);
      inner.tryAnother();
    },
    cancel: () => {
      isOver = true;
      inner.cancel();
    },
    retry: () => {
      isOver = false;
      inner.retry();
    },
  };
}
