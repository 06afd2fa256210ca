import fc from 'fast-check';
import { planMeeting } from '../../../src/domain/planning/plan-meeting.ts';
import { toPlanGrid } from '../../../src/domain/planning/plan-grid.ts';
import { toInterval } from '../../../src/domain/planning/explain-time.ts';
import type { PlanPerson, PlanRequest, PlanStretch } from '../../../src/domain/planning/plan-request.ts';
import type { BusyBlock, BusyStatus } from '../../../src/domain/rooms/free-busy.ts';
import { toTakenSlots } from '../../../src/domain/rooms/slot-grid.ts';
import { sampleRoom } from '../samples/sample-room.ts';
import { planSlowly, type SlowRoom } from './brute-force.ts';

const QUARTER_MS = 900_000;
const STATUSES: readonly BusyStatus[] = ['tentative', 'busy', 'oof', 'workingElsewhere', 'unknown'];
const BUILDINGS = ['HQ', 'Annex', undefined] as const;
const at = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms);

const quarters = (from: number, to: number) => fc.integer({ min: from, max: to });

/** Blocks around the first three days of the window. */
const toBlocks = (startMs: number, most: number): fc.Arbitrary<readonly BusyBlock[]> =>
  fc.array(
    fc
      .record({
        from: quarters(-8, 288),
        long: quarters(1, 24),
        off: fc.constantFrom(0, 0, 5),
        status: fc.constantFrom(...STATUSES),
      })
      .map(({ from, long, off, status }) => {
        const start = startMs + from * QUARTER_MS + off * 60_000;
        return { start: at(start), end: at(start + long * QUARTER_MS), status };
      }),
    { maxLength: most },
  );

const toStretches = (startMs: number): fc.Arbitrary<readonly PlanStretch[]> =>
  fc.array(
    fc
      .record({
        day: fc.integer({ min: -1, max: 3 }),
        from: quarters(0, 80),
        long: quarters(8, 40),
        kind: fc.constantFrom('office', 'remote', 'onShift', 'off'),
        building: fc.constantFrom(...BUILDINGS),
      })
      .map(({ day, from, long, kind, building }) => {
        const start = startMs + (day * 96 + from) * QUARTER_MS;
        const isThere = kind === 'office' || kind === 'onShift';
        return {
          ...{ start: at(start), end: at(start + long * QUARTER_MS), kind },
          ...(building === undefined || !isThere ? {} : { building }),
        };
      }),
    { maxLength: 4 },
  );

const toPerson = (startMs: number, zones: readonly string[]): fc.Arbitrary<PlanPerson> =>
  fc.record({
    address: fc.constant('someone@contoso.example'),
    name: fc.constant('Someone'),
    kind: fc.constantFrom('required', 'optional'),
    freeBusy: fc.oneof(
      { weight: 5, arbitrary: toBlocks(startMs, 5).map((blocks) => ({ state: 'known' as const, blocks })) },
      { weight: 1, arbitrary: fc.constant({ state: 'unknown' as const }) },
    ),
    workingHours: fc.constantFrom(...zones).map((zone) => ({
      daysOfWeek: [1, 2, 3, 4, 5, 6, 7].filter((day) => day !== 3),
      start: Temporal.PlainTime.from('07:00'),
      end: Temporal.PlainTime.from('21:00'),
      zone,
    })),
    stretches: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: toStretches(startMs) }),
    isRostered: fc.boolean(),
  });

const toRooms = (startMs: number): fc.Arbitrary<readonly SlowRoom[]> =>
  fc
    .array(
      fc.record({
        capacity: fc.constantFrom(1, 2, 3, 8, undefined),
        building: fc.constantFrom('HQ', 'Annex'),
        blocks: toBlocks(startMs, 6),
      }),
      { maxLength: 5 },
    )
    .map((rooms) =>
      rooms.map(({ capacity, building, blocks }, index) => {
        // 0: many directories leave it empty or say so
        return { room: sampleRoom({ name: `Room ${index}`, building, capacity: capacity ?? 0 }), blocks };
      }),
    );

/** The day before each clock change, and an ordinary one; the hours reach over the change where it is at night. */
const CASES = [
  ['Europe/Berlin', '2027-03-27'],
  ['Europe/Berlin', '2026-10-24'],
  ['America/New_York', '2027-03-13'],
  ['America/New_York', '2026-10-31'],
  ['Australia/Lord_Howe', '2026-10-03'],
  ['Australia/Lord_Howe', '2027-04-03'],
  ['Asia/Kathmandu', '2026-11-23'],
] as const;

const toRequest = (zone: string, first: string): fc.Arbitrary<{ request: PlanRequest; rooms: readonly SlowRoom[] }> => {
  const date = Temporal.PlainDate.from(first);
  const startMs = date.toZonedDateTime(zone).epochMilliseconds;
  const people = fc.array(toPerson(startMs, [zone, 'Asia/Tokyo', 'Europe/London']), { minLength: 1, maxLength: 4 });
  const hours = fc.record({ from: fc.integer({ min: 0, max: 23 }), long: fc.integer({ min: 1, max: 4 }) });
  const handovers = fc
    .array(quarters(0, 250), { maxLength: 2 })
    .map((list) =>
      list.map((from) => ({ start: at(startMs + from * QUARTER_MS), end: at(startMs + (from + 2) * QUARTER_MS) })),
    );
  return fc.record({
    request: fc.record({
      people,
      lengthMinutes: fc.constantFrom(15, 30, 60, 90),
      window: fc.tuple(hours, fc.constantFrom(1, 2, 2)).map(([{ from, long }, days]) => ({
        ...{ first: date, days, opens: Temporal.PlainTime.from({ hour: from }) },
        closes: Temporal.PlainTime.from({ hour: (from + long) % 24 }),
      })),
      weeks: fc.constantFrom(1, 1, 2, 3),
      mode: fc.constantFrom('inPerson', 'hybrid', 'online'),
      zone: fc.constant(zone),
      now: fc.constantFrom(at(startMs - QUARTER_MS), at(startMs + 40 * QUARTER_MS + 1)),
      allowsOutside: fc.boolean(),
      handovers,
      homeBuilding: fc.constantFrom('HQ', 'Annex'),
    }),
    rooms: toRooms(startMs),
  });
};

describe('planMeeting', () => {
  it.each(CASES)('answers as looking at everything by itself does, in %s from %s', (zone, first) => {
    fc.assert(
      fc.property(toRequest(zone, first), ({ request, rooms }) => {
        const grid = toPlanGrid(request);
        const plan = planMeeting({
          request,
          grid,
          rooms: rooms.map(({ room, blocks }) => ({ room, taken: toTakenSlots(blocks, grid) })),
        });
        const [best] = plan.ranked;
        const answer = best && {
          start: toInterval(best.slots[0] ?? 0, grid).start.toString(),
          cost: best.cost,
          rooms: best.rooms.map(({ room }) => room.address),
        };
        expect(answer).toEqual(planSlowly(request, rooms));
        expect(plan.ranked.length + plan.refused.length).toBe(grid.times.length);
      }),
      { numRuns: process.env['FULL'] === '1' ? 500 : 40 },
    );
  });
});
