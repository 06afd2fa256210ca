/** Takes a meeting and its rooms to another time, and back to where it was when one of its rooms says no. */
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { parseHoldMark } from '../../domain/booking/hold-mark.ts';
import { Failure } from '../../domain/failure.ts';
import { requireExisting } from './add-room.ts';
import { patchMeeting, TRIES } from './patch-meeting.ts';
import { type Stage, type Trip, isConflict, isGone, readAnswer, readTripEvent } from './trip.ts';

const isAt = ({ time }: CalendarEvent, start: Temporal.Instant, end: Temporal.Instant): boolean =>
  time.kind === 'timed' && time.start.equals(start) && time.end.equals(end);

/** Of two times nobody knows which is meant: where the meeting was moved elsewhere meanwhile, it stays there. */
export async function moveMeeting(trip: Trip): Promise<Stage> {
  const { calls, request, room, rules } = trip;
  const before = requireExisting(trip);
  const instead = await patchMeeting(trip, {
    before,
    isWritten: (event) => {
      if (isAt(event, request.start, request.end) && parseHoldMark(event.holdMark ?? '') !== undefined) return true;
      if (before.time.kind === 'timed' && !isAt(event, before.time.start, before.time.end)) {
        throw new Failure('conflict', { path: 'another time meanwhile' });
      }
      return false;
    },
    toPatch: (event) => rules.toMovePatch(event, room, request, calls.now()),
  });
  if (instead !== undefined) return instead;
  // the answer that stands there may still be the one to the old time
  delete trip.event;
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
