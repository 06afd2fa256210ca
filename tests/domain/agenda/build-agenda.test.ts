import type { AgendaDay } from '../../../src/domain/agenda/agenda-day.ts';
import { buildAgenda } from '../../../src/domain/agenda/build-agenda.ts';
import type { CalendarEvent } from '../../../src/domain/agenda/calendar-event.ts';
import type { Shift } from '../../../src/domain/shifts/shift.ts';
import { allDay, sampleEvent, timed } from '../samples/sample-event.ts';
import { sampleShift } from '../samples/sample-shift.ts';

const amsterdam = 'Europe/Amsterdam';

function build(
  events: readonly CalendarEvent[],
  shifts: readonly Shift[] = [],
  { zone = amsterdam, from = '2026-11-23', days = 4 } = {},
): readonly AgendaDay[] {
  return buildAgenda({ events, shifts, zone, from: Temporal.PlainDate.from(from), days });
}

/** Each entry as `day: id part` with the true date where it differs. */
function told(agenda: readonly AgendaDay[]): string[] {
  return agenda.flatMap(({ date, entries }) =>
    entries.map((entry) => {
      const trueDate = entry.date.equals(date) ? '' : ` on ${entry.date.toString()}`;
      return `${date.toString()}: ${entry.event.id} ${entry.part}${trueDate}`;
    }),
  );
}

