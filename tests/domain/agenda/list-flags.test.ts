import type { AgendaFlag } from '../../../src/domain/agenda/agenda-day.ts';
import { buildAgenda } from '../../../src/domain/agenda/build-agenda.ts';
import type { CalendarEvent } from '../../../src/domain/agenda/calendar-event.ts';
import type { Shift } from '../../../src/domain/shifts/shift.ts';
import { allDay, ASKED, sampleAttendee, sampleEvent, timed } from '../samples/sample-event.ts';
import { sampleShift } from '../samples/sample-shift.ts';

/** Tuesday, 9:00 to 17:00 on a wall in Amsterdam. */
const office = sampleShift('2026-11-24T08:00:00Z', '2026-11-24T16:00:00Z');
const remote: Shift = { ...office, place: { kind: 'remote' } };
const dayOff = sampleShift('2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z', { place: { kind: 'off' } });
const night = sampleShift('2026-11-24T21:00:00Z', '2026-11-25T05:00:00Z');

/** Flags of the one event that somebody asked me to, wherever in the week it stands. */
function flagsOf(
  time: CalendarEvent['time'],
  shifts: readonly Shift[],
  change: Partial<CalendarEvent> = {},
): readonly AgendaFlag[] {
  const days = buildAgenda({
    events: [sampleEvent({ ...ASKED, ...change, time })],
    shifts,
    zone: 'Europe/Amsterdam',
    from: Temporal.PlainDate.from('2026-11-22'),
    days: 7,
  });
  return days.flatMap(({ entries }) => entries.flatMap(({ flags }) => flags));
}

const inside = timed('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z');
const late = timed('2026-11-24T15:30:00Z', '2026-11-24T16:30:00Z');

