/** Which rooms are free on which dates of a series: twenty at a time, judged by their calendars and by what they allow. */
import { useMemo, useState } from 'react';
import type { Failure } from '../../domain/failure.ts';
import type { FreeBusy } from '../../domain/rooms/free-busy.ts';
import { listCandidates } from '../../domain/rooms/list-candidates.ts';
import type { RoomRequest } from '../../domain/rooms/room-request.ts';
import type { Room } from '../../domain/rooms/room.ts';
import type { Occurrence } from '../../domain/series/expand-series.ts';
import { judgeRoom, type RoomVerdict } from '../../domain/series/judge-room.ts';
import { sortRooms } from '../../domain/series/plan-rooms.ts';
import { type RoomLimits, toRoomLimits } from '../../domain/series/room-limits.ts';
import { useFreeBusy } from '../book/use-free-busy.ts';
import type { Services } from '../services.ts';
import { useRoomLimits } from './use-room-limits.ts';

export interface SeriesRoom {
  readonly room: Room;
  readonly verdict: RoomVerdict;
  readonly limits: RoomLimits;
  readonly freeBusy: FreeBusy | undefined;
}

export interface SeriesRooms {
  /** Best first; empty while the first are being asked. */
  readonly rooms: readonly SeriesRoom[];
  readonly isAsking: boolean;
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly failure?: Failure;
  readonly again: () => void;
}

interface SeriesRoomsInput {
  readonly services: Pick<Services, 'readLongFreeBusy' | 'findRoomRule' | 'now'>;
  /** Undefined while they are read. */
  readonly list: readonly Room[] | undefined;
  readonly request: RoomRequest;
  /** Rooms that are in the plan whatever they are like: those typed by address. */
  readonly typed: readonly Room[];
  readonly occurrences: readonly Occurrence[];
  readonly edition: number;
}

/** As many as one getSchedule answers for. */
const PORTION = 20;
const DAY_HOURS = 24;

export function toSeriesSpan(occurrences: readonly Occurrence[]) {
  const [first, last] = [occurrences[0], occurrences.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a series without dates');
  return { start: first.start.subtract({ hours: DAY_HOURS }), end: last.end.add({ hours: DAY_HOURS }) };
}

const chunk = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / PORTION) }, (_, index) =>
    all.slice(index * PORTION, (index + 1) * PORTION),
  );

/** Whole portions alone, so that no card changes its place under the eyes. */
function countAnswered(asked: readonly Room[], isAnswered: (room: Room) => boolean): number {
  const parts = chunk(asked);
  const open = parts.findIndex((part) => !part.every(isAnswered));
  return open < 0 ? asked.length : open * PORTION;
}

export function useSeriesRooms(input: SeriesRoomsInput): SeriesRooms {
  const { services, list, request, typed, occurrences, edition } = input;
  const [count, setCount] = useState(PORTION);
  const candidates = useMemo(() => {
    const listed = listCandidates({ rooms: list ?? [], request }).candidates;
    return [...typed, ...listed.filter(({ address }) => !typed.some((one) => one.address === address))];
  }, [list, request, typed]);
  const asked = useMemo(() => candidates.slice(0, count), [candidates, count]);
  const window = useMemo(() => ({ ...toSeriesSpan(occurrences), edition }), [occurrences, edition]);
  const addresses = asked.map(({ address }) => address);
  const busy = useFreeBusy(services.readLongFreeBusy, () => addresses, window);
  const limits = useRoomLimits(services, addresses);
  const [opened] = useState(services.now);
  const isAnswered = ({ address }: Room): boolean =>
    busy.answers.has(address.toLowerCase()) && limits.has(address.toLowerCase());
  const answered = countAnswered(asked, isAnswered);
  const rooms = useMemo(() => {
    const judged = asked.slice(0, answered).map((room): SeriesRoom => {
      const key = room.address.toLowerCase();
      const known = limits.get(key) ?? toRoomLimits(undefined);
      const freeBusy = busy.answers.get(key);
      const verdict = judgeRoom({ occurrences, freeBusy, limits: known, now: opened });
      return { room, limits: known, freeBusy, verdict };
    });
    return chunk(judged).flatMap((part) =>
      sortRooms(part.map(({ verdict }) => verdict)).flatMap((index) => part[index] ?? []),
    );
  }, [asked, answered, busy.answers, limits, occurrences, opened]);
  const isAsking = list === undefined || (rooms.length === 0 && asked.length > 0);
  return {
    rooms,
    isAsking,
    hasMore: candidates.length > count,
    more: () => setCount(count + PORTION),
    ...(busy.failure === undefined ? {} : { failure: busy.failure }),
    again: busy.again,
  };
}
