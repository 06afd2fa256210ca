/** Reads something through memory: fresh for a while, one read at a time for each key, and the last answer held while the source is down. */

export interface HeldReader<Value> {
  /** The held answer while it is fresh, otherwise `read`'s. Rejects with the error of `read`. */
  get(key: string, read: () => Promise<Value>): Promise<Value>;
  /** What has just been written here is known at once. */
  set(key: string, value: Value): void;
  /** The next `get` reads again. */
  drop(key: string): void;
  dropAll(): void;
  /** How old the held answer is; Infinity where there is none. */
  ageMs(key: string): number;
}

interface Memory<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): unknown;
  delete(key: string): unknown;
  clear(): void;
}

export interface Held<Value> {
  readonly value: Value;
  readonly readAtMs: number;
  retryAtMs: number;
}

export interface HeldReaderOptions<Value> {
  readonly freshMs: number;
  /** While the source fails, an answer not older than this is used. */
  readonly holdMs: number;
  readonly now: () => number;
  /** A map, or what forgets the oldest. */
  readonly memory: Memory<Held<Value>>;
}

/** A source that is down is asked again after this, a little later for some, so that not all come back together. */
const RETRY_MS = 1_000;

export function createHeldReader<Value>({
  freshMs,
  holdMs,
  now,
  memory: held,
}: HeldReaderOptions<Value>): HeldReader<Value> {
  const flights = new Map<string, Promise<Value>>();

  const keep = (key: string, value: Value): void => {
    held.set(key, { value, readAtMs: now(), retryAtMs: 0 });
  };

  const fetchOnce = (key: string, read: () => Promise<Value>): Promise<Value> => {
    const running = flights.get(key);
    if (running !== undefined) return running;
    const isCurrent = (): boolean => flights.get(key) === flight;
    const flight: Promise<Value> = read()
      .then((value) => {
        if (isCurrent()) keep(key, value);
        return value;
      })
      .finally(() => isCurrent() && flights.delete(key));
    flights.set(key, flight);
    return flight;
  };

  const get = async (key: string, read: () => Promise<Value>): Promise<Value> => {
    const entry = held.get(key);
    if (entry === undefined) return fetchOnce(key, read);
    const ageMs = now() - entry.readAtMs;
    if (ageMs < freshMs || (ageMs < holdMs && now() < entry.retryAtMs)) return entry.value;
    try {
      return await fetchOnce(key, read);
    } catch (error) {
      if (ageMs >= holdMs) throw error;
      entry.retryAtMs = now() + RETRY_MS + (entry.readAtMs % RETRY_MS);
      return entry.value;
    }
  };

  return {
    get,
    set: (key, value) => {
      flights.delete(key);
      keep(key, value);
    },
    drop: (key) => {
      flights.delete(key);
      held.delete(key);
    },
    dropAll: () => {
      flights.clear();
      held.clear();
    },
    ageMs: (key) => now() - (held.get(key)?.readAtMs ?? -Infinity),
  };
}
