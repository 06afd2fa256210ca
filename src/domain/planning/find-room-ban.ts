/** What the organisation's imported rules say of a room, before it is asked for a time that it would decline. */
import type { SlotGrid, TakenSlots } from '../rooms/slot-grid.ts';
import { type RoomLimits, toHorizon } from '../series/room-limits.ts';
import type { PlanRequest } from './plan-request.ts';

export type RoomBan = 'tooLong' | 'noSeries';

/** Undefined: at some time it may say yes. */
export function findRoomBan(
  { maxMinutes, allowsSeries }: RoomLimits,
  { lengthMinutes, weeks }: Pick<PlanRequest, 'lengthMinutes' | 'weeks'>,
): RoomBan | undefined {
  // no maximum (0) is never passed
  if (maxMinutes > 0 && lengthMinutes > maxMinutes) return 'tooLong';
  return weeks > 1 && !allowsSeries ? 'noSeries' : undefined;
}

/** What starts beyond the room's horizon is as good as taken. */
export function closeBeyondHorizon(
  taken: TakenSlots,
  grid: SlotGrid,
  { limits, now }: { readonly limits: RoomLimits; readonly now: Temporal.Instant },
): TakenSlots {
  const first = Math.floor((toHorizon(limits, now).epochMilliseconds - grid.startMs) / grid.slotMs) + 1;
  if (first >= grid.count) return taken;
  const closed = taken.slice();
  for (let slot = Math.max(0, first); slot < grid.count; slot += 1)
    closed[slot >>> 5] = (closed[slot >>> 5] ?? 0) | (1 << (slot & 31));
  return closed;
}
