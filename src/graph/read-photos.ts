/** Small photos of people, as data URLs. The relay lets no `$value` through: they come straight from Graph or not at all. */
import * as v from 'valibot';
import { Failure } from '../domain/failure.ts';
import { askAll } from './ask-all.ts';
import type { CallOptions, Graph, GraphCall } from './graph.ts';

/** In a batch the bytes come as base64. */
const bytes = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/), v.maxLength(200_000));
const IMAGE = /^image\/(?:jpeg|png|gif|webp)$/;

const photoCall = (objectId: string): GraphCall => ({
  method: 'GET',
  path: `/users/${encodeURIComponent(objectId)}/photos/48x48/$value`,
});

/** By object id in lower case; who has none, or whose could not be read, is missing. */
export async function readPhotos(
  graph: Graph,
  objectIds: readonly string[],
  options?: CallOptions,
): Promise<ReadonlyMap<string, string>> {
  const answers = await askAll(graph, objectIds.map(photoCall), options);
  const photos = new Map<string, string>();
  objectIds.forEach((id, index) => {
    const answer = answers[index];
    if (answer === undefined || answer instanceof Failure) return;
    const body = v.safeParse(bytes, answer.body);
    const type = (answer.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (body.success && IMAGE.test(type)) photos.set(id.toLowerCase(), `data:${type};base64,${body.output}`);
  });
  return photos;
}
