/** Names the cause of a room's refusal: known where we could compare it ourselves, otherwise the likeliest. */
import type { RoomRule } from '../contract/admin.ts';
import type { FreeBusy } from '../rooms/free-busy.ts';
import { findCapacity } from '../rooms/room-order.ts';
import type { Room } from '../rooms/room.ts';
import { overlaps } from '../time/intervals.ts';
import { toIanaZone } from '../time/zones.ts';
import type { BookingRequest, Refusal } from './booking.ts';

const DAY_MS = 86_400_000;
/** Exchange's default booking window (Set-CalendarProcessing, BookingWindowInDays). */
const WINDOW_DAYS = 180;
/** From here on a limit of the room's own is the likeliest cause; Exchange's default of 24 hours is never passed. */
const LONG_MINUTES = 30;
const WORKDAY = { from: 7, to: 19 };

type Asked = Pick<BookingRequest, 'start' | 'end' | 'heads' | 'graphZone'>;
type Kind = Refusal['kind'];

export interface RefusedRequest {
  readonly request: Asked;
  readonly room: Room;
  /** The room's, read after the refusal. */
  readonly freeBusy?: FreeBusy;
  /** The room's own rules, where the organisation imported them. */
  readonly rule?: Omit<RoomRule, 'room'>;
  /** What we saw ourselves: nobody answered, somebody had to approve, or we did not ask because it is too small. */
  readonly seen?: 'noAnswer' | 'needsApproval' | 'tooManyPeople';
  /** Of a series: its last end, and on how many of its dates the room's calendar shows somebody else. */
  readonly series?: { readonly lastEnd: Temporal.Instant; readonly conflicts: number };
  readonly now: Temporal.Instant;
}

/**
 * Known is only what was seen, or found by comparing the request with the room's imported rules and a fresh read of its
 * calendar; Exchange looks at its rules before it looks for conflicts, and so do we. All else is likely at most.
 */
export function classifyRefusal(refused: RefusedRequest): Refusal {
  if (refused.seen !== undefined) return { kind: refused.seen, known: true };
  const known = refused.room.bookingType === 'reserved' ? 'notForYou' : (findBrokenRule(refused) ?? findTaken(refused));
  return known === undefined ? { kind: guess(refused), known: false } : { kind: known, known: true };
}

/** A rule of the room that this request breaks for certain. No maximum (0) is never passed. */
function findBrokenRule({ request, room, rule, series, now }: RefusedRequest): Kind | undefined {
  if (rule === undefined) return undefined;
  const { maxMinutes = 0, bookingWindowDays } = rule;
  if (series !== undefined && rule.allowRecurring === false) return 'seriesConflict';
  if (maxMinutes > 0 && toMinutes(request) > maxMinutes) return 'tooLong';
  if (bookingWindowDays !== undefined) {
    // with a window of no days, today still can be booked
    const horizonMs = now.epochMilliseconds + Math.max(1, bookingWindowDays) * DAY_MS;
    const isSeriesBeyond = series !== undefined && series.lastEnd.epochMilliseconds > horizonMs;
    if (request.start.epochMilliseconds > horizonMs) return 'tooFarAhead';
    if (isSeriesBeyond && rule.enforceHorizon !== false) return 'tooFarAhead';
  }
  if (rule.enforceCapacity === true && request.heads > (findCapacity(room) ?? Infinity)) return 'tooManyPeople';
  if (rule.workingHoursOnly === true && isOutsideHours(request)) return 'outsideHours';
  return undefined;
}

/** A room that allows conflicts has refused for something else. */
function findTaken({ request, freeBusy, rule, series }: RefusedRequest): Kind | undefined {
  if (rule?.allowConflicts === true) return undefined;
  if (series !== undefined && series.conflicts > 0) return 'seriesConflict';
  const isTaken = freeBusy?.state === 'known' && freeBusy.blocks.some((block) => overlaps(block, request));
  return isTaken ? 'taken' : undefined;
}

/** What the imported rules rule out is not guessed at. */
function guess({ request, room, freeBusy, rule, series, now }: RefusedRequest): Kind {
  const aheadMs = request.end.epochMilliseconds - now.epochMilliseconds;
  const windowDays = rule?.bookingWindowDays ?? WINDOW_DAYS;
  if (rule?.enforceCapacity === undefined && request.heads > (findCapacity(room) ?? Infinity)) return 'tooManyPeople';
  if (aheadMs > windowDays * DAY_MS) return 'tooFarAhead';
  if (rule?.needsApproval === true) return 'needsApproval';
  if (rule?.openToAll === false) return 'notForYou';
  // a conflict is by far the commonest cause: without a look at the calendar nothing else is likelier
  if (freeBusy?.state !== 'known' && rule?.allowConflicts !== true) return 'taken';
  if (series !== undefined && rule?.allowRecurring === undefined) return 'seriesConflict';
  if (rule?.maxMinutes === undefined && toMinutes(request) > LONG_MINUTES) return 'tooLong';
  if (rule?.workingHoursOnly === true) return 'outsideHours';
  return rule?.workingHoursOnly === undefined && isOutsideHours(request) ? 'outsideHours' : 'unknown';
}

function toMinutes({ start, end }: Asked): number {
  return (end.epochMilliseconds - start.epochMilliseconds) / 60_000;
}

/** Outside of any usual working hours; the room's own are not in what administrators import. */
function isOutsideHours({ start, end, graphZone }: Asked): boolean {
  const zone = toIanaZone(graphZone);
  if (zone === undefined) return false;
  const from = start.toZonedDateTimeISO(zone);
  const to = end.toZonedDateTimeISO(zone);
  const endMinute = to.hour * 60 + to.minute;
  const isWeekend = from.dayOfWeek > 5;
  const isOneDay = from.toPlainDate().equals(to.toPlainDate());
  return isWeekend || from.hour < WORKDAY.from || endMinute > WORKDAY.to * 60 || !isOneDay;
}
