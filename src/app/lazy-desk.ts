/** Lets the code of bookings come when the first one begins: until then a stand-in shows that something is on its way. */
import type { Booking, BookingRequest, BookingState } from '../domain/booking/booking.ts';
import { parseHoldMark } from '../domain/booking/hold-mark.ts';
import { Failure } from '../domain/failure.ts';
import type { Room } from '../domain/rooms/room.ts';
import type { BookingDesk } from './booking-desk.ts';
import { toFailure } from './to-failure.ts';

interface Wish {
  readonly room: Room;
  /** What is in the calendar before anything was done here. */
  readonly left: 'nothing' | 'hold';
  readonly ready: () => Promise<BookingDesk>;
  readonly begin: (desk: BookingDesk) => Booking | undefined;
}

/** Begins once the desk is there; a cancel before that leaves a new booking unsent, and is passed on to a hold that was `left`. */
function createStandIn({ room, left, ready, begin }: Wish): Booking {
  let inner: Booking | undefined;
  let isCancelled = false;
  let state: BookingState = { phase: 'sending', room };
  const listeners = new Set<(state: BookingState) => void>();
  const show = (next: BookingState): void => {
    state = next;
    for (const listener of listeners) listener(next);
  };
  const fail = (failure: Failure): void => show({ phase: 'failed', room, failure, left });
  const start = async (): Promise<void> => {
    try {
      const desk = await ready();
      if (isCancelled && left === 'nothing') return;
      const opened = begin(desk);
      if (opened === undefined) return fail(new Failure('gone'));
      inner = opened;
      opened.subscribe(show);
      show(opened.state());
      if (isCancelled) opened.cancel();
    } catch (error) {
      fail(toFailure(error));
    }
  };
  const again = (): void => {
    isCancelled = false;
    show({ phase: 'sending', room });
    void start();
  };
  void start();
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keepAsking: () => inner?.keepAsking(),
    inviteNow: () => inner?.inviteNow(),
    tryAnother: () => inner?.tryAnother(),
    tried: () => inner?.tried() ?? [],
    dates: () => inner?.dates?.() ?? [],
    wishes: () => inner?.wishes?.() ?? [],
    resolve: (dates) => inner?.resolve?.(dates),
    cancel: () => {
      if (inner !== undefined) return inner.cancel();
      isCancelled = true;
      if (left === 'hold') show({ phase: 'releasing', room });
      else fail(new Failure('cancelled'));
    },
    retry: () => (inner === undefined ? again() : inner.retry()),
  };
}

const toKey = (request: BookingRequest, room: Room): string =>
  [
    room.address.toLowerCase(),
    request.twin?.room.address.toLowerCase() ?? '',
    request.start,
    request.end,
    request.existing?.id ?? '',
  ].join(' ');

/** `load` is asked until it answers once. The same wish gets the same booking, before the desk is there and after. */
export function createLazyDesk(load: () => Promise<BookingDesk>): BookingDesk {
  let desk: BookingDesk | undefined;
  const waiting = new Map<string, Booking>();
  const standIns = new WeakMap<Booking, Booking>();
  const ready = async (): Promise<BookingDesk> => (desk ??= await load());
  const standIn = (key: string, wish: Omit<Wish, 'ready'>): Booking => {
    const known = waiting.get(key);
    if (known !== undefined) return known;
    const mine = createStandIn({
      ...wish,
      ready,
      begin: (opened) => {
        const inner = wish.begin(opened);
        if (inner !== undefined) standIns.set(inner, mine);
        return inner;
      },
    });
    waiting.set(key, mine);
    return mine;
  };
  const toShown = (inner: Booking): Booking => standIns.get(inner) ?? inner;
  return {
    bookRoom: (request, room, alternatives) =>
      desk === undefined
        ? standIn(toKey(request, room), {
            room,
            left: 'nothing',
            begin: (opened) => opened.bookRoom(request, room, alternatives),
          })
        : toShown(desk.bookRoom(request, room, alternatives)),
    resumeHold: (event) => {
      if (desk !== undefined) {
        const found = desk.resumeHold(event);
        return found && toShown(found);
      }
      const mark = parseHoldMark(event.holdMark ?? '');
      if (mark === undefined) return undefined;
      const room: Room = { ...mark.room, bookingType: 'unknown', equipment: [], tags: [] };
      return standIn(event.id, { room, left: 'hold', begin: (opened) => opened.resumeHold(event) });
    },
  };
}
