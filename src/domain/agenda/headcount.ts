/** Counts who is to be expected in a meeting's room. */
import type { CalendarEvent } from './calendar-event.ts';
import { listPeople } from './group-attendees.ts';

/** Everybody invited who has not declined, and the organizer, so that I am counted in my own meeting; rooms never. */
export function countHeads(event: CalendarEvent): number {
  return 1 + listPeople(event).filter((person) => person.answer !== 'declined').length;
}
