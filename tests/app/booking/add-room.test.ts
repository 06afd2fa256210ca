import { runBooking } from '../../../src/app/booking/run-booking.ts';
import { littleCalendar, toRequest, toRoom, until } from '../../support/little-calendar.ts';

const room = toRoom('plain');
const wish = (more: Parameters<typeof toRequest>[0] = {}) => ({
  ...{ request: toRequest(more), room, alternatives: [] },
});

describe('addRoom', () => {
  const guest = { kind: 'required', name: 'Kim', address: 'kim@contoso.example', answer: 'accepted' } as const;
  const planted = { subject: 'Weekly', attendees: [guest], locations: [{ name: 'Canteen' }] };

  it('adds the room, leaves everybody else alone, and names the place after the room accepted', async () => {
    const { calls, plant, list, patches } = littleCalendar();
    const existing = plant(planted);
    await until(runBooking(calls, wish({ existing, people: [] })), 'booked');
    expect(list()).toHaveLength(1);
    expect(list()[0]).toMatchObject({ subject: 'Weekly', locations: [{ name: 'plain' }] });
    expect(list()[0]?.attendees).toContainEqual(guest);
    expect(Object.keys(patches[0] ?? {}).sort()).toEqual(['attendees', 'singleValueExtendedProperties']);
  });

  it('puts it back exactly as it was when the room declines', async () => {
    const { calls, plant, list } = littleCalendar({ answer: [1, 'declined'] });
    const existing = plant(planted);
    const state = await until(runBooking(calls, wish({ existing, people: [] })), 'declined');
    expect(state.receipt.ownEvent.outcome).toBe('asBefore');
    expect({ ...list()[0], etag: '' }).toEqual({ ...existing, etag: '' });
  });

  it('puts the former room back when the new one takes its yes back, and says whether it is kept', async () => {
    const former = { kind: 'resource', name: 'former', address: 'former@contoso.example', answer: 'accepted' } as const;
    for (const [again, outcome] of [
      ['accepted', 'free'],
      ['declined', 'lost'],
    ] as const) {
      // asked anew, the room stands there by its address alone
      const { calls, plant, list, world } = littleCalendar({ answers: { former: [0, 'accepted'], '': [0, again] } });
      const existing = plant({ ...planted, attendees: [guest, former] });
      const booking = runBooking(calls, wish({ existing, people: [], replaces: former.address }));
      booking.subscribe(({ phase }) => {
        if (phase === 'inviting') world.answer = [0, 'declined'];
      });
      const { receipt } = await until(booking, 'declined');
      expect(receipt.room.outcome).toBe(outcome);
      expect(list()[0]?.attendees.map(({ address }) => address)).toEqual([former.address, guest.address]);
    }
  });

  it('E13 adds the room to what the meeting has become meanwhile', async () => {
    const { calls, plant, edit, list } = littleCalendar();
    const existing = plant(planted);
    const lee = { ...guest, address: 'lee@contoso.example', name: 'Lee' };
    edit(existing.id, { attendees: [guest, lee] });
    await until(runBooking(calls, wish({ existing, people: [] })), 'booked');
    expect(list()[0]?.attendees.map(({ name }) => name)).toEqual(['plain', 'Kim', 'Lee']);
  });

  it('refuses a meeting that somebody else organizes', async () => {
    const { calls, plant, log } = littleCalendar();
    const existing = plant({ ...planted, isOrganizer: false });
    const state = await until(runBooking(calls, wish({ existing, people: [] })), 'failed');
    expect(state).toMatchObject({ failure: { code: 'access_denied' }, left: 'nothing' });
    expect(log).toEqual([]);
  });
});
