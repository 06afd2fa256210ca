/** The calls that a booking makes, each with the scope to write. */
import { PURPOSE_SCOPES } from '../domain/contract/purpose.ts';
import { createEvent } from '../graph/create-event.ts';
import { deleteEvent } from '../graph/delete-event.ts';
import { findEvent } from '../graph/find-event.ts';
import type { Graph } from '../graph/graph.ts';
import { listInstances } from '../graph/list-instances.ts';
import { readEvent } from '../graph/read-event.ts';
import { updateEvent } from '../graph/update-event.ts';
import type { BookingCalls } from './booking/trip.ts';
import type { Way, Wish } from './choose-transport.ts';

const WRITE: Wish = { scopes: PURPOSE_SCOPES.booking };

type EventCalls = Pick<
  BookingCalls,
  'createEvent' | 'findEvent' | 'readEvent' | 'updateEvent' | 'deleteEvent' | 'listInstances'
>;

interface EventSetup {
  readonly choose: (wish: Wish) => Promise<Way>;
  /** Carries out a call, and again where a consent that was just given has not come through. */
  readonly patiently: <T>(run: () => Promise<T>) => Promise<T>;
}

/** No window comes by itself: a missing scope fails the booking, and its screen asks the person. */
export function createEventCalls({ choose, patiently }: EventSetup): EventCalls {
  const ask = <T>(call: (graph: Graph) => Promise<T>): Promise<T> =>
    patiently(async () => call((await choose(WRITE)).graph));
  return {
    createEvent: (body, options) => ask((graph) => createEvent(graph, body, options)),
    findEvent: (lost) => ask((graph) => findEvent(graph, lost)),
    readEvent: (id) => ask((graph) => readEvent(graph, id)),
    updateEvent: (update, options) => ask((graph) => updateEvent(graph, update, options)),
    listInstances: (masterId, window) => ask((graph) => listInstances(graph, { masterId, window })),
    deleteEvent: (id) => ask((graph) => deleteEvent(graph, id)),
  };
}
