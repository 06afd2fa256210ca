/** Decides of which rooms it has to be said that they are given away unless somebody checks in. */
import type { Attendee, CalendarEvent } from '../agenda/calendar-event.ts';

export interface Release {
  readonly event: CalendarEvent;
  readonly room: Attendee;
  /** When the room is given back. */
  readonly at: Temporal.Instant;
}

export interface ReleaseSearch {
  readonly events: readonly CalendarEvent[];
  /** Minutes after the start, as the administrator entered them; undefined: not known, so nothing is said. */
  readonly releaseMinutes: (address: string) => number | undefined;
  /** Checked in here already. */
  readonly isCheckedIn: (eventId: string, room: string) => boolean;
  readonly now: Temporal.Instant;
}

const EARLY_MS = 10 * 60_000;

/** From ten minutes before the start until the room is given back; a meeting that is over by then is not bothered. */
export function listReleases({ events, releaseMinutes, isCheckedIn, now }: ReleaseSearch): readonly Release[] {
  const nowMs = now.epochMilliseconds;
  return events.flatMap((event) => {
    const { time, isCancelled, isOrganizer } = event;
    if (time.kind !== 'timed' || isCancelled || !isOrganizer) return [];
    if (nowMs < time.start.epochMilliseconds - EARLY_MS) return [];
    return event.attendees.flatMap((room): Release[] => {
      const minutes = room.kind === 'resource' && room.answer === 'accepted' ? releaseMinutes(room.address) : undefined;
      if (minutes === undefined || isCheckedIn(event.id, room.address)) return [];
      const at = time.start.add({ minutes });
      const isAhead = at.epochMilliseconds > nowMs && at.epochMilliseconds < time.end.epochMilliseconds;
      return isAhead ? [{ event, room, at }] : [];
    });
  });
}
