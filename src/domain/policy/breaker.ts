/** Stops asking Entra for a tenant while Entra said to wait, or after it failed several times in a row. */
import { ApiError } from './api-error.ts';

export interface Breaker {
  /** Throws `upstream_unavailable` while open. */
  check(tenantId: string): void;
  recordSuccess(tenantId: string): void;
  recordOutage(tenantId: string, retryAfterMs: number | undefined): void;
}

export interface Outages {
  readonly openUntilMs: number;
  readonly failures: number;
}

/** A map, or what forgets the oldest. */
interface Memory<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): unknown;
  delete(key: string): unknown;
}

const FAILURES_IN_A_ROW = 5;
const PAUSE_MS = 5_000;
/** Longer than that nobody is kept out without asking again. */
const MAX_PAUSE_MS = 300_000;

export function createBreaker(states: Memory<Outages>, now: () => number): Breaker {
  return {
    check: (tenantId) => {
      const waitMs = (states.get(tenantId)?.openUntilMs ?? 0) - now();
      if (waitMs > 0) throw new ApiError('upstream_unavailable', { retryAfterMs: waitMs });
    },
    recordSuccess: (tenantId) => void states.delete(tenantId),
    recordOutage: (tenantId, retryAfterMs) => {
      const failures = (states.get(tenantId)?.failures ?? 0) + 1;
      const pauseMs = retryAfterMs ?? (failures >= FAILURES_IN_A_ROW ? PAUSE_MS : 0);
      states.set(tenantId, { failures, openUntilMs: now() + Math.min(pauseMs, MAX_PAUSE_MS) });
    },
  };
}
