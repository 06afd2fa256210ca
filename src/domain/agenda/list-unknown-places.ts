/** Lists what has to be known beyond the calendar before its meetings can be judged: rooms close after one another, people without a room. */
import type { CalendarEvent } from './calendar-event.ts';
import { findNeighbours } from './find-neighbours.ts';
import { listPeople } from './group-attendees.ts';
import { hasPlace, isCloseAfter } from './list-flags.ts';

export interface UnknownPlaces {
  /** Addresses of rooms whose buildings matter, each once in lower case. */
  readonly rooms: readonly string[];
  /** My meetings with people and without a room. */
  readonly roomless: readonly CalendarEvent[];
}

/** The first room that has not declined is where a meeting is. */
export function findRoomAddress({ attendees }: CalendarEvent): string | undefined {
  const room = attendees.find(({ kind, answer, address }) => kind === 'resource' && answer !== 'declined' && address);
  return room?.address.toLowerCase();
}

/** `fromMs`: what is over needs no judging any more. */
export function listUnknownPlaces(events: readonly CalendarEvent[], fromMs: number): UnknownPlaces {
  const neighbours = findNeighbours(events);
  const ahead = events.filter(({ time }) => time.kind === 'timed' && time.end.epochMilliseconds > fromMs);
  const rooms = ahead.flatMap((event) => {
    const before = neighbours.get(event.id)?.before;
    if (before === undefined || !isCloseAfter(event, before)) return [];
    const [from, to] = [findRoomAddress(before), findRoomAddress(event)];
    return from === undefined || to === undefined || from === to ? [] : [from, to];
  });
  const roomless = ahead.filter(
    (event) => event.isOrganizer && !event.isCancelled && !hasPlace(event) && listPeople(event).length > 0,
  );
  return { rooms: [...new Set(rooms)], roomless };
}
