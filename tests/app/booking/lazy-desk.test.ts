import { createBookingDesk } from '../../../src/app/booking-desk.ts';
import { createLazyDesk } from '../../../src/app/lazy-desk.ts';
import type { BookingDesk } from '../../../src/app/booking-desk.ts';
import type { Booking } from '../../../src/domain/booking/booking.ts';
import { littleCalendar, toRequest, toRoom, until } from '../../support/little-calendar.ts';

const room = toRoom('plain');

/** A desk whose code arrives when the test says so. */
function slowDesk(calls: Parameters<typeof createBookingDesk>[0]) {
  let arrive: () => void = () => {};
  let fail: (error: Error) => void = () => {};
  const desk = createLazyDesk(
    () =>
      new Promise<BookingDesk>((done, refuse) => {
        arrive = () => done(createBookingDesk(calls));
        fail = refuse;
      }),
  );
  return { desk, arrive: () => arrive(), fail: (error: Error) => fail(error) };
}
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

describe('createLazyDesk', () => {
  it('shows a booking as on its way until the code is there, then carries it through', async () => {
    const { calls, list } = littleCalendar();
    const { desk, arrive } = slowDesk(calls);
    const booking = desk.bookRoom(toRequest(), room, []);
    expect(booking.state()).toEqual({ phase: 'sending', room });
    expect(list()).toEqual([]);
    arrive();
    await until(booking, 'booked');
    expect(list()).toHaveLength(1);
  });

  it('E01 gives the same wish the same booking, before the code is there and after', async () => {
    const { calls, list } = littleCalendar({ answer: null });
    const { desk, arrive } = slowDesk(calls);
    const first = desk.bookRoom(toRequest(), room, []);
    expect(desk.bookRoom(toRequest(), room, [])).toBe(first);
    arrive();
    await settle();
    expect(desk.bookRoom(toRequest(), room, [])).toBe(first);
    expect(list()).toHaveLength(1);
    first.cancel();
    await until(first, 'cancelled');
  });

  it('sends nothing of a booking that was cancelled before the code was there', async () => {
    const { calls, list } = littleCalendar();
    const { desk, arrive } = slowDesk(calls);
    const booking = desk.bookRoom(toRequest(), room, []);
    booking.cancel();
    arrive();
    await settle();
    expect(booking.state()).toMatchObject({ phase: 'failed', left: 'nothing', failure: { code: 'cancelled' } });
    expect(list()).toEqual([]);
  });

  it('says that nothing was sent where the code can’t be loaded, and loads it again on retry', async () => {
    const { calls, list } = littleCalendar();
    const { desk, arrive, fail } = slowDesk(calls);
    const booking: Booking = desk.bookRoom(toRequest(), room, []);
    fail(new Error('chunk'));
    await until(booking, 'failed');
    expect(booking.state()).toMatchObject({ left: 'nothing' });
    booking.retry();
    await settle();
    arrive();
    await until(booking, 'booked');
    expect(list()).toHaveLength(1);
  });
});
