/** Several people, each on a page of their own, book and change rooms of random policies on a network that fails; then the mailboxes are looked at. */
import { createGraph as createTenantGraph } from '../../emulator/graph/create-graph.ts';
import { respond } from '../../emulator/mailbox/meeting-actions.ts';
import { toView } from '../../emulator/mailbox/event-views.ts';
import type { Mailbox } from '../../emulator/mailbox/mailbox.ts';
import { DEFAULT_ROOM_POLICY, type RoomPolicy } from '../../emulator/mailbox/room-policy.ts';
import { createWorld } from '../../emulator/seed/create-world.ts';
import { createWorldClock } from '../../emulator/world-clock.ts';
import type { BookingRules } from '../../src/app/booking/booking-rules.ts';
import { createEventCalls } from '../../src/app/event-calls.ts';
import type { BookingCalls } from '../../src/app/booking/trip.ts';
import { createGraph } from '../../src/graph/create-graph.ts';
import { readFreeBusy } from '../../src/graph/read-free-busy.ts';
import { readLongFreeBusy } from '../../src/graph/read-long-free-busy.ts';

const DOMAIN = 'contoso.example';
export const PEOPLE = ['alex', 'sam', 'robin'] as const;
export const ROOMS = ['plain', 'short', 'busy', 'approval'] as const;
export type PersonKey = (typeof PEOPLE)[number];
export const toAddress = (key: string): string => `${key}@${DOMAIN}`;
const NOW = '2026-11-23T05:00:00Z';
const SCOPES = new Set(['User.Read', 'Calendars.Read', 'Calendars.ReadWrite', 'Place.Read.All']);

/** The same numbers for the same seed, on every machine (mulberry32). */
export function createChance(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  return { next, below, pick, odds: (share: number) => next() < share };
}
export type Chance = ReturnType<typeof createChance>;

function toPolicy(chance: Chance): RoomPolicy {
  const kind = chance.below(8);
  return {
    ...DEFAULT_ROOM_POLICY,
    ...(kind === 0 ? { answers: false } : {}),
    ...(kind === 1 ? { maximumDurationInMinutes: 30 } : {}),
    ...(kind === 2 ? { allBookInPolicy: false, allRequestInPolicy: true } : {}),
    ...(kind === 3 ? { allBookInPolicy: false } : {}),
    ...(kind === 4 ? { bookingWindowInDays: 3 } : {}),
  };
}

type Fault = 'before' | 'after' | 503 | 429 | '504after';

export interface FuzzWorld {
  readonly begin: (seed: number) => Chance;
  readonly open: (person: PersonKey, rules?: Partial<BookingRules>) => BookingCalls;
  readonly mailbox: (key: string) => Mailbox;
  readonly onWrite: { hear: () => void };
  readonly now: () => Temporal.Instant;
  /** Lets time run until nothing is awaited any more. */
  readonly run: (isDone: () => boolean) => Promise<void>;
  readonly calm: () => void;
}

/** Sleeps on world time; the earliest wakes first. */
function createSleepers(now: () => number) {
  let sleepers: { readonly dueMs: number; readonly wake: () => void }[] = [];
  return {
    sleep: (ms: number, signal?: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve();
        const sleeper = { dueMs: now() + ms, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          resolve();
        });
      }),
    nextMs: () => Math.min(...sleepers.map(({ dueMs }) => dueMs)),
    wakeDue: () => {
      const due = sleepers.filter(({ dueMs }) => dueMs <= now());
      sleepers = sleepers.filter(({ dueMs }) => dueMs > now());
      for (const { wake } of due) wake();
    },
    clear: () => {
      sleepers = [];
    },
  };
}

