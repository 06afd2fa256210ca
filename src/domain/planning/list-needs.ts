/** Decides how many rooms a time needs, where, and for how many. */
import type { PersonSlots } from './person-slots.ts';
import { FLAGS } from './person-slots.ts';
import { toRole, WEIGHTS, type JudgedTime } from './judge-time.ts';
import type { PlanRequest } from './plan-request.ts';

export interface RoomNeed {
  /** Absent: nobody's building is known. */
  readonly building?: string;
  readonly heads: number;
  /** Another building serves as well, only worse; the second room of a meeting is of use in its own building alone. */
  readonly isMain: boolean;
}

export interface PlaceCount {
  /** In the order of size; equal ones mine first, then by name. */
  readonly buildings: readonly { readonly name: string; readonly people: readonly number[] }[];
  readonly remote: readonly number[];
  /** On shift or not, nobody says where. */
  readonly unknown: readonly number[];
}

const toKey = (name: string): string => name.trim().toLowerCase();

/** Where those who come are as the first date starts. */
export function countPlaces(time: JudgedTime, request: PlanRequest, people: readonly PersonSlots[]): PlaceCount {
  const slot = time.slots[0] ?? 0;
  const home = toKey(request.homeBuilding ?? '');
  const buildings = new Map<string, { readonly name: string; readonly people: number[] }>();
  const remote: number[] = [];
  const unknown: number[] = [];
  for (const [index, person] of request.people.entries()) {
    if (time.leftOut.includes(index)) continue;
    const slots = people[index];
    const stretch = person.stretches[slots?.stretch[slot] ?? -1];
    const building = stretch?.building?.trim() ?? '';
    if (((slots?.flags[slot] ?? 0) & FLAGS.remote) !== 0) remote.push(index);
    else if (building === '') unknown.push(index);
    else {
      const key = toKey(building);
      const known = buildings.get(key);
      if (known === undefined) buildings.set(key, { name: building, people: [index] });
      else known.people.push(index);
    }
  }
  const order = [...buildings].sort(
    ([a, one], [b, other]) =>
      other.people.length - one.people.length || Number(b === home) - Number(a === home) || (a < b ? -1 : 1),
  );
  return { buildings: order.map(([, building]) => building), remote, unknown };
}

/** What the places weigh: how far people are from the meeting. */
export function weighPlaces({ buildings, remote, unknown }: PlaceCount, request: PlanRequest): number {
  if (request.mode === 'online') return 0;
  const weigh = (people: readonly number[], by: { readonly required: number; readonly optional: number }): number =>
    people.reduce((sum, index) => {
      const person = request.people[index];
      return person === undefined ? sum : sum + by[toRole(person)];
    }, 0);
  const travelling = request.mode === 'inPerson' ? buildings.slice(1).flatMap(({ people }) => people) : [];
  return weigh(remote, WEIGHTS.remote) + weigh(unknown, WEIGHTS.placeUnknown) + weigh(travelling, WEIGHTS.travels);
}

/**
 * In person: one room for all, where most are. Hybrid: a room where most are, which those of unknown place may come
 * to, and one in each other building in which two or more are. None where nobody is on site.
 */
export function listNeeds({ buildings, unknown, remote }: PlaceCount, request: PlanRequest): readonly RoomNeed[] {
  if (request.mode === 'online') return [];
  const [main, ...others] = buildings;
  const name = main?.name ?? request.homeBuilding;
  const at = name === undefined ? {} : { building: name };
  if (request.mode === 'inPerson') {
    const heads = buildings.reduce((sum, { people }) => sum + people.length, 0) + unknown.length + remote.length;
    return [{ ...at, heads, isMain: true }];
  }
  const heads = (main?.people.length ?? 0) + unknown.length;
  if (heads === 0) return [];
  const second = others.filter(({ people }) => people.length > 1);
  return [
    { ...at, heads, isMain: true },
    ...second.map((building) => ({ building: building.name, heads: building.people.length, isMain: false })),
  ];
}
