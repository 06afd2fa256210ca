/** Asks what a plan needs, people first and then the most suitable rooms, and plans with the answers. */
import type { Window } from '../../domain/agenda/agenda-sources.ts';
import type { Session } from '../../domain/contract/session.ts';
import type { Failure } from '../../domain/failure.ts';
import { closeBeyondHorizon } from '../../domain/planning/find-room-ban.ts';
import { listHandovers } from '../../domain/planning/list-handovers.ts';
import { listRoomsToAsk, ROOMS_PORTION } from '../../domain/planning/list-rooms-to-ask.ts';
import { pickTimes } from '../../domain/planning/pick-times.ts';
import { toPlanGrid, type PlanGrid } from '../../domain/planning/plan-grid.ts';
import { planMeeting, type Plan } from '../../domain/planning/plan-meeting.ts';
import type { PlanPerson, PlanRequest } from '../../domain/planning/plan-request.ts';
import type { FreeBusy } from '../../domain/rooms/free-busy.ts';
import { listCandidates } from '../../domain/rooms/list-candidates.ts';
import type { RoomRequest, UnsuitableRoom } from '../../domain/rooms/room-request.ts';
import type { Room } from '../../domain/rooms/room.ts';
import { toTakenSlots } from '../../domain/rooms/slot-grid.ts';
import { toRoomLimits } from '../../domain/series/room-limits.ts';
import type { Told } from '../../domain/shifts/colleague-knowledge.ts';
import type { ColleagueShift } from '../../domain/shifts/whereabouts.ts';
import { findNearBuilding } from '../book/find-near-building.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';
import { readOwnTime } from './own-time.ts';
import { listAllowedRooms, toRoomKey } from './list-allowed-rooms.ts';
import { findWindow, type PlanWish } from './plan-wish.ts';

/** Times on screen at first. */
export const FIRST_TIMES = 6;

/** A shift of a colleague, with the address by which they are invited. */
type AddressedShift = ColleagueShift & { readonly address: string };

export interface PlanSources {
  readonly services: Pick<
    Services,
    | 'readAgenda'
    | 'readAgendaRest'
    | 'readFreeBusy'
    | 'listRooms'
    | 'findRoomRule'
    | 'openRoomMemory'
    | 'openColleagues'
    | 'now'
  >;
  readonly session: Session;
  readonly context: AgendaContext;
  /** What I am called among the others. */
  readonly ownName: string;
}

export type ShiftsUnknown = Extract<Told<unknown>, { why: unknown }>['why'];

export interface MadePlan {
  readonly plan: Plan;
  /** The organisation lets nobody see when colleagues are taken. */
  readonly isFreeBusyOff: boolean;
  /** Why nothing is known of colleagues' shifts. */
  readonly shiftsUnknown?: ShiftsUnknown;
  /** Nobody's free/busy could be asked. */
  readonly peopleFailure?: Failure;
  readonly roomsFailure?: Failure;
  readonly unsuitable: readonly UnsuitableRoom[];
  readonly unanswered: readonly UnsuitableRoom[];
  readonly askedRooms: number;
}

const SWITCHED_OFF: PlanPerson['freeBusy'] = { state: 'unknown' };

function toPerson(
  { address, name, kind }: PlanWish['people'][number],
  answer: FreeBusy | undefined,
  shifts: readonly AddressedShift[],
): PlanPerson {
  const own = shifts.filter((shift) => shift.address.toLowerCase() === address.toLowerCase());
  const hours =
    answer?.state === 'known' && answer.workingHours !== undefined ? { workingHours: answer.workingHours } : {};
  return {
    ...{ address, name: name === '' ? address : name, kind, ...hours },
    freeBusy: answer ?? SWITCHED_OFF,
    stretches: own.map(({ start, end, kind: shift, building }) => ({
      ...{ start, end, kind: shift === 'off' ? 'off' : 'onShift' },
      ...(building === undefined ? {} : { building }),
    })),
    isRostered: own.length > 0,
  };
}

const byAddress = (answers: readonly FreeBusy[]): ReadonlyMap<string, FreeBusy> =>
  new Map(answers.map((answer) => [answer.address.toLowerCase(), answer]));

interface PeopleAnswers {
  readonly answers: ReadonlyMap<string, FreeBusy>;
  readonly failure?: Failure;
}

async function askPeople(sources: PlanSources, wish: PlanWish, window: Window): Promise<PeopleAnswers> {
  const addresses = wish.people.map(({ address }) => address);
  if (!sources.session.features.freeBusy || addresses.length === 0) return { answers: new Map() };
  try {
    return { answers: byAddress(await sources.services.readFreeBusy(addresses, window)) };
  } catch (error) {
    return { answers: new Map(), failure: toFailure(error) };
  }
}

function toWindow({ startMs, slotMs, count }: PlanGrid): Window {
  const at = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms);
  return { start: at(startMs), end: at(startMs + count * slotMs) };
}

interface ShiftAnswers {
  readonly shifts: readonly AddressedShift[];
  readonly why?: ShiftsUnknown;
}

/** Of everybody in a shared team, for handovers take in whoever is on shift; only those with an address are invited. */
async function askShifts({ services }: PlanSources, wish: PlanWish, window: Window): Promise<ShiftAnswers> {
  if (wish.people.length === 0) return { shifts: [] };
  try {
    const { readShifts, findColleagues } = await services.openColleagues();
    const addresses = wish.people.map(({ address }) => address);
    const [told, people] = await Promise.all([readShifts(window), findColleagues({ addresses })]);
    if ('why' in told) return { shifts: [], why: told.why };
    if ('why' in people) return { shifts: [], why: people.why };
    const addressOf = ({ userObjectId }: ColleagueShift): string =>
      people.told.get(userObjectId.toLowerCase())?.address ?? '';
    return { shifts: told.told.shifts.map((shift) => ({ ...shift, address: addressOf(shift) })) };
  } catch (error) {
    if (toFailure(error).code === 'cancelled') throw error;
    return { shifts: [], why: 'failed' };
  }
}

