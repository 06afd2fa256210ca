/** Plans for tests: Tuesday 24 November in Berlin, 9 to 17, an hour for three people in the office. */
import { toPlanGrid } from '../../../src/domain/planning/plan-grid.ts';
import { planMeeting, type Plan } from '../../../src/domain/planning/plan-meeting.ts';
import type { PlanPerson, PlanRequest, PlanStretch } from '../../../src/domain/planning/plan-request.ts';
import type { BusyBlock, BusyStatus } from '../../../src/domain/rooms/free-busy.ts';
import type { Room } from '../../../src/domain/rooms/room.ts';
import { toTakenSlots } from '../../../src/domain/rooms/slot-grid.ts';

const ZONE = 'Europe/Berlin';

/** `24T10:00`: a day of November 2026 and a time in Berlin. */
export const berlin = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(`2026-11-${text}`).toZonedDateTime(ZONE).toInstant();

export const block = (from: string, to: string, status: BusyStatus = 'busy'): BusyBlock => ({
  start: berlin(from),
  end: berlin(to),
  status,
});

export const stretch = (
  from: string,
  to: string,
  kind: PlanStretch['kind'] = 'office',
  building?: string,
): PlanStretch => ({ start: berlin(from), end: berlin(to), kind, ...(building === undefined ? {} : { building }) });

export function samplePerson(name: string, change: Partial<PlanPerson> = {}): PlanPerson {
  return {
    ...{ address: `${name.toLowerCase()}@contoso.example`, name, kind: 'required' },
    ...{ freeBusy: { state: 'known', blocks: [] }, stretches: [], isRostered: false },
    ...change,
  };
}

export function samplePlanRequest(change: Partial<PlanRequest> = {}): PlanRequest {
  return {
    people: [samplePerson('Alex', { kind: 'me' }), samplePerson('Sam'), samplePerson('Robin')],
    lengthMinutes: 60,
    window: {
      ...{ first: Temporal.PlainDate.from('2026-11-24'), days: 1 },
      ...{ opens: Temporal.PlainTime.from('09:00'), closes: Temporal.PlainTime.from('17:00') },
    },
    ...{ weeks: 1, mode: 'inPerson', zone: ZONE, now: berlin('23T08:00'), allowsOutside: false, handovers: [] },
    ...change,
  };
}

/** Without `rooms` none was asked yet. */
export function samplePlan(
  change: Partial<PlanRequest> = {},
  rooms?: readonly { readonly room: Room; readonly blocks?: readonly BusyBlock[] }[],
): Plan {
  const request = samplePlanRequest(change);
  const grid = toPlanGrid(request);
  const answered = rooms?.map(({ room, blocks = [] }) => ({ room, taken: toTakenSlots(blocks, grid) }));
  return planMeeting({ request, grid, rooms: answered });
}
