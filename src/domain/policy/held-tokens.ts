/** Keeps each user's token in memory as long as it is good, and obtains one at a time for each user. */
import { ApiError } from './api-error.ts';

interface Token {
  readonly obtainedAtMs: number;
  /** When it is no longer used. */
  readonly endsAtMs: number;
}

interface Memory<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): unknown;
  delete(key: string): unknown;
  keys(): Iterable<string>;
}

export interface HeldTokensOptions<Asker, Kept extends Token> {
  readonly obtain: (asker: Asker) => Promise<Kept>;
  readonly toKey: (asker: Asker) => string;
  readonly now: () => number;
  readonly onLookup: (hit: boolean) => void;
  readonly tokens: Memory<Kept>;
  readonly refreshedAtMs: Memory<number>;
}

const REFRESH_BEFORE_MS = 5 * 60_000;
/** Who goes on calling learns that fast of a consent or a sign-in that ended, and waits for nothing. */
const REFRESH_AFTER_MS = 60_000;
const REFRESH_EVERY_MS = 30_000;
/** The last seconds of a token are not begun: it would end on its way. */
const LAST_MOMENT_MS = 2_000;

export function createHeldTokens<Asker, Kept extends Token>(options: HeldTokensOptions<Asker, Kept>) {
  const { obtain, toKey, now, tokens, refreshedAtMs } = options;
  const flights = new Map<string, Promise<Kept>>();

  /** Says nothing about the person or the app. */
  const isAway = (error: unknown): boolean =>
    error instanceof ApiError && error.code === 'upstream_unavailable' && error.details.reason === undefined;

  /** A failure is never remembered; one that says more than "away" drops what is held. */
  const renew = (asker: Asker): Promise<Kept> => {
    const key = toKey(asker);
    const running = flights.get(key);
    if (running !== undefined) return running;
    const isCurrent = (): boolean => flights.get(key) === flight;
    const flight = obtain(asker)
      .then((fresh) => {
        if (isCurrent()) tokens.set(key, fresh);
        return fresh;
      })
      .catch((error: unknown) => {
        if (!isAway(error)) tokens.delete(key);
        throw error;
      })
      .finally(() => isCurrent() && flights.delete(key));
    flights.set(key, flight);
    return flight;
  };

  const refreshBehind = (asker: Asker, key: string): void => {
    if (now() - (refreshedAtMs.get(key) ?? -Infinity) < REFRESH_EVERY_MS) return;
    refreshedAtMs.set(key, now());
    renew(asker).catch(() => undefined);
  };

  const get = async (asker: Asker): Promise<Kept> => {
    const key = toKey(asker);
    const held = tokens.get(key);
    const leftMs = (held?.endsAtMs ?? 0) - now();
    const isHeld = held !== undefined && leftMs > LAST_MOMENT_MS;
    options.onLookup(isHeld);
    if (!isHeld) return renew(asker);
    if (leftMs < REFRESH_BEFORE_MS || now() - held.obtainedAtMs >= REFRESH_AFTER_MS) refreshBehind(asker, key);
    return held;
  };

  /** Forgets what is held, and what is still on its way, under keys like that. */
  const purge = (isMeant: (key: string) => boolean): void => {
    for (const held of [tokens, flights, refreshedAtMs])
      for (const key of [...held.keys()].filter(isMeant)) held.delete(key);
  };
  const purgeOne = (key: string): void => {
    for (const held of [tokens, flights, refreshedAtMs]) held.delete(key);
  };
  return { get, renew, purge, purgeOne };
}
