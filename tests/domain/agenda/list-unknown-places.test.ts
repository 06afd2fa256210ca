import { listUnknownPlaces } from '../../../src/domain/agenda/list-unknown-places.ts';
import { sampleAttendee, sampleEvent, timed } from '../samples/sample-event.ts';

const room = (name: string, answer: 'accepted' | 'declined' = 'accepted') =>
  sampleAttendee(`${name}@x.example`, { kind: 'resource', answer });
const at = (id: string, from: string, to: string, change = {}) =>
  sampleEvent({ id, time: timed(`2026-11-24T${from}:00Z`, `2026-11-24T${to}:00Z`), ...change });
const before = Temporal.Instant.from('2026-11-24T00:00:00Z').epochMilliseconds;

describe('listUnknownPlaces', () => {
  it.each([
    ['that touch', '10:00', ['a@x.example', 'b@x.example']],
    ['fourteen minutes apart', '10:14', ['a@x.example', 'b@x.example']],
    ['a quarter of an hour apart', '10:15', []],
  ])('asks for both rooms of meetings %s', (_, start, rooms) => {
    const events = [
      at('1', '09:00', '10:00', { attendees: [room('A')] }),
      at('2', start, '11:00', { attendees: [room('gone', 'declined'), room('B')] }),
    ];
    expect(listUnknownPlaces(events, before).rooms).toEqual(rooms);
  });

  it('asks for none where the room stays the same, or the meeting is over', () => {
    const same = [
      at('1', '09:00', '10:00', { attendees: [room('a')] }),
      at('2', '10:00', '11:00', { attendees: [room('A')] }),
    ];
    const other = [same[0] ?? at('', '', ''), at('2', '10:00', '11:00', { attendees: [room('b')] })];
    expect(listUnknownPlaces(same, before).rooms).toEqual([]);
    expect(listUnknownPlaces(other, Temporal.Instant.from('2026-11-24T11:00:00Z').epochMilliseconds).rooms).toEqual([]);
  });

  it('lists my meetings with people and without a place, and no others', () => {
    const attendees = [sampleAttendee('sam@x.example')];
    const events = [
      at('mine', '09:00', '10:00', { attendees, joinUrl: 'https://teams.example/1' }),
      at('lone', '10:00', '11:00'),
      at('housed', '11:00', '12:00', { attendees: [...attendees, room('a')] }),
      at('theirs', '12:00', '13:00', { attendees, isOrganizer: false }),
      at('gone', '13:00', '14:00', { attendees, isCancelled: true }),
    ];
    expect(listUnknownPlaces(events, before).roomless.map(({ id }) => id)).toEqual(['mine']);
  });
});
