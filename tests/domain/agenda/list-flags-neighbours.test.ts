import type { AgendaFlag } from '../../../src/domain/agenda/agenda-day.ts';
import { buildAgenda } from '../../../src/domain/agenda/build-agenda.ts';
import type { CalendarEvent } from '../../../src/domain/agenda/calendar-event.ts';
import type { Shift } from '../../../src/domain/shifts/shift.ts';
import { ASKED, sampleAttendee, sampleEvent, timed } from '../samples/sample-event.ts';
import { sampleShift } from '../samples/sample-shift.ts';

/** Tuesday, 9:00 to 17:00 on a wall in Amsterdam. */
const office = sampleShift('2026-11-24T08:00:00Z', '2026-11-24T16:00:00Z');
const remote: Shift = { ...office, place: { kind: 'remote' } };

/** Flags of the one event, wherever in the week it stands. */
function flagsOf(
  time: CalendarEvent['time'],
  shifts: readonly Shift[],
  change: Partial<CalendarEvent> = {},
): readonly AgendaFlag[] {
  const days = buildAgenda({
    events: [sampleEvent({ ...change, time })],
    shifts,
    zone: 'Europe/Amsterdam',
    from: Temporal.PlainDate.from('2026-11-22'),
    days: 7,
  });
  return days.flatMap(({ entries }) => entries.flatMap(({ flags }) => flags));
}

const inside = timed('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z');

describe('doubleBooked', () => {
  const flagsById = (events: readonly CalendarEvent[]): Record<string, readonly AgendaFlag[]> =>
    Object.fromEntries(
      buildAgenda({
        events,
        shifts: [office],
        zone: 'Europe/Amsterdam',
        from: Temporal.PlainDate.from('2026-11-24'),
        days: 1,
      }).flatMap(({ entries }) => entries.map(({ event, flags }) => [event.id, flags])),
    );
  const at = (id: string, start: string, end: string, change: Partial<CalendarEvent> = {}): CalendarEvent =>
    sampleEvent({ id, time: timed(`2026-11-24T${start}:00Z`, `2026-11-24T${end}:00Z`), ...change });

  it('is said once, of the later of two', () => {
    expect(flagsById([at('b', '09:30', '10:30'), at('a', '09:00', '10:00')])).toEqual({ a: [], b: ['doubleBooked'] });
  });

  it('is said of what lies inside a long one though a short one is over', () => {
    expect(flagsById([at('a', '09:00', '12:00'), at('b', '09:15', '09:30'), at('c', '11:00', '11:30')])).toEqual({
      a: [],
      b: ['doubleBooked'],
      c: ['doubleBooked'],
    });
  });

  it.each([
    ['touches only', at('b', '10:00', '11:00')],
    ['is declined', at('b', '09:30', '10:30', { myAnswer: 'declined' })],
    ['is cancelled', at('b', '09:30', '10:30', { isCancelled: true })],
    ['is shown as free', at('b', '09:30', '10:30', { showAs: 'free' })],
    ['has no length', at('b', '09:30', '09:30')],
  ])('is not said of one that %s', (_, other) => {
    expect(flagsById([at('a', '09:00', '10:00'), other])['b']).toEqual([]);
  });
});

describe('otherBuilding', () => {
  const inRoom = (id: string, room: string, start: string, end: string): CalendarEvent =>
    sampleEvent({
      id,
      time: timed(`2026-11-24T${start}:00Z`, `2026-11-24T${end}:00Z`),
      attendees: [sampleAttendee(`${room}@x.example`, { kind: 'resource', answer: 'accepted' })],
    });
  const flagsOfSecond = (second: CalendarEvent, isKnown = true): readonly AgendaFlag[] =>
    buildAgenda({
      events: [inRoom('a', 'hq', '09:00', '10:00'), second],
      shifts: [office],
      zone: 'Europe/Amsterdam',
      from: Temporal.PlainDate.from('2026-11-24'),
      days: 1,
      ...(isKnown ? { buildingOf: (address: string) => address.split('@')[0] } : {}),
    }).flatMap(({ entries }) => entries.flatMap(({ event, flags }) => (event.id === 'b' ? flags : [])));

  it.each([
    ['back to back', inRoom('b', 'river', '10:00', '11:00'), ['otherBuilding']],
    ['ten minutes later', inRoom('b', 'river', '10:10', '11:00'), ['otherBuilding']],
    ['a quarter of an hour later', inRoom('b', 'river', '10:15', '11:00'), []],
    ['in the same building', inRoom('b', 'hq', '10:00', '11:00'), []],
  ])('of a meeting %s', (_, second, expected) => {
    expect(flagsOfSecond(second)).toEqual(expected);
  });

  it('is not said where the buildings are not known', () => {
    expect(flagsOfSecond(inRoom('b', 'river', '10:00', '11:00'), false)).toEqual([]);
  });
});

