/** The calls that a booking makes, each with the scope to write. */
import { createEvent } from '../graph/create-event.ts';
import { deleteEvent } from '../graph/delete-event.ts';
import { findEvent } from '../graph/find-event.ts';
import type { Graph } from '../graph/graph.ts';
import { readEvent } from '../graph/read-event.ts';
import { updateEvent } from '../graph/update-event.ts';
import type { BookingCalls } from './booking/trip.ts';
import type { Way, Wish } from './choose-transport.ts';
import { READ } from './graph-services.ts';

const WRITE: Wish = { scopes: [...READ, 'Calendars.ReadWrite'], withWindow: true };

type EventCalls = Pick<BookingCalls, 'createEvent' | 'findEvent' | 'readEvent' | 'updateEvent' | 'deleteEvent'>;

/** The scope to write is asked for at the first booking, by a click that the host may answer with its window. */
export function createEventCalls(choose: (wish: Wish) => Promise<Way>): EventCalls {
  const graph = async (): Promise<Graph> => (await choose(WRITE)).graph;
  return {
    createEvent: async (body, options) => createEvent(await graph(), body, options),
    findEvent: async (lost) => findEvent(await graph(), lost),
    readEvent: async (id) => readEvent(await graph(), id),
    updateEvent: async (update, options) => updateEvent(await graph(), update, options),
    deleteEvent: async (id) => deleteEvent(await graph(), id),
  };
}
