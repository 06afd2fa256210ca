/** Decides which source of shifts is believed on which day. */
import type { Shift, ShiftSource } from './shift.ts';
import { listShiftDays } from './shift-day.ts';

interface ShiftSources {
  readonly workPlan: readonly Shift[];
  readonly teamsShifts: readonly Shift[];
  readonly workingHours: readonly Shift[];
  /** The organisation's order; a source it does not name is not believed. */
  readonly order: readonly ShiftSource[];
  /** Zone in which days begin. */
  readonly zone: string;
}

/**
 * For each shift day, all shifts of the first source that knows anything of that day, a time off included; overlapping
 * shifts of several teams all stay (handover). A time off of several days is cut into its days, for another source may
 * be believed on some of them. Sorted by start.
 */
export function chooseShifts({ order, zone, ...sources }: ShiftSources): readonly Shift[] {
  const takenDays = new Set<string>();
  const chosen: Shift[] = [];
  for (const source of new Set(order)) {
    const days = new Set<string>();
    for (const shift of new Map(sources[source].map((each) => [each.id, each])).values()) {
      for (const { day, piece } of cutByDay(shift, zone)) {
        if (takenDays.has(day)) continue;
        days.add(day);
        chosen.push(piece);
      }
    }
    for (const day of days) takenDays.add(day);
  }
  return chosen.sort(compareShifts);
}

function cutByDay(shift: Shift, zone: string): readonly { readonly day: string; readonly piece: Shift }[] {
  const days = listShiftDays(shift, zone);
  return days.map((date, index) => {
    const day = date.toString();
    const isLast = index === days.length - 1;
    return {
      day,
      piece: {
        ...shift,
        id: index === 0 ? shift.id : `${shift.id} ${day}`,
        start: index === 0 ? shift.start : date.toZonedDateTime(zone).toInstant(),
        end: isLast ? shift.end : date.add({ days: 1 }).toZonedDateTime(zone).toInstant(),
      },
    };
  });
}

function compareShifts(a: Shift, b: Shift): number {
  return (
    a.start.epochMilliseconds - b.start.epochMilliseconds ||
    a.end.epochMilliseconds - b.end.epochMilliseconds ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}
