/** Writes into a meeting that is there already, until it is known to be written; a change made elsewhere meanwhile is kept. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { parseHoldMark } from '../../domain/booking/hold-mark.ts';
import type { EventUpdate } from '../../graph/update-event.ts';
import { checkFirst } from './check-first.ts';
import { type Stage, type Trip, isConflict, keepEvent, noteCalls } from './trip.ts';

export const TRIES = 4;

export interface MeetingChange {
  /** As it was when the person chose. */
  readonly before: CalendarEvent;
  /** Whether it stands in the meeting already; throws where the meeting is no longer the one that was meant. */
  readonly isWritten: (event: CalendarEvent) => boolean;
  readonly toPatch: (event: CalendarEvent) => EventUpdate['patch'];
}

/** Undefined: written, and `trip` holds the meeting as it is now. Otherwise what comes next instead. */
export async function patchMeeting(trip: Trip, change: MeetingChange): Promise<Stage | undefined> {
  const { calls, room, show, stop, rules } = trip;
  show({ phase: 'sending', room });
  if (trip.made === 'nothing' && !(await checkFirst(trip))) return 'takeBackDeclined';
  let event: CalendarEvent | undefined = trip.made === 'nothing' ? change.before : undefined;
  for (let tries = 1; ; tries += 1) {
    if (stop.aborted) return 'takeBackCancelled';
    event ??= await calls.readEvent(change.before.id);
    if (change.isWritten(event)) break;
    trip.made = 'maybe';
    const patch = change.toPatch(event);
    trip.mark = parseHoldMark(patch.singleValueExtendedProperties?.[0].value ?? '');
    try {
      const { id, etag } = event;
      event = await calls.updateEvent({ id, patch, etag }, noteCalls(trip, { phase: 'sending', room }));
      break;
    } catch (error) {
      if (!rules.isOpen(error)) trip.made = 'nothing';
      if (!rules.isOpen(error) || tries >= TRIES) throw error;
      if (!isConflict(error)) show({ phase: 'checking', room });
      event = undefined;
    }
  }
  keepEvent(trip, event);
  trip.since = calls.now();
  return undefined;
}
