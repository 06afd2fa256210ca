/** Tells when the person comes back to the page: another window had the focus, or the tab was hidden or frozen. */

const SETTLE_MS = 2_000;

/** Calls back once for each return, though browsers tell it twice (focus and visibility). */
export function onReturn(act: () => void, clock: () => number = () => performance.now()): () => void {
  let last = -Infinity;
  const returned = (): void => {
    if (document.visibilityState !== 'visible' || clock() - last < SETTLE_MS) return;
    last = clock();
    act();
  };
  addEventListener('focus', returned);
  document.addEventListener('visibilitychange', returned);
  return () => {
    removeEventListener('focus', returned);
    document.removeEventListener('visibilitychange', returned);
  };
}
