/** The day of the open item: its events and my shifts, known already or read once. */
import { useEffect, useMemo, useState } from 'react';
import type { AgendaDay, AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import { buildAgenda } from '../../domain/agenda/build-agenda.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { Failure } from '../../domain/failure.ts';
import { toDayWindow } from '../../domain/rooms/timeline.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';
import { toFailure } from '../to-failure.ts';

export interface OwnDay {
  readonly state: 'pending' | 'known' | 'failed';
  readonly failure?: Failure;
  readonly events: readonly CalendarEvent[];
  readonly shifts: readonly Shift[];
  readonly again: () => void;
}

interface Read {
  readonly key: string;
  readonly events: readonly CalendarEvent[];
  readonly shifts: readonly Shift[];
  readonly failure?: Failure;
}

const touches = (one: Interval, day: Interval): boolean =>
  one.start.epochMilliseconds < day.end.epochMilliseconds && one.end.epochMilliseconds > day.start.epochMilliseconds;

/** `at`: undefined while the item's time is not known. Read anew with each `edition`, for an answer changes the day. */
export function useDay(
  { readAgenda }: Pick<Services, 'readAgenda'>,
  { shifts, mailbox }: AgendaContext,
  at: Temporal.Instant | undefined,
  edition = 0,
): OwnDay {
  const { zone } = mailbox;
  const date = at?.toZonedDateTimeISO(zone).toPlainDate().toString();
  const [attempt, setAttempt] = useState(0);
  const [read, setRead] = useState<Read>();
  const day = useMemo(
    () => (date === undefined ? undefined : toDayWindow(Temporal.PlainDate.from(date), zone)),
    [date, zone],
  );
  const key = `${date ?? ''} ${edition} ${attempt}`;
  useEffect(() => {
    if (day === undefined) return;
    let isWanted = true;
    const settle = (found: Read): void => {
      if (isWanted) setRead(found);
    };
    readAgenda(day).then(
      ({ events, workPlan }) => settle({ key, events, shifts: workPlan }),
      (error: unknown) => settle({ key, events: [], shifts: [], failure: toFailure(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [readAgenda, day, key]);
  const again = (): void => setAttempt(attempt + 1);
  // what was read for this day before stays until it is read anew
  if (read === undefined || day === undefined || !read.key.startsWith(`${date} `))
    return { state: 'pending', events: [], shifts: [], again };
  const known = shifts.filter((shift) => touches(shift, day));
  const own = { events: read.events, shifts: known.length > 0 ? known : read.shifts, again };
  return read.failure === undefined ? { state: 'known', ...own } : { state: 'failed', failure: read.failure, ...own };
}

export interface EventDay {
  readonly day: AgendaDay;
  /** Its first part, with the flags. */
  readonly entry: AgendaEntry;
}

/** The day on which an event begins, with everything else of that day: what collides, and what stays free, is true of the whole. */
export function toEventDay(
  event: CalendarEvent,
  others: readonly CalendarEvent[],
  shifts: readonly Shift[],
  zone: string,
): EventDay | undefined {
  const start =
    event.time.kind === 'timed' ? event.time.start.toZonedDateTimeISO(zone).toPlainDate() : event.time.start;
  const events = [...others, event];
  for (const day of buildAgenda({ events, shifts, zone, from: start.subtract({ days: 1 }), days: 2 })) {
    const entry = day.entries.find((one) => one.event.id === event.id);
    if (entry !== undefined) return { day, entry };
  }
  return undefined;
}
