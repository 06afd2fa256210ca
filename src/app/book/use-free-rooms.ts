/** Which rooms are offered, as their answers stream in: nearest first, and a room once shown keeps its place. */
import { useEffect, useMemo, useState } from 'react';
import type { Window } from '../../domain/agenda/agenda-sources.ts';
import type { Failure } from '../../domain/failure.ts';
import type { FreeBusy } from '../../domain/rooms/free-busy.ts';
import { keepShown } from '../../domain/rooms/keep-shown.ts';
import { listCandidates } from '../../domain/rooms/list-candidates.ts';
import { countAsked, rankListed } from '../../domain/rooms/rank-rooms.ts';
import type { RoomOffer, RoomRequest, UnsuitableRoom } from '../../domain/rooms/room-request.ts';
import type { Room } from '../../domain/rooms/room.ts';
import type { Services } from '../services.ts';
import { useFreeBusy } from './use-free-busy.ts';

/** Rooms asked at first; more only when these leave too little to choose from. */
const FIRST_ASKED = 40;
/** So much after the meeting is asked too, to say until when a room is free. */
const BEYOND_HOURS = 2;
/** A slow answer about a near room holds the others back no longer than this. */
const PATIENCE_MS = 3000;

export interface FreeRooms {
  readonly offers: readonly RoomOffer[];
  /** Suitable by the directory, asked, and silent so far. */
  readonly pendingCount: number;
  readonly unsuitable: readonly UnsuitableRoom[];
  readonly unanswered: readonly UnsuitableRoom[];
  /** A whole request failed, not only single rooms. */
  readonly failure?: Failure;
  readonly again: () => void;
  /** Suitable by the directory and not asked, because there was enough to choose from. */
  readonly unaskedCount: number;
}

export interface FreeRoomsInput {
  readonly readFreeBusy: Services['readFreeBusy'];
  /** Undefined while they are read. */
  readonly rooms: readonly Room[] | undefined;
  /** Undefined while the time can't be booked. */
  readonly request: RoomRequest | undefined;
  /** Rooms are asked until so many are free. */
  readonly enough: number;
  /** Another value reads everything anew. */
  readonly edition: number;
}

/**
 * Those that can be shown: the ones whose nearer neighbours have all answered, so that nothing has to be put between two
 * rooms on screen. Once patience is over, whoever has answered.
 */
function takeAnswered(
  asked: readonly Room[],
  answers: ReadonlyMap<string, FreeBusy>,
  patient: boolean,
): readonly Room[] {
  const isAnswered = (room: Room): boolean => answers.has(room.address.toLowerCase());
  if (!patient) return asked.filter(isAnswered);
  const firstSilent = asked.findIndex((room) => !isAnswered(room));
  return firstSilent === -1 ? asked : asked.slice(0, firstSilent);
}

function useWindow(request: RoomRequest | undefined, edition: number): Window | undefined {
  const startMs = request?.start.epochMilliseconds;
  const endMs = request?.end.epochMilliseconds;
  return useMemo(() => {
    if (startMs === undefined || endMs === undefined) return undefined;
    const end = Temporal.Instant.fromEpochMilliseconds(endMs).add({ hours: BEYOND_HOURS });
    return { start: Temporal.Instant.fromEpochMilliseconds(startMs), end, edition };
  }, [startMs, endMs, edition]);
}

/** True until somebody has waited too long for a near room. */
function usePatience(window: Window | undefined, isWaiting: boolean): boolean {
  const [impatientFor, setImpatientFor] = useState<Window>();
  useEffect(() => {
    if (window === undefined || !isWaiting) return;
    const timer = setTimeout(() => setImpatientFor(window), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [window, isWaiting]);
  return impatientFor === undefined || impatientFor !== window;
}

const NOTHING_LISTED: ReturnType<typeof listCandidates> = { candidates: [], unsuitable: [] };

interface Shown {
  readonly request: RoomRequest | undefined;
  readonly rooms: readonly Room[] | undefined;
  /** On screen when the list of rooms grew last: they keep their places. */
  readonly kept: readonly string[];
  readonly latest: readonly string[];
}

const toKeys = (offers: readonly RoomOffer[]): readonly string[] =>
  offers.map(({ room }) => room.address.toLowerCase());

/** Candidates in their order, those on screen for this request first, however the list of rooms grows. */
function useCandidates(rooms: readonly Room[] | undefined, request: RoomRequest | undefined) {
  const [shown, setShown] = useState<Shown>({ request, rooms, kept: [], latest: [] });
  if (shown.request !== request) setShown({ request, rooms, kept: [], latest: [] });
  else if (shown.rooms !== rooms) setShown({ ...shown, rooms, kept: shown.latest });
  const listed = useMemo(
    () => (request === undefined || rooms === undefined ? NOTHING_LISTED : listCandidates({ rooms, request })),
    [rooms, request],
  );
  const candidates = useMemo(() => keepShown(listed.candidates, shown.kept), [listed, shown.kept]);
  return { candidates, unsuitable: listed.unsuitable, setShown };
}

/** `rooms` and `request` keep their identity while nothing changed. */
export function useFreeRooms({ readFreeBusy, rooms, request, enough, edition }: FreeRoomsInput): FreeRooms {
  const window = useWindow(request, edition);
  const { candidates, unsuitable, setShown } = useCandidates(rooms, request);
  const chooseAsked = (answers: ReadonlyMap<string, FreeBusy>): readonly Room[] =>
    request === undefined
      ? []
      : candidates.slice(0, countAsked({ candidates, freeBusy: answers, request, enough, portion: FIRST_ASKED }));
  const busy = useFreeBusy(readFreeBusy, (answers) => chooseAsked(answers).map((room) => room.address), window);
  const asked = chooseAsked(busy.answers);
  const patient = usePatience(
    window,
    asked.some((room) => !busy.answers.has(room.address.toLowerCase())),
  );
  const answered = takeAnswered(asked, busy.answers, patient);
  const ranked =
    request === undefined
      ? { offers: [], unsuitable: [] }
      : rankListed({ candidates: answered, freeBusy: busy.answers, request });
  const keys = toKeys(ranked.offers).join('\n');
  useEffect(() => {
    const latest = keys === '' ? [] : keys.split('\n');
    setShown((before) => (before.latest.join('\n') === keys ? before : { ...before, latest }));
  }, [setShown, keys]);
  return {
    offers: ranked.offers,
    pendingCount: asked.length - answered.length,
    unsuitable: [...unsuitable, ...ranked.unsuitable.filter(({ why }) => why !== 'notAnswered')],
    unanswered: ranked.unsuitable.filter(({ why }) => why === 'notAnswered'),
    ...(busy.failure === undefined ? {} : { failure: busy.failure }),
    again: busy.again,
    unaskedCount: candidates.length - asked.length,
  };
}
