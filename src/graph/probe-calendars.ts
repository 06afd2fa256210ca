/** Asks for the smallest thing that the agenda's scope opens, only to learn whether it is open. */
import type { Graph } from './graph.ts';

/** Throws the refusal: a lone call names the missing scope, which an item of a batch does not. */
export async function probeCalendars(graph: Graph): Promise<void> {
  await graph.send({ method: 'GET', path: '/me/calendars?$select=id&$top=1' });
}
