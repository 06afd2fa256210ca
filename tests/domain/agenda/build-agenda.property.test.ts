import fc from 'fast-check';
import type { AgendaDay } from '../../../src/domain/agenda/agenda-day.ts';
import { buildAgenda } from '../../../src/domain/agenda/build-agenda.ts';
import type { CalendarEvent, EventTime } from '../../../src/domain/agenda/calendar-event.ts';
import { chooseShifts } from '../../../src/domain/shifts/choose-shifts.ts';
import type { Shift } from '../../../src/domain/shifts/shift.ts';
import { sampleAttendee, sampleEvent } from '../samples/sample-event.ts';

const zones = ['Europe/Amsterdam', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland'];
/** Days around both changes of the clock in each of the zones, and a quiet week. */
const firstDays = ['2026-03-07', '2026-03-28', '2026-04-04', '2026-09-26', '2026-10-24', '2026-10-31', '2026-11-23'];
const minute = 60_000;

const world = fc.record({
  zone: fc.constantFrom(...zones),
  from: fc.constantFrom(...firstDays).map((text) => Temporal.PlainDate.from(text)),
  days: fc.integer({ min: 1, max: 6 }),
});
const stretch = fc.record({
  startMinutes: fc.integer({ min: -3 * 1_440, max: 8 * 1_440 }).map((value) => value - (value % 15)),
  minutes: fc
    .oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 4 * 1_440 }))
    .map((value) => value - (value % 15)),
});
const eventSeed = fc.record({
  id: fc.integer({ min: 0, max: 30 }),
  stretch,
  isAllDay: fc.boolean(),
  isCancelled: fc.boolean(),
  hasPlace: fc.boolean(),
  hasDeclinedRoom: fc.boolean(),
  myAnswer: fc.constantFrom('accepted' as const, 'declined' as const, 'organizer' as const),
});
const shiftSeed = fc.record({
  stretch,
  kind: fc.constantFrom('office' as const, 'remote' as const, 'off' as const, 'unknown' as const),
  source: fc.constantFrom('workPlan' as const, 'teamsShifts' as const, 'workingHours' as const),
});

function toTime(
  base: Temporal.PlainDate,
  zone: string,
  { startMinutes, minutes }: { startMinutes: number; minutes: number },
) {
  const start = base.toZonedDateTime(zone).toInstant().epochMilliseconds + startMinutes * minute;
  return {
    start: Temporal.Instant.fromEpochMilliseconds(start),
    end: Temporal.Instant.fromEpochMilliseconds(start + minutes * minute),
  };
}

function toEvent(
  base: Temporal.PlainDate,
  zone: string,
  seed: typeof eventSeed extends fc.Arbitrary<infer S> ? S : never,
): CalendarEvent {
  const { start, end } = toTime(base, zone, seed.stretch);
  const date = base.add({ days: Math.floor(seed.stretch.startMinutes / 1_440) });
  const time: EventTime = seed.isAllDay
    ? { kind: 'allDay', start: date, end: date.add({ days: Math.ceil(seed.stretch.minutes / 1_440) }) }
    : { kind: 'timed', start, end };
  const room = sampleAttendee('room@contoso.example', { kind: 'resource', answer: 'declined' });
  return sampleEvent({
    id: `e${seed.id}`,
    time,
    isCancelled: seed.isCancelled,
    myAnswer: seed.myAnswer,
    attendees: seed.hasDeclinedRoom ? [room] : [],
    locations: seed.hasPlace ? [{ name: 'Gate 2' }] : [],
  });
}

function toShifts(
  base: Temporal.PlainDate,
  zone: string,
  seeds: readonly (typeof shiftSeed extends fc.Arbitrary<infer S> ? S : never)[],
): readonly Shift[] {
  const all = seeds.map(({ stretch: piece, kind, source }, index): Shift => ({
    id: `s${index}`,
    ...toTime(base, zone, piece),
    place: { kind },
    source,
    activities: [],
  }));
  const of = (source: Shift['source']): readonly Shift[] => all.filter((shift) => shift.source === source);
  return chooseShifts({
    workPlan: of('workPlan'),
    teamsShifts: of('teamsShifts'),
    workingHours: of('workingHours'),
    order: ['teamsShifts', 'workPlan', 'workingHours'],
    zone,
  });
}

