/** Which rooms a meeting has, or waits for. */
import type { Attendee, CalendarEvent } from '../agenda/calendar-event.ts';

/** Rooms that a meeting holds or asks for; one that declined is none. */
export function listHeldRooms({ attendees }: CalendarEvent): readonly Attendee[] {
  return attendees.filter(({ kind, answer }) => kind === 'resource' && answer !== 'declined');
}

/** The one room of a meeting, which another takes the place of; of several nobody knows which one is meant. */
export function findOnlyRoom(event: CalendarEvent): Attendee | undefined {
  const held = listHeldRooms(event);
  return held.length === 1 ? held[0] : undefined;
}
