/** Finds my meeting just before or after a time, where its room is known: a room near it saves a walk. */
import type { CalendarEvent } from '../agenda/calendar-event.ts';
import type { Interval } from '../time/intervals.ts';
import type { Room } from './room.ts';

export interface Neighbour {
  /** When that meeting starts: it is named by its time. */
  readonly start: Temporal.Instant;
  readonly building: string;
  readonly floorNumber?: number;
}

interface NeighbourSearch {
  readonly events: readonly CalendarEvent[];
  readonly time: Interval;
  readonly rooms: readonly Room[];
  /** The meeting that looks for a room is none beside itself. */
  readonly exceptId?: string;
}

/** Further apart, nobody walks straight from one to the other. */
const MAX_GAP_MS = 60 * 60_000;

/** Touching counts as no gap; an overlapping meeting is none beside this one. */
function findGapMs(event: CalendarEvent, { start, end }: Interval): number | undefined {
  if (event.time.kind !== 'timed') return undefined;
  const before = start.epochMilliseconds - event.time.end.epochMilliseconds;
  const after = event.time.start.epochMilliseconds - end.epochMilliseconds;
  const gap = Math.max(before, after);
  return gap >= 0 && gap <= MAX_GAP_MS ? gap : undefined;
}

function listRoomAddresses(event: CalendarEvent): readonly string[] {
  const asked = event.attendees.filter(({ kind, answer }) => kind === 'resource' && answer !== 'declined');
  return [...asked, ...event.locations].flatMap(({ address }) => (address ? [address.toLowerCase()] : []));
}

/** The nearest in time; of two equally near, the one before. Cancelled and declined meetings, and those in no known room, don't count. */
export function findNeighbour({ events, time, rooms, exceptId }: NeighbourSearch): Neighbour | undefined {
  const near = events
    .filter(({ id, isCancelled, myAnswer }) => id !== exceptId && !isCancelled && myAnswer !== 'declined')
    .flatMap((event) => {
      const gap = findGapMs(event, time);
      return gap === undefined || event.time.kind !== 'timed' ? [] : [{ event, gap, start: event.time.start }];
    })
    .sort((a, b) => a.gap - b.gap || a.start.epochMilliseconds - b.start.epochMilliseconds);
  if (near.length === 0) return undefined;
  const wanted = new Set(near.flatMap(({ event }) => listRoomAddresses(event)));
  const known = new Map(
    rooms.flatMap((room) => (wanted.has(room.address.toLowerCase()) ? [[room.address.toLowerCase(), room]] : [])),
  );
  for (const { event, start } of near) {
    const room = listRoomAddresses(event)
      .map((address) => known.get(address))
      .find((found) => (found?.building ?? '').trim() !== '');
    if (room?.building === undefined) continue;
    const floor = room.floorNumber === undefined ? {} : { floorNumber: room.floorNumber };
    return { start, building: room.building, ...floor };
  }
  return undefined;
}
