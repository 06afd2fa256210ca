/** The organisation's buildings: the work plan names an office by the id of its building alone. */
import * as v from 'valibot';
import type { GraphCall } from './graph.ts';
import { parseRows, toSelect } from './parse-answer.ts';

const building = v.object({
  id: v.string(),
  placeId: v.nullish(v.string(), ''),
  displayName: v.nullish(v.string(), ''),
});

export const buildingsCall: GraphCall = {
  method: 'GET',
  path: `/places/microsoft.graph.building?$select=${toSelect(building)}&$top=1000`,
};

/** Names by either of a building's ids. */
export function parseBuildings(body: unknown): ReadonlyMap<string, string> {
  const { rows } = parseRows(building, body, ({ id, placeId, displayName }) =>
    displayName === '' ? undefined : [id, placeId].map((key): [string, string] => [key, displayName]),
  );
  return new Map(rows.flat());
}
