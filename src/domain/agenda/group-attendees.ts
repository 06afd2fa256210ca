/** Sorts the people of an event by their answer. */
import type { AttendeeGroups } from './agenda-day.ts';
import type { Answer, Attendee, CalendarEvent } from './calendar-event.ts';

/** Rooms are no people, the organizer stands apart, and an address that is listed twice counts once (its first entry). */
export function groupAttendees(event: CalendarEvent): AttendeeGroups {
  const groups: Record<Answer, Attendee[]> = { accepted: [], tentative: [], declined: [], none: [] };
  for (const attendee of listPeople(event)) groups[attendee.answer].push(attendee);
  return event.organizer === undefined ? groups : { organizer: event.organizer, ...groups };
}

/** Everybody invited but rooms and the organizer, each once. */
export function listPeople(event: CalendarEvent): readonly Attendee[] {
  const seen = new Set([event.organizer?.address.toLowerCase() ?? '']);
  seen.delete('');
  return event.attendees.filter((attendee) => {
    if (attendee.kind === 'resource') return false;
    const address = attendee.address.toLowerCase();
    if (seen.has(address)) return false;
    if (address !== '') seen.add(address);
    return true;
  });
}
