/** Reads what tells own from others' through a call to Graph that is handed in: own calendars, and the tenant's rooms. */
import * as v from 'valibot';
import { Failure } from '../domain/failure.ts';
import { isOwnCalendar, toOwnAddresses } from '../domain/policy/own-calendars.ts';

/** Parsed JSON of a `GET` of a path after the version. Throws where there is none. */
export type GetJson = (url: string) => Promise<unknown>;

const MAX_PAGES = 50;

const pageSchema = v.object({ value: v.array(v.unknown()), '@odata.nextLink': v.optional(v.string()) });
const meSchema = v.object({
  mail: v.nullish(v.string()),
  userPrincipalName: v.nullish(v.string()),
  proxyAddresses: v.nullish(v.array(v.string())),
});
const calendarSchema = v.object({ id: v.string(), owner: v.nullish(v.object({ address: v.nullish(v.string()) })) });
const roomSchema = v.object({ emailAddress: v.string() });

/** A `nextLink` keeps its path only; its host is never believed. */
const toNextUrl = (link: string): string | undefined =>
  /^https:\/\/graph\.microsoft\.com\/v1\.0(\/.*)$/.exec(link)?.[1];

async function list<const S extends v.GenericSchema>(
  get: GetJson,
  url: string,
  schema: S,
): Promise<v.InferOutput<S>[]> {
  const rows: v.InferOutput<S>[] = [];
  for (let next: string | undefined = url, pages = 0; next !== undefined && pages < MAX_PAGES; pages += 1) {
    const page = v.safeParse(pageSchema, await get(next));
    if (!page.success) throw new Failure('upstream_unavailable');
    for (const row of page.output.value) {
      const parsed = v.safeParse(schema, row);
      if (parsed.success) rows.push(parsed.output);
    }
    next = toNextUrl(page.output['@odata.nextLink'] ?? '');
  }
  return rows;
}

/** Ids of the calendars that are the user's own. */
export async function readOwnCalendars(get: GetJson): Promise<ReadonlySet<string>> {
  const [me, calendars] = await Promise.all([
    get('/me?$select=mail,userPrincipalName,proxyAddresses'),
    list(get, '/me/calendars?$select=id,owner&$top=100', calendarSchema),
  ]);
  const parsed = v.safeParse(meSchema, me);
  const { mail, userPrincipalName, proxyAddresses } = parsed.success ? parsed.output : {};
  const own = toOwnAddresses({ mail, userPrincipalName, proxyAddresses });
  const mine = calendars.filter(({ owner }) => isOwnCalendar({ address: owner?.address ?? '' }, own));
  return new Set(mine.map(({ id }) => id));
}

/** Addresses of the tenant's rooms, in lower case. */
export async function readRoomAddresses(get: GetJson): Promise<ReadonlySet<string>> {
  const rooms = await list(get, '/places/microsoft.graph.room?$select=emailAddress&$top=100', roomSchema);
  return new Set(rooms.map(({ emailAddress }) => emailAddress.toLowerCase()));
}
