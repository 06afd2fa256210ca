import type { BookingRequest } from '../../../src/domain/booking/booking.ts';
import { classifyRefusal } from '../../../src/domain/booking/refusal.ts';
import type { Room } from '../../../src/domain/rooms/room.ts';
import { sampleBooking } from '../samples/sample-booking.ts';
import { busyAt, sampleRoom } from '../samples/sample-room.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:00Z');
const at = (start: string, end: string) => ({ start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) });
const short = at('2026-11-24T10:00:00Z', '2026-11-24T10:30:00Z');
const free = busyAt('boardroom@contoso.example');

describe('classifyRefusal', () => {
  it.each<[string, Partial<BookingRequest>, Partial<Room>, string]>([
    ['E09 over capacity', { heads: 9 }, {}, 'tooManyPeople'],
    ['E09 longer than half an hour', {}, {}, 'tooLong'],
    ['E09 beyond the booking window', at('2027-06-24T10:00:00Z', '2027-06-24T10:30:00Z'), {}, 'tooFarAhead'],
    ['at 23:00 on the wall', at('2026-11-24T22:00:00Z', '2026-11-24T22:30:00Z'), {}, 'outsideHours'],
    ['on a Saturday', at('2026-11-28T10:00:00Z', '2026-11-28T10:30:00Z'), {}, 'outsideHours'],
    ['within every limit we know', short, {}, 'unknown'],
    ['of a room of unknown size', { ...short, heads: 99 }, { capacity: 0 }, 'unknown'],
    [
      'where the zone is unknown',
      { ...at('2026-11-24T22:00:00Z', '2026-11-24T22:30:00Z'), graphZone: 'x' },
      {},
      'unknown',
    ],
  ])('takes for likely the cause of a free room: %s', (_, change, place, kind) => {
    const refusal = classifyRefusal({ request: sampleBooking(change), room: sampleRoom(place), freeBusy: free, now });
    expect(refusal).toEqual({ kind, known: false });
  });

  it('knows only that it is taken, and that from its calendar', () => {
    const request = sampleBooking({ ...short, heads: 99 });
    const taken = busyAt('boardroom@contoso.example', ['10:15', '10:20']);
    expect(classifyRefusal({ request, room: sampleRoom(), freeBusy: taken, now })).toEqual({
      kind: 'taken',
      known: true,
    });
  });

  it('does not take a touching block for the cause', () => {
    const touching = busyAt('boardroom@contoso.example', ['09:00', '10:00'], ['10:30', '11:00']);
    const request = sampleBooking(short);
    expect(classifyRefusal({ request, room: sampleRoom(), freeBusy: touching, now }).kind).toBe('unknown');
  });

  it('says taken as likely where the calendar could not be read', () => {
    const unread = { address: 'boardroom@contoso.example', state: 'unknown', reason: '' } as const;
    const request = sampleBooking();
    const likely = { kind: 'taken', known: false };
    expect(classifyRefusal({ request, room: sampleRoom(), now })).toEqual(likely);
    expect(classifyRefusal({ request, room: sampleRoom(), freeBusy: unread, now })).toEqual(likely);
  });
});
