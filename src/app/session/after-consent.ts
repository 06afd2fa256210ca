/** Waits for a consent that was just given to come through (Teams docs: tab SSO with Graph; three to five seconds). */
import { Failure } from '../../domain/failure.ts';

const WAITS_MS = [1_000, 2_000, 4_000];

const isUnconsented = (error: unknown): boolean => error instanceof Failure && error.code === 'consent_required';

/** Tries again only while consent is what is missing; nothing that was refused for it has been carried out. */
export async function afterConsent<T>(run: () => Promise<T>, sleep: (ms: number) => Promise<void>): Promise<T> {
  for (const waitMs of WAITS_MS) {
    try {
      return await run();
    } catch (error) {
      if (!isUnconsented(error)) throw error;
      await sleep(waitMs);
    }
  }
  return run();
}
