/** Shows a mailbox's events as its owner sees them: series unrolled into occurrences and exceptions, moved and cancelled dates observed. */
import { parseMeetingId } from './date-invitations.ts';
import { fromImmutableId, isImmutableId, parseOccurrenceId, toICalUId, toOccurrenceId } from './ids.ts';
import type { CalendarFolder, EventTime, Mailbox, MailboxEvent } from './mailbox.ts';
import { findLastDate, listRecurrenceDates } from './recurrence-dates.ts';
import { addDays, daysBetween, fromLocalText, requireZone, startOfDate, toLocalDate, toLocalText } from './zones.ts';

export type EventType = 'singleInstance' | 'occurrence' | 'exception' | 'seriesMaster';

export interface EventView {
  /** The values in force: an exception's own laid over its series'. */
  readonly event: MailboxEvent;
  readonly id: string;
  readonly calendarId: string;
  readonly iCalUId: string;
  readonly type: EventType;
  readonly time: EventTime;
  readonly seriesMasterId?: string;
  /** Date of the series that this one stands for. */
  readonly originalDate?: string;
  readonly originalStartMs?: number;
}

export interface Window {
  readonly startMs: number;
  readonly endMs: number;
}

/** A series without an end is followed for a century. */
const MAX_SERIES_DAYS = 36_525;

/** Half-open on both sides; an event without length counts where it stands. */
export function overlaps(time: Window, window: Window): boolean {
  if (time.startMs === time.endMs) return time.startMs >= window.startMs && time.startMs < window.endMs;
  return time.startMs < window.endMs && time.endMs > window.startMs;
}

/** A single event, or the master of a series. */
export function toView(event: MailboxEvent): EventView {
  const { meetingId, date } = parseMeetingId(event.meetingId);
  return {
    event,
    id: event.id,
    calendarId: event.calendarId,
    iCalUId: toICalUId(meetingId, date),
    type: event.recurrence === null ? 'singleInstance' : 'seriesMaster',
    time: event.time,
  };
}

/** When the series falls on `date`: the same time of day on the clocks of its zone, whatever the clock changes. */
function timeOn(master: MailboxEvent, date: string, mailboxZone: string): EventTime {
  const { allDay } = master.time;
  if (allDay !== undefined) {
    const end = addDays(date, daysBetween(allDay.start, allDay.end));
    return {
      startMs: startOfDate(date, mailboxZone),
      endMs: startOfDate(end, mailboxZone),
      allDay: { start: date, end },
    };
  }
  const zone = requireZone(master.startZone);
  const start = toLocalText(master.time.startMs, zone);
  const end = toLocalText(master.time.endMs, zone);
  const endDate = addDays(date, daysBetween(start.slice(0, 10), end.slice(0, 10)));
  return {
    startMs: fromLocalText(date + start.slice(10), zone),
    endMs: fromLocalText(endDate + end.slice(10), zone),
  };
}

/** The occurrence or exception that a series has on `date`; undefined where the series does not fall or was cancelled. */
export function findOnDate(mailbox: Mailbox, master: MailboxEvent, date: string): EventView | undefined {
  if (master.recurrence === null || daysBetween(master.recurrence.range.startDate, date) > MAX_SERIES_DAYS)
    return undefined;
  if (!listRecurrenceDates(master.recurrence, date).includes(date)) return undefined;
  return viewOnDate(mailbox, master, date);
}

function viewOnDate(mailbox: Mailbox, master: MailboxEvent, date: string): EventView | undefined {
  const override = master.overrides.get(date);
  if (override?.kind === 'gone') return undefined;
  const planned = timeOn(master, date, requireZone(mailbox.settings.timeZone));
  const changed = override?.change;
  return {
    event: changed === undefined ? master : { ...master, ...changed, version: override?.version ?? master.version },
    id: toOccurrenceId(master.id, date),
    calendarId: master.calendarId,
    iCalUId: toICalUId(master.meetingId, date),
    type: changed === undefined ? 'occurrence' : 'exception',
    time: changed?.time ?? planned,
    seriesMasterId: master.id,
    originalDate: date,
    originalStartMs: planned.startMs,
  };
}

/** All occurrences and exceptions of one series that touch the window. */
export function listInstances(mailbox: Mailbox, master: MailboxEvent, window: Window): EventView[] {
  if (master.recurrence === null) return [];
  const lengthDays = Math.ceil((master.time.endMs - master.time.startMs) / 86_400_000) + 2;
  const from = addDays(toLocalDate(window.startMs, 'UTC'), -lengthDays);
  const horizon = addDays(master.recurrence.range.startDate, MAX_SERIES_DAYS);
  const windowEnd = addDays(toLocalDate(window.endMs, 'UTC'), 2);
  const until = windowEnd < horizon ? windowEnd : horizon;
  // a date may have been moved into the window from after it
  const lastMoved = [...master.overrides.keys()].reduce((last, date) => (date > last ? date : last), until);
  return listRecurrenceDates(master.recurrence, lastMoved)
    .filter((date) => (date >= from && date <= until) || master.overrides.has(date))
    .map((date) => viewOnDate(mailbox, master, date))
    .filter((view) => view !== undefined)
    .filter((view) => overlaps(view.time, window));
}

/** Every occurrence of a series; of one without an end, those of two years. */
export function listAllInstances(mailbox: Mailbox, master: MailboxEvent): EventView[] {
  const last = master.recurrence === null ? undefined : findLastDate(master.recurrence);
  const endMs =
    last === undefined ? master.time.startMs + 730 * 86_400_000 : Date.parse(`${addDays(last, 3)}T00:00:00Z`);
  return listInstances(mailbox, master, { startMs: master.time.startMs - 1, endMs });
}

/** What calendarView shows: everything that touches the window, series unrolled, masters never. */
export function listViews(mailbox: Mailbox, window: Window, calendar?: CalendarFolder): EventView[] {
  const views: EventView[] = [];
  for (const event of mailbox.events.values()) {
    if (calendar !== undefined && event.calendarId !== calendar.id) continue;
    if (event.recurrence !== null) views.push(...listInstances(mailbox, event, window));
    else if (overlaps(event.time, window)) views.push(toView(event));
  }
  return views;
}

/** By its id of now, or by the one that stays when it moves. */
function findEvent(mailbox: Mailbox, id: string): MailboxEvent | undefined {
  if (!isImmutableId(id)) return mailbox.events.get(id);
  const unmoved = mailbox.events.get(fromImmutableId(id));
  if (unmoved !== undefined && unmoved.immutableId === undefined) return unmoved;
  return [...mailbox.events.values()].find(({ immutableId }) => immutableId === id);
}

/** By id: a single event, a master, or one date of a series. */
export function findView(mailbox: Mailbox, id: string): EventView | undefined {
  const event = findEvent(mailbox, id);
  if (event !== undefined) return toView(event);
  const part = parseOccurrenceId(id);
  const master = part === undefined ? undefined : findEvent(mailbox, part.masterId);
  return part === undefined || master === undefined ? undefined : findOnDate(mailbox, master, part.date);
}
