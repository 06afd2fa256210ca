/** My coming bookings, read again and again while they are looked at, so that each room's answer is the present one. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Failure } from '../../domain/failure.ts';
import { onReturn } from '../page-events.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';
import type { BookingsServices } from './bookings-services.ts';

/** Often while a room has not answered, seldom otherwise. */
const SOON_MS = 8_000;
const LATER_MS = 45_000;
const STEP_DAYS = 200;
/** Under the 1825 days that a calendar view can show (Graph). */
const MOST_DAYS = 1_824;

export type BookingsState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure }
  | {
      readonly phase: 'ready';
      readonly events: readonly CalendarEvent[];
      readonly asOf: Temporal.Instant;
      readonly until: Temporal.Instant;
      /** The last look failed; what is shown is of `asOf`. */
      readonly isStale: boolean;
      readonly isPartial: boolean;
    };

export interface BookingsHandle {
  readonly state: BookingsState;
  readonly calls: BookingsServices | undefined;
  readonly refresh: () => Promise<void>;
  /** Absent where there is no further to look. */
  readonly more: (() => void) | undefined;
}

const isOpen = ({ attendees }: CalendarEvent): boolean =>
  attendees.some(({ kind, answer }) => kind === 'resource' && (answer === 'none' || answer === 'tentative'));

const isOver = ({ time }: CalendarEvent, now: Temporal.Instant): boolean =>
  time.kind === 'timed' && Temporal.Instant.compare(time.end, now) <= 0;

/** The newest question's answer counts, whichever comes last. */
function useReading(services: Pick<Services, 'openBookings' | 'now'>, days: number) {
  const [state, setState] = useState<BookingsState>({ phase: 'loading' });
  const [calls, setCalls] = useState<BookingsServices>();
  const round = useRef(0);
  const refresh = useCallback(async (): Promise<void> => {
    const mine = (round.current += 1);
    const start = services.now();
    const until = start.add({ hours: 24 * days });
    try {
      const opened = await services.openBookings();
      const read = await opened.listBookings({ start, end: until });
      if (mine !== round.current) return;
      const events = read.events.filter((event) => !isOver(event, start));
      const isPartial = read.failure !== undefined || read.skipped > 0;
      setCalls(opened);
      setState({ phase: 'ready', events, asOf: services.now(), until, isStale: false, isPartial });
    } catch (error) {
      const failure = toFailure(error);
      if (mine !== round.current) return;
      setState((before) => (before.phase === 'ready' ? { ...before, isStale: true } : { phase: 'failed', failure }));
    }
  }, [services, days]);
  useEffect(
    () => () => {
      round.current += 1;
    },
    [],
  );
  return { state, calls, refresh };
}

export function useBookings(services: Pick<Services, 'openBookings' | 'now'>): BookingsHandle {
  const [days, setDays] = useState(STEP_DAYS);
  const { state, calls, refresh } = useReading(services, days);
  useEffect(() => void refresh(), [refresh]);
  useEffect(() => onReturn(() => void refresh()), [refresh]);
  const waitMs = state.phase === 'ready' && state.events.some(isOpen) ? SOON_MS : LATER_MS;
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && void refresh(), waitMs);
    return () => clearInterval(timer);
  }, [refresh, waitMs]);
  const more = days >= MOST_DAYS ? undefined : () => setDays(Math.min(days * 2, MOST_DAYS));
  return { state, calls, refresh, more };
}
