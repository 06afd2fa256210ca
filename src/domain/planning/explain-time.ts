/** Says why a time is proposed: who is free, who is where, which rooms, and what speaks against it. */
import type { Room } from '../rooms/room.ts';
import type { Interval } from '../time/intervals.ts';
import type { RoomChoice } from './free-rooms.ts';
import { isOptional, listFlagged, toForbidden, type PersonObstacle } from './judge-time.ts';
import type { RoomNeed } from './list-needs.ts';
import { FLAGS } from './person-slots.ts';
import type { PlanGrid } from './plan-grid.ts';
import type { Plan, PlannedTime } from './plan-meeting.ts';
import type { PlanPerson } from './plan-request.ts';

export type PlanReason =
  /** All who come are known to be free. */
  | { readonly kind: 'allFree'; readonly count: number }
  | { readonly kind: 'someFree'; readonly count: number; readonly of: number }
  /** Not asked, or no answer: not counted as free. */
  | { readonly kind: 'notKnown'; readonly people: readonly PlanPerson[] }
  | { readonly kind: 'tentative'; readonly people: readonly PlanPerson[] }
  | { readonly kind: 'outside'; readonly people: readonly PlanPerson[] }
  | { readonly kind: 'onShift'; readonly count: number; readonly building?: string }
  | { readonly kind: 'remote'; readonly count: number }
  | { readonly kind: 'placeUnknown'; readonly count: number }
  /** In person, and at work in another building. */
  | { readonly kind: 'travels'; readonly people: readonly PlanPerson[]; readonly building: string }
  | { readonly kind: 'afterHandover' | 'inHandover' }
  | { readonly kind: 'noSecondRoom'; readonly building: string; readonly count: number };

export interface LeftOut {
  readonly person: PlanPerson;
  readonly why: PersonObstacle;
}

/** A person whose clock shows another time as the first date starts. */
export interface OtherClock {
  readonly person: PlanPerson;
  readonly zone: string;
}

export interface PlannedRoom {
  readonly room: Room;
  readonly need: RoomNeed;
  /** Known to hold so many. */
  readonly capacity?: number;
  /** Others that are free as well, best first. */
  readonly alternatives: readonly Room[];
}

export interface Suggestion extends Interval {
  /** Of a series, one each week; the first is the suggestion's own time. */
  readonly dates: readonly Interval[];
  readonly reasons: readonly PlanReason[];
  readonly rooms: readonly PlannedRoom[];
  /** Optional people who can't come, and are not invited. */
  readonly leftOut: readonly LeftOut[];
  readonly clocks: readonly OtherClock[];
  /** The people who are invited: everybody but me and those left out. */
  readonly invited: readonly PlanPerson[];
  /** False: online, or nobody is on site. */
  readonly needsRoom: boolean;
  /** Heads that the main room is chosen for. */
  readonly heads: number;
}

const ALTERNATIVES = 3;
const HANDOVER_MS = 60 * 60_000;

export function toInterval(slot: number, { startMs, slotMs, length }: PlanGrid): Interval {
  const at = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms);
  return { start: at(startMs + slot * slotMs), end: at(startMs + (slot + length) * slotMs) };
}

function listClocks(people: readonly PlanPerson[], start: Temporal.Instant, zone: string): readonly OtherClock[] {
  const offset = start.toZonedDateTimeISO(zone).offsetNanoseconds;
  return people.flatMap((person) => {
    const own = person.workingHours?.zone;
    if (own === undefined || person.kind === 'me') return [];
    return start.toZonedDateTimeISO(own).offsetNanoseconds === offset ? [] : [{ person, zone: own }];
  });
}

function listHandoverReasons({ handovers }: Plan['request'], { start, end }: Interval): readonly PlanReason[] {
  const from = start.epochMilliseconds;
  const runsInto = handovers.some(
    (one) => one.start.epochMilliseconds < end.epochMilliseconds && from < one.end.epochMilliseconds,
  );
  if (runsInto) return [{ kind: 'inHandover' }];
  const isAfter = handovers.some((one) => {
    const gap = from - one.end.epochMilliseconds;
    return gap >= 0 && gap < HANDOVER_MS;
  });
  return isAfter ? [{ kind: 'afterHandover' }] : [];
}

interface Comers {
  readonly index: number;
  readonly person: PlanPerson;
  readonly flags: number;
}

