import { listMailed } from '../../../src/domain/booking/mail-list.ts';
import { sampleBooking, sampleInvitee } from '../samples/sample-booking.ts';
import { sampleAttendee, sampleEvent, timed } from '../samples/sample-event.ts';
import { sampleRoom } from '../samples/sample-room.ts';

const room = sampleRoom();

describe('listMailed', () => {
  it('names the room and, each once, whom the hold will invite', () => {
    const people = [...sampleBooking().people, sampleInvitee('SAM@contoso.example'), sampleInvitee('nobody')];
    expect(listMailed(sampleBooking({ people }), room)).toEqual({ room, people: sampleBooking().people });
  });

  it('names everybody on a meeting that is there, for the new place is an update to all, but no rooms', () => {
    const existing = sampleEvent({
      time: timed('2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z'),
      organizer: { name: 'Alex', address: 'alex@contoso.example' },
      attendees: [
        sampleAttendee('sam@contoso.example', { answer: 'declined' }),
        sampleAttendee('garden@contoso.example', { kind: 'resource' }),
        sampleAttendee('ALEX@contoso.example'),
      ],
    });
    const addresses = listMailed(sampleBooking({ existing }), room).people.map(({ address }) => address);
    expect(addresses).toEqual(['sam@contoso.example', 'robin@contoso.example']);
  });
});
