/** Decides when to look again: on return, every few minutes, and once when the network is back. */
import { createJitter } from '../jitter.ts';
import { onReturn } from '../page-events.ts';
import type { AgendaState } from './agenda-state.ts';
import type { AgendaStore } from './agenda-store.ts';
import type { Look, Occasion } from './look-for-changes.ts';

/** Of its length, and as much again by chance, so that pages opened together do not go on asking together. */
const TICK_MS = 30_000;
const EVERY_MS = 3 * 60_000;
/** What could not be brought up to date is tried sooner. */
const STALE_EVERY_MS = 60_000;

export interface Follow {
  readonly store: Pick<AgendaStore, 'get' | 'markOffline'>;
  readonly look: Look;
  readonly now: () => Temporal.Instant;
  readonly random?: () => number;
}

export function toWaitUntilMs(state: AgendaState): number | undefined {
  if (state.phase === 'failed') return state.waitUntil?.epochMilliseconds;
  if (state.phase === 'ready' && state.stale?.kind === 'waiting') return state.stale.until.epochMilliseconds;
  return undefined;
}

const isStale = (state: AgendaState): boolean => state.phase === 'ready' && state.stale !== undefined;

export function followPage({ store, look, now, random = Math.random }: Follow): () => void {
  const jitter = createJitter(random);
  let lookedMs = performance.now();
  /** A question while Microsoft 365 asks us to wait would be told to wait again; without network there is nobody to ask. */
  const lookUnlessWaiting = (occasion: Occasion): void => {
    jitter.stop();
    const untilMs = toWaitUntilMs(store.get());
    if (untilMs !== undefined && untilMs > now().epochMilliseconds) return;
    if (!navigator.onLine) return store.markOffline();
    lookedMs = performance.now();
    void look(occasion);
  };
  const onTick = (): void => {
    timer = setTimeout(onTick, TICK_MS * (1 + random()));
    const state = store.get();
    if (state.phase !== 'ready' || document.visibilityState !== 'visible') return;
    if (performance.now() - lookedMs >= (isStale(state) ? STALE_EVERY_MS : EVERY_MS)) lookUnlessWaiting('tick');
  };
  let timer = setTimeout(onTick, TICK_MS * (1 + random()));
  // whoever returned with the network has looked already
  const onOnline = (): void => jitter(() => store.get().phase !== 'loading' && lookUnlessWaiting('return'));
  const stopReturn = onReturn(() => lookUnlessWaiting('return'));
  addEventListener('offline', store.markOffline);
  addEventListener('online', onOnline);
  return () => {
    clearTimeout(timer);
    jitter.stop();
    stopReturn();
    removeEventListener('offline', store.markOffline);
    removeEventListener('online', onOnline);
  };
}
