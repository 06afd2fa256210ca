/** Where one room is: its building and floor, for the way to it. */
import * as v from 'valibot';
import type { CallOptions, Graph } from './graph.ts';
import { parseAnswer, toSelect } from './parse-answer.ts';

export interface RoomPlace {
  readonly name: string;
  readonly building?: string;
  readonly floor?: string;
}

const text = v.nullish(v.string(), '');
const room = v.object({
  displayName: text,
  building: text,
  floorNumber: v.nullish(v.union([v.number(), v.string()])),
  floorLabel: text,
});

export async function readRoom(graph: Graph, address: string, options?: CallOptions): Promise<RoomPlace> {
  const path = `/places/${encodeURIComponent(address)}/microsoft.graph.room?$select=${toSelect(room)}`;
  const { body } = await graph.send({ method: 'GET', path }, options);
  const { displayName, building, floorNumber, floorLabel } = parseAnswer(room, body);
  const floor = floorLabel || (floorNumber ?? '').toString();
  return { name: displayName, ...(building ? { building } : {}), ...(floor ? { floor } : {}) };
}
