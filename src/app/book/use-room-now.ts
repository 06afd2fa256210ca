/** Looks for the nearest rooms that are free from this minute on, as their answers stream in. */
import { useMemo, useState } from 'react';
import { findNeighbour } from '../../domain/rooms/find-neighbour.ts';
import type { FreeBusy } from '../../domain/rooms/free-busy.ts';
import { listCandidates } from '../../domain/rooms/list-candidates.ts';
import { findFloor } from '../../domain/rooms/room-memory.ts';
import { countNowAsked, listNowChoices, toNowRequest } from '../../domain/rooms/room-now.ts';
import type { RoomRequest } from '../../domain/rooms/room-request.ts';
import type { RoomNowScreenProps } from '../screens.ts';
import { findNearBuilding } from './find-near-building.ts';
import { useClock } from './use-clock.ts';
import { useFreeBusy } from './use-free-busy.ts';
import { useRoomMemory } from './use-room-memory.ts';
import { useRooms } from './use-rooms.ts';

const AHEAD_HOURS = 2;

export function useRoomNow({ services, session, context }: RoomNowScreenProps, edition: number) {
  const { zone } = context.mailbox;
  const now = useClock(services.now, true).round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const [opened] = useState(now);
  const near = findNearBuilding(context.shifts, opened, zone);
  const rooms = useRooms(services.listRooms, near);
  const memory = useRoomMemory(services);
  const list = rooms.state.phase === 'ready' && memory.isSettled ? rooms.state.rooms : undefined;
  const { buildings } = session.organisation;
  const about = useMemo((): Omit<RoomRequest, 'start' | 'end'> => {
    const time = { start: opened, end: opened.add({ minutes: 30 }) };
    const neighbour = findNeighbour({ events: context.events, time, rooms: list ?? [] });
    const building = near ?? neighbour?.building;
    const floorNumber =
      findFloor(memory.atFirst, building) ?? (near === undefined ? neighbour?.floorNumber : undefined);
    return {
      heads: 1,
      ...(building === undefined ? {} : { building }),
      ...(floorNumber === undefined ? {} : { floorNumber }),
      ...(neighbour === undefined ? {} : { neighbour }),
      favourites: new Set(memory.atFirst.favourites),
      recents: new Set(memory.atFirst.recents),
      buildings,
    };
  }, [opened, context.events, list, near, memory.atFirst, buildings]);
  const candidates = useMemo(
    () => listCandidates({ rooms: list ?? [], request: toNowRequest(opened, 60, about) }).candidates,
    [list, opened, about],
  );
  const window = useMemo(
    () => ({ start: opened, end: opened.add({ hours: AHEAD_HOURS }), edition }),
    [opened, edition],
  );
  const busy = useFreeBusy(
    services.readFreeBusy,
    (freeBusy: ReadonlyMap<string, FreeBusy>) => {
      const asked = countNowAsked({ candidates, freeBusy, now: opened, about });
      return candidates.slice(0, asked).map(({ address }) => address);
    },
    window,
  );
  const isListing = rooms.state.phase === 'loading' || (rooms.state.phase === 'ready' && list === undefined);
  const asked = countNowAsked({ candidates, freeBusy: busy.answers, now: opened, about });
  const choices = listNowChoices({ candidates: candidates.slice(0, asked), freeBusy: busy.answers, now, about });
  return { rooms, memory, choices, isListing, failure: busy.failure, again: busy.again };
}
