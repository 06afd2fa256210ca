/** Answers a list of things with filter, order, paging and count applied, as every collection in Graph does. */
import type { Call } from '../call.ts';
import { badRequest } from '../graph-error.ts';
import type { GraphAnswer } from '../graph-request.ts';
import { readPath } from './filter.ts';

export interface Collection<Item> {
  /** In the order the service would give unasked. */
  readonly items: readonly Item[];
  /** The value of a property path, for filter and order. */
  readonly read: (item: Item, path: string) => unknown;
  readonly write: (item: Item, select: readonly string[] | undefined) => object;
  /** What `$top` is when nobody says so. */
  readonly defaultTop: number;
  /** `@odata.context` after `$metadata#`. */
  readonly context: string;
  /** Pages by `$skiptoken` instead of `$skip`. */
  readonly pagesByToken?: boolean;
}

function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, 'en');
  return a < b ? -1 : 1;
}

function order<Item>(call: Call, { items, read }: Collection<Item>): readonly Item[] {
  const { orderBy } = call.query;
  if (orderBy.length === 0) return items;
  return items
    .map((item) => ({ item, keys: orderBy.map(({ path }) => read(item, path)) }))
    .sort((a, b) => {
      for (const [index, { isDescending }] of orderBy.entries()) {
        const sign = compare(a.keys[index], b.keys[index]);
        if (sign !== 0) return isDescending ? -sign : sign;
      }
      return 0;
    })
    .map(({ item }) => item);
}

/** What a token belongs to: it goes on with this very list and no other. */
function toListMark({ request }: Call): string {
  const asked = ['filter', 'search', 'orderby'].map(
    (name) => request.query.get(`$${name}`) ?? request.query.get(name) ?? '',
  );
  let mark = 0;
  for (const char of [request.path, ...asked].join('\n')) mark = (mark * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return String(mark);
}

const toSkipToken = (call: Call, skip: number): string => `s${skip}.${toListMark(call)}`;

function checkSkipToken(call: Call): void {
  const { skipToken, skip } = call.query;
  if (skipToken !== undefined && skipToken !== toSkipToken(call, skip))
    throw badRequest('The $skiptoken is not valid.');
}

/** The address of the next page begins as Graph's own do, wherever it was asked, and carries every option. */
function toNextLink(call: Call, skip: number, byToken: boolean): string {
  const kept = [...call.request.query].filter(([name]) => !/^\$?skip(token)?$/i.test(name));
  const paging: [string, string] = byToken ? ['$skiptoken', toSkipToken(call, skip)] : ['$skip', String(skip)];
  const query = [...kept, paging].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `https://graph.microsoft.com/v1.0${call.request.path}?${query}`;
}

export function answerCollection<Item>(call: Call, collection: Collection<Item>): GraphAnswer {
  const { query } = call;
  checkSkipToken(call);
  const { filter } = query;
  const passed =
    filter === undefined
      ? collection.items
      : collection.items.filter((item) => filter.test((path) => collection.read(item, path)));
  const ordered = order(call, { ...collection, items: passed });
  const size = query.top ?? call.prefer.maxPageSize ?? collection.defaultTop;
  const end = query.skip + size;
  return {
    status: 200,
    headers: call.prefer.applied,
    body: {
      '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${collection.context}`,
      ...(query.isCounted ? { '@odata.count': passed.length } : undefined),
      ...(end < ordered.length
        ? { '@odata.nextLink': toNextLink(call, end, collection.pagesByToken === true) }
        : undefined),
      value: ordered.slice(query.skip, end).map((item) => collection.write(item, query.select)),
    },
  };
}

export function pick(object: Readonly<Record<string, unknown>>, select: readonly string[] | undefined): object {
  if (select === undefined) return object;
  const kept = Object.entries(object).filter(([name]) => name.includes('@') || name === 'id' || select.includes(name));
  return Object.fromEntries(kept);
}

/** A list of plain objects. */
export function answerObjects(
  call: Call,
  objects: readonly Readonly<Record<string, unknown>>[],
  { context, defaultTop = 100 }: { readonly context: string; readonly defaultTop?: number },
): GraphAnswer {
  return answerCollection(call, { items: objects, read: readPath, write: pick, defaultTop, context });
}

/** One object, with its properties as selected. */
export function answerObject(call: Call, object: Readonly<Record<string, unknown>>, context: string): GraphAnswer {
  return {
    status: 200,
    headers: call.prefer.applied,
    body: {
      '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#${context}`,
      ...pick(object, call.query.select),
    },
  };
}
