/** Says when one entry of a day happens, in the words of that day. */
import type { AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import type { Words } from '../words/create-words.ts';

export interface EntryTime {
  readonly text: string;
  /** "Day 2 of 3", of an event over several days. */
  readonly part?: string;
}

function dayCount(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'day' }).days;
}

/** First day, and how many days an event touches in the mailbox's zone; one that ends at midnight does not touch the next. */
function toSpan(entry: AgendaEntry, words: Words): { readonly first: Temporal.PlainDate; readonly total: number } {
  const { time } = entry.event;
  if (time.kind === 'allDay') return { first: time.start, total: Math.max(1, dayCount(time.start, time.end)) };
  const first = words.dateOf(time.start);
  const isEmpty = Temporal.Instant.compare(time.start, time.end) >= 0;
  const last = isEmpty ? first : words.dateOf(time.end.subtract({ nanoseconds: 1 }));
  return { first, total: dayCount(first, last) + 1 };
}

function toTimeText(entry: AgendaEntry, words: Words): string {
  const { time } = entry.event;
  if (time.kind === 'allDay' || entry.part === 'middle') return words.t('event.allDay');
  if (entry.part === 'first') return words.t('event.from', { time: words.time(time.start) });
  if (entry.part === 'last') return words.t('event.until', { time: words.time(time.end) });
  return words.timeRange(time.start, time.end);
}

/** An entry whose true date is another than the day it stands under (inside a night shift) says its weekday. */
export function toEntryTime(entry: AgendaEntry, underDate: Temporal.PlainDate, words: Words): EntryTime {
  const weekday = entry.date.equals(underDate) ? '' : `${words.day(entry.date, 'weekday')} `;
  const text = weekday + toTimeText(entry, words);
  const { first, total } = toSpan(entry, words);
  if (entry.part === 'whole' || total < 2) return { text };
  const day = dayCount(first, entry.date) + 1;
  return { text, part: words.t('event.part', { day: words.number(day), total: words.number(total) }) };
}