export function createFuzzWorld(): FuzzWorld {
  const clock = createWorldClock(Date.parse(NOW), () => 0);
  const world = createWorld({ seed: 'small', clock });
  world.roomAnswerMs = 400;
  const graph = createTenantGraph({ world, findFault: () => undefined });
  const sleepers = createSleepers(clock.now);
  const onWrite = { hear: (): void => undefined };
  let chance = createChance(0);
  let faultsLeft = 0;
  let faultOdds = 0;
  let lateLeft = 0;
  let busyCalls = 0;
  let ids = 0;
  const mailbox = (key: string): Mailbox => {
    const found = world.mailboxes.find(toAddress(key));
    if (found === undefined) throw new Error(`no mailbox ${key}`);
    return found;
  };
  const pickFault = (): Fault | undefined => {
    if (faultsLeft <= 0 || !chance.odds(faultOdds)) return undefined;
    faultsLeft -= 1;
    return chance.pick<Fault>(['before', 'after', 503, 429, '504after']);
  };
  /** A room that said yes takes it back: its owner needs it. */
  const declineLate = (person: PersonKey, pathname: string): void => {
    if (lateLeft <= 0 || !chance.odds(0.3)) return;
    const meeting = mailbox(person).events.get(decodeURIComponent(pathname.split('/').at(-1) ?? ''));
    const held = ROOMS.flatMap((key) => {
      const room = mailbox(key);
      const copies = [...room.events.values()].filter(({ responseStatus: { response } }) => response === 'accepted');
      return copies.map((event) => ({ room, event }));
    }).find(({ event }) => event.meetingId === meeting?.meetingId);
    if (held === undefined) return;
    lateLeft -= 1;
    respond(world, held.room, toView(held.event), { response: 'declined', isSent: true });
  };
  const ask = async (person: PersonKey, input: string, init: RequestInit): Promise<Response> => {
    const { pathname, searchParams: query } = new URL(input);
    const { method = 'GET', body } = init;
    const fault = pickFault();
    const refuse = (status: number): Response =>
      new Response('{"error":{"code":"x","message":"x"}}', { status, headers: { 'Retry-After': '1' } });
    if (fault === 'before') throw new TypeError('the connection broke');
    if (fault === 503 || fault === 429) return refuse(fault);
    const headers = Object.fromEntries(new Headers(init.headers).entries());
    const { tenantId, objectId } = mailbox(person);
    const answer = await graph.answer({
      ...{ method, path: pathname.slice('/v1.0'.length), query, headers },
      body: typeof body === 'string' && body !== '' ? (JSON.parse(body) as unknown) : undefined,
      caller: { tenantId, objectId, scopes: SCOPES },
    });
    if (['POST', 'PATCH', 'DELETE'].includes(method)) onWrite.hear();
    if (method === 'PATCH' && String(body).includes('"required"')) declineLate(person, pathname);
    if (fault === 'after') throw new TypeError('the connection broke');
    if (fault === '504after') return refuse(504);
    const text = answer.body === undefined ? null : JSON.stringify(answer.body);
    return new Response(text, { status: answer.status, headers: { ...answer.headers } });
  };
  const counted =
    (person: PersonKey): typeof fetch =>
    async (input, init = {}) => {
      busyCalls += 1;
      try {
        return await ask(person, String(input), init);
      } finally {
        busyCalls -= 1;
      }
    };
  const now = (): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(clock.now());
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    ...{ mailbox, onWrite, now },
    begin: (seed) => {
      chance = createChance(seed);
      // now and then hardly anything comes through, and then nothing but patience helps
      const isStorm = chance.odds(0.25);
      faultsLeft = isStorm ? 6 + chance.below(10) : chance.below(5);
      faultOdds = isStorm ? 0.7 : 0.12;
      lateLeft = chance.odds(0.3) ? 1 : 0;
      sleepers.clear();
      onWrite.hear = () => undefined;
      for (const key of [...PEOPLE, ...ROOMS]) {
        const box = mailbox(key);
        for (const drop of box.pending.values()) drop();
        box.pending.clear();
        box.events.clear();
        box.idByMeeting.clear();
      }
      for (const key of ROOMS) Object.assign(mailbox(key), { policy: toPolicy(chance) });
      return chance;
    },
    open: (person, rules) => {
      const page = createGraph({
        ...{ base: 'https://graph.microsoft.com', getToken: () => Promise.resolve('token'), fetch: counted(person) },
        clock: { now: clock.now, sleep: sleepers.sleep, random: () => 0.5 },
      });
      const events = createEventCalls({
        choose: () => Promise.resolve({ name: 'direct', graph: page }),
        patiently: (run) => run(),
      });
      return {
        ...events,
        ...{ now, sleep: sleepers.sleep },
        readFreeBusy: (addresses, window) => readFreeBusy(page, { addresses, window }),
        readLongFreeBusy: (addresses, window) => readLongFreeBusy(page, { addresses, window }),
        newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
        ...(rules === undefined ? {} : { rules }),
      };
    },
    run: async (isDone) => {
      for (let rounds = 0; !isDone(); rounds += 1) {
        if (rounds > 5_000) throw new Error('never settled');
        let quiet = 0;
        while (quiet < 3) {
          await turn();
          quiet = busyCalls === 0 ? quiet + 1 : 0;
        }
        const next = sleepers.nextMs();
        if (isDone()) return;
        clock.advance(Number.isFinite(next) ? Math.max(0, next - clock.now()) : 500);
        sleepers.wakeDue();
      }
    },
    calm: () => {
      faultsLeft = 0;
      lateLeft = 0;
    },
  };
}
