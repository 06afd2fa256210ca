/** Opens Graph's answer to a `$batch`: takes others' subjects out of free/busy, and finds items whose token was refused. */
import * as v from 'valibot';
import type { BatchItem } from './check-batch.ts';
import { stripSchedule } from './strip-schedule.ts';

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

export const listSchedules = (items: readonly BatchItem[]): ReadonlySet<string> =>
  new Set(items.filter(({ call }) => call.rule.needs === 'schedule').map(({ id }) => id.toLowerCase()));

function findChallenge({ headers }: Answered): string {
  const found = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'www-authenticate');
  return typeof found?.[1] === 'string' ? found[1] : '';
}

/** `schedules`: lower-case ids of the free/busy items. Undefined where the answer is none of a batch. */
export function openBatchAnswer(value: unknown, schedules: ReadonlySet<string>): OpenedBatch | undefined {
  const parsed = v.safeParse(batchSchema, value);
  if (!parsed.success) return undefined;
  const { responses } = parsed.output;
  const strip = (item: Answered): Answered =>
    schedules.has(item.id.toLowerCase()) && item.status < 300 ? { ...item, body: stripSchedule(item.body) } : item;
  const refused = responses.filter(({ status }) => status === 401);
  return { responses: responses.map(strip), challenges: refused.map(findChallenge) };
}