describe('outsideShift', () => {
  it.each([
    ['inside', inside, false],
    ['that fills the shift', timed('2026-11-24T08:00:00Z', '2026-11-24T16:00:00Z'), false],
    ['that starts as the shift starts', timed('2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z'), false],
    ['that ends as the shift ends', timed('2026-11-24T15:00:00Z', '2026-11-24T16:00:00Z'), false],
    ['that ends as the shift starts', timed('2026-11-24T07:00:00Z', '2026-11-24T08:00:00Z'), true],
    ['that starts as the shift ends', timed('2026-11-24T16:00:00Z', '2026-11-24T17:00:00Z'), true],
    ['that starts a minute early', timed('2026-11-24T07:59:00Z', '2026-11-24T09:00:00Z'), true],
    ['that ends a minute late', timed('2026-11-24T15:00:00Z', '2026-11-24T16:01:00Z'), true],
    ['of no length inside', timed('2026-11-24T09:00:00Z', '2026-11-24T09:00:00Z'), false],
    ['of no length as the shift starts', timed('2026-11-24T08:00:00Z', '2026-11-24T08:00:00Z'), false],
    ['of no length as the shift ends', timed('2026-11-24T16:00:00Z', '2026-11-24T16:00:00Z'), false],
    ['of no length later', timed('2026-11-24T18:00:00Z', '2026-11-24T18:00:00Z'), true],
    ['that crosses midnight', timed('2026-11-24T15:00:00Z', '2026-11-25T00:00:00Z'), true],
    ['of more than a day', timed('2026-11-24T09:00:00Z', '2026-11-26T10:00:00Z'), true],
  ])('of an event %s', (_, time, isFlagged) => {
    expect(flagsOf(time, [office])).toEqual(isFlagged ? ['outsideShift'] : []);
  });

  it.each([
    ['cancelled', { isCancelled: true }],
    ['declined', { myAnswer: 'declined' as const }],
    ['shown as free', { showAs: 'free' as const }],
  ])('is not said of an event that is %s', (_, change) => {
    expect(flagsOf(late, [office], change)).toEqual([]);
  });

  it('is not said of an all-day event', () => {
    expect(flagsOf(allDay('2026-11-24', '2026-11-25'), [office])).toEqual([]);
  });

  it('is not said on a day of which nothing is known', () => {
    expect(flagsOf(timed('2026-11-25T03:00:00Z', '2026-11-25T04:00:00Z'), [office])).toEqual([]);
  });

  it('is said on a day off', () => {
    expect(flagsOf(inside, [dayOff])).toEqual(['outsideShift']);
  });

  it('takes touching and overlapping shifts for one stretch of work, and a gap for none', () => {
    const morning = sampleShift('2026-11-24T08:00:00Z', '2026-11-24T12:00:00Z');
    const noon = timed('2026-11-24T11:30:00Z', '2026-11-24T13:00:00Z');
    expect(flagsOf(noon, [morning, sampleShift('2026-11-24T12:00:00Z', '2026-11-24T16:00:00Z')])).toEqual([]);
    expect(flagsOf(noon, [morning, sampleShift('2026-11-24T11:45:00Z', '2026-11-24T16:00:00Z')])).toEqual([]);
    expect(flagsOf(noon, [morning, sampleShift('2026-11-24T12:30:00Z', '2026-11-24T16:00:00Z')])).toEqual([
      'outsideShift',
    ]);
  });

  it.each([
    ['before it', '2026-11-24T20:00:00Z', '2026-11-24T21:00:00Z', true],
    ['in it, across midnight', '2026-11-24T22:30:00Z', '2026-11-24T23:30:00Z', false],
    ['in it, after midnight', '2026-11-25T01:00:00Z', '2026-11-25T01:30:00Z', false],
    ['that ends as it ends', '2026-11-25T04:30:00Z', '2026-11-25T05:00:00Z', false],
    ['that outlasts it', '2026-11-25T04:30:00Z', '2026-11-25T05:30:00Z', true],
    ['after it, on a day of which nothing is known', '2026-11-25T05:00:00Z', '2026-11-25T06:00:00Z', false],
  ])('of an event by a night shift: %s', (_, start, end, isFlagged) => {
    expect(flagsOf(timed(start, end), [night])).toEqual(isFlagged ? ['outsideShift'] : []);
  });

  it('does not take the early hours after a night shift for time off', () => {
    const off = sampleShift('2026-11-24T23:00:00Z', '2026-11-25T23:00:00Z', { place: { kind: 'off' } });
    expect(flagsOf(timed('2026-11-25T01:00:00Z', '2026-11-25T01:30:00Z'), [night, off])).toEqual([]);
    expect(flagsOf(timed('2026-11-25T05:00:00Z', '2026-11-25T06:00:00Z'), [night, off])).toEqual(['outsideShift']);
  });

  it.each([
    ['spring', '2026-03-28T22:00:00Z', '2026-03-29T05:00:00Z'],
    ['autumn', '2026-10-24T21:00:00Z', '2026-10-25T06:00:00Z'],
  ])('counts the real hours of a night shift through the change in %s', (_, start, end) => {
    const shift = sampleShift(start, end);
    const from = Temporal.PlainDate.from(start.slice(0, 10));
    const flags = (time: CalendarEvent['time']): readonly AgendaFlag[] =>
      buildAgenda({
        events: [sampleEvent({ ...ASKED, time })],
        shifts: [shift],
        zone: 'Europe/Amsterdam',
        from,
        days: 2,
      }).flatMap(({ entries }) => entries.flatMap((entry) => entry.flags));
    const after = Temporal.Instant.from(end).add({ minutes: 1 }).toString();
    expect(flags(timed(start, end))).toEqual([]);
    expect(flags(timed(start, after))).toEqual(['outsideShift']);
  });

  it('is said once of an event of many days, on its first', () => {
    expect(flagsOf(timed('2026-11-23T09:00:00Z', '2026-11-26T10:00:00Z'), [office, dayOff])).toEqual([]);
    expect(flagsOf(timed('2026-11-24T09:00:00Z', '2026-11-27T10:00:00Z'), [office])).toEqual(['outsideShift']);
  });
});

describe('an appointment of my own', () => {
  const { isOrganizer, myAnswer } = sampleEvent({ time: inside });
  const own = { isOrganizer, myAnswer, locations: [{ name: 'Praxis am Markt' }] };
  const sam = sampleAttendee('sam@contoso.example');
  const room = sampleAttendee('boardroom@contoso.example', { kind: 'resource', answer: 'accepted' });

  it('with nobody else and no room is no conflict with a shift, a day off or a day at home', () => {
    expect(flagsOf(timed('2026-11-24T18:00:00Z', '2026-11-24T19:00:00Z'), [office], own)).toEqual([]);
    expect(flagsOf(late, [office], own)).toEqual([]);
    expect(flagsOf(inside, [dayOff], own)).toEqual([]);
    expect(flagsOf(inside, [remote], own)).toEqual([]);
    // a room that was never asked is held for nobody
    expect(flagsOf(inside, [remote], { ...own, locations: [{ name: 'Boardroom', address: room.address }] })).toEqual(
      [],
    );
  });

  it.each([
    ['with somebody else', { attendees: [sam] }],
    ['with a room', { attendees: [room] }],
  ])('%s is one', (_, change) => {
    expect(flagsOf(inside, [dayOff], { ...own, ...change })).toEqual(['outsideShift']);
    expect(flagsOf(inside, [remote], { ...own, ...change })).toEqual(['inPersonOnRemoteDay']);
  });

  it('to which somebody else asked me is one', () => {
    expect(flagsOf(inside, [dayOff], { ...own, ...ASKED })).toEqual(['outsideShift']);
  });
});

