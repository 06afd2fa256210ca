/** Opens a `$batch` and holds each call in it to the rules of a lone one; one stranger refuses the whole. */
import * as v from 'valibot';
import { parseContract } from '../contract/parse-contract.ts';
import { Failure } from '../failure.ts';
import { checkBody, matchCall, type CheckedCall, type Policy } from './check-call.ts';
import { pickHeaders } from './relayed-headers.ts';

export interface BatchItem {
  readonly id: string;
  readonly call: CheckedCall;
  readonly headers: Readonly<Record<string, string>>;
  readonly dependsOn?: readonly string[];
}

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const batchSchema = v.strictObject({
  requests: v.pipe(
    v.array(
      v.strictObject({
        id,
        method: v.string(),
        url: v.string(),
        headers: v.optional(v.record(v.string(), v.string())),
        body: v.optional(v.unknown()),
        dependsOn: v.optional(v.pipe(v.array(id), v.maxLength(20))),
      }),
    ),
    v.minLength(1),
    v.maxLength(20),
  ),
});
type RawItem = v.InferOutput<typeof batchSchema>['requests'][number];

/** Ids are compared without case, as Graph does. */
function requireIds(requests: readonly RawItem[]): void {
  const ids = new Set(requests.map((item) => item.id.toLowerCase()));
  const isKnown = (item: RawItem): boolean =>
    (item.dependsOn ?? []).every((other) => other !== item.id && ids.has(other.toLowerCase()));
  if (ids.size !== requests.length || !requests.every(isKnown))
    throw new Failure('bad_request', { path: 'requests: ids must be distinct, dependsOn must name others of them' });
}

/** Strangers are looked for first, so that a call that is not allowed is never answered as a mere mistake in another's body. */
export function checkBatch(value: unknown, policy: Policy): readonly BatchItem[] {
  const { requests } = parseContract(batchSchema, value);
  const matched = requests.map(({ method, url, headers = {}, ...item }) => ({
    ...item,
    headers: pickHeaders(headers),
    call: matchCall(method, url, policy),
  }));
  requireIds(requests);
  return matched.map(({ body, call, ...item }) => ({ ...item, call: checkBody(call, body, policy) }));
}

/** The batch as it goes to Graph. */
export function writeBatch(items: readonly BatchItem[]): string {
  const requests = items.map(({ id: itemId, call, headers, dependsOn }) => ({
    id: itemId,
    method: call.rule.method,
    url: call.url,
    ...(call.body === undefined
      ? { headers }
      : { headers: { ...headers, 'Content-Type': 'application/json' }, body: call.body }),
    ...(dependsOn === undefined ? {} : { dependsOn }),
  }));
  return JSON.stringify({ requests });
}
