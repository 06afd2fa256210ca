/** Decides what can be done with a booking of mine at this moment. */
import type { CalendarEvent } from '../agenda/calendar-event.ts';
import { parseHoldMark } from './hold-mark.ts';
import { listHeldRooms } from './list-held-rooms.ts';

export type BookingAction = 'checkIn' | 'end' | 'move' | 'changeRoom' | 'people' | 'cancel';

const MINUTE_MS = 60_000;
/** Rooms take people in a little early. */
const CHECK_IN_EARLY_MS = 15 * MINUTE_MS;
/** The meeting must still lie ahead of its end when the change arrives. */
const SEND_MS = 15_000;

/** A room has said yes, and the meeting begins within a quarter of an hour or runs. */
export function isCheckInDue({ attendees, time, isCancelled }: CalendarEvent, now: Temporal.Instant): boolean {
  if (isCancelled || time.kind === 'allDay' || time.end.epochMilliseconds <= now.epochMilliseconds) return false;
  const isAccepted = attendees.some(({ kind, answer }) => kind === 'resource' && answer === 'accepted');
  return isAccepted && time.start.epochMilliseconds - now.epochMilliseconds <= CHECK_IN_EARLY_MS;
}

/** Nothing for what is over, cancelled or still being booked; hours only for what has hours; a room's own only where there is one. */
export function listActions(event: CalendarEvent, now: Temporal.Instant): readonly BookingAction[] {
  const { time, isCancelled, isOrganizer, holdMark } = event;
  if (isCancelled || !isOrganizer || parseHoldMark(holdMark ?? '') !== undefined) return [];
  if (time.kind === 'allDay') return ['people', 'cancel'];
  const nowMs = now.epochMilliseconds;
  if (time.end.epochMilliseconds <= nowMs) return [];
  const hasRoom = listHeldRooms(event).length > 0;
  return [
    ...(isCheckInDue(event, now) ? (['checkIn'] as const) : []),
    ...(findEarlyEnd(event, now) === undefined ? [] : (['end'] as const)),
    ...(hasRoom ? (['move'] as const) : []),
    ...(['changeRoom', 'people', 'cancel'] as const),
  ];
}

/** The next full minute at which a running meeting can end; undefined where it does not run, or ends then anyway. */
export function findEarlyEnd({ time }: CalendarEvent, now: Temporal.Instant): Temporal.Instant | undefined {
  if (time.kind !== 'timed' || time.start.epochMilliseconds >= now.epochMilliseconds) return undefined;
  const endMs = Math.ceil((now.epochMilliseconds + SEND_MS) / MINUTE_MS) * MINUTE_MS;
  return endMs < time.end.epochMilliseconds ? Temporal.Instant.fromEpochMilliseconds(endMs) : undefined;
}