describe('buildAgenda', () => {
  it('answers each day of the window, also the empty ones', () => {
    expect(build([]).map(({ date }) => date.toString())).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
    ]);
    expect(build([], [], { days: 0 })).toEqual([]);
  });

  it.each([
    ['by day', timed('2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z'), ['2026-11-24: e whole']],
    ['that ends at midnight', timed('2026-11-24T22:00:00Z', '2026-11-24T23:00:00Z'), ['2026-11-24: e whole']],
    ['that starts at midnight', timed('2026-11-24T23:00:00Z', '2026-11-24T23:30:00Z'), ['2026-11-25: e whole']],
    ['D18 that crosses midnight', timed('2026-11-24T22:30:00Z', '2026-11-25T01:00:00Z'), ['2026-11-24: e whole']],
    ['D18 of no length', timed('2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z'), ['2026-11-24: e whole']],
    ['D18 of no length at midnight', timed('2026-11-24T23:00:00Z', '2026-11-24T23:00:00Z'), ['2026-11-25: e whole']],
    ['that ends before it starts', timed('2026-11-24T10:00:00Z', '2026-11-24T09:00:00Z'), ['2026-11-24: e whole']],
    ['of a minute short of a day', timed('2026-11-24T10:00:00Z', '2026-11-25T09:59:00Z'), ['2026-11-24: e whole']],
    [
      'D18 of a day and more',
      timed('2026-11-23T10:00:00Z', '2026-11-25T09:00:00Z'),
      ['2026-11-23: e first', '2026-11-24: e middle', '2026-11-25: e last'],
    ],
    ['from midnight to midnight', timed('2026-11-23T23:00:00Z', '2026-11-24T23:00:00Z'), ['2026-11-24: e whole']],
    ['begun before the window', timed('2026-11-20T10:00:00Z', '2026-11-23T09:00:00Z'), ['2026-11-23: e last']],
    [
      'that outlasts the window',
      timed('2026-11-25T10:00:00Z', '2026-12-23T09:00:00Z'),
      ['2026-11-25: e first', '2026-11-26: e middle'],
    ],
    ['over before the window', timed('2026-11-20T10:00:00Z', '2026-11-22T23:00:00Z'), []],
    ['that crosses into the window', timed('2026-11-22T22:00:00Z', '2026-11-23T00:00:00Z'), []],
    ['after the window', timed('2026-11-26T23:00:00Z', '2026-11-27T00:00:00Z'), []],
  ])('puts a timed event %s under its day', (_, time, expected) => {
    expect(told(build([sampleEvent({ id: 'e', time })]))).toEqual(expected);
  });

  it.each([
    ['of one day', allDay('2026-11-24', '2026-11-25'), ['2026-11-24: e whole']],
    [
      'D18 of three days',
      allDay('2026-11-24', '2026-11-27'),
      ['2026-11-24: e first', '2026-11-25: e middle', '2026-11-26: e last'],
    ],
    ['that ends as the window starts', allDay('2026-11-20', '2026-11-23'), []],
    [
      'around the window',
      allDay('2026-11-01', '2026-12-01'),
      ['23', '24', '25', '26'].map((day) => `2026-11-${day}: e middle`),
    ],
    ['whose end is its start', allDay('2026-11-24', '2026-11-24'), ['2026-11-24: e whole']],
  ])('puts an all-day event %s on its dates', (_, time, expected) => {
    expect(told(build([sampleEvent({ id: 'e', time })]))).toEqual(expected);
  });

  it.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'Asia/Kathmandu'])(
    'D18 never shifts an all-day event, read in %s',
    (zone) => {
      const day = sampleEvent({ id: 'e', time: allDay('2026-11-24', '2026-11-25') });
      expect(told(build([day], [], { zone }))).toEqual(['2026-11-24: e whole']);
    },
  );

  it.each([
    ['Europe/Amsterdam', '2026-11-24: e whole'],
    ['Asia/Tokyo', '2026-11-25: e whole'],
    ['America/Los_Angeles', '2026-11-24: e whole'],
    ['Pacific/Kiritimati', '2026-11-25: e whole'],
  ])('D19 puts a timed event under the day that it is in %s', (zone, expected) => {
    const late = sampleEvent({ id: 'e', time: timed('2026-11-24T16:00:00Z', '2026-11-24T17:00:00Z') });
    expect(told(build([late], [], { zone }))).toEqual([expected]);
  });

  it('sorts all-day events first, then by start, end and id', () => {
    const events = [
      sampleEvent({ id: 'z', time: timed('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z') }),
      sampleEvent({ id: 'b', time: timed('2026-11-24T08:00:00Z', '2026-11-24T12:00:00Z') }),
      sampleEvent({ id: 'c', time: timed('2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z') }),
      sampleEvent({ id: 'a', time: timed('2026-11-24T08:00:00Z', '2026-11-24T12:00:00Z') }),
      sampleEvent({ id: 'y', time: allDay('2026-11-24', '2026-11-25') }),
      sampleEvent({ id: 'x', time: allDay('2026-11-23', '2026-11-25') }),
      sampleEvent({ id: 'w', time: timed('2026-11-23T08:00:00Z', '2026-11-25T08:00:00Z') }),
    ];
    const ids = build(events)[1]?.entries.map(({ event }) => event.id);
    expect(ids).toEqual(['x', 'y', 'w', 'c', 'a', 'b', 'z']);
    expect(build(events.toReversed())).toEqual(build(events));
  });

  it('D12 shows an event that came twice once, as it came last', () => {
    const time = timed('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z');
    const moved = timed('2026-11-25T09:00:00Z', '2026-11-25T10:00:00Z');
    const agenda = build([sampleEvent({ id: 'e', time }), sampleEvent({ id: 'e', time: moved })]);
    expect(told(agenda)).toEqual(['2026-11-25: e whole']);
  });

  it('gives every part its own key', () => {
    const agenda = build([
      sampleEvent({ id: 'a', time: allDay('2026-11-20', '2026-12-25') }),
      sampleEvent({ id: 'b', time: timed('2026-11-23T08:00:00Z', '2026-11-25T08:00:00Z') }),
    ]);
    const keys = agenda.flatMap(({ entries }) => entries.map(({ key }) => key));
    expect(keys).toHaveLength(7);
    expect(new Set(keys).size).toBe(7);
  });

  it('D18 keeps cancelled and declined events on their day', () => {
    const time = timed('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z');
    const events = [
      sampleEvent({ id: 'a', time, isCancelled: true }),
      sampleEvent({ id: 'b', time, myAnswer: 'declined', isOrganizer: false }),
    ];
    expect(told(build(events))).toEqual(['2026-11-24: a whole', '2026-11-24: b whole']);
  });

  it('D18 shows 1,000 events of a day', () => {
    const events = Array.from({ length: 1_000 }, (_, index) =>
      sampleEvent({ id: `e${index}`, time: timed('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z') }),
    );
    expect(build(events)[1]?.entries).toHaveLength(1_000);
  });

  it('changes nothing that it was given', () => {
    const events = Object.freeze([
      sampleEvent({ id: 'b', time: timed('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z') }),
      sampleEvent({ id: 'a', time: timed('2026-11-24T08:00:00Z', '2026-11-24T10:00:00Z') }),
    ]);
    const shifts = Object.freeze([
      sampleShift('2026-11-25T08:00:00Z', '2026-11-25T16:00:00Z'),
      sampleShift('2026-11-24T08:00:00Z', '2026-11-24T16:00:00Z'),
    ]);
    expect(() => build(events, shifts)).not.toThrow();
  });
});

