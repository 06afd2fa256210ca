/** What a person has chosen for a meeting that has no time yet; nothing typed is lost by being wrong. */
import type { Invitee } from '../../domain/booking/booking.ts';
import type { PlanMode, PlanWindow } from '../../domain/planning/plan-request.ts';

export interface PlanWish {
  readonly people: readonly Invitee[];
  readonly lengthMinutes: number;
  /** As native inputs hold them: `2026-11-24`, `09:00`; empty while incomplete. */
  readonly firstDate: string;
  readonly lastDate: string;
  readonly opens: string;
  readonly closes: string;
  readonly weeks: number;
  readonly mode: PlanMode;
  readonly allowsOutside: boolean;
}

export type WishProblem = 'incomplete' | 'datesReversed' | 'datesPast' | 'tooManyDays' | 'hoursShort' | 'tooManyPeople';

/** Three getSchedule calls, and more people than any list of reasons could tell apart. */
export const MOST_PEOPLE = 60;
const MOST_DAYS = 14;
/** A series repeats each week: its first date lies within one. */
const MOST_SERIES_DAYS = 7;
export const MOST_WEEKS = 6;
const FIRST_DAYS = 7;

export function createWish(now: Temporal.Instant, zone: string): PlanWish {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return {
    ...{ people: [], lengthMinutes: 60, weeks: 1, mode: 'inPerson', allowsOutside: false },
    ...{ firstDate: today.toString(), lastDate: today.add({ days: FIRST_DAYS - 1 }).toString() },
    ...{ opens: '08:00', closes: '18:00' },
  };
}

function findDate(text: string): Temporal.PlainDate | undefined {
  return /^\d{4}-\d\d-\d\d$/u.test(text) ? Temporal.PlainDate.from(text) : undefined;
}

function findTime(text: string): Temporal.PlainTime | undefined {
  return /^\d\d:\d\d$/u.test(text) ? Temporal.PlainTime.from(text) : undefined;
}

/** Undefined while a field is empty. */
export function findWindow({ firstDate, lastDate, opens, closes }: PlanWish): PlanWindow | undefined {
  const [first, last, from, to] = [findDate(firstDate), findDate(lastDate), findTime(opens), findTime(closes)];
  if (first === undefined || last === undefined || from === undefined || to === undefined) return undefined;
  return { first, days: first.until(last, { largestUnit: 'day' }).days + 1, opens: from, closes: to };
}

const DAY_MINUTES = 24 * 60;

/** Everything that stands in the way of asking. */
export function checkWish(wish: PlanWish, now: Temporal.Instant, zone: string): readonly WishProblem[] {
  const window = findWindow(wish);
  if (window === undefined) return ['incomplete'];
  const { first, days, opens, closes } = window;
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const last = first.add({ days: Math.max(0, days - 1) });
  const minutes = opens.until(closes, { largestUnit: 'minute' }).minutes;
  const problems: WishProblem[] = [];
  if (days < 1) problems.push('datesReversed');
  else if (Temporal.PlainDate.compare(last, today) < 0) problems.push('datesPast');
  if (days > (wish.weeks > 1 ? MOST_SERIES_DAYS : MOST_DAYS)) problems.push('tooManyDays');
  // the end may lie on the next day
  if ((minutes <= 0 ? minutes + DAY_MINUTES : minutes) < wish.lengthMinutes) problems.push('hoursShort');
  if (wish.people.length > MOST_PEOPLE) problems.push('tooManyPeople');
  return problems;
}
