/** Any number of reads, 20 a batch. */
import type { Failure } from '../domain/failure.ts';
import { MAX_BATCH, requireFailure } from './batch.ts';
import type { CallOptions, Graph, GraphAnswer, GraphCall } from './graph.ts';

/** In the order asked; a batch that fails fails each of its items. */
export async function askAll(
  graph: Graph,
  calls: readonly GraphCall[],
  options?: CallOptions,
): Promise<readonly (GraphAnswer | Failure)[]> {
  const parts: (readonly GraphCall[])[] = [];
  for (let at = 0; at < calls.length; at += MAX_BATCH) parts.push(calls.slice(at, at + MAX_BATCH));
  const answers = await Promise.all(
    parts.map(async (part) => {
      try {
        return (await graph.batch(part, options)).items;
      } catch (error) {
        const failure = requireFailure(error);
        return part.map(() => failure);
      }
    }),
  );
  return answers.flat();
}
