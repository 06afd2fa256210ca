/** Says things in the person's language: messages by key; times, dates, numbers and lists by Intl in the mailbox's zone. */
import { type I18n, type Messages, setupI18n } from '@lingui/core';
import type { ChosenLocale } from './locale.ts';
import type { MessageKey, MessageValues } from './message-key.ts';

export interface ClockSettings {
  readonly zone: string;
  /** Absent: the locale's. */
  readonly hourCycle?: 'h12' | 'h23' | undefined;
}

export type DayStyle = 'full' | 'short' | 'weekday' | 'monthDay' | 'dated';

export interface Words {
  readonly locale: ChosenLocale;
  readonly clock: ClockSettings;
  readonly t: (key: MessageKey, values?: MessageValues) => string;
  /** 10:00 */
  readonly time: (instant: Temporal.Instant) => string;
  /** 10:00–10:30; the dates are said elsewhere. */
  readonly timeRange: (start: Temporal.Instant, end: Temporal.Instant) => string;
  /** `full`: Monday, November 23 · `short`: Mon 23 Nov · `weekday`: Mon · `monthDay`: 23 Nov · `dated`: 23 Nov 2026 */
  readonly day: (date: Temporal.PlainDate, style: DayStyle) => string;
  /** today, tomorrow, yesterday; undefined for any other day. */
  readonly nearDay: (date: Temporal.PlainDate, today: Temporal.PlainDate) => string | undefined;
  /** Mon 23 Nov, 10:00 */
  readonly dateTime: (instant: Temporal.Instant) => string;
  /** Central European Time: the clock's zone as people call it. */
  readonly zoneName: () => string;
  readonly number: (value: number) => string;
  /** a, b, and c */
  readonly list: (items: readonly string[]) => string;
  /** 45 min · 1 hr, 30 min; whole minutes, rounded up. */
  readonly duration: (ms: number) => string;
  /** The day an instant falls on in the mailbox's zone. */
  readonly dateOf: (instant: Temporal.Instant) => Temporal.PlainDate;
  /** The same language on another clock. */
  readonly withClock: (clock: ClockSettings) => Words;
  /** Adds the messages of a screen that was opened later. */
  readonly add: (messages: Messages) => void;
}

const DAY_STYLES: Readonly<Record<DayStyle, Intl.DateTimeFormatOptions>> = {
  full: { weekday: 'long', day: 'numeric', month: 'long' },
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  weekday: { weekday: 'short' },
  monthDay: { day: 'numeric', month: 'short' },
  dated: { day: 'numeric', month: 'short', year: 'numeric' },
};
const MINUTE_MS = 60_000;

const toUtcMs = (date: Temporal.PlainDate): number => Date.UTC(date.year, date.month - 1, date.day);

function createDayFormats(locale: string): Pick<Words, 'day' | 'nearDay'> {
  const formats = new Map<DayStyle, Intl.DateTimeFormat>();
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    day: (date, style) => {
      const known = formats.get(style);
      // Gregorian, as Microsoft 365 counts, also where the locale's own calendar is another
      const format =
        known ?? new Intl.DateTimeFormat(locale, { ...DAY_STYLES[style], timeZone: 'UTC', calendar: 'gregory' });
      formats.set(style, format);
      return format.format(toUtcMs(date));
    },
    nearDay: (date, today) => {
      const days = Math.round((toUtcMs(date) - toUtcMs(today)) / (24 * 60 * MINUTE_MS));
      return Math.abs(days) > 1 ? undefined : relative.format(days, 'day');
    },
  };
}

function createDurations(locale: string): Words['duration'] {
  const unit = (name: 'minute' | 'hour' | 'day'): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' });
  const [minutesFormat, hoursFormat, daysFormat] = [unit('minute'), unit('hour'), unit('day')];
  const join = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });
  return (ms) => {
    const minutes = Math.max(0, Math.ceil(ms / MINUTE_MS));
    if (minutes < 60) return minutesFormat.format(minutes);
    const hours = Math.floor(minutes / 60);
    if (hours >= 48) return daysFormat.format(Math.floor(hours / 24));
    const rest = minutes % 60;
    const parts = [hoursFormat.format(hours)];
    if (rest > 0 && hours < 12) parts.push(minutesFormat.format(rest));
    return join.format(parts);
  };
}

function createTimes(
  locale: string,
  clock: ClockSettings,
): Pick<Words, 'time' | 'timeRange' | 'dateTime' | 'dateOf' | 'zoneName'> {
  const cycle = clock.hourCycle === undefined ? {} : { hourCycle: clock.hourCycle };
  // 08:30 stands straight above 10:00; where one follows twelve, no nought is written
  const used = new Intl.DateTimeFormat(locale, { hour: 'numeric', ...cycle }).resolvedOptions().hourCycle;
  const hour = used === 'h23' ? '2-digit' : 'numeric';
  const at: Intl.DateTimeFormatOptions = { hour, minute: '2-digit', timeZone: clock.zone, ...cycle };
  const times = new Intl.DateTimeFormat(locale, at);
  const dateTimes = new Intl.DateTimeFormat(locale, { ...DAY_STYLES.short, ...at, calendar: 'gregory' });
  const time = (instant: Temporal.Instant): string => times.format(instant.epochMilliseconds);
  return {
    time,
    timeRange: (start, end) => `${time(start)}–${time(end)}`,
    dateTime: (instant) => dateTimes.format(instant.epochMilliseconds),
    dateOf: (instant) => instant.toZonedDateTimeISO(clock.zone).toPlainDate(),
    zoneName: () =>
      new Intl.DateTimeFormat(locale, { timeZone: clock.zone, timeZoneName: 'longGeneric' })
        .formatToParts()
        .find((part) => part.type === 'timeZoneName')?.value ?? clock.zone,
  };
}

function createFrom(i18n: I18n, locale: ChosenLocale, clock: ClockSettings): Words {
  const numbers = new Intl.NumberFormat(locale.formats);
  const lists = new Intl.ListFormat(locale.formats, { type: 'conjunction' });
  return {
    locale,
    clock,
    t: (key, values) => i18n._(key, values),
    ...createTimes(locale.formats, clock),
    ...createDayFormats(locale.formats),
    duration: createDurations(locale.formats),
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
    withClock: (other) => createFrom(i18n, locale, other),
    add: (messages) => i18n.load(locale.catalogue, messages),
  };
}

/** `messages` of the first screen; compiled at build time in the page, compiled as they are used in tests. */
export function createWords(locale: ChosenLocale, messages: Messages, clock: ClockSettings): Words {
  const i18n = setupI18n({
    locale: locale.catalogue,
    locales: locale.formats,
    messages: { [locale.catalogue]: messages },
    missing: (_locale, id) => id,
  });
  return createFrom(i18n, locale, clock);
}
