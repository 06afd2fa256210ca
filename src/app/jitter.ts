/** Spreads what a thousand pages would do at the same moment, when the network of a building comes back. */

const SPREAD_MS = 3_000;

export interface Jitter {
  /** Does it once, within the next three seconds; a later wish replaces one that still waits. */
  (act: () => void): void;
  readonly stop: () => void;
}

export function createJitter(random: () => number = Math.random): Jitter {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (act: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(act, random() * SPREAD_MS);
  };
  return Object.assign(later, { stop: () => clearTimeout(timer) });
}
