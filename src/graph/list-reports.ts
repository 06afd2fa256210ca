/** Tells of calls what the person may see of them; the calls of a `$batch` each for themselves. */
import * as v from 'valibot';
import type { CallReport } from '../domain/ledger/call-report.ts';
import { toPathTemplate } from '../domain/ledger/path-template.ts';
import type { CallTry } from './chain/call-state.ts';
import type { GraphAnswer, GraphCall } from './graph.ts';

const asked = v.object({ requests: v.array(v.object({ id: v.string(), method: v.string(), url: v.string() })) });
const answered = v.object({
  responses: v.array(v.object({ id: v.string(), status: v.number(), body: v.optional(v.unknown()) })),
});
const list = v.object({ value: v.array(v.unknown()) });

/** How many items an answer holds: those of a list, one of anything else that is there. */
function countItems(body: unknown): number {
  const parsed = v.safeParse(list, body);
  if (parsed.success) return parsed.output.value.length;
  return typeof body === 'object' && body !== null ? 1 : 0;
}

const toEnd = (status: number, body: unknown): Pick<CallReport, 'status' | 'items'> =>
  status < 400 ? { status, items: countItems(body) } : { status };

/** `answer`: of this try, where it was read. */
export function listReports(
  call: GraphCall,
  { atMs, ms, status, isAgain }: CallTry,
  answer?: Pick<GraphAnswer, 'status' | 'body'>,
): readonly CallReport[] {
  const toReport = (method: string, path: string, end: Pick<CallReport, 'status' | 'items'>): CallReport => {
    return { atMs, method, path: toPathTemplate(path), ...end, ms, isAgain };
  };
  const refused = status === undefined ? {} : { status };
  const batch = v.safeParse(asked, call.path === '/$batch' ? call.body : undefined);
  if (!batch.success) {
    return [toReport(call.method, call.path, answer === undefined ? refused : toEnd(answer.status, answer.body))];
  }
  const answers = v.safeParse(answered, answer?.body);
  const ends = new Map(
    answers.success ? answers.output.responses.map(({ id, ...end }) => [id, toEnd(end.status, end.body)]) : [],
  );
  return batch.output.requests.map(({ id, method, url }) => toReport(method, url, ends.get(id) ?? refused));
}
