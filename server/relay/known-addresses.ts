/** What the relay must know to tell own from others': the caller's own calendars, and the addresses of the tenant's rooms. */
import { readOwnCalendars, readRoomAddresses, type GetJson } from '../../src/graph/known-addresses.ts';
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
const MAX_BYTES = 20 * 1024 * 1024;

const createGet =
  (ask: AskGraph, caller: Caller, token: GraphToken): GetJson =>
  async (url) => {
    const answer = await ask(caller, token, { method: 'GET', url, headers: {}, repeatable: true });
    const body = await readJson(answer, MAX_BYTES).catch((cause: unknown) => {
      throw new ApiError('upstream_unavailable', { cause });
    });
    if (answer.status === 429 || answer.status >= 500)
      throw new ApiError('upstream_unavailable', { cause: new NoAnswer(`status_${answer.status}`) });
    if (answer.status !== 200) throw new ApiError('not_allowed');
    return body;
  };

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
      requireAll(calendars, toUserKey(caller), [calendarId], () => readOwnCalendars(createGet(ask, caller, token))),
    /** Throws `not_allowed` where one of the addresses is no room of the tenant. */
    requireRooms: (caller: Caller, token: GraphToken, addresses: readonly string[]): Promise<void> => {
      const wanted = addresses.map((address) => address.toLowerCase());
      return requireAll(rooms, caller.tenantId, wanted, () => readRoomAddresses(createGet(ask, caller, token)));
    },
    forget: (user: UserKey): void => calendars.drop(toUserKey(user)),
  };
}
