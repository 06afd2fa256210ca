/** Decides which stretches of time are read: today and six days, then two weeks at a time. */
import type { Window } from '../../domain/agenda/agenda-sources.ts';

const FIRST_DAYS = 7;
const MORE_DAYS = 14;

export interface ReadPlan {
  readonly window: Window;
  /** The day after the last that is shown. */
  readonly until: Temporal.PlainDate;
}

const toStart = (date: Temporal.PlainDate, zone: string): Temporal.Instant => date.toZonedDateTime(zone).toInstant();
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) > 0 ? a : b;

export function toToday(now: Temporal.Instant, zone: string): Temporal.PlainDate {
  return now.toZonedDateTimeISO(zone).toPlainDate();
}

/**
 * One day more on both sides: a night shift begun yesterday still runs today, and the zone is a guess before the
 * mailbox has told its own. `until`: what is shown already, when all of it is read anew.
 */
export function planFirstRead(now: Temporal.Instant, zone: string, until?: Temporal.PlainDate): ReadPlan {
  const today = toToday(now, zone);
  const week = today.add({ days: FIRST_DAYS });
  const end = until === undefined ? week : later(until, week);
  return {
    window: { start: toStart(today.subtract({ days: 1 }), zone), end: toStart(end.add({ days: 1 }), zone) },
    until: end,
  };
}

/** Begins where the last window ended, so that nothing is left out between them. */
export function planMoreRead(readUntil: Temporal.Instant, until: Temporal.PlainDate, zone: string): ReadPlan {
  const next = until.add({ days: MORE_DAYS });
  return { window: { start: readUntil, end: toStart(next.add({ days: 1 }), zone) }, until: next };
}
