/** Groups what did not make it: who or what forbade how many times, and what would open the most of them. */
import type { Obstacle, PersonObstacle } from './judge-time.ts';
import type { Plan } from './plan-meeting.ts';

export interface RefusalGroup {
  readonly kind: Obstacle['kind'];
  /** The place in the request's people; absent: no person stands in the way. */
  readonly person?: number;
  /** Times of the window that it forbids. */
  readonly count: number;
}

/** Starts beside each other that were refused for the same reasons. */
export interface RefusedStretch {
  /** Slots of the grid: the first and the last start. */
  readonly from: number;
  readonly to: number;
  readonly obstacles: readonly Obstacle[];
}

/** `opens`: times that nothing else forbids as far as people go. */
export type Relaxation =
  | { readonly kind: 'makeOptional'; readonly person: number; readonly opens: number }
  | { readonly kind: 'allowOutside' | 'goHybrid' | 'goOnline'; readonly opens: number };

const toKey = (obstacle: Obstacle): string =>
  'person' in obstacle ? `${obstacle.kind} ${obstacle.person}` : obstacle.kind;

/** The most frequent first. */
export function groupRefusals({ refused }: Pick<Plan, 'refused'>): readonly RefusalGroup[] {
  const groups = new Map<string, { readonly kind: Obstacle['kind']; readonly person?: number; count: number }>();
  for (const { obstacles } of refused) {
    for (const obstacle of obstacles) {
      const key = toKey(obstacle);
      const known = groups.get(key);
      if (known !== undefined) known.count += 1;
      else {
        const person = 'person' in obstacle ? { person: obstacle.person } : {};
        groups.set(key, { kind: obstacle.kind, ...person, count: 1 });
      }
    }
  }
  return [...groups.values()].sort((a, b) => b.count - a.count || (a.person ?? -1) - (b.person ?? -1));
}

/** In the order of time, never over the end of a day. */
export function listRefusedStretches({ refused, grid }: Pick<Plan, 'refused' | 'grid'>): readonly RefusedStretch[] {
  const stretches: { from: number; to: number; key: string; readonly obstacles: readonly Obstacle[] }[] = [];
  for (const { slots, obstacles } of refused) {
    const slot = slots[0] ?? 0;
    const key = obstacles.map(toKey).join(',');
    const last = stretches.at(-1);
    const goesOn = last?.key === key && last.to === slot - 1 && grid.dayOf[last.to] === grid.dayOf[slot];
    if (goesOn) last.to = slot;
    else stretches.push({ from: slot, to: slot, key, obstacles });
  }
  return stretches.map(({ from, to, obstacles }) => ({ from, to, obstacles }));
}

const OUTSIDE: readonly PersonObstacle[] = ['outsideShift', 'outsideHours'];
const isOutside = ({ kind }: Obstacle): boolean => OUTSIDE.some((outside) => outside === kind);
const isRemote = ({ kind }: Obstacle): boolean => kind === 'remote';
const isNear = ({ kind }: Obstacle): boolean => kind === 'remote' || kind === 'noRoom';

/** What to give up for more times, what opens the most first; nobody is ever put onto a day off. */
export function listRelaxations({ refused, request }: Pick<Plan, 'refused' | 'request'>): readonly Relaxation[] {
  const count = (isEnough: (obstacle: Obstacle) => boolean): number =>
    refused.filter(({ obstacles }) => obstacles.every(isEnough)).length;
  const optional = request.people.flatMap((person, index): readonly Relaxation[] =>
    person.kind === 'required'
      ? [
          {
            kind: 'makeOptional',
            person: index,
            opens: count((obstacle) => 'person' in obstacle && obstacle.person === index),
          },
        ]
      : [],
  );
  const inPerson = request.mode === 'inPerson';
  const others: readonly Relaxation[] = [
    { kind: 'allowOutside', opens: request.allowsOutside ? 0 : count(isOutside) },
    { kind: 'goHybrid', opens: inPerson ? count(isRemote) : 0 },
    { kind: 'goOnline', opens: request.mode === 'online' ? 0 : count(isNear) },
  ];
  return [...others, ...optional].filter(({ opens }) => opens > 0).sort((a, b) => b.opens - a.opens);
}
