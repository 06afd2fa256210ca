/** Counts what one user or one address may do in a minute, in bounded memory. */
import { LRUCache } from 'lru-cache';
import * as policy from '../src/domain/policy/limit.ts';

export type { Limit } from '../src/domain/policy/limit.ts';

export const createLimit = (options: Omit<policy.LimitOptions, 'memory'>): policy.Limit =>
  policy.createLimit({ ...options, memory: new LRUCache<string, policy.Window>({ max: 100_000 }) });
