import type { Attendee, CalendarEvent } from '../../../src/domain/agenda/calendar-event.ts';
import { listGhosts, type GhostSearch } from '../../../src/domain/booking/list-ghosts.ts';
import { allDay, sampleAttendee, sampleEvent, timed } from '../samples/sample-event.ts';
import { sampleShift } from '../samples/sample-shift.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:00Z');
const noon = timed('2026-11-25T12:00:00Z', '2026-11-25T13:00:00Z');
const toRoom = (name: string, answer: Attendee['answer'] = 'accepted'): Attendee =>
  sampleAttendee(`${name}@contoso.example`, { kind: 'resource', answer });
const linden = toRoom('linden');
const sam = sampleAttendee('sam@contoso.example');
const declined = (name: string) => sampleAttendee(`${name}@contoso.example`, { answer: 'declined' });
const remoteDay = sampleShift('2026-11-25T08:00:00Z', '2026-11-25T16:00:00Z', { place: { kind: 'remote' } });

const meet = (change: Partial<CalendarEvent> = {}): CalendarEvent =>
  sampleEvent({ time: noon, attendees: [linden, sam], ...change });
const find = (events: readonly CalendarEvent[], more: Partial<GhostSearch> = {}) =>
  listGhosts({ events, shifts: [], zone: 'Europe/Amsterdam', now, ...more }).map(
    ({ event, room, reason }) => `${event.id} ${room.name}: ${reason.kind}`,
  );

describe('listGhosts', () => {
  it('finds nothing in a meeting that somebody may come to', () => {
    expect(find([meet()])).toEqual([]);
  });

  it('finds the room of a meeting that everybody else declined', () => {
    const attendees = [linden, declined('kim'), declined('jo')];
    const [ghost] = listGhosts({ events: [meet({ attendees })], shifts: [], zone: 'UTC', now });
    expect(ghost?.reason).toEqual({ kind: 'allDeclined', count: 2 });
    expect(find([meet({ attendees: [...attendees, sam] })])).toEqual([]);
  });

  it('does not take a meeting of nobody but me for one that everybody declined', () => {
    expect(find([meet({ attendees: [linden] })])).toEqual([]);
  });

  it('finds the room of a cancelled meeting', () => {
    expect(find([meet({ isCancelled: true })])).toEqual(['event linden: cancelled']);
  });

  it.each<[string, Partial<CalendarEvent>]>([
    ['that others organize', { isOrganizer: false }],
    ['that runs already', { time: timed('2026-11-24T08:30:00Z', '2026-11-24T10:00:00Z') }],
    ['that is over', { time: timed('2026-11-23T08:30:00Z', '2026-11-23T10:00:00Z') }],
    ['that is still being booked', { holdMark: '{"v":1}' }],
    ['whose room declined', { attendees: [toRoom('linden', 'declined'), declined('sam')] }],
    ['without a room', { attendees: [declined('sam')] }],
  ])('leaves alone a meeting %s', (_, change) => {
    expect(find([meet({ attendees: [linden, declined('sam')], isCancelled: true, ...change })])).toEqual([]);
  });

  describe('two rooms held at once', () => {
    const other = (change: Partial<CalendarEvent> = {}) =>
      meet({ id: 'other', attendees: [toRoom('oak'), sam], ...change });

    it('finds both of two meetings at the same time, each naming the other', () => {
      expect(find([meet(), other()])).toEqual(['event linden: twoRooms', 'other oak: twoRooms']);
    });

    it.each([
      ['touch at an end', timed('2026-11-25T13:00:00Z', '2026-11-25T14:00:00Z'), 0],
      ['overlap by a minute', timed('2026-11-25T12:59:00Z', '2026-11-25T14:00:00Z'), 2],
      ['lie on one day, one of them all day', allDay('2026-11-25', '2026-11-26'), 2],
      ['lie on two days, one of them all day', allDay('2026-11-26', '2026-11-27'), 0],
    ])('when they %s', (_, time, count) => {
      expect(find([meet(), other({ time })])).toHaveLength(count);
    });

    it('does not hold a meeting against me that is given back anyway', () => {
      expect(find([meet(), other({ isCancelled: true })])).toEqual(['other oak: cancelled']);
    });

    it('finds both rooms of one meeting, but no pair of rooms in two buildings', () => {
      const events = [meet({ attendees: [linden, toRoom('oak'), sam] })];
      expect(find(events)).toEqual(['event linden: twoRooms', 'event oak: twoRooms']);
      const buildingOf = (address: string) => (address.startsWith('oak') ? 'Harbour' : 'HQ');
      expect(find(events, { buildingOf })).toEqual([]);
      expect(find(events, { buildingOf: () => 'HQ' })).toHaveLength(2);
    });

    it('counts a room that is listed twice once', () => {
      expect(find([meet({ attendees: [linden, { ...linden, address: 'LINDEN@contoso.example' }, sam] })])).toEqual([]);
    });
  });

  describe('a day on which I am remote', () => {
    const search = { shifts: [remoteDay] };

    it('is no reason while somebody may be on site', () => {
      expect(find([meet()], search)).toEqual([]);
      expect(find([meet()], { ...search, whereIs: () => 'onSite' })).toEqual([]);
    });

    it.each(['remote', 'off'] as const)('is one when everybody who may come is %s', (where) => {
      expect(find([meet()], { ...search, whereIs: () => where })).toEqual(['event linden: remote']);
    });

    it('is one when nobody else may come', () => {
      expect(find([meet({ attendees: [linden] })], search)).toEqual(['event linden: remote']);
    });

    it('is none for the half day that I spend in the office, or when I am not known to work', () => {
      const office = sampleShift('2026-11-25T11:00:00Z', '2026-11-25T16:00:00Z');
      const events = [meet({ attendees: [linden] })];
      expect(find(events, { shifts: [{ ...remoteDay, end: office.start }, office] })).toEqual([]);
      expect(find(events)).toEqual([]);
    });

    it('counts for a meeting after the shift, by the day in my zone', () => {
      const time = timed('2026-11-25T22:30:00Z', '2026-11-25T22:50:00Z');
      expect(find([meet({ time, attendees: [linden] })], search)).toEqual(['event linden: remote']);
      const nextDay = timed('2026-11-25T23:30:00Z', '2026-11-25T23:50:00Z');
      expect(find([meet({ time: nextDay, attendees: [linden] })], search)).toEqual([]);
    });
  });
});
