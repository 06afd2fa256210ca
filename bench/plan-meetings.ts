/** What `npm run bench:planning` measures of the planner: a meeting of many people, two weeks, all rooms of a large organisation. */
import 'temporal-polyfill/global';
import { explainTime } from '../src/domain/planning/explain-time.ts';
import { groupRefusals, listRefusedStretches, listRelaxations } from '../src/domain/planning/group-refusals.ts';
import { pickTimes } from '../src/domain/planning/pick-times.ts';
import { toPlanGrid } from '../src/domain/planning/plan-grid.ts';
import { planMeeting } from '../src/domain/planning/plan-meeting.ts';
import type { PlanMode, PlanPerson, PlanRequest } from '../src/domain/planning/plan-request.ts';
import type { BusyBlock } from '../src/domain/rooms/free-busy.ts';
import type { Room } from '../src/domain/rooms/room.ts';
import { toTakenSlots } from '../src/domain/rooms/slot-grid.ts';

const DAYS = 14;
const QUARTER_MS = 900_000;
const ZONE = 'Europe/Berlin';
const FIRST = '2026-11-23';
const RUNS = 15;

const startMs = Temporal.PlainDate.from(FIRST).toZonedDateTime(ZONE).epochMilliseconds;
const at = (quarter: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(startMs + quarter * QUARTER_MS);

/** Spread over the two weeks, the same for the same number. */
const toBlocks = (index: number, count: number): readonly BusyBlock[] =>
  Array.from({ length: count }, (_, number) => {
    const from = (index * 37 + number * 19) % (DAYS * 96 - 4);
    return { start: at(from), end: at(from + 3), status: 'busy' };
  });

/** Nine hours a day from Monday to Friday, in one of twenty buildings. */
function toPerson(index: number): PlanPerson {
  const days = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11];
  const building = `Building ${index % 20}`;
  return {
    address: `person${index}@contoso.example`,
    name: `Person ${index}`,
    kind: index === 0 ? 'me' : index % 3 === 0 ? 'required' : 'optional',
    freeBusy: { state: 'known', blocks: toBlocks(index, 12) },
    workingHours: {
      daysOfWeek: [1, 2, 3, 4, 5],
      start: Temporal.PlainTime.from('08:00'),
      end: Temporal.PlainTime.from('17:00'),
      zone: ZONE,
    },
    stretches: days.map((day) => ({
      ...{ start: at(day * 96 + 28), end: at(day * 96 + 68) },
      ...{ kind: 'office', building },
    })),
    isRostered: true,
  };
}

const toRoom = (index: number): Room => ({
  address: `room${index}@contoso.example`,
  name: `Room ${index}`,
  capacity: 2 + (index % 60),
  building: `Building ${index % 20}`,
  floorNumber: index % 7,
  bookingType: 'standard',
  equipment: [],
  tags: [],
});

/** Median and worst milliseconds from the answers, as they are kept, to the times on screen with all their reasons. */
export function timePlanning(peopleCount: number, roomCount: number, mode: PlanMode) {
  const request: PlanRequest = {
    people: Array.from({ length: peopleCount }, (_, index) => toPerson(index)),
    lengthMinutes: 60,
    window: {
      ...{ first: Temporal.PlainDate.from(FIRST), days: DAYS },
      ...{ opens: Temporal.PlainTime.from('00:00'), closes: Temporal.PlainTime.from('00:00') },
    },
    ...{ weeks: 1, mode, zone: ZONE, now: at(0), allowsOutside: true, handovers: [], homeBuilding: 'Building 0' },
  };
  const grid = toPlanGrid(request);
  let takenMs = 0;
  const rooms = Array.from({ length: roomCount }, (_, index) => {
    const blocks = toBlocks(index, 70);
    const before = performance.now();
    const taken = toTakenSlots(blocks, grid);
    takenMs += performance.now() - before;
    return { room: toRoom(index), taken };
  });
  let shown = 0;
  const times = Array.from({ length: RUNS }, () => {
    const before = performance.now();
    const plan = planMeeting({ request, grid: toPlanGrid(request), rooms });
    shown = pickTimes(plan, 6).map((time) => explainTime(time, plan)).length;
    groupRefusals(plan);
    listRefusedStretches(plan);
    listRelaxations(plan);
    return performance.now() - before;
  }).sort((a, b) => a - b);
  const [medianMs = Infinity, worstMs = Infinity] = [times[RUNS >> 1], times.at(-1)];
  return { looked: grid.times.length, shown, takenMs, medianMs, worstMs };
}
