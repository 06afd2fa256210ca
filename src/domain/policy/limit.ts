/** Counts what one user, address or organisation may do in a while. */
import { ApiError } from './api-error.ts';

export interface Limit {
  /** Counts `amount` (1 unless said) and throws `throttled` when it goes beyond the limit; what was refused is not counted. */
  take(key: string, amount?: number): void;
}

export interface Window {
  readonly endsAtMs: number;
  count: number;
}

export interface LimitOptions {
  readonly max: number;
  readonly windowMs: number;
  readonly now: () => number;
  /** A map, or what forgets the oldest. */
  readonly memory: { get(key: string): Window | undefined; set(key: string, window: Window): unknown };
}

export function createLimit({ max, windowMs, now, memory }: LimitOptions): Limit {
  return {
    take: (key, amount = 1) => {
      const held = memory.get(key);
      const window = held !== undefined && held.endsAtMs > now() ? held : { endsAtMs: now() + windowMs, count: 0 };
      if (window.count + amount > max) throw new ApiError('throttled', { retryAfterMs: window.endsAtMs - now() });
      window.count += amount;
      if (window !== held) memory.set(key, window);
    },
  };
}
