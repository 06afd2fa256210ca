import type { CalendarEvent } from '../../../src/domain/agenda/calendar-event.ts';
import { findNeighbour } from '../../../src/domain/rooms/find-neighbour.ts';
import { sampleRoom } from '../samples/sample-room.ts';

const at = (time: string): Temporal.Instant => Temporal.Instant.from(`2026-11-24T${time}:00Z`);
const rooms = [sampleRoom({ name: 'Alpha', floorNumber: 1 }), sampleRoom({ name: 'Beta', floorNumber: 2 })];

function meeting(start: string, end: string, room: string, about: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    ...{ id: `${start} ${room}`, calendarId: 'c', etag: '', subject: '', sensitivity: 'normal', showAs: 'busy' },
    ...{ isCancelled: false, isOrganizer: true, isRecurring: false, myAnswer: 'organizer', locations: [] },
    time: { kind: 'timed', start: at(start), end: at(end) },
    attendees: [{ kind: 'resource', answer: 'accepted', name: room, address: `${room}@contoso.example` }],
    ...about,
  } as CalendarEvent;
}
const find = (...events: readonly CalendarEvent[]) =>
  findNeighbour({ events, time: { start: at('11:00'), end: at('12:00') }, rooms })
    ?.start.toString()
    .slice(11, 16);

describe('findNeighbour', () => {
  it.each([
    ['touches the start', meeting('10:00', '11:00', 'alpha'), '10:00'],
    ['ends an hour before', meeting('09:00', '10:00', 'alpha'), '09:00'],
    ['ends longer before', meeting('08:00', '09:59', 'alpha'), undefined],
    ['touches the end', meeting('12:00', '13:00', 'alpha'), '12:00'],
    ['overlaps', meeting('11:30', '13:00', 'alpha'), undefined],
    ['was cancelled', meeting('10:00', '11:00', 'alpha', { isCancelled: true }), undefined],
    ['I declined', meeting('10:00', '11:00', 'alpha', { myAnswer: 'declined' }), undefined],
    ['has no room that is known', meeting('10:00', '11:00', 'gamma'), undefined],
  ])('takes a meeting that %s as %s', (_name, event, expected) => {
    expect(find(event)).toBe(expected);
  });

  it('takes the nearest in time, and of two equally near the one before, in either order', () => {
    const before = meeting('10:00', '10:50', 'alpha');
    const after = meeting('12:05', '13:00', 'beta');
    expect(find(before, after)).toBe('12:05');
    const touching = meeting('10:00', '11:00', 'alpha');
    const next = meeting('12:00', '13:00', 'beta');
    expect([find(next, touching), find(touching, next)]).toEqual(['10:00', '10:00']);
  });

  it('is no neighbour of itself', () => {
    const event = meeting('10:00', '11:00', 'alpha');
    const time = { start: at('11:00'), end: at('12:00') };
    expect(findNeighbour({ events: [event], time, rooms, exceptId: event.id })).toBeUndefined();
  });
});
