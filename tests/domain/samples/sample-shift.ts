/** Shifts for tests: work in an office unless said otherwise. */
import type { Shift } from '../../../src/domain/shifts/shift.ts';

export function sampleShift(start: string, end: string, change: Partial<Shift> = {}): Shift {
  return {
    id: `${change.source ?? 'workPlan'} ${start}`,
    start: Temporal.Instant.from(start),
    end: Temporal.Instant.from(end),
    place: { kind: 'office', building: 'HQ' },
    source: 'workPlan',
    activities: [],
    ...change,
  };
}