interface RoomAnswers {
  readonly rooms: readonly Room[];
  readonly about: Omit<RoomRequest, 'start' | 'end' | 'heads'>;
  readonly failure?: Failure;
}

async function listRooms(sources: PlanSources, wish: PlanWish, home: string | undefined): Promise<RoomAnswers> {
  const buildings = sources.session.organisation.buildings;
  const near = home === undefined ? {} : { building: home };
  if (wish.mode === 'online') return { rooms: [], about: near };
  try {
    const [rooms, memory] = await Promise.all([
      sources.services.listRooms({ building: home }),
      // without it everything works, and no room is a favourite
      sources.services.openRoomMemory().then(
        (store) => store.state().memory,
        () => undefined,
      ),
    ]);
    const favourites = new Set(memory?.favourites ?? []);
    return { rooms, about: { ...near, buildings, favourites, recents: new Set(memory?.recents ?? []) } };
  } catch (error) {
    return { rooms: [], about: near, failure: toFailure(error) };
  }
}

/** A portion, and only where that leaves places empty the rest of those worth asking, in one go. */
async function planWithRooms(sources: PlanSources, first: Plan, { rooms, about }: RoomAnswers) {
  const { request, grid } = first;
  const { wanted, banned, limits } = await listAllowedRooms(sources.services.findRoomRule, request, {
    rooms,
    choose: (some) => listRoomsToAsk({ plan: first, rooms: some, about }),
  });
  const window = toWindow(grid);
  const known = new Map<string, FreeBusy>();
  let plan = first;
  let asked = 0;
  for (const until of [ROOMS_PORTION, wanted.length]) {
    const portion = wanted.slice(asked, until);
    if (portion.length === 0 && asked > 0) break;
    asked += portion.length;
    if (portion.length > 0) {
      const answers = await sources.services.readFreeBusy(
        portion.map(({ address }) => address),
        window,
      );
      for (const [address, answer] of byAddress(answers)) known.set(address, answer);
    }
    const answered = wanted.slice(0, asked).flatMap((room) => {
      const answer = known.get(toRoomKey(room));
      if (answer?.state !== 'known') return [];
      const own = { limits: limits.get(toRoomKey(room)) ?? toRoomLimits(undefined), now: request.now };
      return [{ room, taken: closeBeyondHorizon(toTakenSlots(answer.blocks, grid), grid, own) }];
    });
    plan = planMeeting({ request, grid, rooms: answered });
    if (pickTimes(plan, FIRST_TIMES).length >= FIRST_TIMES) break;
  }
  const silent = wanted.slice(0, asked).filter(({ address }) => known.get(address.toLowerCase())?.state !== 'known');
  const heads = first.ranked[0]?.needs[0]?.heads ?? 1;
  const anyTime = { start: window.start, end: window.end };
  const { unsuitable } = listCandidates({ rooms, request: { ...about, ...anyTime, heads } });
  return {
    ...{ plan, asked },
    unsuitable: [...banned, ...unsuitable],
    unanswered: silent.map((room) => ({ room, why: 'notAnswered' as const })),
  };
}

/** One getSchedule for each twenty people, and for each twenty rooms that are asked. */
export async function makePlan(sources: PlanSources, wish: PlanWish): Promise<MadePlan> {
  const { services, session, context, ownName: name } = sources;
  const { zone } = context.mailbox;
  const chosen = findWindow(wish);
  if (chosen === undefined) throw new RangeError('a plan without its window');
  const { lengthMinutes, weeks, mode, allowsOutside } = wish;
  const now = services.now();
  const about = { lengthMinutes, weeks, mode, allowsOutside, zone, now, window: chosen };
  const grid = toPlanGrid(about);
  const window = toWindow(grid);
  const home = findNearBuilding(context.shifts, window.start, zone) ?? findNearBuilding(context.shifts, now, zone);
  const [me, people, listed, { shifts, why }] = await Promise.all([
    readOwnTime({ services, session, context, window, name }),
    askPeople(sources, wish, window),
    listRooms(sources, wish, home),
    askShifts(sources, wish, window),
  ]);
  const others = wish.people.map((person) =>
    toPerson(person, people.answers.get(person.address.toLowerCase()), shifts),
  );
  const request: PlanRequest = {
    ...about,
    people: [me, ...others],
    handovers: listHandovers(shifts.filter(({ kind }) => kind === 'shift')),
    ...(home === undefined ? {} : { homeBuilding: home }),
  };
  const first = planMeeting({ request, grid });
  const problems = {
    isFreeBusyOff: !session.features.freeBusy,
    ...(why === undefined ? {} : { shiftsUnknown: why }),
    ...(people.failure === undefined ? {} : { peopleFailure: people.failure }),
  };
  const none = { unsuitable: [], unanswered: [], askedRooms: 0 };
  if (mode === 'online') return { plan: first, ...problems, ...none };
  if (listed.failure !== undefined) return { plan: first, ...problems, ...none, roomsFailure: listed.failure };
  try {
    const { asked, ...rest } = await planWithRooms(sources, first, listed);
    return { ...rest, ...problems, askedRooms: asked };
  } catch (error) {
    return { plan: first, ...problems, ...none, roomsFailure: toFailure(error) };
  }
}
