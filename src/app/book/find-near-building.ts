/** Decides which building is near: where I work when the meeting is. */
import { shiftDay } from '../../domain/shifts/shift-day.ts';
import type { Shift } from '../../domain/shifts/shift.ts';

/** The building of the office shift that the start lies in, else of an office shift of that day; undefined: not in an office, or not known. */
export function findNearBuilding(shifts: readonly Shift[], start: Temporal.Instant, zone: string): string | undefined {
  const date = start.toZonedDateTimeISO(zone).toPlainDate();
  const inOffice = shifts.filter((shift) => shift.place.kind === 'office' && shift.place.building !== undefined);
  const isRunning = (shift: Shift): boolean =>
    Temporal.Instant.compare(shift.start, start) <= 0 && Temporal.Instant.compare(start, shift.end) < 0;
  const found = inOffice.find(isRunning) ?? inOffice.find((shift) => shiftDay(shift, zone).equals(date));
  return found?.place.kind === 'office' ? found.place.building : undefined;
}