describe('noRoom', () => {
  const colleague = sampleAttendee('sam@x.example', { answer: 'accepted' });
  it.each([
    ['mine, with people and without a place', { attendees: [colleague] }, ['noRoom']],
    ['with a link to join', { attendees: [colleague], joinUrl: 'https://teams.example/1' }, []],
    ['with a place in words', { attendees: [colleague], locations: [{ name: 'Lobby' }] }, []],
    ['of nobody but me', {}, []],
    ['that somebody else organizes', { attendees: [colleague], isOrganizer: false, myAnswer: 'accepted' as const }, []],
  ])('of a meeting %s', (_, change, expected) => {
    expect(flagsOf(inside, [office], change)).toEqual(expected);
  });

  it('is not said of a remote day', () => {
    expect(flagsOf(inside, [remote], { attendees: [colleague] })).toEqual([]);
  });

  it.each([
    ['with a link, somebody on site', { joinUrl: 'https://teams.example/1' }, 'some', ['noRoom']],
    ['without a link, somebody on site', {}, 'some', ['noRoom']],
    ['without a link, surely nobody on site', {}, 'none', []],
    ['with a link, not known who is on site', { joinUrl: 'https://teams.example/1' }, undefined, []],
    ['with a room, somebody on site', { locations: [{ name: 'Lobby' }] }, 'some', []],
  ] as const)('knows people where it can: a meeting %s', (_, change, onSite, expected) => {
    const [day] = buildAgenda({
      events: [sampleEvent({ time: inside, attendees: [colleague], ...change })],
      shifts: [office],
      zone: 'Europe/Amsterdam',
      from: Temporal.PlainDate.from('2026-11-24'),
      days: 1,
      onSiteOf: () => onSite,
    });
    expect(day?.entries[0]?.flags).toEqual(expected);
  });
});

describe('travel', () => {
  const morning = sampleShift('2026-11-24T08:00:00Z', '2026-11-24T11:00:00Z', { place: { kind: 'remote' } });
  const afternoon = sampleShift('2026-11-24T11:15:00Z', '2026-11-24T16:00:00Z');
  const alone = { locations: [{ name: 'Lobby' }] };
  const place = { ...alone, ...ASKED };
  it.each([
    ['as the office shift begins', timed('2026-11-24T11:15:00Z', '2026-11-24T12:00:00Z'), place, ['travel']],
    ['an hour after the remote one', timed('2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z'), place, []],
    ['of mine with nobody else', timed('2026-11-24T11:15:00Z', '2026-11-24T12:00:00Z'), alone, []],
    ['online', timed('2026-11-24T11:15:00Z', '2026-11-24T12:00:00Z'), { joinUrl: 'https://teams.example/1' }, []],
  ])('of a meeting %s', (_, time, change, expected) => {
    expect(flagsOf(time, [morning, afternoon], change)).toEqual(expected);
  });
});

describe('unanswered', () => {
  it.each([
    ['an invitation', { isOrganizer: false, myAnswer: 'none' as const }, ['unanswered']],
    ['one I accepted', { isOrganizer: false, myAnswer: 'accepted' as const }, []],
    ['my own meeting', {}, []],
  ])('of %s', (_, change, expected) => {
    expect(flagsOf(inside, [office], change)).toEqual(expected);
  });
});
