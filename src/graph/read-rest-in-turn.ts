/** The second round of the agenda as pages ask for it: never in the same second as another reading of the schedules. */
import type { AgendaRest } from '../domain/agenda/agenda-sources.ts';
import type { Graph } from './graph.ts';
import { type AgendaRestRequest, readAgendaRest } from './read-agenda-rest.ts';
import { takeTurn } from './schedule-turns.ts';

export function readRestInTurn(graph: Graph, request: AgendaRestRequest): Promise<AgendaRest> {
  const read = (): Promise<AgendaRest> => readAgendaRest(graph, request);
  return request.teams.length === 0 ? read() : takeTurn(request.userObjectId, read);
}
