/** Takes a meeting and its rooms to another time, and back to where it was when one of its rooms says no. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { parseHoldMark } from '../../domain/booking/hold-mark.ts';
import { Failure } from '../../domain/failure.ts';
import { requireExisting } from './add-room.ts';
import { checkFirst } from './check-first.ts';
import { type Stage, type Trip, isConflict, isGone, keepEvent, noteCalls, readAnswer, readTripEvent } from './trip.ts';

const TRIES = 4;

const isAt = ({ time }: CalendarEvent, start: Temporal.Instant, end: Temporal.Instant): boolean =>
  time.kind === 'timed' && time.start.equals(start) && time.end.equals(end);

/** A change made in Outlook meanwhile is kept, but for one of the time itself: of two times nobody knows which is meant. */
export async function moveMeeting(trip: Trip): Promise<Stage> {
  const { calls, request, room, show, stop, rules } = trip;
  show({ phase: 'sending', room });
  if (trip.made === 'nothing' && !(await checkFirst(trip))) return 'takeBackDeclined';
  const before = requireExisting(trip);
  let event: CalendarEvent | undefined = trip.made === 'nothing' ? before : undefined;
  for (let tries = 1; ; tries += 1) {
    if (stop.aborted) return 'takeBackCancelled';
    event ??= await calls.readEvent(before.id);
    if (isAt(event, request.start, request.end) && parseHoldMark(event.holdMark ?? '') !== undefined) break;
    if (before.time.kind === 'timed' && !isAt(event, before.time.start, before.time.end)) {
      throw new Failure('conflict', { path: 'another time meanwhile' });
    }
    trip.made = 'maybe';
    const patch = rules.toMovePatch(event, room, request, calls.now());
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
  // the answer that stands there may still be the one to the old time
  delete trip.event;
  trip.since = calls.now();
  return 'ask';
}

/** Back to the time before. Moved on by somebody meanwhile, it stays there and only our mark goes. */
export async function moveBack(trip: Trip): Promise<void> {
  const { calls, request, rules } = trip;
  for (let tries = 1; ; tries += 1) {
    try {
      const event = await readTripEvent(trip);
      const mark = parseHoldMark(event.holdMark ?? '');
      if (mark?.previousTime === undefined) return;
      const isHere = isAt(event, request.start, request.end);
      const patch = isHere ? rules.toMovedBackPatch(mark.previousTime, request.graphZone) : rules.toMovedPatch();
      await calls.updateEvent({ id: event.id, etag: event.etag, patch });
      return;
    } catch (error) {
      if (isGone(error)) return;
      if (!isConflict(error) || tries >= TRIES) throw error;
    }
  }
}

/** A room needs a moment to say yes to the old time again. */
const LOOKS_MS = [0, 700, 1_500, 3_000, 5_000, 5_000];

/** Whether the meeting stands where it stood, and whether its rooms said yes to that again. */
export async function checkMovedBack(trip: Trip): Promise<{ readonly isBack: boolean; readonly isKept: boolean }> {
  const { calls, mark } = trip;
  let isBack = false;
  for (const waitMs of LOOKS_MS) {
    if (waitMs > 0) await calls.sleep(waitMs, new AbortController().signal);
    const event = await readTripEvent(trip);
    const { start, end } = mark?.previousTime ?? {};
    isBack =
      start !== undefined && end !== undefined && isAt(event, Temporal.Instant.from(start), Temporal.Instant.from(end));
    const answer = readAnswer(trip, event);
    if (!isBack || answer === 'declined' || answer === 'missing') return { isBack, isKept: false };
    if (answer === 'accepted') return { isBack, isKept: true };
  }
  return { isBack, isKept: false };
}
