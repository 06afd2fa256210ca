import { createBookingDesk } from '../../src/app/booking-desk.ts';
import type { Booking } from '../../src/domain/booking/booking.ts';
import { littleCalendar, toRequest, toRoom, until } from '../support/little-calendar.ts';

const room = toRoom('plain');
const watch = (booking: Booking | undefined): Booking => {
  if (booking === undefined) throw new Error('no booking');
  return booking;
};

describe('createBookingDesk', () => {
  it('E01 begins a booking once, however often it is asked for while it is under way', async () => {
    const { calls, list } = littleCalendar();
    const desk = createBookingDesk(calls);
    const first = desk.bookRoom(toRequest(), room, []);
    expect(desk.bookRoom(toRequest(), { ...room, address: 'PLAIN@contoso.example' }, [])).toBe(first);
    await until(first, 'booked');
    expect(list()).toHaveLength(1);
  });

  it('takes another room, or another time, for another booking', () => {
    const { calls } = littleCalendar({ answer: null });
    const desk = createBookingDesk(calls);
    const first = desk.bookRoom(toRequest(), room, []);
    const other = desk.bookRoom(toRequest(), toRoom('other'), []);
    const later = desk.bookRoom(toRequest({ end: toRequest().end.add({ hours: 1 }) }), room, []);
    expect(new Set([first, other, later]).size).toBe(3);
    [first, other, later].forEach((booking) => booking.cancel());
  });

  it('finds the booking of this page for a hold that the agenda shows meanwhile', async () => {
    const { calls, list } = littleCalendar({ answer: null });
    const desk = createBookingDesk(calls);
    const booking = desk.bookRoom(toRequest(), room, []);
    await until(booking, 'asking');
    const [hold] = list();
    expect(hold && desk.resumeHold(hold)).toBe(booking);
    booking.cancel();
    await until(booking, 'cancelled');
  });

  it('hands back a booking that failed, so that it can be tried again', async () => {
    const { calls, faults, list } = littleCalendar({ answer: null });
    const desk = createBookingDesk(calls);
    const booking = desk.bookRoom(toRequest(), room, []);
    await until(booking, 'asking');
    const [hold] = list();
    faults.push({ on: 'deleteEvent', code: 'offline' });
    booking.cancel();
    await until(booking, 'failed');
    const again = watch(hold && desk.resumeHold(hold));
    expect(again).toBe(booking);
    again.retry();
    await until(again, 'cancelled');
    expect(list()).toEqual([]);
  });
});
