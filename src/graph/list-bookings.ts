/** Reads the coming events of the primary calendar in which a room stands; rooms are booked nowhere else. */
import type { Window } from '../domain/agenda/agenda-sources.ts';
import { calendarViewCall, type EventsRead, readCalendarView } from './calendar-view.ts';
import type { CallOptions, Graph } from './graph.ts';

/** Those I organize: of others' meetings nobody but their organizer learns what the room said. */
export async function listBookings(graph: Graph, window: Window, options?: CallOptions): Promise<EventsRead> {
  const { body } = await graph.send(calendarViewCall('/me', window), options);
  const read = await readCalendarView(graph, body, '', options);
  const events = read.events.filter(
    ({ isOrganizer, attendees }) => isOrganizer && attendees.some(({ kind }) => kind === 'resource'),
  );
  return { ...read, events };
}
