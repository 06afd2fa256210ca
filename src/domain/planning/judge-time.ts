/** Weighs one time for all people: what forbids it, and what speaks against it. */
import { FLAGS, type PersonSlots } from './person-slots.ts';
import type { PlanPerson, PlanRequest } from './plan-request.ts';

export type PersonObstacle = 'busy' | 'away' | 'dayOff' | 'outsideShift' | 'outsideHours' | 'remote';

/** `person`: their place in the request. `noRoom` is nobody's. */
export type Obstacle =
  { readonly kind: PersonObstacle; readonly person: number } | { readonly kind: 'noRoom'; readonly building?: string };

export interface JudgedTime {
  /** The slots at which its dates start. */
  readonly slots: readonly number[];
  readonly obstacles: readonly Obstacle[];
  /** The smaller, the better; only of use without obstacles. */
  readonly cost: number;
  /** Optional people who can't come: their places in the request. */
  readonly leftOut: readonly number[];
}

/** How much one thing weighs against another: optional people a third of the others and less. */
export const WEIGHTS = {
  tentative: { required: 30, optional: 5 },
  outside: { required: 40, optional: 8 },
  leftOut: 10,
  inHandover: 6,
  remote: { required: 2, optional: 1 },
  placeUnknown: { required: 3, optional: 1 },
  travels: { required: 6, optional: 2 },
  otherBuilding: 8,
  capacityUnknown: 2,
  noSecondRoom: 8,
} as const;

const KINDS: readonly PersonObstacle[] = ['busy', 'away', 'dayOff', 'outsideShift', 'outsideHours', 'remote'];

/** Which of a person's flags forbid a time. */
export function toForbidden({ mode, allowsOutside }: Pick<PlanRequest, 'mode' | 'allowsOutside'>): number {
  const always = FLAGS.busy | FLAGS.away | FLAGS.dayOff;
  const outside = allowsOutside ? 0 : FLAGS.outsideShift | FLAGS.outsideHours;
  return always | outside | (mode === 'inPerson' ? FLAGS.remote : 0);
}

export const isOptional = ({ kind }: PlanPerson): boolean => kind === 'optional';
export const toRole = (person: PlanPerson): 'required' | 'optional' => (isOptional(person) ? 'optional' : 'required');

/** Which things a person's flags name, worst first. */
export const listFlagged = (flags: number): readonly PersonObstacle[] =>
  KINDS.filter((kind) => (flags & FLAGS[kind]) !== 0);

function weighPerson(flags: number, role: 'required' | 'optional'): number {
  const isOutside = (flags & (FLAGS.outsideShift | FLAGS.outsideHours)) !== 0;
  const tentative = (flags & FLAGS.tentative) === 0 ? 0 : WEIGHTS.tentative[role];
  return tentative + (isOutside ? WEIGHTS.outside[role] : 0);
}

interface JudgeInput {
  readonly request: PlanRequest;
  readonly people: readonly PersonSlots[];
  readonly forbidden: number;
  /** 1 where a meeting that starts there runs into a handover. */
  readonly handovers: Uint8Array;
}

/** A required person who can't forbids the time; an optional one is left out of it. */
export function judgeTime(slots: readonly number[], input: JudgeInput): JudgedTime {
  const { request, people, forbidden, handovers } = input;
  const obstacles: Obstacle[] = [];
  const leftOut: number[] = [];
  let cost = 0;
  for (const [index, person] of request.people.entries()) {
    const { flags } = people[index] ?? { flags: new Uint8Array(0) };
    let all = 0;
    let weight = 0;
    for (const slot of slots) {
      const here = flags[slot] ?? 0;
      all |= here;
      weight += here === 0 ? 0 : weighPerson(here, toRole(person));
    }
    if ((all & forbidden) === 0) cost += weight;
    else if (isOptional(person)) {
      leftOut.push(index);
      cost += WEIGHTS.leftOut;
    } else obstacles.push(...listFlagged(all & forbidden).map((kind) => ({ kind, person: index })));
  }
  for (const slot of slots) cost += handovers[slot] === 1 ? WEIGHTS.inHandover : 0;
  return { slots, obstacles, cost, leftOut };
}
