/** Which of my rooms are about to be given away, by the minutes that the administrator entered. */
import { useEffect, useState } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { listReleases, type Release } from '../../domain/booking/list-releases.ts';
import type { Services } from '../services.ts';

const TICK_MS = 15_000;
/** Rooms of meetings that begin later are looked up later. */
const NEAR_MS = 30 * 60_000;

const toRoomKey = (eventId: string, room: string): string => `${eventId} ${room.toLowerCase()}`;

function listNearRooms(events: readonly CalendarEvent[], now: Temporal.Instant): readonly string[] {
  const near = events.filter(
    ({ time }) => time.kind === 'timed' && time.start.epochMilliseconds - now.epochMilliseconds < NEAR_MS,
  );
  const rooms = near.flatMap(({ attendees }) => attendees.filter(({ kind }) => kind === 'resource'));
  return [...new Set(rooms.map(({ address }) => address.toLowerCase()))].sort();
}

async function readMinutes(openBookings: Services['openBookings'], rooms: readonly string[]) {
  const { findRoomRule } = await openBookings();
  const rules = await Promise.all(
    rooms.map(async (room) => [room, (await findRoomRule(room))?.releaseMinutes] as const),
  );
  return new Map(rules);
}

export interface Releases {
  readonly releases: readonly Release[];
  /** Not told again: checked in, or put off. */
  readonly settle: (eventId: string, room: string) => void;
}

export function useReleases(
  services: Pick<Services, 'openBookings' | 'now'>,
  events: readonly CalendarEvent[],
): Releases {
  const [now, setNow] = useState(services.now);
  const [minutes, setMinutes] = useState<ReadonlyMap<string, number | undefined>>(new Map());
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const timer = setInterval(() => setNow(services.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [services]);
  const near = listNearRooms(events, now).join(' ');
  useEffect(() => {
    if (near === '') return undefined;
    let isWanted = true;
    readMinutes(services.openBookings, near.split(' ')).then(
      (found) => isWanted && setMinutes(found),
      // without the rules nothing is known, and nothing is said
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [services, near]);
  const releases = listReleases({
    ...{ events, now },
    releaseMinutes: (address) => minutes.get(address.toLowerCase()),
    isCheckedIn: (eventId, room) => settled.has(toRoomKey(eventId, room)),
  });
  return { releases, settle: (id, room) => setSettled((before) => new Set([...before, toRoomKey(id, room)])) };
}
