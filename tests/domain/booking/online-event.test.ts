import * as v from 'valibot';
import { toOnlineEvent } from '../../../src/domain/booking/online-event.ts';
import { eventCreateSchema } from '../../../src/domain/contract/event-write.ts';
import { readEventCreate } from '../../../src/domain/policy/write-bodies.ts';
import { sampleBooking, sampleInvitee } from '../samples/sample-booking.ts';

const ID = '9a1b6a53-59a6-4b5c-9a0c-3a2f7f6b1c11';
const request = sampleBooking({
  people: [
    sampleInvitee('sam@contoso.example'),
    sampleInvitee('SAM@contoso.example'),
    sampleInvitee('alex@contoso.example'),
  ],
  organizerAddress: 'Alex@contoso.example',
});

describe('toOnlineEvent', () => {
  it('makes an online meeting without a place, inviting each once and me never', () => {
    const event = toOnlineEvent(request, ID);
    expect(event).toMatchObject({ isOnlineMeeting: true, showAs: 'busy', transactionId: ID });
    expect(event).not.toHaveProperty('location');
    expect(event.attendees.map(({ emailAddress }) => emailAddress.address)).toEqual(['sam@contoso.example']);
    expect(readEventCreate(event, Temporal.Instant.from('2026-11-23T08:00:00Z'))).toEqual(event);
  });

  it.each([
    ['that is no online meeting', { isOnlineMeeting: undefined }],
    ['that asks a room', { attendees: [{ type: 'resource', emailAddress: { address: 'plain@contoso.example' } }] }],
    ['that invites nobody', { attendees: [] }],
  ])('leaves no way for an event without a place %s', (_name, change) => {
    expect(v.is(eventCreateSchema, { ...toOnlineEvent(request, ID), ...change })).toBe(false);
  });
});
