/** Cancels a meeting of one's own, with a message to everybody invited (Graph: event-cancel). */
import { Failure } from '../domain/failure.ts';
import type { Graph } from './graph.ts';
import { eventPath } from './read-event.ts';

/** One that is gone already is as good as cancelled. */
export async function cancelEvent(graph: Graph, id: string, comment: string): Promise<void> {
  const body = comment === '' ? {} : { comment };
  try {
    await graph.send({ method: 'POST', path: `${eventPath(id)}/cancel`, body });
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'gone')) throw error;
  }
}
