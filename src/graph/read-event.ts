/** Reads one event of the user's own calendar. */
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import { Failure } from '../domain/failure.ts';
import { EVENT_QUERY, eventSchema, toCalendarEvent } from './event-schema.ts';
import type { CallOptions, Graph } from './graph.ts';
import { parseAnswer } from './parse-answer.ts';

/** An event of the primary calendar; Graph does not say in which calendar one alone stands. */
export function parseEvent(body: unknown): CalendarEvent {
  try {
    return toCalendarEvent(parseAnswer(eventSchema, body), '');
  } catch (cause) {
    if (cause instanceof RangeError) throw new Failure('bad_response', { cause, path: 'start' });
    throw cause;
  }
}

export const eventPath = (id: string): string => `/me/events/${encodeURIComponent(id)}`;

/** Fails with `gone` where it was deleted. */
export async function readEvent(graph: Graph, id: string, options?: CallOptions): Promise<CalendarEvent> {
  const { body } = await graph.send({ method: 'GET', path: `${eventPath(id)}?${EVENT_QUERY}` }, options);
  return parseEvent(body);
}
