/** What the relay must know to tell own from others': the caller's own calendars, and the addresses of the tenant's rooms. */
import * as v from 'valibot';
import { isOwnCalendar, toOwnAddresses } from '../../src/domain/policy/own-calendars.ts';
import { ApiError } from '../errors.ts';
import type { GraphToken } from '../exchange/obtain-token.ts';
import { createHeldReader, type HeldReader } from '../held-reader.ts';
import { NoAnswer, readJson } from '../http-client.ts';
import type { Caller } from '../identity/authenticate.ts';
import { toUserKey, type UserKey } from '../user-key.ts';
import type { AskGraph } from './ask-graph.ts';

export type KnownAddresses = ReturnType<typeof createKnownAddresses>;

const HELD_MS = 10 * 60_000;
/** Something made a moment ago is missing from what is held: it is read again, but not at every stranger's word. */
const LOOK_AGAIN_MS = 30_000;
const MAX_PAGES = 50;
const MAX_BYTES = 20 * 1024 * 1024;

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

function createReader(ask: AskGraph, caller: Caller, token: GraphToken) {
  const get = async (url: string): Promise<unknown> => {
    const answer = await ask(caller, token, { method: 'GET', url, headers: {}, repeatable: true });
    const body = await readJson(answer, MAX_BYTES).catch((cause: unknown) => {
      throw new ApiError('upstream_unavailable', { cause });
    });
    if (answer.status === 429 || answer.status >= 500)
      throw new ApiError('upstream_unavailable', { cause: new NoAnswer(`status_${answer.status}`) });
    if (answer.status !== 200) throw new ApiError('not_allowed');
    return body;
  };
  const list = async <const S extends v.GenericSchema>(url: string, schema: S): Promise<v.InferOutput<S>[]> => {
    const rows: v.InferOutput<S>[] = [];
    for (let next: string | undefined = url, pages = 0; next !== undefined && pages < MAX_PAGES; pages += 1) {
      const page = v.safeParse(pageSchema, await get(next));
      if (!page.success) throw new ApiError('upstream_unavailable', { cause: new NoAnswer('bad_shape') });
      for (const row of page.output.value) {
        const parsed = v.safeParse(schema, row);
        if (parsed.success) rows.push(parsed.output);
      }
      next = toNextUrl(page.output['@odata.nextLink'] ?? '');
    }
    return rows;
  };
  return { get, list };
}

async function readOwnCalendars(ask: AskGraph, caller: Caller, token: GraphToken): Promise<ReadonlySet<string>> {
  const { get, list } = createReader(ask, caller, token);
  const [me, calendars] = await Promise.all([
    get('/me?$select=mail,userPrincipalName,proxyAddresses'),
    list('/me/calendars?$select=id,owner&$top=100', calendarSchema),
  ]);
  const parsed = v.safeParse(meSchema, me);
  const { mail, userPrincipalName, proxyAddresses } = parsed.success ? parsed.output : {};
  const own = toOwnAddresses({ mail, userPrincipalName, proxyAddresses });
  const mine = calendars.filter(({ owner }) => isOwnCalendar({ address: owner?.address ?? '' }, own));
  return new Set(mine.map(({ id }) => id));
}

async function readRooms(ask: AskGraph, caller: Caller, token: GraphToken): Promise<ReadonlySet<string>> {
  const { list } = createReader(ask, caller, token);
  const rooms = await list('/places/microsoft.graph.room?$select=emailAddress&$top=100', roomSchema);
  return new Set(rooms.map(({ emailAddress }) => emailAddress.toLowerCase()));
}

type Known = ReadonlySet<string>;
type Held = HeldReader<Known>;

/** Looks once more where something is missing from an older answer. */
async function requireAll(held: Held, key: string, wanted: readonly string[], read: () => Promise<Known>) {
  const hasAll = (known: Known): boolean => wanted.every((entry) => known.has(entry));
  if (hasAll(await held.get(key, read))) return;
  if (held.ageMs(key) > LOOK_AGAIN_MS) {
    held.drop(key);
    if (hasAll(await held.get(key, read))) return;
  }
  throw new ApiError('not_allowed');
}

export function createKnownAddresses(ask: AskGraph, now: () => number) {
  const options = { freshMs: HELD_MS, holdMs: HELD_MS, now };
  const calendars: Held = createHeldReader({ ...options, max: 10_000 });
  const rooms: Held = createHeldReader({ ...options, max: 1_000 });
  return {
    /** Throws `not_allowed` where the calendar is not one of the caller's own. */
    requireOwnCalendar: (caller: Caller, token: GraphToken, calendarId: string): Promise<void> =>
      requireAll(calendars, toUserKey(caller), [calendarId], () => readOwnCalendars(ask, caller, token)),
    /** Throws `not_allowed` where one of the addresses is no room of the tenant. */
    requireRooms: (caller: Caller, token: GraphToken, addresses: readonly string[]): Promise<void> => {
      const wanted = addresses.map((address) => address.toLowerCase());
      return requireAll(rooms, caller.tenantId, wanted, () => readRooms(ask, caller, token));
    },
    forget: (user: UserKey): void => calendars.drop(toUserKey(user)),
  };
}