/** Plain text, for comparing without knowing the classes of Temporal. */
const told = (days: readonly AgendaDay[]): unknown =>
  JSON.parse(
    JSON.stringify(days.map(({ date, shifts, carriedOver, entries }) => ({ date, shifts, carriedOver, entries }))),
  );

describe('buildAgenda, whatever it is given', () => {
  const property = (check: (input: Parameters<typeof buildAgenda>[0]) => void): void => {
    fc.assert(
      fc.property(
        world,
        fc.array(eventSeed, { maxLength: 25 }),
        fc.array(shiftSeed, { maxLength: 12 }),
        (place, events, shifts) => {
          const { zone, from, days } = place;
          check({
            zone,
            from,
            days,
            events: events.map((seed) => toEvent(from, zone, seed)),
            shifts: toShifts(from, zone, shifts),
          });
        },
      ),
      { numRuns: 150 },
    );
  };

  it('makes of a window exactly the agendas of its days', () => {
    property((input) => {
      const days = Array.from({ length: input.days }, (_, index) =>
        buildAgenda({ ...input, from: input.from.add({ days: index }), days: 1 }),
      ).flat();
      expect(told(buildAgenda(input))).toEqual(told(days));
    });
  });

  it('tells no flag of an event twice, and gives no key twice', () => {
    property((input) => {
      const entries = buildAgenda(input).flatMap((day) => day.entries);
      const flags = entries.flatMap((entry) => entry.flags.map((flag) => `${entry.event.id} ${flag}`));
      expect(new Set(flags).size).toBe(flags.length);
      expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
    });
  });

  it('does not depend on the order in which events and shifts come', () => {
    property((input) => {
      const unique = [...new Map(input.events.map((event) => [event.id, event])).values()];
      const mirrored = { ...input, events: unique.toReversed(), shifts: input.shifts.toReversed() };
      expect(told(buildAgenda(mirrored))).toEqual(told(buildAgenda({ ...input, events: unique })));
    });
  });

  it('shows each timed event of less than a day once at most, and exactly once when it starts within the window', () => {
    property((input) => {
      const week = { ...input, from: input.from.subtract({ days: 5 }), days: 16 };
      const shown = buildAgenda(week).flatMap((day) => day.entries.map(({ event }) => event.id));
      for (const event of new Map(input.events.map((each) => [each.id, each])).values()) {
        if (event.time.kind !== 'timed' || event.time.start.until(event.time.end).total('hours') >= 24) continue;
        expect(shown.filter((id) => id === event.id)).toHaveLength(1);
      }
    });
  });

  it('conserves the time of each day’s shifts: each quarter of an hour of work is free or taken, over every change of the clock', () => {
    const quarter = 15 * minute;
    const listQuarters = ({ start, end }: { start: Temporal.Instant; end: Temporal.Instant }): number[] => {
      const count = (end.epochMilliseconds - start.epochMilliseconds) / quarter;
      return Array.from({ length: count }, (_, index) => start.epochMilliseconds + index * quarter);
    };
    property((input) => {
      const events = [...new Map(input.events.map((event) => [event.id, event])).values()];
      const busy = events.flatMap(({ time, isCancelled, myAnswer }) =>
        time.kind === 'timed' && !isCancelled && myAnswer !== 'declined' ? listQuarters(time) : [],
      );
      for (const { shifts, free } of buildAgenda(input)) {
        const work = new Set(shifts.filter(({ place }) => place.kind !== 'off').flatMap(listQuarters));
        const off = shifts.filter(({ place }) => place.kind === 'off').flatMap(listQuarters);
        const taken = new Set([...busy, ...off].filter((at) => work.has(at)));
        const left = free.flatMap(listQuarters);
        expect(new Set(left).size).toBe(left.length);
        expect(left.every((at) => work.has(at) && !taken.has(at))).toBe(true);
        expect(left.length + taken.size).toBe(work.size);
      }
    });
  });
});
