/** Names the cause of a room's refusal: known where we could compare it ourselves, otherwise the likeliest. */
import type { FreeBusy } from '../rooms/free-busy.ts';
import type { Room } from '../rooms/room.ts';
import { overlaps } from '../time/intervals.ts';
import { toIanaZone } from '../time/zones.ts';
import type { BookingRequest, Refusal } from './booking.ts';

/** Exchange's default booking window (Set-CalendarProcessing, BookingWindowInDays). */
const WINDOW_MS = 180 * 86_400_000;
/** From here on a limit of the room's own is the likeliest cause; Exchange's default of 24 hours is never passed. */
const LONG_MS = 30 * 60_000;
const WORKDAY = { from: 7, to: 19 };

/**
 * `freeBusy` is the room's, read after the refusal. Only a conflict seen in it is known; a room that is free may have
 * refused for its size, its booking window, its longest booking, its hours or for who asked, none of which Graph tells.
 */
export function classifyRefusal({
  request,
  room,
  freeBusy,
  now,
}: {
  readonly request: BookingRequest;
  readonly room: Room;
  readonly freeBusy?: FreeBusy;
  readonly now: Temporal.Instant;
}): Refusal {
  if (freeBusy?.state === 'known' && freeBusy.blocks.some((block) => overlaps(block, request))) {
    return { kind: 'taken', known: true };
  }
  const likely = (kind: Refusal['kind']): Refusal => ({ kind, known: false });
  const { start, end } = request;
  if (room.capacity !== undefined && room.capacity > 0 && request.heads > room.capacity) return likely('tooManyPeople');
  if (end.epochMilliseconds - now.epochMilliseconds > WINDOW_MS) return likely('tooFarAhead');
  // a conflict is by far the commonest cause: without a look at the calendar nothing else is likelier
  if (freeBusy?.state !== 'known') return likely('taken');
  if (end.epochMilliseconds - start.epochMilliseconds > LONG_MS) return likely('tooLong');
  if (isOutsideHours(request)) return likely('outsideHours');
  return likely('unknown');
}

function isOutsideHours({ start, end, graphZone }: BookingRequest): boolean {
  const zone = toIanaZone(graphZone);
  if (zone === undefined) return false;
  const from = start.toZonedDateTimeISO(zone);
  const to = end.toZonedDateTimeISO(zone);
  const isWeekend = from.dayOfWeek > 5;
  return isWeekend || from.hour < WORKDAY.from || to.hour >= WORKDAY.to || !from.toPlainDate().equals(to.toPlainDate());
}