describe('inPersonOnRemoteDay', () => {
  const room = sampleAttendee('boardroom@contoso.example', { kind: 'resource', answer: 'accepted' });
  const gate = { locations: [{ name: 'Gate 2' }] };

  it.each([
    ['a room', { attendees: [room] }, true],
    ['a place', gate, true],
    ['a place with an address', { locations: [{ name: '', address: 'boardroom@contoso.example' }] }, true],
    ['a room and a join link', { attendees: [room], joinUrl: 'https://teams.example/1' }, false],
    ['no place', {}, false],
    ['a blank place', { locations: [{ name: '  ' }] }, false],
    ['a place online', { locations: [{ name: 'Microsoft Teams Meeting' }] }, false],
    ['a place online, in Dutch', { locations: [{ name: 'Microsoft Teams-vergadering' }] }, false],
    ['an address to join at', { locations: [{ name: 'https://zoom.example/j/1' }] }, false],
    ['a place, and an address to join at', { locations: [{ name: 'Gate 2' }, { name: 'https://x.example/1' }] }, false],
    ['a place, out of office', { ...gate, showAs: 'oof' as const }, false],
    ['a place, cancelled', { ...gate, isCancelled: true }, false],
    ['a place, declined', { ...gate, myAnswer: 'declined' as const }, false],
  ])('of an event with %s', (_, change, isFlagged) => {
    expect(flagsOf(inside, [remote], change)).toEqual(isFlagged ? ['inPersonOnRemoteDay'] : []);
  });

  it('is not said in the office, on a day of unknown place, or where nothing is known', () => {
    const unknown: Shift = { ...office, place: { kind: 'unknown' } };
    for (const shifts of [[office], [unknown], []]) expect(flagsOf(inside, shifts, gate)).toEqual([]);
  });

  it('asks the shift that the event overlaps, not one that it touches', () => {
    const morning = sampleShift('2026-11-24T08:00:00Z', '2026-11-24T12:00:00Z', { place: { kind: 'remote' } });
    const afternoon = sampleShift('2026-11-24T12:00:00Z', '2026-11-24T16:00:00Z');
    const flags = (start: string, end: string): readonly AgendaFlag[] =>
      flagsOf(timed(`2026-11-24T${start}Z`, `2026-11-24T${end}Z`), [morning, afternoon], gate);
    expect(flags('12:00:00', '13:00:00')).toEqual(['travel']);
    expect(flags('11:59:00', '13:00:00')).toEqual(['inPersonOnRemoteDay']);
    expect(flags('11:00:00', '12:00:00')).toEqual(['inPersonOnRemoteDay']);
    expect(flags('12:00:00', '12:00:00')).toEqual(['travel']);
    expect(flags('07:00:00', '08:00:00')).toEqual(['outsideShift']);
    expect(flags('08:00:00', '08:00:00')).toEqual(['inPersonOnRemoteDay']);
  });

  it('holds for an all-day event on a remote day', () => {
    expect(flagsOf(allDay('2026-11-24', '2026-11-25'), [remote], gate)).toEqual(['inPersonOnRemoteDay']);
    expect(flagsOf(allDay('2026-11-25', '2026-11-26'), [remote], gate)).toEqual([]);
    expect(flagsOf(allDay('2026-11-24', '2026-11-25'), [remote], { ...gate, showAs: 'free' })).toEqual([]);
  });

  it('follows a remote night past midnight', () => {
    const remoteNight: Shift = { ...night, place: { kind: 'remote' } };
    expect(flagsOf(timed('2026-11-25T01:00:00Z', '2026-11-25T02:00:00Z'), [remoteNight], gate)).toEqual([
      'inPersonOnRemoteDay',
    ]);
  });
});

describe('roomDeclined', () => {
  const declined = sampleAttendee('boardroom@contoso.example', { kind: 'resource', answer: 'declined' });

  it('is said when a room said no, also of an all-day event and without shifts', () => {
    expect(flagsOf(inside, [], { attendees: [declined] })).toEqual(['roomDeclined']);
    expect(flagsOf(allDay('2026-11-24', '2026-11-26'), [], { attendees: [declined] })).toEqual(['roomDeclined']);
  });

  it('is not said when a person said no, nor of an event that is cancelled', () => {
    expect(flagsOf(inside, [], { attendees: [{ ...declined, kind: 'required' }] })).toEqual([]);
    expect(flagsOf(inside, [], { attendees: [declined], isCancelled: true })).toEqual([]);
  });
});

describe('listFlags', () => {
  it('tells the worst first', () => {
    const declined = sampleAttendee('boardroom@contoso.example', { kind: 'resource', answer: 'declined' });
    expect(flagsOf(late, [remote], { attendees: [declined] })).toEqual([
      'roomDeclined',
      'inPersonOnRemoteDay',
      'outsideShift',
    ]);
  });
});
