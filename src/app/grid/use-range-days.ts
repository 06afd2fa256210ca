/** The days of a stretch of dates: out of what the agenda has read, or read for themselves where that is not enough. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AgendaDay } from '../../domain/agenda/agenda-day.ts';
import type { Window } from '../../domain/agenda/agenda-sources.ts';
import type { Session } from '../../domain/contract/session.ts';
import type { Failure } from '../../domain/failure.ts';
import { type AgendaPiece, type AgendaWhole, joinPieces } from '../agenda/agenda-pieces.ts';
import { readRest } from '../agenda/read-rest.ts';
import { awaitsShifts, listShifts, toDays } from '../agenda/to-days.ts';
import type { KnownPlaces } from '../agenda/known-places.ts';
import { useKnownPlaces } from '../agenda/use-known-places.ts';
import { onReturn } from '../page-events.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';

export interface RangeSetup {
  readonly services: Services;
  readonly session: Session;
  readonly zone: string;
  /** What the agenda has read already, and when. */
  readonly pieces: readonly AgendaPiece[];
  readonly asOf: Temporal.Instant;
  readonly from: Temporal.PlainDate;
  readonly count: number;
}

/** Read for this stretch alone, apart from the agenda: what is not whole about it is told here. */
export interface OwnReading {
  readonly whole: AgendaWhole;
  readonly asOf: Temporal.Instant;
  /** Reading it anew failed; what was read before stands. */
  readonly failure?: Failure;
  readonly retry: () => void;
}

export type RangeDays =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | {
      readonly phase: 'ready';
      readonly days: readonly AgendaDay[];
      readonly areShiftsPending: boolean;
      /** My shifts and events around these days. */
      readonly around: Pick<AgendaContext, 'shifts' | 'events'>;
      readonly own?: OwnReading;
    };

/** A day more on both sides: a night shift begun before still runs. */
function toWindow(from: Temporal.PlainDate, count: number, zone: string): Window {
  return {
    start: from.subtract({ days: 1 }).toZonedDateTime(zone).toInstant(),
    end: from
      .add({ days: count + 1 })
      .toZonedDateTime(zone)
      .toInstant(),
  };
}

const contains = (outer: Window, inner: Window): boolean =>
  outer.start.epochMilliseconds <= inner.start.epochMilliseconds &&
  outer.end.epochMilliseconds >= inner.end.epochMilliseconds;

/** The agenda's windows follow one another without a gap. */
function isCovered(pieces: readonly AgendaPiece[], window: Window): boolean {
  const [first, last] = [pieces[0], pieces.at(-1)];
  return (
    first !== undefined && last !== undefined && contains({ start: first.window.start, end: last.window.end }, window)
  );
}

/** What is read for a stretch: itself, or the wider one before it, of which it is a part. */
function useReadWindow(window: Window): Window {
  const [held, setHeld] = useState(window);
  if (contains(held, window)) return held;
  setHeld(window);
  return window;
}

interface Read {
  /** Which stretch this is about. */
  readonly key: string;
  readonly pieces?: readonly AgendaPiece[];
  readonly asOf?: Temporal.Instant;
  readonly failure?: Failure;
}

/** Both rounds, the first already shown; until the second has answered anew, its earlier answer stands in. */
function useOwnReading({ services, session, asOf }: RangeSetup, window: Window, key: string, isAsked: boolean) {
  const [attempt, setAttempt] = useState(0);
  const [read, setRead] = useState<Read>({ key: '' });
  const again = useCallback(() => setAttempt((before) => before + 1), []);
  useEffect(() => (isAsked ? onReturn(again) : undefined), [isAsked, again]);
  // what was changed from here makes the agenda read anew, and with it these days
  const asOfMs = asOf.epochMilliseconds;
  // a session that was opened anew is the same person's
  const { objectId } = session.user;
  const asksShifts = session.features.shifts;
  useEffect(() => {
    if (!isAsked) return undefined;
    let isWanted = true;
    const set = (change: (before: Read) => Read): void => {
      if (isWanted) setRead((before) => change(before.key === key ? before : { key }));
    };
    const reader = { ...services, userObjectId: objectId, asksShifts };
    const readBoth = async (): Promise<void> => {
      const piece = { window, first: await services.readAgenda(window) };
      // asked anew meanwhile: that reading brings its own second round
      if (!isWanted) return;
      set(({ pieces }) => {
        const rest = pieces?.[0]?.rest;
        return { key, asOf: services.now(), pieces: [rest === undefined ? piece : { ...piece, rest }] };
      });
      const rest = await readRest(reader, piece);
      set((before) => ({ ...before, pieces: [{ ...piece, rest }] }));
    };
    readBoth().catch((error: unknown) => set((before) => ({ ...before, failure: toFailure(error) })));
    return () => {
      isWanted = false;
    };
  }, [services, objectId, asksShifts, window, key, isAsked, attempt, asOfMs]);
  return { read: read.key === key ? read : undefined, again };
}

interface Ground {
  readonly setup: RangeSetup;
  readonly window: Window;
  readonly known: KnownPlaces;
}

function toReady(pieces: readonly AgendaPiece[], { setup, window, known }: Ground) {
  const { zone, from, count, session } = setup;
  const whole = joinPieces(pieces);
  const shifts = listShifts(whole, window, session, zone);
  return {
    phase: 'ready',
    whole,
    days: toDays({ whole, shifts, zone, from, days: count, ...known }),
    areShiftsPending: awaitsShifts(whole, session),
    around: { shifts, events: whole.events },
  } as const;
}

export function useRangeDays(setup: RangeSetup): RangeDays {
  const { services, session, zone, pieces, asOf, from, count } = setup;
  const window = useMemo(() => toWindow(from, count, zone), [from, count, zone]);
  const covered = isCovered(pieces, window);
  const readWindow = useReadWindow(window);
  const key = `${readWindow.start.toString()} ${readWindow.end.toString()}`;
  const { read, again } = useOwnReading(setup, readWindow, key, !covered);
  const own = covered ? undefined : read?.pieces;
  const used = covered ? pieces : own;
  const known = useKnownPlaces(services, session, used);
  const ready = useMemo(
    () => used && toReady(used, { setup: { services, session, zone, pieces, asOf, from, count }, window, known }),
    [used, services, session, zone, pieces, asOf, from, count, window, known],
  );
  return useMemo(() => {
    const { failure, asOf: readAt } = read ?? {};
    if (ready === undefined) {
      return failure === undefined ? { phase: 'loading' } : { phase: 'failed', failure, retry: again };
    }
    const { whole, ...shown } = ready;
    if (own === undefined || readAt === undefined) return shown;
    return { ...shown, own: { whole, asOf: readAt, retry: again, ...(failure ? { failure } : {}) } };
  }, [ready, read, own, again]);
}
