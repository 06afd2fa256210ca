/** Whether the primary calendar changed since it was last looked at: one small answer where nothing did (Graph docs: event delta). */
import * as v from 'valibot';
import type { ChangedEvent, Changes, Window } from '../domain/agenda/agenda-sources.ts';
import { Failure } from '../domain/failure.ts';
import { atSecond } from './calendar-view.ts';
import type { CallOptions, Graph, GraphCall } from './graph.ts';
import { parseAnswer } from './parse-answer.ts';

const PAGE = 200;
const MAX_PAGES = 50;
// the answer can't be narrowed to what is read of it ($select is not taken): at least no bodies with markup
const PREFER = { Prefer: `odata.maxpagesize=${PAGE}, outlook.body-content-type="text"` };

const schema = v.object({
  value: v.array(
    v.object({
      id: v.string(),
      '@odata.etag': v.nullish(v.string()),
      type: v.nullish(v.string()),
      '@removed': v.optional(v.unknown()),
    }),
  ),
  '@odata.nextLink': v.nullish(v.string()),
  '@odata.deltaLink': v.nullish(v.string()),
});

const toChanged = (row: v.InferOutput<typeof schema>['value'][number]): ChangedEvent => ({
  id: row.id,
  etag: row['@odata.etag'] ?? undefined,
  isRemoved: row['@removed'] !== undefined,
  isSeries: row.type === 'seriesMaster',
});

/** A link stands for itself, window and all; in a batch, for each lone address costs a browser another preflight. */
async function askFirst(graph: Graph, call: GraphCall, options?: CallOptions): Promise<unknown> {
  if (!call.path.startsWith('/')) throw new Failure('bad_response', { path: 'a link to another host' });
  const [answer] = (await graph.batch([call], options)).items;
  if (answer instanceof Failure) throw answer;
  return answer?.body;
}

/** From the beginning without `since`: every event of the window, and from where to go on. Throws `gone` where Graph has forgotten it. */
export async function readChanges(
  graph: Graph,
  { window, since }: { readonly window: Window; readonly since?: string | undefined },
  options?: CallOptions,
): Promise<Changes> {
  const range = `startDateTime=${atSecond(window.start)}&endDateTime=${atSecond(window.end)}`;
  const first =
    since?.replace(/^https:\/\/graph\.microsoft\.com\/v1\.0(?=\/)/, '') ?? `/me/calendarView/delta?${range}`;
  const rows: ChangedEvent[] = [];
  let body = await askFirst(graph, { method: 'GET', path: first, headers: PREFER }, options);
  for (let pages = 1; ; pages += 1) {
    const { value, ...links } = parseAnswer(schema, body);
    rows.push(...value.map(toChanged));
    const { '@odata.nextLink': next, '@odata.deltaLink': link } = links;
    if (link) return { rows, link };
    if (!next || pages >= MAX_PAGES) throw new Failure('bad_response', { path: '@odata.deltaLink' });
    body = (await graph.send({ method: 'GET', path: next, headers: PREFER }, options)).body;
  }
}
