import { runBooking } from '../../../src/app/booking/run-booking.ts';
import { HOLD_PREFIX } from '../../../src/domain/booking/hold-mark.ts';
import { littleCalendar, toRequest, toRoom, until } from '../../support/little-calendar.ts';

const room = toRoom('plain');
const other = toRoom('other');
const wish = (more: Parameters<typeof toRequest>[0] = {}) => ({
  ...{ request: toRequest(more), room, alternatives: [room, other] },
});

describe('runBooking', () => {
  it('asks the room alone, and invites people only after it accepted', async () => {
    const { calls, patches, list } = littleCalendar();
    const booking = runBooking(calls, wish());
    await until(booking, 'asking');
    expect(list()[0]).toMatchObject({ subject: `${HOLD_PREFIX}Design review`, attendees: [{ kind: 'resource' }] });
    expect(await until(booking, 'booked')).toMatchObject({ phase: 'booked', online: 'none' });
    expect(patches).toHaveLength(1);
    expect(list()).toHaveLength(1);
    expect(list()[0]?.subject).toBe('Design review');
    expect(list()[0]?.attendees.map(({ address }) => address)).toEqual([
      'plain@contoso.example',
      'sam@contoso.example',
    ]);
    expect(list()[0]?.holdMark).toBeUndefined();
  });

  it('E10 looks at the room once more and sends nothing when it is taken meanwhile', async () => {
    const { calls, log } = littleCalendar({ busy: true });
    const state = await until(runBooking(calls, wish()), 'declined');
    expect(state.refusal).toEqual({ kind: 'taken', known: true });
    expect(state.receipt).toMatchObject({ ownEvent: { outcome: 'gone' }, room: { outcome: 'taken' } });
    expect(state.next).toEqual(other);
    expect(new Set(log)).toEqual(new Set(['readFreeBusy']));
  });

  it('E09 takes the hold back when the room declines, checks that it is gone, and offers the next room', async () => {
    const { calls, list } = littleCalendar({ answer: [2, 'declined'] });
    const state = await until(runBooking(calls, wish()), 'declined');
    expect(state.receipt).toMatchObject({ ownEvent: { outcome: 'gone' }, room: { outcome: 'free' } });
    expect(state.refusal.known).toBe(false);
    expect(state.next).toEqual(other);
    expect(list()).toEqual([]);
  });

  it('E02 finds the event of a POST whose answer was lost, and books once', async () => {
    const { calls, faults, list } = littleCalendar();
    faults.push({ on: 'createEvent', code: 'timeout', lost: true });
    const booking = runBooking(calls, wish());
    await until(booking, 'checking');
    await until(booking, 'booked');
    expect(list()).toHaveLength(1);
  });

  it('E03 says that nothing was sent when a POST failed, and sends it again under the same id', async () => {
    const { calls, faults, list } = littleCalendar();
    faults.push({ on: 'createEvent', code: 'timeout' });
    const booking = runBooking(calls, wish());
    expect(await until(booking, 'failed')).toMatchObject({ left: 'nothing', failure: { code: 'timeout' } });
    booking.retry();
    await until(booking, 'booked');
    expect(list()).toHaveLength(1);
  });

  it('E06 does not know what is left when it can’t look either, and sorts it out at the next try', async () => {
    const { calls, faults, list } = littleCalendar();
    faults.push({ on: 'createEvent', code: 'offline', lost: true }, { on: 'findEvent', code: 'offline' });
    const booking = runBooking(calls, wish());
    expect(await until(booking, 'failed')).toMatchObject({ left: 'unknown' });
    booking.retry();
    await until(booking, 'booked');
    expect(list()).toHaveLength(1);
  });

  it('E06 sends nothing without a connection', async () => {
    const { calls, faults, log } = littleCalendar();
    faults.push({ on: 'readFreeBusy', code: 'offline' });
    expect(await until(runBooking(calls, wish()), 'failed')).toMatchObject({ left: 'nothing' });
    expect(log).toEqual(['readFreeBusy']);
  });

  it.each([
    ['E15 an end before its start', { start: toRequest().end, end: toRequest().start }],
    ['E15 a start in the past', { start: toRequest().start.subtract({ hours: 48 }) }],
  ])('refuses %s before anything is asked', async (_name, more) => {
    const { calls, log } = littleCalendar();
    const state = await until(runBooking(calls, wish(more)), 'failed');
    expect(state).toMatchObject({ left: 'nothing', failure: { code: 'bad_request' } });
    expect(log).toEqual([]);
  });

  it('E22 keeps the wish when consent is missing', async () => {
    const { calls, faults } = littleCalendar();
    faults.push({ on: 'createEvent', code: 'consent_required' });
    const booking = runBooking(calls, wish());
    expect(await until(booking, 'failed')).toMatchObject({ left: 'nothing', failure: { code: 'consent_required' } });
    booking.retry();
    await until(booking, 'booked');
  });

  it('E08 lets the user choose after 45 s, and asks on when told to', async () => {
    const { calls, world } = littleCalendar({ answer: null });
    const booking = runBooking(calls, wish());
    const since = await untilOverdue(booking, true);
    const waited = calls.now().since(since).total('seconds');
    expect(waited).toBeGreaterThan(43);
    expect(waited).toBeLessThan(50);
    booking.keepAsking();
    await untilOverdue(booking, false);
    world.answer = [1, 'accepted'];
    await until(booking, 'booked');
  });

  it('invites without the room’s word when told to, and does not call it booked', async () => {
    const { calls, list } = littleCalendar({ answer: null });
    const booking = runBooking(calls, wish());
    await until(booking, 'asking');
    booking.inviteNow();
    await until(booking, 'invitedUnconfirmed');
    expect(list()[0]?.attendees).toHaveLength(2);
  });

  it('E08 says that somebody has to approve while the room answers tentatively, then takes its yes', async () => {
    const { calls, world } = littleCalendar({ answer: [2, 'tentative'] });
    const booking = runBooking(calls, wish());
    await until(booking, 'awaitingApproval');
    world.answer = [2, 'accepted'];
    await until(booking, 'booked');
  });

  it('E13 writes onto the event as it is now when it changed in Outlook meanwhile', async () => {
    const { calls, edit, list } = littleCalendar();
    const booking = runBooking(calls, wish());
    const { eventId } = await until(booking, 'inviting');
    edit(eventId, { subject: 'Renamed in Outlook' });
    await until(booking, 'booked');
    expect(list()[0]).toMatchObject({ subject: 'Renamed in Outlook' });
    expect(list()[0]?.attendees).toHaveLength(2);
  });

  it('does not invite twice when the answer to the invitation was lost', async () => {
    const { calls, faults, patches } = littleCalendar();
    faults.push({ on: 'updateEvent', code: 'timeout', lost: true });
    await until(runBooking(calls, wish()), 'booked');
    expect(patches).toHaveLength(1);
  });

  it('E12 ends quietly when somebody deleted the hold in Outlook', async () => {
    const { calls, remove } = littleCalendar({ answer: null });
    const booking = runBooking(calls, wish());
    const { eventId } = await until(booking, 'asking');
    remove(eventId);
    expect(await until(booking, 'cancelled')).toMatchObject({ receipt: { ownEvent: { outcome: 'gone' } } });
  });

  it('E20 reports a booking without its Teams link, and tries only that again', async () => {
    const { calls, world, patches } = littleCalendar();
    world.joinLinks = false;
    const booking = runBooking(calls, wish({ online: true }));
    expect(await until(booking, 'booked')).toMatchObject({ online: 'missing' });
    world.joinLinks = true;
    booking.retry();
    await until(booking, 'inviting');
    expect(await until(booking, 'booked')).toMatchObject({ online: 'made' });
    expect(patches.at(-1)).toEqual({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' });
  });

  it('E20 books without the Teams meeting when Graph refuses it', async () => {
    const { calls, faults } = littleCalendar();
    faults.push({ on: 'updateEvent', code: 'bad_request' });
    const state = await until(runBooking(calls, wish({ online: true })), 'booked');
    expect(state).toMatchObject({ online: 'missing' });
  });

  describe('cancel', () => {
    it('takes back a hold that waits for its room', async () => {
      const { calls, list } = littleCalendar({ answer: null });
      const booking = runBooking(calls, wish());
      await until(booking, 'asking');
      booking.cancel();
      expect(booking.state().phase).toBe('releasing');
      const state = await until(booking, 'cancelled');
      expect(state.receipt).toMatchObject({ ownEvent: { outcome: 'gone' }, room: { outcome: 'free' } });
      expect(list()).toEqual([]);
    });

    it('takes back what is still on its way', async () => {
      const { calls, list } = littleCalendar();
      const booking = runBooking(calls, wish());
      booking.cancel();
      await until(booking, 'cancelled');
      expect(list()).toEqual([]);
    });

    it('takes back a POST whose answer was lost', async () => {
      const { calls, faults, list } = littleCalendar();
      faults.push({ on: 'createEvent', code: 'timeout', lost: true }, { on: 'findEvent', code: 'offline' });
      const booking = runBooking(calls, wish());
      await until(booking, 'failed');
      expect(list()).toHaveLength(1);
      booking.cancel();
      await until(booking, 'cancelled');
      expect(list()).toEqual([]);
    });

    it('takes a meeting back although people are being invited', async () => {
      const { calls, list } = littleCalendar();
      const booking = runBooking(calls, wish());
      await until(booking, 'inviting');
      booking.cancel();
      await until(booking, 'cancelled');
      expect(list()).toEqual([]);
    });

    it('says what is left when it can’t be deleted, and tries again', async () => {
      const { calls, faults, list } = littleCalendar({ answer: null });
      const booking = runBooking(calls, wish());
      await until(booking, 'asking');
      faults.push({ on: 'deleteEvent', code: 'offline' });
      booking.cancel();
      expect(await until(booking, 'failed')).toMatchObject({ left: 'hold' });
      booking.retry();
      await until(booking, 'cancelled');
      expect(list()).toEqual([]);
    });

    it('does not report itself as done what it could not check', async () => {
      const { calls, faults } = littleCalendar({ answer: null });
      const booking = runBooking(calls, wish());
      await until(booking, 'asking');
      booking.cancel();
      faults.push({ on: 'readEvent', code: 'offline' }, { on: 'readFreeBusy', code: 'offline' });
      const { receipt } = await until(booking, 'cancelled');
      expect(receipt).toMatchObject({ ownEvent: { outcome: 'unchecked' }, room: { outcome: 'unchecked' } });
    });
  });

  describe('invite at once', () => {
    it('sends one POST with everybody', async () => {
      const { calls, patches, list } = littleCalendar();
      await until(runBooking(calls, wish({ inviteAtOnce: true })), 'booked');
      expect(patches).toEqual([]);
      expect(list()[0]).toMatchObject({
        subject: 'Design review',
        attendees: [{ kind: 'resource' }, { kind: 'required' }],
      });
    });

    it('leaves nothing of it when the room declines', async () => {
      const { calls, list } = littleCalendar({ answer: [1, 'declined'] });
      await until(runBooking(calls, wish({ inviteAtOnce: true })), 'declined');
      expect(list()).toEqual([]);
    });
  });
});

/** The moment at which the booking is shown as overdue, or no longer so. */
function untilOverdue(booking: ReturnType<typeof runBooking>, wanted: boolean): Promise<Temporal.Instant> {
  return new Promise((resolve) => {
    const stop = booking.subscribe((state) => {
      if (state.phase !== 'asking' || state.overdue !== wanted) return;
      stop();
      resolve(state.since);
    });
  });
}
