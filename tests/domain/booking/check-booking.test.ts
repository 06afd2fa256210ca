import { checkBooking, checkEventTimes } from '../../../src/domain/booking/check-booking.ts';
import { sampleAttendee, sampleEvent, timed } from '../samples/sample-event.ts';
import { sampleInvitee } from '../samples/sample-booking.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:00Z');
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const hour = { start: at('2026-11-24T10:00:00Z'), end: at('2026-11-24T11:00:00Z') };
const invite = (count: number, length = 0) =>
  Array.from({ length: count }, (_, index) => sampleInvitee(`p${index}${'x'.repeat(length)}@contoso.example`));
const reasons = (check: ReturnType<typeof checkBooking>): readonly string[] => (check.ok ? [] : check.reasons);

describe('checkEventTimes', () => {
  it.each([
    ['an hour to come', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z', []],
    ['a start right now', '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z', []],
    ['a start five minutes ago', '2026-11-24T08:55:00Z', '2026-11-24T10:00:00Z', []],
    ['24 hours', '2026-11-24T10:00:00Z', '2026-11-25T10:00:00Z', []],
    ['a night', '2026-11-24T22:00:00Z', '2026-11-25T06:00:00Z', []],
    ['the hour that comes twice, whole', '2027-10-31T00:00:00Z', '2027-10-31T02:00:00Z', []],
    ['four years ahead', '2030-11-24T10:00:00Z', '2030-11-24T11:00:00Z', []],
    ['E15 an end at the start', '2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z', ['endNotAfterStart']],
    ['E15 an end before the start', '2026-11-24T10:00:00Z', '2026-11-24T09:30:00Z', ['endNotAfterStart']],
    ['E15 a minute over 24 hours', '2026-11-24T10:00:00Z', '2026-11-25T10:01:00Z', ['tooLong']],
    ['E15 the past', '2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z', ['past']],
    ['D20 a start six minutes ago', '2026-11-24T08:54:00Z', '2026-11-24T10:00:00Z', ['past']],
    ['E15 five years ahead to the second', '2031-11-24T09:00:00Z', '2031-11-24T10:00:00Z', ['tooFarAhead']],
    ['E15 five years of 365 days', '2031-11-23T09:00:00Z', '2031-11-23T10:00:00Z', ['tooFarAhead']],
    ['E15 a thousand years ahead', '3026-11-24T09:00:00Z', '3026-11-24T10:00:00Z', ['tooFarAhead']],
    ['two at once', '2026-11-20T10:00:00Z', '2026-11-22T10:00:00Z', ['tooLong', 'past']],
  ])('of %s', (_, start, end, expected) => {
    const times = { start: at(start), end: at(end) };
    expect(reasons(checkEventTimes(times, now))).toEqual(expected);
    expect(reasons(checkBooking({ ...times, people: [], subject: '' }, now))).toEqual(expected);
  });
});

describe('checkBooking', () => {
  it.each([
    ['nobody but me', [], []],
    ['499 people and the room', invite(499), []],
    ['E15 500 people and the room', invite(500), ['tooManyPeople']],
    ['500 entries of the same person', Array.from({ length: 500 }, () => sampleInvitee('sam@contoso.example')), []],
    ['people whose addresses the hold could not keep', invite(400, 60), ['tooManyPeople']],
    [
      'somebody without a usable address',
      [sampleInvitee('sam@contoso.example'), sampleInvitee('robin')],
      ['badAddress'],
    ],
    ['E15 nobody that can be invited', [sampleInvitee('robin')], ['noAttendee', 'badAddress']],
  ])('of %s', (_, people, expected) => {
    expect(reasons(checkBooking({ ...hour, people, subject: 'x' }, now))).toEqual(expected);
  });

  it('E15 refuses a room that has no address', () => {
    expect(reasons(checkBooking({ ...hour, people: [], subject: 'x', room: { address: '' } }, now))).toEqual([
      'noAttendee',
    ]);
  });

  it('counts those on the meeting already, but nobody twice', () => {
    const attendees = invite(400).map(({ address }) => sampleAttendee(address));
    const existing = sampleEvent({ time: { kind: 'timed', ...hour }, attendees });
    expect(reasons(checkBooking({ ...hour, people: invite(499), subject: 'x', existing }, now))).toEqual([]);
    const others = Array.from({ length: 100 }, (_, index) => sampleInvitee(`new${index}@contoso.example`));
    expect(reasons(checkBooking({ ...hour, people: others, subject: 'x', existing }, now))).toEqual(['tooManyPeople']);
  });

  it('refuses a meeting whose list would lose somebody whose address we cannot write', () => {
    const existing = sampleEvent({
      time: { kind: 'timed', ...hour },
      attendees: [sampleAttendee('/o=contoso/cn=sam')],
    });
    expect(reasons(checkBooking({ ...hour, people: [], subject: 'x', existing }, now))).toEqual(['badAddress']);
  });

  it('gives a room to a meeting that runs already, not to one that is over', () => {
    const check = (start: string, end: string): readonly string[] => {
      const existing = sampleEvent({ time: timed(start, end) });
      return reasons(checkBooking({ start: at(start), end: at(end), people: [], subject: 'x', existing }, now));
    };
    expect(check('2026-11-24T08:00:00Z', '2026-11-24T09:30:00Z')).toEqual([]);
    expect(check('2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z')).toEqual(['past']);
  });
});
