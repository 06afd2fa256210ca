/** What a person has typed about repeating a meeting, and the dates that it makes. */
import { expandSeries, type Occurrence } from '../../domain/series/expand-series.ts';
import { listRepeatDates, type Repeat, type RepeatProblem } from '../../domain/series/repeat.ts';
import type { RepeatValues } from '../../ui/series/repeat-fields.tsx';
import type { MeetingTimes } from './meeting-times.ts';

/** Until so long after the first date, unless said otherwise. */
const FIRST_WEEKS = 9;
const FIRST_TIMES = 10;

export function createRepeatDraft(times: MeetingTimes, zone: string): RepeatValues {
  const first = times.start.toZonedDateTimeISO(zone).toPlainDate();
  return {
    ...{ every: 'never', interval: '1', days: [first.dayOfWeek], endKind: 'until' },
    ...{ until: first.add({ weeks: FIRST_WEEKS }).toString(), times: String(FIRST_TIMES) },
  };
}

/** A series on the one day of its start goes with it to another day; days that were chosen stay. */
export function followStart(
  repeat: RepeatValues,
  before: MeetingTimes | undefined,
  after: MeetingTimes | undefined,
  zone: string,
): RepeatValues {
  if (before === undefined || after === undefined) return repeat;
  const day = (times: MeetingTimes): number => times.start.toZonedDateTimeISO(zone).dayOfWeek;
  const isOwnDay = repeat.days.length === 1 && repeat.days[0] === day(before);
  return isOwnDay ? { ...repeat, days: [day(after)] } : repeat;
}

const toNumber = (text: string): number => (/^\s*\d{1,4}\s*$/u.test(text) ? Number(text) : Number.NaN);

function toEnd({ endKind, until, times }: RepeatValues): Repeat['end'] | undefined {
  if (endKind === 'times') return { kind: 'times', times: toNumber(times) };
  try {
    return { kind: 'until', date: Temporal.PlainDate.from(until) };
  } catch {
    return undefined;
  }
}

export type SeriesDraft =
  | { readonly ok: true; readonly repeat: Repeat; readonly occurrences: readonly Occurrence[] }
  | { readonly ok: false; readonly problem: RepeatProblem | 'noTime' };

/** Undefined: it does not repeat. */
export function findSeries(
  values: RepeatValues,
  times: MeetingTimes | undefined,
  zone: string,
): SeriesDraft | undefined {
  if (values.every === 'never') return undefined;
  if (times === undefined) return { ok: false, problem: 'noTime' };
  const end = toEnd(values);
  if (end === undefined) return { ok: false, problem: 'noEnd' };
  const repeat: Repeat = {
    ...{ every: values.every, interval: toNumber(values.interval), end },
    daysOfWeek: values.every === 'week' ? values.days : [],
  };
  const found = listRepeatDates(repeat, times.start.toZonedDateTimeISO(zone).toPlainDate());
  if (!found.ok) return found;
  return { ok: true, repeat, occurrences: expandSeries({ dates: found.dates, time: times, zone }) };
}
