/** Events for tests: a plain meeting of the owner's own unless said otherwise. */
import type { Attendee, CalendarEvent } from '../../../src/domain/agenda/calendar-event.ts';

export function sampleEvent(change: Partial<CalendarEvent> & { readonly time: CalendarEvent['time'] }): CalendarEvent {
  return {
    id: 'event',
    calendarId: 'calendar',
    etag: 'W/"1"',
    subject: 'Stand-up',
    sensitivity: 'normal',
    showAs: 'busy',
    isCancelled: false,
    isOrganizer: true,
    isRecurring: false,
    myAnswer: 'organizer',
    attendees: [],
    locations: [],
    ...change,
  };
}

/** An event to which somebody else asked the owner, who said yes. */
export const ASKED = { isOrganizer: false, myAnswer: 'accepted' } as const satisfies Partial<CalendarEvent>;

/** Texts with an offset or Z. */
export function timed(start: string, end: string): CalendarEvent['time'] {
  return { kind: 'timed', start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) };
}

/** `end` is the day after the last. */
export function allDay(start: string, end: string): CalendarEvent['time'] {
  return { kind: 'allDay', start: Temporal.PlainDate.from(start), end: Temporal.PlainDate.from(end) };
}

export function sampleAttendee(address: string, change: Partial<Attendee> = {}): Attendee {
  return { name: address.split('@')[0] ?? '', address, kind: 'required', answer: 'none', ...change };
}
