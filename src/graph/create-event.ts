/** Makes an event in the user's own primary calendar, once for each transaction id. */
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import type { EventCreate } from '../domain/contract/event-write.ts';
import { parseEvent } from './read-event.ts';
import type { CallOptions, Graph } from './graph.ts';

/** Long, because a throttled write is waited out as asked; the caller can stop the waiting. */
const WRITE_DEADLINE_MS = 120_000;

/** 201 is not a booking: the room answers later. Repeating the same body makes no second event. */
export async function createEvent(graph: Graph, body: EventCreate, options?: CallOptions): Promise<CalendarEvent> {
  const call = { method: 'POST', path: '/me/events', body } as const;
  const answer = await graph.send(call, { deadlineMs: WRITE_DEADLINE_MS, ...options });
  return parseEvent(answer.body);
}
