/** Makes every function of a store say, where it fails, that it is the database that is away. */
import { ApiError } from './api-error.ts';

type Work = (...args: unknown[]) => Promise<unknown>;

const guard =
  (work: Work): Work =>
  async (...args) => {
    try {
      return await work(...args);
    } catch (cause) {
      throw new ApiError('upstream_unavailable', { cause, retryAfterMs: 5_000 });
    }
  };

/** The same functions; `store` has nothing else. */
export function guardStore<Store extends object>(store: Store): Store {
  const guarded = Object.entries(store).map(([name, work]) => [name, guard(work as Work)] as const);
  return Object.fromEntries(guarded) as Store;
}
