/** Working hours as Graph tells them of a mailbox, my own or a colleague's. */
import * as v from 'valibot';
import type { WorkingTime } from '../domain/rooms/find-far-slot.ts';
import { toIanaZone } from '../domain/time/zones.ts';

export const workingHoursSchema = v.object({
  daysOfWeek: v.nullish(v.array(v.string()), []),
  startTime: v.string(),
  endTime: v.string(),
  timeZone: v.nullish(v.object({ name: v.nullish(v.string(), '') })),
});

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * Hours that can't be read are none at all. `ownZone` stands in for a zone that a mailbox made up itself; without it
 * nobody knows when such hours are.
 */
export function toWorkingHours(
  raw: v.InferOutput<typeof workingHoursSchema>,
  ownZone?: string,
): WorkingTime | undefined {
  const zone = toIanaZone(raw.timeZone?.name ?? '') ?? ownZone;
  if (zone === undefined) return undefined;
  try {
    const start = Temporal.PlainTime.from(raw.startTime);
    const end = Temporal.PlainTime.from(raw.endTime);
    const daysOfWeek = raw.daysOfWeek.map((day) => DAYS.indexOf(day.toLowerCase()) + 1).filter((day) => day > 0);
    return { daysOfWeek, start, end, zone };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
