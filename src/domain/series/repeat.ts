/** How a meeting repeats, and on which dates that falls; the relay holds what is written to the same dates. */

export interface Repeat {
  readonly every: 'day' | 'week' | 'month';
  /** 1: every one, 2: every second … */
  readonly interval: number;
  /** 1 Monday … 7 Sunday; counts for weeks alone. */
  readonly daysOfWeek: readonly number[];
  /** The last date on which it may fall, or how many times it takes place. */
  readonly end:
    { readonly kind: 'until'; readonly date: Temporal.PlainDate } | { readonly kind: 'times'; readonly times: number };
}

/** As many as can be looked through, and as rooms are booked ahead for; Exchange itself would take 999. */
export const MAX_DATES = 100;
export const MAX_YEARS = 2;
export const MAX_INTERVAL = 12;

export type RepeatProblem =
  /** No number from 1 to 12. */
  | 'interval'
  /** No day of the week is chosen. */
  | 'noDay'
  /** No number of times, or no last date. */
  | 'noEnd'
  /** It falls on one date or on none. */
  | 'oneDate'
  /** More than 100 dates, or the last one lies more than two years after the first. */
  | 'tooManyDates';

export type RepeatDates =
  | { readonly ok: true; readonly dates: readonly Temporal.PlainDate[] }
  | { readonly ok: false; readonly problem: RepeatProblem };

const isWhole = (value: number, max: number): boolean => Number.isInteger(value) && value >= 1 && value <= max;

/** The first date of the pattern on or after `from`: in weeks the next of its days, otherwise `from` itself. */
function findFirst({ every, daysOfWeek }: Repeat, from: Temporal.PlainDate): Temporal.PlainDate {
  if (every !== 'week') return from;
  const ahead = daysOfWeek.map((day) => (day - from.dayOfWeek + 7) % 7);
  return from.add({ days: Math.min(...ahead) });
}

/** Weeks begin on Monday, which matters where every second one counts. */
function* walkWeeks({ interval, daysOfWeek }: Repeat, first: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const days = [...new Set(daysOfWeek)].sort((a, b) => a - b);
  for (let week = 0; ; week += interval) {
    for (const day of days) {
      const date = monday.add({ days: week * 7 + day - 1 });
      if (Temporal.PlainDate.compare(date, first) >= 0) yield date;
    }
  }
}

/** A 31st falls on the last day of a shorter month, as Exchange has it. */
function* walk(repeat: Repeat, first: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  if (repeat.every === 'week') return yield* walkWeeks(repeat, first);
  for (let step = 0; ; step += repeat.interval) {
    yield first.add(repeat.every === 'day' ? { days: step } : { months: step }, { overflow: 'constrain' });
  }
}

/** In order, the first on or after `from`. */
export function listRepeatDates(repeat: Repeat, from: Temporal.PlainDate): RepeatDates {
  const { every, interval, daysOfWeek, end } = repeat;
  const fail = (problem: RepeatProblem): RepeatDates => ({ ok: false, problem });
  if (!isWhole(interval, MAX_INTERVAL)) return fail('interval');
  if (every === 'week' && !daysOfWeek.some((day) => isWhole(day, 7))) return fail('noDay');
  if (end.kind === 'times' && !(Number.isInteger(end.times) && end.times >= 1)) return fail('noEnd');
  const first = findFirst(repeat, from);
  const latest = first.add({ years: MAX_YEARS });
  const dates: Temporal.PlainDate[] = [];
  for (const date of walk(repeat, first)) {
    const isOver = end.kind === 'times' ? dates.length >= end.times : Temporal.PlainDate.compare(date, end.date) > 0;
    if (isOver) break;
    if (dates.length >= MAX_DATES || Temporal.PlainDate.compare(date, latest) > 0) return fail('tooManyDates');
    dates.push(date);
  }
  return dates.length < 2 ? fail('oneDate') : { ok: true, dates };
}
