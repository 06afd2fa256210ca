import {
  isWritable,
  listInvitees,
  toWrittenAttendees,
  uniqueByAddress,
} from '../../../src/domain/booking/written-attendees.ts';
import { sampleBooking, sampleInvitee } from '../samples/sample-booking.ts';
import { sampleAttendee, sampleEvent, timed } from '../samples/sample-event.ts';
import { sampleRoom } from '../samples/sample-room.ts';

const time = timed('2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z');

describe('isWritable', () => {
  it.each([
    ['sam@contoso.example', true],
    ['o’neil+x@contoso.example', true],
    ['', false],
    ['sam', false],
    ['/o=contoso/cn=sam', false],
    ['a b@contoso.example', false],
    ['sam@contoso.example;jo@contoso.example', false],
    [`${'x'.repeat(310)}@contoso.example`, false],
  ])('of %j is %s', (address, expected) => {
    expect(isWritable(address)).toBe(expected);
  });
});

describe('uniqueByAddress', () => {
  it('keeps the first of each address, whatever its case, and none that is left out', () => {
    const people = ['a@x.example', 'A@x.example', 'b@x.example', 'C@x.example'].map((address) => ({ address }));
    expect(uniqueByAddress(people, ['c@X.example', undefined])).toEqual([people[0], people[2]]);
  });
});

describe('listInvitees', () => {
  it('leaves out whoever is on the meeting already', () => {
    const existing = sampleEvent({ time, attendees: [sampleAttendee('SAM@contoso.example')] });
    expect(listInvitees(sampleBooking({ existing }), sampleRoom()).map(({ address }) => address)).toEqual([
      'robin@contoso.example',
    ]);
  });
});

describe('toWrittenAttendees', () => {
  it('writes a room as a resource also where the event has it as a person', () => {
    const event = sampleEvent({ time, attendees: [sampleAttendee('Boardroom@contoso.example')] });
    expect(toWrittenAttendees({ room: sampleRoom(), event }).map(({ type }) => type)).toEqual(['resource']);
  });

  it('E15 never writes more than 500, the room first', () => {
    const people = Array.from({ length: 600 }, (_, index) => sampleInvitee(`p${index}@contoso.example`));
    const written = toWrittenAttendees({ room: sampleRoom(), people });
    expect([written.length, written[0]?.type]).toEqual([500, 'resource']);
  });
});
