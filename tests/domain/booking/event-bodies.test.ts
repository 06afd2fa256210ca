import * as v from 'valibot';
import {
  toAddRoomPatch,
  toConfirmPatch,
  toHoldEvent,
  toInviteNowEvent,
  toRoomConfirmedPatch,
  toRoomRemovedPatch,
} from '../../../src/domain/booking/event-bodies.ts';
import { parseHoldMark, type HoldMark } from '../../../src/domain/booking/hold-mark.ts';
import { eventCreateSchema, eventPatchSchema, HOLD_MARK_ID } from '../../../src/domain/contract/event-write.ts';
import { sampleBooking, sampleInvitee } from '../samples/sample-booking.ts';
import { sampleAttendee, sampleEvent, timed } from '../samples/sample-event.ts';
import { sampleRoom } from '../samples/sample-room.ts';

const id = 'b2f0d4de-6a7f-4f0e-9d58-0a3a4e1f2c11';
const now = Temporal.Instant.from('2026-11-24T09:00:00.5Z');
const room = sampleRoom();
const time = timed('2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z');
const organizer = { name: 'Alex', address: 'alex@contoso.example' };
const emptied = [{ id: HOLD_MARK_ID, value: '' }];
const roomAttendee = { type: 'resource', emailAddress: { address: 'boardroom@contoso.example', name: 'Boardroom' } };
const sam = { type: 'required', emailAddress: { address: 'sam@contoso.example', name: 'sam' } };
const robin = { type: 'optional', emailAddress: { address: 'robin@contoso.example', name: 'robin' } };
const markOf = (body: {
  singleValueExtendedProperties?: readonly { value: string }[] | undefined;
}): HoldMark | undefined => parseHoldMark(body.singleValueExtendedProperties?.[0]?.value ?? '');

describe('toHoldEvent', () => {
  it('invites the room alone, says so in the subject and keeps the rest in the mark', () => {
    const body = toHoldEvent(sampleBooking({ online: true }), room, id, now);
    expect({ ...body, singleValueExtendedProperties: undefined }).toEqual({
      subject: 'HOLD · Design review',
      start: { dateTime: '2026-11-24T11:00:00', timeZone: 'W. Europe Standard Time' },
      end: { dateTime: '2026-11-24T12:00:00', timeZone: 'W. Europe Standard Time' },
      showAs: 'tentative',
      location: { displayName: 'Boardroom', locationEmailAddress: 'boardroom@contoso.example' },
      attendees: [roomAttendee],
      transactionId: id,
    });
    expect(markOf(body)).toEqual({
      subject: 'Design review',
      people: sampleBooking().people,
      online: true,
      room: { address: 'boardroom@contoso.example', name: 'Boardroom' },
      startedAt: '2026-11-24T09:00:00Z',
      existing: false,
    });
  });

  it('keeps the subject within 255 characters, and the whole of it in the mark', () => {
    const body = toHoldEvent(sampleBooking({ subject: '😀'.repeat(200) }), room, id, now);
    expect(body.subject.length).toBeLessThanOrEqual(255);
    expect(body.subject).toMatch(/^HOLD · (?:😀)+$/u);
    expect(markOf(body)?.subject).toBe('😀'.repeat(127));
    expect(v.is(eventCreateSchema, body)).toBe(true);
  });

  it('keeps each person once, and neither the organizer nor the room among the people', () => {
    const people = ['sam@contoso.example', 'SAM@contoso.example', 'Alex@contoso.example', 'Boardroom@contoso.example'];
    const request = sampleBooking({
      people: people.map((each) => sampleInvitee(each)),
      organizerAddress: 'alex@CONTOSO.example',
    });
    expect(markOf(toHoldEvent(request, room, id, now))?.people.map(({ address }) => address)).toEqual([
      'sam@contoso.example',
    ]);
  });

  it('writes times in UTC where the zone is not known', () => {
    const body = toHoldEvent(sampleBooking({ graphZone: 'tzone://Microsoft/Custom' }), room, id, now);
    expect(body.start).toEqual({ dateTime: '2026-11-24T10:00:00', timeZone: 'UTC' });
  });
});

describe('toInviteNowEvent', () => {
  it('invites everybody at once and leaves nothing to settle', () => {
    expect(toInviteNowEvent(sampleBooking({ online: true }), room, id)).toEqual({
      subject: 'Design review',
      start: { dateTime: '2026-11-24T11:00:00', timeZone: 'W. Europe Standard Time' },
      end: { dateTime: '2026-11-24T12:00:00', timeZone: 'W. Europe Standard Time' },
      showAs: 'busy',
      location: { displayName: 'Boardroom', locationEmailAddress: 'boardroom@contoso.example' },
      attendees: [roomAttendee, sam, robin],
      transactionId: id,
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
    });
  });
});

