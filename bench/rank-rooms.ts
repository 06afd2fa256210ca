/** What `npm run bench:rooms` measures of our own code: finding rooms through Graph, and ranking them for many days. */
import 'temporal-polyfill/global';
import { createGraph } from '../src/graph/create-graph.ts';
import { readFreeBusy } from '../src/graph/read-free-busy.ts';
import { streamRooms } from '../src/graph/stream-rooms.ts';
import type { BusyBlock, FreeBusy } from '../src/domain/rooms/free-busy.ts';
import { listCandidates } from '../src/domain/rooms/list-candidates.ts';
import { countAsked, rankListed } from '../src/domain/rooms/rank-rooms.ts';
import { rankSlots } from '../src/domain/rooms/rank-slots.ts';
import type { RoomRequest } from '../src/domain/rooms/room-request.ts';
import type { Room } from '../src/domain/rooms/room.ts';
import { toTakenSlots, type SlotGrid } from '../src/domain/rooms/slot-grid.ts';

const ENOUGH = 8;
const PORTION = 40;
const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;

interface Search {
  readonly base: string;
  readonly token: string;
  readonly building: string;
}

/** Asks as the finder does: portion after portion until enough are free. */
async function askRooms(
  graph: ReturnType<typeof createGraph>,
  rooms: readonly Room[],
  known: Map<string, FreeBusy>,
  search: { readonly request: RoomRequest; readonly enough: number; readonly onFree: () => void },
): Promise<void> {
  const { request, enough, onFree } = search;
  const { candidates } = listCandidates({ rooms, request });
  for (;;) {
    const asked = candidates.slice(0, countAsked({ candidates, freeBusy: known, request, enough, portion: PORTION }));
    const addresses = asked.map(({ address }) => address).filter((address) => !known.has(address.toLowerCase()));
    if (addresses.length === 0) return;
    const onAnswer = (part: readonly FreeBusy[]): void => {
      for (const answer of part) known.set(answer.address.toLowerCase(), answer);
      if (rankListed({ candidates: asked, freeBusy: known, request }).offers.length > 0) onFree();
    };
    await readFreeBusy(graph, { addresses, window: request, onAnswer });
  }
}

function countingFetch() {
  const counts = { requests: 0, bytes: 0 };
  const count: typeof fetch = async (input, init) => {
    counts.requests += 1;
    const answer = await fetch(input, init);
    const body = await answer.arrayBuffer();
    counts.bytes += body.byteLength + (typeof init?.body === 'string' ? init.body.length : 0);
    return new Response(body.byteLength === 0 ? null : body, { status: answer.status, headers: answer.headers });
  };
  return { counts, count };
}

/** One search on a page that was just opened. `first`: a free room could be shown; `list`: eight places are full; `all`: every room has answered. */
export async function findRooms({ base, token, building, asksAll }: Search & { readonly asksAll: boolean }) {
  const { counts, count } = countingFetch();
  const clock = {
    now: () => Date.now(),
    sleep: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
    random: () => 0.5,
  };
  const graph = createGraph({ base, getToken: () => Promise.resolve(token), fetch: count, clock });
  const began = performance.now();
  const start = Temporal.Instant.fromEpochMilliseconds(
    Math.ceil(Date.now() / DAY_MS) * DAY_MS + 2 * DAY_MS + 36_000_000,
  );
  const request: RoomRequest = { start, end: start.add({ hours: 1 }), heads: 4, building };
  const known = new Map<string, FreeBusy>();
  let first = Infinity;
  const onFree = (): void => {
    first = Math.min(first, performance.now() - began);
  };
  let early: Promise<void> | undefined;
  const onRooms = (rooms: readonly Room[]): void => {
    early ??= askRooms(graph, rooms, known, { request, enough: 1, onFree });
  };
  const rooms = await streamRooms(graph, { building, onRooms });
  const listed = performance.now() - began;
  await early;
  await askRooms(graph, rooms, known, { request, enough: ENOUGH, onFree });
  const shown = { ms: performance.now() - began, ...counts };
  if (asksAll) await askRooms(graph, rooms, known, { request, enough: Infinity, onFree });
  return { rooms: rooms.length, first, listed, shown, all: { ms: performance.now() - began, ...counts } };
}

function makeBlocks(index: number, startMs: number): readonly BusyBlock[] {
  return Array.from({ length: 70 }, (_, number) => {
    const from = startMs + ((index * 37 + number * 19) % 1340) * QUARTER_MS;
    const at = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms);
    return { start: at(from), end: at(from + 3 * QUARTER_MS), status: 'busy' };
  });
}

/** Median milliseconds of ranking `count` rooms for 14 days of quarters of an hour; what each room's answer is turned into beforehand is told apart. */
export function timeRanking(count: number) {
  const startMs = Date.parse('2026-11-23T00:00:00Z');
  const grid: SlotGrid = { startMs, slotMs: QUARTER_MS, count: 14 * 96 };
  const blocks = Array.from({ length: count }, (_, index) => makeBlocks(index, startMs));
  const beforeTaken = performance.now();
  const rooms = blocks.map((row) => toTakenSlots(row, grid));
  const takenMs = performance.now() - beforeTaken;
  const times = Array.from({ length: 15 }, () => {
    const before = performance.now();
    rankSlots({ rooms, grid, length: 4 });
    return performance.now() - before;
  }).sort((a, b) => a - b);
  return { takenMs, medianMs: times[7] ?? Infinity, worstMs: times.at(-1) ?? Infinity };
}
