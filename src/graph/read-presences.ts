/** Where people are now, by object id; what they do, and their messages, are not read. */
import * as v from 'valibot';
import type { Presences } from '../domain/shifts/colleague-knowledge.ts';
import { Failure } from '../domain/failure.ts';
import type { CallOptions, Graph } from './graph.ts';
import { parseRows } from './parse-answer.ts';

/** Documented limit of one call (Graph docs: cloudcommunications-getpresencesbyuserid). */
const MAX_IDS = 650;

const presence = v.object({
  id: v.string(),
  workLocation: v.nullish(v.object({ workLocationType: v.nullish(v.string(), ''), placeId: v.nullish(v.string()) })),
});
type WorkLocation = v.InferOutput<typeof presence>['workLocation'];
type Place = Presences['places'] extends ReadonlyMap<string, infer P> ? P : never;

function toPlace(location: WorkLocation, buildings: ReadonlyMap<string, string>): Place | undefined {
  const type = location?.workLocationType.toLowerCase();
  if (type === 'remote') return { kind: 'remote' };
  if (type === 'timeoff') return { kind: 'off' };
  if (type !== 'office') return undefined;
  const building = buildings.get(location?.placeId ?? '');
  return building === undefined ? { kind: 'office' } : { kind: 'office', building };
}

export interface PresencesRequest {
  readonly ids: readonly string[];
  /** Names of buildings by their ids. */
  readonly buildings: ReadonlyMap<string, string>;
}

/** Who shares no place is missing from the answer. Any number of people, 650 a call. */
export async function readPresences(
  graph: Graph,
  { ids, buildings }: PresencesRequest,
  options?: CallOptions,
): Promise<Presences['places']> {
  const places = new Map<string, Place>();
  for (let at = 0; at < ids.length; at += MAX_IDS) {
    const body = { ids: ids.slice(at, at + MAX_IDS) };
    // in a batch of one: it reads, and may be asked again like any read
    const call = { method: 'POST', path: '/communications/getPresencesByUserId', body } as const;
    const [answer] = (await graph.batch([call], options)).items;
    if (answer instanceof Failure) throw answer;
    const { rows } = parseRows(presence, answer?.body, ({ id, workLocation }): [string, Place] | undefined => {
      const place = toPlace(workLocation, buildings);
      return place && [id.toLowerCase(), place];
    });
    for (const [id, place] of rows) places.set(id, place);
  }
  return places;
}