describe('toConfirmPatch', () => {
  const mark = markOf(toHoldEvent(sampleBooking({ online: true }), room, id, now)) as HoldMark;
  const held = sampleEvent({
    time,
    subject: 'HOLD · Design review',
    organizer,
    attendees: [sampleAttendee(room.address, { kind: 'resource', answer: 'accepted', name: 'Boardroom' })],
  });

  it('gives the final subject, invites the people, adds the Teams meeting and empties the mark', () => {
    expect(toConfirmPatch(mark, room, held)).toEqual({
      subject: 'Design review',
      showAs: 'busy',
      attendees: [roomAttendee, sam, robin],
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      singleValueExtendedProperties: emptied,
    });
  });

  it.each([
    ['HOLD · Design review', 'Design review'],
    ['HOLD · Budget', 'Budget'],
    ['Budget', 'Budget'],
    ['HOLD ·', ''],
  ])('turns the subject %j into %j, for the user may have changed it', (subject, expected) => {
    expect(toConfirmPatch(mark, room, { ...held, subject }).subject).toBe(expected);
  });

  it('gives an empty and an overlong subject back as they were meant', () => {
    for (const subject of ['', 'x'.repeat(255)]) {
      const body = toHoldEvent(sampleBooking({ subject }), room, id, now);
      // Exchange trims what it stores
      const event = { ...held, subject: body.subject.trim() };
      expect(toConfirmPatch(markOf(body) as HoldMark, room, event).subject).toBe(subject);
    }
  });

  it('keeps whom the user added meanwhile, each once, and never invites the organizer', () => {
    const kim = sampleAttendee('kim@contoso.example', { kind: 'optional' });
    const event = { ...held, attendees: [...held.attendees, kim, sampleAttendee('SAM@contoso.example')] };
    const people = [...mark.people, sampleInvitee('ALEX@contoso.example')];
    const addresses = toConfirmPatch({ ...mark, people }, room, event).attendees?.map(
      ({ emailAddress }) => emailAddress.address,
    );
    expect(addresses).toEqual([room.address, 'kim@contoso.example', 'SAM@contoso.example', 'robin@contoso.example']);
  });

  it('does not add a Teams meeting twice', () => {
    expect(toConfirmPatch(mark, room, { ...held, joinUrl: 'https://teams.example/1' })).not.toHaveProperty(
      'isOnlineMeeting',
    );
  });

  it('invites people whose names the mark could not keep, by their addresses', () => {
    const people = mark.people.map((person) => ({ ...person, name: '' }));
    expect(toConfirmPatch({ ...mark, people }, room, held).attendees?.[1]).toEqual({
      type: 'required',
      emailAddress: { address: 'sam@contoso.example' },
    });
  });
});

describe('a room for a meeting that is there', () => {
  const attendees = [sampleAttendee('sam@contoso.example', { answer: 'accepted' })];
  const meeting = sampleEvent({ time, organizer, attendees, locations: [{ name: 'Gate 2' }] });
  const request = sampleBooking({ existing: meeting, people: [], online: true });
  const asked = toAddRoomPatch(meeting, room, request, now);
  const mark = markOf(asked) as HoldMark;
  const withRoom = {
    ...meeting,
    attendees: [...attendees, sampleAttendee(room.address, { kind: 'resource', answer: 'declined' })],
  };

  it('changes nothing but the attendees while it is asked, so that only the room is mailed', () => {
    expect(Object.keys(asked)).toEqual(['attendees', 'singleValueExtendedProperties']);
    expect(asked.attendees).toEqual([roomAttendee, sam]);
    expect(mark).toEqual({
      subject: 'Stand-up',
      people: [],
      online: true,
      room: { address: room.address, name: 'Boardroom' },
      startedAt: '2026-11-24T09:00:00Z',
      existing: true,
      previousLocation: { name: 'Gate 2' },
    });
  });

  it('names the place only after the room accepted', () => {
    expect(toRoomConfirmedPatch(meeting, room)).toEqual({
      location: { displayName: 'Boardroom', locationEmailAddress: 'boardroom@contoso.example' },
      singleValueExtendedProperties: emptied,
    });
  });

  it('names other rooms of the meeting beside it, but none that declined', () => {
    const garden = sampleAttendee('garden@contoso.example', { kind: 'resource', answer: 'accepted' });
    const hybrid = {
      ...meeting,
      attendees: [garden, sampleAttendee('cellar@contoso.example', { kind: 'resource', answer: 'declined' })],
      locations: [
        { name: 'Garden', address: 'Garden@contoso.example' },
        { name: 'Cellar', address: 'cellar@contoso.example' },
      ],
    };
    expect(toRoomConfirmedPatch(hybrid, room).location?.displayName).toBe('Boardroom; Garden');
  });

  it('leaves subject and status of that meeting alone also when new people are invited', () => {
    const patch = toConfirmPatch({ ...mark, people: [sampleInvitee('kim@contoso.example')] }, room, withRoom);
    expect(Object.keys(patch).sort()).toEqual([
      'attendees',
      'isOnlineMeeting',
      'location',
      'onlineMeetingProvider',
      'singleValueExtendedProperties',
    ]);
  });

  it('takes the room off again and leaves a place alone that never named it', () => {
    expect(toRoomRemovedPatch(withRoom, room, mark)).toEqual({
      attendees: [sam],
      singleValueExtendedProperties: emptied,
    });
  });

  it('gives the former place back where the room stands as the place', () => {
    const placed = { ...withRoom, locations: [{ name: 'Boardroom', address: 'BOARDROOM@contoso.example' }] };
    expect(toRoomRemovedPatch(placed, room, mark).location).toEqual({ displayName: 'Gate 2' });
    const placeless = { ...mark, previousLocation: undefined };
    expect(toRoomRemovedPatch(placed, room, placeless).location).toEqual({ displayName: '' });
  });

  it('leaves an appointment of nobody else without attendees again, which the schema lets through with the emptied mark alone', () => {
    const alone = { ...withRoom, attendees: withRoom.attendees.slice(1) };
    const patch = toRoomRemovedPatch(alone, room, mark);
    expect(patch.attendees).toEqual([]);
    expect(v.is(eventPatchSchema, patch)).toBe(true);
    expect(v.is(eventPatchSchema, { attendees: [] })).toBe(false);
    expect(
      v.is(eventPatchSchema, { ...patch, singleValueExtendedProperties: [{ id: HOLD_MARK_ID, value: 'x' }] }),
    ).toBe(false);
  });
});
