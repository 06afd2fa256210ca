/** What sources said of colleagues, for tests: everything answered, and nothing said, unless told otherwise. */
import type { BusyBlock, BusyStatus } from '../../../src/domain/rooms/free-busy.ts';
import type { ColleagueKnowledge } from '../../../src/domain/shifts/colleague-knowledge.ts';
import type { ColleagueShift } from '../../../src/domain/shifts/whereabouts.ts';
import type { Interval } from '../../../src/domain/time/intervals.ts';

export const span = (start: string, end: string): Interval => ({
  start: Temporal.Instant.from(start),
  end: Temporal.Instant.from(end),
});

export function sampleKnowledge(change: Partial<ColleagueKnowledge> = {}): ColleagueKnowledge {
  return {
    shifts: { told: { shifts: [], problems: [] } },
    presence: { told: { asOf: Temporal.Instant.from('2026-11-23T09:00:00Z'), places: new Map() } },
    freeBusy: { told: new Map() },
    ...change,
  };
}

export const sampleColleagueShift = (
  start: string,
  end: string,
  change: Partial<ColleagueShift> = {},
): ColleagueShift => ({
  ...span(start, end),
  ...{ userObjectId: 'SAM-ID', kind: 'shift', teamId: 't1', team: 'Front desk', building: 'HQ' },
  ...change,
});

export const block = (start: string, end: string, status: BusyStatus): BusyBlock => ({ ...span(start, end), status });
