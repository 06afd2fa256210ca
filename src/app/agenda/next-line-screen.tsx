/** Keeps the next line true as time passes, without drawing the list anew. */
import { type ReactNode, useMemo } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { findNextEvent } from '../../domain/agenda/next-event.ts';
import { NextCountdown } from '../../ui/agenda/next-countdown.tsx';
import { NextLine, type NextMeeting } from '../../ui/agenda/next-line.tsx';
import type { Words } from '../../ui/words/create-words.ts';
import { useWords } from '../../ui/words/words-provider.tsx';
import type { Session } from '../../domain/contract/session.ts';
import { CrashBoundary } from '../crash-boundary.tsx';
import { LazyScreen } from '../lazy-screen.tsx';
import { loadNextDetails } from '../lazy-screens.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import { useTicking } from '../use-ticking.ts';

const TICK_MS = 5_000;
const MINUTE_MS = 60_000;
/** Whoever works at night goes to it all the same, whatever the date says. */
const SOON_MS = 6 * 60 * MINUTE_MS;

const isSoon = ({ event, day }: NextMeeting, now: Temporal.Instant): boolean =>
  day === undefined || event.time.start.epochMilliseconds - now.epochMilliseconds < SOON_MS;

function toNextMeeting(event: CalendarEvent | undefined, now: Temporal.Instant, words: Words): NextMeeting | undefined {
  if (event === undefined || event.time.kind !== 'timed') return undefined;
  const { time } = event;
  const rooms = event.attendees.filter((attendee) => attendee.kind === 'resource');
  const day = words.dateOf(time.start);
  // what began before midnight and still runs needs no date
  const isOtherDay = Temporal.Instant.compare(time.start, now) > 0 && !day.equals(words.dateOf(now));
  return { event: { ...event, time }, rooms, ...(isOtherDay ? { day } : {}) };
}

export interface NextLineScreenProps {
  readonly services: Services;
  readonly events: readonly CalendarEvent[];
  readonly session: Session;
  readonly context: AgendaContext;
}

export function NextLineScreen({ services, events, session, context }: NextLineScreenProps): ReactNode {
  const words = useWords();
  const minute = useTicking(() => Math.floor(services.now().epochMilliseconds / MINUTE_MS), TICK_MS, '');
  const now = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE_MS);
  const next = useMemo(() => {
    const instant = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE_MS);
    return toNextMeeting(findNextEvent(events, instant), instant, words);
  }, [events, minute, words]);
  return (
    <NextLine
      next={next}
      countdown={
        next === undefined ? null : <NextCountdown start={next.event.time.start} end={next.event.time.end} now={now} />
      }
      more={
        next !== undefined &&
        isSoon(next, now) && (
          <CrashBoundary instead="">
            <LazyScreen
              isQuiet
              load={loadNextDetails}
              screenProps={{ services, session, context, event: next.event, now }}
            />
          </CrashBoundary>
        )
      }
      onOpenLink={services.host.openLink}
    />
  );
}
