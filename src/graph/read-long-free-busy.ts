/** Free/busy over more time than one getSchedule answers for: asked in pieces, put together mailbox by mailbox. */
import type { Window } from '../domain/agenda/agenda-sources.ts';
import type { FreeBusy } from '../domain/rooms/free-busy.ts';
import type { CallOptions, Graph } from './graph.ts';
import { type FreeBusyRequest, type ScheduleQuestion, askSchedules, toAddressGroups } from './read-free-busy.ts';

/** Shorter than the 62 days of which Graph refuses more. */
const PIECE_DAYS = 61;

function toPieces({ start, end }: Window): readonly Window[] {
  const pieces: Window[] = [];
  for (let from = start; Temporal.Instant.compare(from, end) < 0;) {
    const full = from.add({ hours: 24 * PIECE_DAYS });
    const to = Temporal.Instant.compare(full, end) < 0 ? full : end;
    pieces.push({ start: from, end: to });
    from = to;
  }
  return pieces;
}

/** Whoever is unknown in one piece is unknown altogether: a gap is not free time. */
function join(pieces: readonly FreeBusy[], address: string): FreeBusy {
  const unknown = pieces.find(({ state }) => state === 'unknown');
  if (unknown !== undefined || pieces.length === 0)
    return unknown ?? { address, state: 'unknown', reason: 'not_answered' };
  return { address, state: 'known', blocks: pieces.flatMap((one) => (one.state === 'known' ? one.blocks : [])) };
}

/** The first twenty addresses are answered for all of the time before the next are asked. */
export async function readLongFreeBusy(
  graph: Graph,
  { addresses, window, onAnswer }: FreeBusyRequest,
  options?: CallOptions,
): Promise<readonly FreeBusy[]> {
  const pieces = toPieces(window);
  const groups = toAddressGroups(addresses);
  const found = new Map<string, FreeBusy[]>();
  const told = new Set<string>();
  const questions = groups.flatMap((asked): ScheduleQuestion[] => pieces.map((piece) => ({ asked, window: piece })));
  const take = (part: readonly FreeBusy[]): void => {
    for (const one of part) {
      const key = one.address.toLowerCase();
      found.set(key, [...(found.get(key) ?? []), one]);
    }
    const whole = addresses.filter((address) => {
      const key = address.toLowerCase();
      return !told.has(key) && found.get(key)?.length === pieces.length;
    });
    for (const address of whole) told.add(address.toLowerCase());
    if (whole.length > 0) onAnswer?.(whole.map((address) => join(found.get(address.toLowerCase()) ?? [], address)));
  };
  await askSchedules(graph, questions, take, options);
  return addresses.map((address) => join(found.get(address.toLowerCase()) ?? [], address));
}
