/** Reads through memory that holds so many answers and forgets the oldest. */
import { LRUCache } from 'lru-cache';
import * as policy from '../src/domain/policy/held-reader.ts';

export type { HeldReader } from '../src/domain/policy/held-reader.ts';

interface HeldReaderOptions extends Omit<policy.HeldReaderOptions<unknown>, 'memory'> {
  readonly max: number;
}

export const createHeldReader = <Value>({ max, ...options }: HeldReaderOptions): policy.HeldReader<Value> =>
  policy.createHeldReader({ ...options, memory: new LRUCache<string, policy.Held<Value>>({ max }) });
