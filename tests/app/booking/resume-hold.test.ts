import { resumeHold, runBooking } from '../../../src/app/booking/run-booking.ts';
import type { CalendarEvent } from '../../../src/domain/agenda/calendar-event.ts';
import { at, littleCalendar, toRequest, toRoom, until } from '../../support/little-calendar.ts';

/** A hold as a page left it that was closed while it waited. */
async function leaveHold(calendar: ReturnType<typeof littleCalendar>, more = {}): Promise<CalendarEvent> {
  const { answer } = calendar.world;
  calendar.world.answer = null;
  const left = runBooking(
    { ...calendar.calls, sleep: () => new Promise(() => {}) },
    { request: toRequest(more), room: toRoom('plain'), alternatives: [] },
  );
  await until(left, 'asking');
  calendar.world.answer = answer;
  const [event] = calendar.list();
  if (event === undefined) throw new Error('no hold');
  return event;
}

describe('resumeHold', () => {
  it('finishes a hold whose room has accepted', async () => {
    const calendar = littleCalendar({ answer: [0, 'accepted'] });
    const booking = resumeHold(calendar.calls, await leaveHold(calendar));
    if (booking === undefined) throw new Error('not a hold');
    await until(booking, 'booked');
    expect(calendar.list()[0]).toMatchObject({ subject: 'Design review' });
    expect(calendar.list()[0]?.attendees).toHaveLength(2);
  });

  it('takes back a hold whose room has declined', async () => {
    const calendar = littleCalendar({ answer: [0, 'declined'] });
    const booking = resumeHold(calendar.calls, await leaveHold(calendar));
    if (booking === undefined) throw new Error('not a hold');
    await until(booking, 'declined');
    expect(calendar.list()).toEqual([]);
  });

  it('asks on while the room has not answered', async () => {
    const calendar = littleCalendar({ answer: null });
    const event = await leaveHold(calendar);
    const booking = resumeHold(calendar.calls, event);
    expect(booking?.state()).toMatchObject({ phase: 'asking', eventId: event.id, room: { name: 'plain' } });
    booking?.cancel();
    if (booking) await until(booking, 'cancelled');
    expect(calendar.list()).toEqual([]);
  });

  it('takes back a hold whose time has passed', async () => {
    const calendar = littleCalendar({ answer: [0, 'accepted'] });
    const event = await leaveHold(calendar);
    const late = { ...calendar.calls, now: () => at('11:00') };
    const booking = resumeHold(late, event);
    if (booking) await until(booking, 'cancelled');
    expect(calendar.list()).toEqual([]);
  });

  it('settles a hold once, though two windows take it up', async () => {
    const calendar = littleCalendar({ answer: [0, 'accepted'] });
    const event = await leaveHold(calendar);
    const both = [resumeHold(calendar.calls, event), resumeHold(calendar.calls, event)];
    await Promise.all(both.flatMap((booking) => (booking ? [until(booking, 'booked')] : [])));
    expect(calendar.patches).toHaveLength(1);
  });

  it.each([undefined, '', 'garbage', '{"v":99}', '{"__proto__":{}}'])(
    'leaves an event with the mark %s alone',
    (holdMark) => {
      const { calls, plant } = littleCalendar();
      expect(resumeHold(calls, plant(holdMark === undefined ? {} : { holdMark }))).toBeUndefined();
    },
  );

  it('leaves a marked event alone that somebody else organizes', async () => {
    const calendar = littleCalendar({ answer: null });
    const event = await leaveHold(calendar);
    expect(resumeHold(calendar.calls, { ...event, isOrganizer: false })).toBeUndefined();
  });
});