describe('buildAgenda with a night shift from Tuesday 22:00 to Wednesday 06:00', () => {
  const night = sampleShift('2026-11-24T21:00:00Z', '2026-11-25T05:00:00Z');
  const place = (start: string, end: string, shifts: readonly Shift[] = [night]): string[] =>
    told(build([sampleEvent({ id: 'e', time: timed(start, end) })], shifts));

  it.each([
    ['before midnight', '2026-11-24T22:00:00Z', '2026-11-24T22:30:00Z', '2026-11-24: e whole'],
    ['across midnight', '2026-11-24T22:30:00Z', '2026-11-24T23:30:00Z', '2026-11-24: e whole'],
    ['at midnight', '2026-11-24T23:00:00Z', '2026-11-24T23:30:00Z', '2026-11-24: e whole on 2026-11-25'],
    ['after midnight', '2026-11-25T01:00:00Z', '2026-11-25T01:30:00Z', '2026-11-24: e whole on 2026-11-25'],
    [
      'of no length after midnight',
      '2026-11-25T01:00:00Z',
      '2026-11-25T01:00:00Z',
      '2026-11-24: e whole on 2026-11-25',
    ],
    ['that outlasts it', '2026-11-25T04:30:00Z', '2026-11-25T06:00:00Z', '2026-11-24: e whole on 2026-11-25'],
    ['that starts as it ends', '2026-11-25T05:00:00Z', '2026-11-25T06:00:00Z', '2026-11-25: e whole'],
  ])('lists an event %s once', (_, start, end, expected) => {
    expect(place(start, end)).toEqual([expected]);
  });

  it('shows the shift under its own day, and as carried over on the next', () => {
    const days = build([], [night]);
    expect(days.map(({ shifts }) => shifts.length)).toEqual([0, 1, 0, 0]);
    expect(days.map(({ carriedOver }) => carriedOver)).toEqual([[], [], [night], []]);
  });

  it('keeps its last night with the last day of the window, and the night before out of the first', () => {
    const event = sampleEvent({ id: 'e', time: timed('2026-11-25T01:00:00Z', '2026-11-25T01:30:00Z') });
    expect(told(build([event], [night], { from: '2026-11-24', days: 1 }))).toEqual([
      '2026-11-24: e whole on 2026-11-25',
    ]);
    expect(told(build([event], [night], { from: '2026-11-25', days: 1 }))).toEqual([]);
    expect(build([], [night], { from: '2026-11-25', days: 1 })[0]?.carriedOver).toEqual([night]);
  });

  it('does not carry over a shift that ends at midnight', () => {
    const late = sampleShift('2026-11-24T15:00:00Z', '2026-11-24T23:00:00Z');
    expect(build([], [late])[2]?.carriedOver).toEqual([]);
    expect(place('2026-11-24T23:00:00Z', '2026-11-24T23:30:00Z', [late])).toEqual(['2026-11-25: e whole']);
  });

  it('takes no events from their days for a weekend on call or for a night off', () => {
    const onCall = sampleShift('2026-11-24T16:00:00Z', '2026-11-26T07:00:00Z');
    const off = sampleShift('2026-11-24T21:00:00Z', '2026-11-25T05:00:00Z', { place: { kind: 'off' } });
    expect(place('2026-11-25T01:00:00Z', '2026-11-25T01:30:00Z', [onCall])).toEqual(['2026-11-25: e whole']);
    expect(place('2026-11-25T01:00:00Z', '2026-11-25T01:30:00Z', [off])).toEqual(['2026-11-25: e whole']);
  });

  it('keeps multi-day and all-day events on their own dates', () => {
    const events = [
      sampleEvent({ id: 'a', time: timed('2026-11-25T01:00:00Z', '2026-11-26T02:00:00Z') }),
      sampleEvent({ id: 'b', time: allDay('2026-11-25', '2026-11-26') }),
    ];
    expect(told(build(events, [night]))).toEqual(['2026-11-25: b whole', '2026-11-25: a first', '2026-11-26: a last']);
  });
});

