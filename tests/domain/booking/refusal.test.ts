import type { BookingRequest } from '../../../src/domain/booking/booking.ts';
import { classifyRefusal } from '../../../src/domain/booking/refusal.ts';
import type { Room } from '../../../src/domain/rooms/room.ts';
import { sampleBooking } from '../samples/sample-booking.ts';
import { busyAt, sampleRoom } from '../samples/sample-room.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:00Z');
const at = (start: string, end: string) => ({ start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) });
const short = at('2026-11-24T10:00:00Z', '2026-11-24T10:30:00Z');
const free = busyAt('boardroom@contoso.example');

type Rule = NonNullable<Parameters<typeof classifyRefusal>[0]['rule']>;

describe('classifyRefusal', () => {
  it.each<[string, Partial<BookingRequest>, Rule, string]>([
    ['E09 longer than its maximum', {}, { maxMinutes: 30 }, 'tooLong'],
    ['beyond its window', at('2026-12-02T10:00:00Z', '2026-12-02T10:30:00Z'), { bookingWindowDays: 7 }, 'tooFarAhead'],
    ['too many for one that holds to its seats', { heads: 9 }, { enforceCapacity: true }, 'tooManyPeople'],
    [
      'at night in one that keeps working hours',
      at('2026-11-24T22:00:00Z', '2026-11-24T22:30:00Z'),
      { workingHoursOnly: true },
      'outsideHours',
    ],
  ])('knows what an imported rule forbids: %s', (_, change, rule, kind) => {
    const request = sampleBooking({
      ...short,
      ...(change.heads || change.start ? {} : at('2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z')),
      ...change,
    });
    const refusal = classifyRefusal({ request, room: sampleRoom(), freeBusy: free, rule, now });
    expect(refusal).toEqual({ kind, known: true });
    expect(classifyRefusal({ request, room: sampleRoom(), freeBusy: free, now }).known).toBe(false);
  });

  it.each<[string, Rule, string]>([
    ['no maximum (0)', { maxMinutes: 0 }, 'unknown'],
    ['just its maximum', { maxMinutes: 60 }, 'unknown'],
    ['one where somebody decides', { needsApproval: true, openToAll: false }, 'needsApproval'],
    ['one that is not open to everybody', { openToAll: false, maxMinutes: 480 }, 'notForYou'],
    ['one that keeps working hours, at noon', { workingHoursOnly: true, maxMinutes: 480 }, 'outsideHours'],
  ])('guesses only what the imported rules leave open: %s', (_, rule, kind) => {
    const refusal = classifyRefusal({ request: sampleBooking(), room: sampleRoom(), freeBusy: free, rule, now });
    expect(refusal).toEqual({ kind, known: false });
  });

  it('does not blame seats that the room does not hold people to', () => {
    const request = sampleBooking({ ...short, heads: 99 });
    const rule = { enforceCapacity: false };
    expect(classifyRefusal({ request, room: sampleRoom(), freeBusy: free, rule, now }).kind).toBe('unknown');
  });

  it('does not blame a conflict in a room that allows them', () => {
    const freeBusy = busyAt('boardroom@contoso.example', ['10:00', '11:00']);
    const rule = { allowConflicts: true, maxMinutes: 480 };
    const refusal = classifyRefusal({ request: sampleBooking(), room: sampleRoom(), freeBusy, rule, now });
    expect(refusal).toEqual({ kind: 'unknown', known: false });
  });

  it('knows of a room that is first come, first served', () => {
    const room = sampleRoom({ bookingType: 'reserved' });
    expect(classifyRefusal({ request: sampleBooking(), room, now })).toEqual({ kind: 'notForYou', known: true });
  });

  it.each(['noAnswer', 'needsApproval', 'tooManyPeople'] as const)('knows what was seen here: %s', (seen) => {
    const refused = {
      request: sampleBooking(),
      room: sampleRoom(),
      freeBusy: free,
      rule: { maxMinutes: 5 },
      seen,
      now,
    };
    expect(classifyRefusal(refused)).toEqual({ kind: seen, known: true });
  });

  it('names the conflict, the horizon or the ban of a series', () => {
    const lastEnd = Temporal.Instant.from('2027-01-24T10:00:00Z');
    const refuse = (conflicts: number, rule: Rule) =>
      classifyRefusal({
        request: sampleBooking(),
        room: sampleRoom(),
        freeBusy: free,
        rule,
        now,
        series: { lastEnd, conflicts },
      });
    expect(refuse(1, {})).toEqual({ kind: 'seriesConflict', known: true });
    expect(refuse(0, {})).toEqual({ kind: 'seriesConflict', known: false });
    expect(refuse(0, { allowRecurring: false })).toEqual({ kind: 'seriesConflict', known: true });
    expect(refuse(1, { bookingWindowDays: 30 })).toEqual({ kind: 'tooFarAhead', known: true });
    expect(refuse(1, { bookingWindowDays: 30, enforceHorizon: false })).toEqual({
      kind: 'seriesConflict',
      known: true,
    });
  });

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
