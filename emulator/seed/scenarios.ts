/** The seeds there are, one file each: a whole scenario, or counts for one like another. */
import * as v from 'valibot';

import large from './scenarios/large.json';
import small from './scenarios/small.json';
import type { Scenario } from './scenario.ts';
import { parseScenario } from './scenario.ts';

export interface Counts {
  readonly people?: number | undefined;
  readonly rooms?: number | undefined;
  readonly buildings?: number | undefined;
}

interface Seed {
  readonly scenario: Scenario;
  readonly counts: Counts;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** The same story among more people, rooms and buildings. */
const likeness = v.strictObject({
  like: v.string(),
  people: v.optional(count),
  rooms: v.optional(count),
  buildings: v.optional(count),
});

const FILES: Readonly<Record<string, object>> = { small, large };

/** Read once: a scenario never changes. */
const parsed = new Map<string, Seed>();

export const listSeeds = (): string[] => Object.keys(FILES);

function readSeed(seed: string): Seed {
  const file = Object.hasOwn(FILES, seed) ? FILES[seed] : undefined;
  if (file === undefined) throw new Error(`no such seed: ${seed}; there are ${listSeeds().join(', ')}`);
  if (!Object.hasOwn(file, 'like')) return { scenario: parseScenario(file), counts: {} };
  const { like, ...counts } = v.parse(likeness, file);
  return { scenario: findSeed(like).scenario, counts };
}

export function findSeed(name: string): Seed {
  const seed = parsed.get(name) ?? readSeed(name);
  parsed.set(name, seed);
  return seed;
}
