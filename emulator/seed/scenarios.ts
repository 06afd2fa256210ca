/** The seeds there are: each a scenario file, or one with other counts. */
import small from './scenarios/small.json';
import type { Scenario } from './scenario.ts';
import { parseScenario } from './scenario.ts';

interface Seed {
  readonly file: unknown;
  readonly people?: number;
  readonly rooms?: number;
}

const SEEDS: Readonly<Record<string, Seed>> = {
  small: { file: small },
  large: { file: small, people: 5000, rooms: 10_000 },
};

/** Read once: a scenario never changes. */
const parsed = new Map<string, Scenario>();

export const listSeeds = (): string[] => Object.keys(SEEDS);

export function findScenario(seed: string): Omit<Seed, 'file'> & { readonly scenario: Scenario } {
  const found = Object.hasOwn(SEEDS, seed) ? SEEDS[seed] : undefined;
  if (found === undefined) throw new Error(`no such seed: ${seed}; there are ${listSeeds().join(', ')}`);
  const { file, ...counts } = found;
  const scenario = parsed.get(seed) ?? parseScenario(file);
  parsed.set(seed, scenario);
  return { ...counts, scenario };
}
