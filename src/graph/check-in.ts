/** Says that somebody came to their meeting, so that its room is not given away (Graph: place-post-checkins). */
import * as v from 'valibot';
import type { Graph } from './graph.ts';
import { parseAnswer } from './parse-answer.ts';
import { eventPath } from './read-event.ts';

const eventSchema = v.object({ iCalUId: v.string() });

/** The claim names the event by its iCalUId. Fails with `gone` where the room takes no check-in or holds no such meeting. */
export async function checkIn(graph: Graph, eventId: string, room: string): Promise<void> {
  const { body } = await graph.send({ method: 'GET', path: `${eventPath(eventId)}?$select=iCalUId` });
  const { iCalUId: calendarEventId } = parseAnswer(eventSchema, body);
  const claim = { calendarEventId, checkInMethod: 'manual' };
  await graph.send({ method: 'POST', path: `/places/${encodeURIComponent(room)}/checkIns`, body: claim });
}
