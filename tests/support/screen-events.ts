/** Small makers of what calendars hold, for tests of screens: only what a test is about has to be said. */
import type { Attendee, CalendarEvent } from '../../src/domain/agenda/calendar-event.ts';
import type { Shift } from '../../src/domain/shifts/shift.ts';

export const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

export function timed(start: string, end: string): CalendarEvent['time'] {
  return { kind: 'timed', start: instant(start), end: instant(end) };
}

export function allDay(start: string, end: string): CalendarEvent['time'] {
  return { kind: 'allDay', start: Temporal.PlainDate.from(start), end: Temporal.PlainDate.from(end) };
}

let made = 0;

export function makeEvent(about: Partial<CalendarEvent> & Pick<CalendarEvent, 'time'>): CalendarEvent {
  made += 1;
  return {
    id: `event-${made}`,
    calendarId: 'primary',
    etag: `etag-${made}`,
    subject: `Subject ${made}`,
    sensitivity: 'normal',
    showAs: 'busy',
    isCancelled: false,
    isOrganizer: false,
    isRecurring: false,
    myAnswer: 'accepted',
    organizer: { name: 'Sam Visser', address: 'sam@contoso.example' },
    attendees: [],
    locations: [],
    ...about,
  };
}

export function person(name: string, answer: Attendee['answer'], kind: Attendee['kind'] = 'required'): Attendee {
  return { name, address: `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`, kind, answer };
}

export function makeShift(
  about: Partial<Shift> & { readonly start: Temporal.Instant; readonly end: Temporal.Instant },
): Shift {
  return {
    id: `shift ${about.start.toString()}`,
    place: { kind: 'office' },
    source: 'workPlan',
    activities: [],
    ...about,
  };
}

export const shiftAt = (start: string, end: string, about: Partial<Shift> = {}): Shift =>
  makeShift({ start: instant(start), end: instant(end), ...about });
