/** Opens Graph's answer to a `$batch`: takes out what is not the caller's to see, and finds items whose token was refused. */
import * as v from 'valibot';
import type { BatchItem } from './check-batch.ts';
import type { Strip } from './allowed-calls.ts';

const batchSchema = v.object({
  responses: v.array(
    v.object({
      id: v.string(),
      status: v.number(),
      headers: v.nullish(v.record(v.string(), v.unknown())),
      body: v.optional(v.unknown()),
    }),
  ),
});
type Answered = v.InferOutput<typeof batchSchema>['responses'][number];

export interface OpenedBatch {
  readonly responses: readonly Answered[];
  /** WWW-Authenticate of each item that was answered 401, empty where it had none. */
  readonly challenges: readonly string[];
}

/** By lower-case id of the item. */
export const listStrips = (items: readonly BatchItem[]): ReadonlyMap<string, Strip> =>
  new Map(items.flatMap(({ id, call }) => (call.rule.strip ? [[id.toLowerCase(), call.rule.strip] as const] : [])));

function findChallenge({ headers }: Answered): string {
  const found = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'www-authenticate');
  return typeof found?.[1] === 'string' ? found[1] : '';
}

/** `strips`: by lower-case id. Undefined where the answer is none of a batch. */
export function openBatchAnswer(
  value: unknown,
  strips: ReadonlyMap<string, Strip>,
  ownId: string,
): OpenedBatch | undefined {
  const parsed = v.safeParse(batchSchema, value);
  if (!parsed.success) return undefined;
  const { responses } = parsed.output;
  const toStripped = (item: Answered): Answered => {
    const strip = strips.get(item.id.toLowerCase());
    return strip !== undefined && item.status < 300 ? { ...item, body: strip(item.body, ownId) } : item;
  };
  const refused = responses.filter(({ status }) => status === 401);
  return { responses: responses.map(toStripped), challenges: refused.map(findChallenge) };
}
