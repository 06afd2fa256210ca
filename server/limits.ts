/** Counts what one user or one address may do in a minute, in bounded memory. */
import { LRUCache } from 'lru-cache';
import { ApiError } from './errors.ts';

export interface Limit {
  /** Counts `amount` (1 unless said) and throws `throttled` when it goes beyond the limit; what was refused is not counted. */
  take(key: string, amount?: number): void;
}

interface Window {
  readonly endsAtMs: number;
  count: number;
}

export interface LimitOptions {
  readonly max: number;
  readonly windowMs: number;
  readonly now: () => number;
}

export function createLimit({ max, windowMs, now }: LimitOptions): Limit {
  const windows = new LRUCache<string, Window>({ max: 100_000 });
  return {
    take: (key, amount = 1) => {
      const held = windows.get(key);
      const window = held !== undefined && held.endsAtMs > now() ? held : { endsAtMs: now() + windowMs, count: 0 };
      if (window.count + amount > max) throw new ApiError('throttled', { retryAfterMs: window.endsAtMs - now() });
      window.count += amount;
      if (window !== held) windows.set(key, window);
    },
  };
}

/** An IPv6 network of 64 bits counts as one address; IPv4 stands for itself, also when mapped. */
export function toAddressKey(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.split('%')[0]?.toLowerCase().split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const network = [...left, ...gap, ...right].slice(0, 4).map((part) => parseInt(part, 16).toString(16));
  return `${network.join(':')}::/64`;
}
