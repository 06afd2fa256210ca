/** Deletes an event of the user's own calendar; everybody invited, the room too, is told by Exchange. */
import { Failure } from '../domain/failure.ts';
import type { CallOptions, Graph } from './graph.ts';
import { eventPath } from './read-event.ts';

/** One that is gone already is as good as deleted. */
export async function deleteEvent(graph: Graph, id: string, options?: CallOptions): Promise<void> {
  try {
    await graph.send({ method: 'DELETE', path: eventPath(id) }, options);
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'gone')) throw error;
  }
}
