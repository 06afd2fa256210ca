/** Looks whether anything changed: with one small question where that is enough, by reading all of it otherwise. */
import type { Window } from '../../domain/agenda/agenda-sources.ts';
import { isNews } from '../../domain/agenda/is-news.ts';
import type { Failure } from '../../domain/failure.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';
import { keepFocus } from './keep-focus.ts';
import { joinPieces } from './agenda-pieces.ts';
import type { ReadyAgenda } from './agenda-state.ts';
import type { AgendaStore } from './agenda-store.ts';

/** Shifts, the work plan and other calendars have no such question: they are read anew when they are as old as this. */
const WHOLE_MS = 15 * 60_000;
/** Who was away for a moment only has not changed a shift meanwhile; whoever was away longer may have. */
const FLIP_MS = 30_000;

/** `return`: the person is back; `tick`: some minutes went by. */
export type Occasion = 'return' | 'tick';
export type Look = (occasion: Occasion) => Promise<void>;

export interface LookParts extends Pick<Services, 'readChanges' | 'now'> {
  readonly store: Pick<AgendaStore, 'get' | 'refresh' | 'tell'>;
}

function toWindow({ pieces }: ReadyAgenda): Window | undefined {
  const [first, last] = [pieces[0], pieces.at(-1)];
  return first && last && { start: first.window.start, end: last.window.end };
}

function toEtags({ pieces }: ReadyAgenda): ReadonlyMap<string, string> {
  const { events, defaultCalendarId } = joinPieces(pieces);
  const own = events.filter(({ calendarId }) => ['', defaultCalendarId].includes(calendarId));
  return new Map(own.map(({ id, etag }) => [id, etag]));
}

const isSame = (a: Window, b: Window): boolean => a.start.equals(b.start) && a.end.equals(b.end);
/** Graph has forgotten where we were (`gone`), or this way can't ask so: everything else is said as when reading fails. */
const readsAll = ({ code }: Failure): boolean => ['gone', 'not_allowed', 'bad_request', 'bad_response'].includes(code);

export function createLook({ store, readChanges, now }: LookParts): Look {
  let followed: { readonly window: Window; readonly link: string } | undefined;
  /** Refused once, it would be refused each time. */
  let isRefused = false;

  const ask = async (window: Window): Promise<void> => {
    const since = followed !== undefined && isSame(followed.window, window) ? followed.link : undefined;
    const { rows, link } = await readChanges(window, since);
    followed = { window, link };
    const state = store.get();
    if (state.phase !== 'ready') return;
    if (isNews(rows, { etags: toEtags(state), isFirst: since === undefined })) await store.refresh();
  };

  const look: Look = async (occasion) => {
    const state = store.get();
    if (state.phase !== 'ready' || state.stale !== undefined || isRefused) return store.refresh();
    const window = toWindow(state);
    const ageMs = state.asOf.until(now()).total('milliseconds');
    // the first question brings the whole window once more: those who stay will win by it, not those who look in
    const isEnough = occasion === 'tick' ? ageMs < WHOLE_MS : ageMs < FLIP_MS && followed !== undefined;
    if (window === undefined || !isEnough) return store.refresh();
    try {
      await ask(window);
    } catch (error) {
      const failure = toFailure(error);
      followed = undefined;
      if (!readsAll(failure)) return store.tell(failure);
      isRefused = failure.code !== 'gone';
      await store.refresh();
    }
  };

  let running: Promise<void> | undefined;
  return (occasion) => {
    keepFocus();
    running ??= look(occasion).finally(() => {
      running = undefined;
    });
    return running;
  };
}