function listComers(time: PlannedTime, { request, people }: Plan): readonly Comers[] {
  return request.people.flatMap((person, index) => {
    if (time.leftOut.includes(index)) return [];
    const flags = time.slots.reduce((all, slot) => all | (people[index]?.flags[slot] ?? 0), 0);
    return [{ index, person, flags }];
  });
}

function listPeopleReasons(comers: readonly Comers[]): readonly PlanReason[] {
  const notKnown = comers.filter(({ person }) => person.freeBusy.state === 'unknown');
  const tentative = comers.filter(({ flags }) => (flags & FLAGS.tentative) !== 0);
  const outside = comers.filter(({ flags }) => (flags & (FLAGS.outsideShift | FLAGS.outsideHours)) !== 0);
  const free = comers.length - new Set([...notKnown, ...tentative]).size;
  const people = (list: readonly Comers[]): readonly PlanPerson[] => list.map(({ person }) => person);
  return [
    free === comers.length ? { kind: 'allFree', count: free } : { kind: 'someFree', count: free, of: comers.length },
    ...(tentative.length > 0 ? [{ kind: 'tentative' as const, people: people(tentative) }] : []),
    ...(notKnown.length > 0 ? [{ kind: 'notKnown' as const, people: people(notKnown) }] : []),
    ...(outside.length > 0 ? [{ kind: 'outside' as const, people: people(outside) }] : []),
  ];
}

function listPlaceReasons({ places, needs, rooms }: PlannedTime, { request }: Plan): readonly PlanReason[] {
  const { buildings, remote, unknown } = places;
  const travelling = request.mode === 'inPerson' ? buildings.slice(1).flatMap(({ people }) => people) : [];
  const people = travelling.flatMap((index) => request.people[index] ?? []);
  const isKnown = buildings.length + remote.length > 0;
  const missed = rooms.length === 0 ? [] : needs.filter((need) => !rooms.some((room) => room.need === need));
  return [
    ...buildings.map(({ name, people: there }): PlanReason => {
      return { kind: 'onShift', count: there.length, building: name };
    }),
    ...(remote.length > 0 ? [{ kind: 'remote' as const, count: remote.length }] : []),
    ...(isKnown && unknown.length > 0 ? [{ kind: 'placeUnknown' as const, count: unknown.length }] : []),
    ...(people.length > 0 && buildings[0] !== undefined
      ? [{ kind: 'travels' as const, people, building: buildings[0].name }]
      : []),
    ...missed.map(({ building = '', heads }): PlanReason => ({ kind: 'noSecondRoom', building, count: heads })),
  ];
}

function toPlannedRoom({ room, need }: RoomChoice, time: PlannedTime, plan: Plan): PlannedRoom {
  const taken = time.rooms.map((one) => one.room);
  const alternatives = plan.freeRooms?.find(need, time.slots, ALTERNATIVES, taken) ?? [];
  const capacity = room.capacity !== undefined && room.capacity > 0 ? { capacity: room.capacity } : {};
  return { room, need, ...capacity, alternatives: alternatives.map((one) => one.room) };
}

/** For the few that are shown. */
export function explainTime(time: PlannedTime, plan: Plan): Suggestion {
  const { request, grid } = plan;
  const dates = time.slots.map((slot) => toInterval(slot, grid));
  const first = dates[0] ?? toInterval(0, grid);
  const comers = listComers(time, plan);
  const people = comers.map(({ person }) => person);
  const forbidden = toForbidden(request);
  return {
    ...first,
    dates,
    reasons: [...listPeopleReasons(comers), ...listPlaceReasons(time, plan), ...listHandoverReasons(request, first)],
    rooms: time.rooms.map((room) => toPlannedRoom(room, time, plan)),
    leftOut: time.leftOut.flatMap((index) => {
      const person = request.people[index];
      const flags = time.slots.reduce((all, slot) => all | (plan.people[index]?.flags[slot] ?? 0), 0);
      const [why] = listFlagged(flags & forbidden);
      return person === undefined || !isOptional(person) || why === undefined ? [] : [{ person, why }];
    }),
    clocks: listClocks(people, first.start, request.zone),
    invited: people.filter(({ kind }) => kind !== 'me'),
    needsRoom: time.needs.length > 0,
    heads: time.needs.find(({ isMain }) => isMain)?.heads ?? people.length,
  };
}
