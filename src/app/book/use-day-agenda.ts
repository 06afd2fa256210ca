/** My own day for the timeline: when I am taken, and my shifts; read once a day that is looked at. */
import { useEffect, useState } from 'react';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { BusyBlock } from '../../domain/rooms/free-busy.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import type { Interval } from '../../domain/time/intervals.ts';
import type { AgendaContext } from '../screens.ts';
import type { Services } from '../services.ts';

export interface OwnDay {
  readonly state: 'pending' | 'known' | 'unknown';
  readonly blocks: readonly BusyBlock[];
  readonly shifts: readonly Shift[];
}

const touches = (a: Interval, b: Interval): boolean =>
  a.start.epochMilliseconds < b.end.epochMilliseconds && a.end.epochMilliseconds > b.start.epochMilliseconds;

/** What I declined, what was cancelled, and what shows me as free takes no time. */
function toBlock(event: CalendarEvent, zone: string): readonly BusyBlock[] {
  if (event.isCancelled || event.myAnswer === 'declined' || event.showAs === 'free') return [];
  const { time } = event;
  const span =
    time.kind === 'timed'
      ? { start: time.start, end: time.end }
      : { start: time.start.toZonedDateTime(zone).toInstant(), end: time.end.toZonedDateTime(zone).toInstant() };
  return [{ ...span, status: event.showAs }];
}

export function useDayAgenda(
  { readAgenda }: Pick<Services, 'readAgenda'>,
  { shifts, mailbox }: AgendaContext,
  day: Interval,
): OwnDay {
  const { zone } = mailbox;
  const [read, setRead] = useState<{ readonly day: Interval; readonly own: OwnDay }>();
  useEffect(() => {
    let isWanted = true;
    const settle = (own: OwnDay): void => {
      if (isWanted) setRead({ day, own });
    };
    readAgenda(day).then(
      ({ events, workPlan }) =>
        settle({ state: 'known', blocks: events.flatMap((event) => toBlock(event, zone)), shifts: workPlan }),
      () => settle({ state: 'unknown', blocks: [], shifts: [] }),
    );
    return () => {
      isWanted = false;
    };
  }, [readAgenda, day, zone]);
  const own: OwnDay = read?.day === day ? read.own : { state: 'pending', blocks: [], shifts: [] };
  const known = shifts.filter((shift) => touches(shift, day));
  return { ...own, shifts: known.length > 0 ? known : own.shifts };
}
