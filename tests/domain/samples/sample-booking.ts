/** Bookings for tests: an hour on Tuesday with two people. */
import type { BookingRequest, Invitee } from '../../../src/domain/booking/booking.ts';

export function sampleInvitee(address: string, change: Partial<Invitee> = {}): Invitee {
  return { name: address.split('@')[0] ?? '', address, kind: 'required', ...change };
}

export function sampleBooking(change: Partial<BookingRequest> = {}): BookingRequest {
  return {
    subject: 'Design review',
    start: Temporal.Instant.from('2026-11-24T10:00:00Z'),
    end: Temporal.Instant.from('2026-11-24T11:00:00Z'),
    graphZone: 'W. Europe Standard Time',
    people: [sampleInvitee('sam@contoso.example'), sampleInvitee('robin@contoso.example', { kind: 'optional' })],
    heads: 3,
    online: false,
    inviteAtOnce: false,
    ...change,
  };
}
