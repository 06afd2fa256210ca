/** Reads the dates of one series of the primary calendar, with its exceptions; those taken out are not among them. */
import type { Window } from '../domain/agenda/agenda-sources.ts';
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import { readCalendarView, toViewQuery } from './calendar-view.ts';
import type { CallOptions, Graph } from './graph.ts';
import { eventPath } from './read-event.ts';

/** Fails as a whole where any page failed: of a series that is half read nobody knows what is missing. */
export async function listInstances(
  graph: Graph,
  { masterId, window }: { readonly masterId: string; readonly window: Window },
  options?: CallOptions,
): Promise<readonly CalendarEvent[]> {
  const path = `${eventPath(masterId)}/instances?${toViewQuery(window)}`;
  const { body } = await graph.send({ method: 'GET', path }, options);
  const { events, failure } = await readCalendarView(graph, body, '', options);
  if (failure !== undefined) throw failure;
  return events;
}
