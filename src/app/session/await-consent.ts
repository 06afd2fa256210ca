/** Tries again after a consent of just now, with the code that came with the agreement: the first screen need not carry it. */
export const awaitConsent = async <T>(run: () => Promise<T>, sleep: (ms: number) => Promise<void>): Promise<T> =>
  (await import(/* webpackChunkName: "agreement" */ './after-consent.ts')).afterConsent(run, sleep);