describe('buildAgenda at a change of the clock', () => {
  it.each([
    ['spring, 23 hours', '2026-03-28T23:00:00Z', '2026-03-29T21:59:00Z', '2026-03-29'],
    ['autumn, 25 hours', '2026-10-24T22:00:00Z', '2026-10-25T22:59:00Z', '2026-10-25'],
  ])('holds the whole day in %s', (_, first, last, date) => {
    const events = [
      sampleEvent({ id: 'a', time: timed(first, first) }),
      sampleEvent({ id: 'b', time: timed(last, last) }),
    ];
    const day = Temporal.PlainDate.from(date);
    expect(told(build(events, [], { from: day.subtract({ days: 1 }).toString(), days: 3 }))).toEqual([
      `${date}: a whole`,
      `${date}: b whole`,
    ]);
  });

  it('keeps both passes of the hour that comes twice, in order', () => {
    const events = [
      sampleEvent({ id: 'second', time: timed('2026-10-25T01:30:00Z', '2026-10-25T01:45:00Z') }),
      sampleEvent({ id: 'first', time: timed('2026-10-25T00:30:00Z', '2026-10-25T00:45:00Z') }),
    ];
    expect(told(build(events, [], { from: '2026-10-25', days: 1 }))).toEqual([
      '2026-10-25: first whole',
      '2026-10-25: second whole',
    ]);
  });

  it('begins a day without midnight at one, as in Cairo', () => {
    const events = [
      sampleEvent({ id: 'before', time: timed('2026-04-23T21:59:00Z', '2026-04-23T22:00:00Z') }),
      sampleEvent({ id: 'after', time: timed('2026-04-23T22:00:00Z', '2026-04-23T22:30:00Z') }),
    ];
    expect(told(build(events, [], { zone: 'Africa/Cairo', from: '2026-04-23', days: 2 }))).toEqual([
      '2026-04-23: before whole',
      '2026-04-24: after whole',
    ]);
  });

  it('takes a night shift of 23:00 to 07:00 for one night also when it is nine hours long', () => {
    const night = sampleShift('2026-10-24T21:00:00Z', '2026-10-25T06:00:00Z');
    const event = sampleEvent({ id: 'e', time: timed('2026-10-25T05:30:00Z', '2026-10-25T06:00:00Z') });
    expect(told(build([event], [night], { from: '2026-10-24', days: 2 }))).toEqual([
      '2026-10-24: e whole on 2026-10-25',
    ]);
  });

  it('tells a day of 25 hours from midnight to midnight as one', () => {
    const event = sampleEvent({ id: 'e', time: timed('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z') });
    expect(told(build([event], [], { from: '2026-10-24', days: 3 }))).toEqual(['2026-10-25: e whole']);
  });
});
