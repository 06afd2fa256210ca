/** Changes an event of the user's own calendar. */
import type { CalendarEvent } from '../domain/agenda/calendar-event.ts';
import type { EventPatch } from '../domain/contract/event-write.ts';
import type { CallOptions, Graph } from './graph.ts';
import { eventPath, parseEvent } from './read-event.ts';

export interface EventUpdate {
  readonly id: string;
  readonly patch: EventPatch;
  /** The state the change was made from; fails with `conflict` where the event has changed since. */
  readonly etag?: string;
}

export async function updateEvent(
  graph: Graph,
  { id, patch, etag }: EventUpdate,
  options?: CallOptions,
): Promise<CalendarEvent> {
  const headers = etag ? { 'If-Match': etag } : undefined;
  const call = { method: 'PATCH', path: eventPath(id), body: patch, ...(headers ? { headers } : {}) } as const;
  return parseEvent((await graph.send(call, options)).body);
}
