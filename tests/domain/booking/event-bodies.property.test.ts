import fc from 'fast-check';
import * as v from 'valibot';
import type { CalendarEvent } from '../../../src/domain/agenda/calendar-event.ts';
import type { BookingRequest, Invitee } from '../../../src/domain/booking/booking.ts';
import { checkBooking } from '../../../src/domain/booking/check-booking.ts';
import {
  toAddRoomPatch,
  toConfirmPatch,
  toHoldEvent,
  toInviteNowEvent,
  toRoomConfirmedPatch,
  toRoomRemovedPatch,
} from '../../../src/domain/booking/event-bodies.ts';
import { parseHoldMark, type HoldMark } from '../../../src/domain/booking/hold-mark.ts';
import { eventCreateSchema, eventPatchSchema } from '../../../src/domain/contract/event-write.ts';
import { sampleEvent } from '../samples/sample-event.ts';
import { sampleRoom } from '../samples/sample-room.ts';

const now = Temporal.Instant.from('2026-10-20T09:00:00Z');
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 300 }));
const address = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.stringMatching(/^[A-Ca-c]{1,2}$/), fc.constantFrom('x.example', 'Y.example'))
      .map((parts) => parts.join('@')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      'sam',
      '/o=contoso/cn=sam',
      '"a b"@x.example',
      `${'x'.repeat(400)}@x.example`,
      'a@b@c',
    ),
  },
);
const invitee: fc.Arbitrary<Invitee> = fc.record({
  name: text,
  address,
  kind: fc.constantFrom('required' as const, 'optional' as const),
});
const attendee = fc.record({
  name: text,
  address,
  kind: fc.constantFrom('required' as const, 'optional' as const, 'resource' as const),
  answer: fc.constantFrom('accepted' as const, 'declined' as const, 'none' as const),
});
const event: fc.Arbitrary<CalendarEvent> = fc
  .record({
    subject: text,
    attendees: fc.array(attendee, { maxLength: 12 }),
    locations: fc.array(fc.record({ name: text, address: fc.option(address, { nil: undefined }) }), { maxLength: 3 }),
    organizer: fc.option(fc.record({ name: text, address }), { nil: undefined }),
    joinUrl: fc.option(fc.constant('https://teams.example/1'), { nil: undefined }),
  })
  .map((change) => {
    const start = Temporal.Instant.from('2026-10-25T00:30:00Z');
    return sampleEvent({ ...change, time: { kind: 'timed', start, end: start.add({ hours: 1 }) } } as Parameters<
      typeof sampleEvent
    >[0]);
  });
/** Around the change of the clock in autumn, for most zones. */
const request: fc.Arbitrary<BookingRequest> = fc
  .record({
    subject: text,
    people: fc.array(invitee, { maxLength: 20 }),
    startMinutes: fc.integer({ min: 0, max: 20 * 1_440 }),
    minutes: fc.integer({ min: 1, max: 1_440 }),
    graphZone: fc.constantFrom(
      'W. Europe Standard Time',
      'America/New_York',
      'tzone://Microsoft/Custom',
      '',
      'UTC',
      'x'.repeat(99),
    ),
    online: fc.boolean(),
    organizerAddress: fc.option(address, { nil: undefined }),
  })
  .map(({ startMinutes, minutes, organizerAddress, ...rest }) => {
    const start = now.add({ minutes: startMinutes });
    const own = organizerAddress === undefined ? {} : { organizerAddress };
    return { ...rest, ...own, start, end: start.add({ minutes }), heads: 3, inviteAtOnce: false };
  });
const room = text.map((name) => sampleRoom({ name, address: 'room@x.example' }));
const runs = { numRuns: 300 };
const addresses = (attendees: readonly { emailAddress: { address: string } }[] = []): string[] =>
  attendees.map(({ emailAddress }) => emailAddress.address.toLowerCase());
const markOf = (body: { singleValueExtendedProperties?: readonly { value: string }[] | undefined }): HoldMark =>
  parseHoldMark(body.singleValueExtendedProperties?.[0]?.value ?? '') as HoldMark;

describe('bodies of events, whatever the booking', () => {
  it('pass the schema of the relay', () => {
    fc.assert(
      fc.property(request, room, event, fc.uuid({ version: 4 }), (wish, place, existing, id) => {
        const hold = toHoldEvent(wish, place, id, now);
        const added = toAddRoomPatch(existing, place, wish, now);
        for (const body of [hold, toInviteNowEvent(wish, place, id)])
          expect(v.safeParse(eventCreateSchema, body).issues).toBeUndefined();
        for (const body of [
          added,
          toConfirmPatch(markOf(hold), place, existing),
          toConfirmPatch(markOf(added), place, existing),
          toRoomConfirmedPatch(existing, place),
          toRoomRemovedPatch(existing, place, markOf(added)),
        ]) {
          expect(v.safeParse(eventPatchSchema, body).issues).toBeUndefined();
        }
      }),
      runs,
    );
  });

  it('invite nobody twice and never the organizer; the hold invites the room alone', () => {
    fc.assert(
      fc.property(request, room, event, fc.uuid({ version: 4 }), (wish, place, existing, id) => {
        const hold = toHoldEvent(wish, place, id, now);
        expect(addresses(hold.attendees)).toEqual([place.address]);
        const confirmed = addresses(toConfirmPatch(markOf(hold), place, existing).attendees);
        const atOnce = addresses(toInviteNowEvent(wish, place, id).attendees);
        for (const list of [confirmed, atOnce]) expect(new Set(list).size).toBe(list.length);
        expect(confirmed).not.toContain(existing.organizer?.address.toLowerCase() ?? '-');
        expect(atOnce).not.toContain(wish.organizerAddress?.toLowerCase() ?? '-');
      }),
      runs,
    );
  });

  it('invite after the hold exactly whom a checked booking named', () => {
    fc.assert(
      fc.property(request, room, fc.uuid({ version: 4 }), (wish, place, id) => {
        fc.pre(checkBooking(wish, now).ok);
        const hold = toHoldEvent(wish, place, id, now);
        const held = sampleEvent({ time: { kind: 'timed', start: wish.start, end: wish.end }, subject: hold.subject });
        const own = wish.organizerAddress?.toLowerCase();
        const named = new Set([place.address, ...wish.people.map((person) => person.address.toLowerCase())]);
        if (own !== undefined && own !== place.address) named.delete(own);
        expect(new Set(addresses(toConfirmPatch(markOf(hold), place, held).attendees))).toEqual(named);
      }),
      runs,
    );
  });
});
