/** Makes the days on screen of what was read: shifts chosen in the organisation's order, events laid against them. */
import type { AgendaDay, AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import type { MailboxSettings, Window } from '../../domain/agenda/agenda-sources.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { type HoldMark, parseHoldMark } from '../../domain/booking/hold-mark.ts';
import type { Session } from '../../domain/contract/session.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import type { AgendaContext } from '../screens.ts';
import { type AgendaPiece, type AgendaWhole, joinPieces } from './agenda-pieces.ts';
import type { ReadyAgenda } from './agenda-state.ts';
import { listShifts, toDays } from './to-days.ts';
import { uniqueHolds } from './unique-holds.ts';
import type { KnownPlaces } from './known-places.ts';

export interface AgendaModel {
  readonly whole: AgendaWhole;
  readonly context: AgendaContext;
  readonly days: readonly AgendaDay[];
  readonly isEmpty: boolean;
  /** Bookings that are not settled. */
  readonly holds: readonly Hold[];
}

export interface Hold {
  readonly event: CalendarEvent;
  readonly mark: HoldMark;
}

interface ModelInput {
  readonly ready: Pick<ReadyAgenda, 'pieces' | 'until'>;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  readonly session: Session;
  readonly known?: KnownPlaces;
  readonly deviceZone: string;
}

// a function, not an alias: this file is loaded before the standard time API may be there
const compareInstants = (a: Temporal.Instant, b: Temporal.Instant): number => Temporal.Instant.compare(a, b);

/** Who works past midnight still sees the day on which the shift began. */
function toFirstDay(
  shifts: readonly Shift[],
  today: Temporal.PlainDate,
  now: Temporal.Instant,
  zone: string,
): Temporal.PlainDate {
  const yesterday = today.subtract({ days: 1 });
  const running = shifts.some(
    (shift) =>
      shift.place.kind !== 'off' &&
      compareInstants(shift.start, now) <= 0 &&
      compareInstants(now, shift.end) < 0 &&
      shift.start.toZonedDateTimeISO(zone).toPlainDate().equals(yesterday),
  );
  return running ? yesterday : today;
}

function toMailbox(whole: AgendaWhole, deviceZone: string): MailboxSettings {
  return whole.mailbox ?? { zone: deviceZone, graphZone: deviceZone };
}

function listHolds(events: readonly CalendarEvent[], now: Temporal.Instant): readonly Hold[] {
  const all = events.flatMap((event) => {
    const isAhead = event.time.kind === 'timed' && compareInstants(event.time.end, now) > 0;
    if (!event.isOrganizer || !isAhead || event.holdMark === undefined) return [];
    const mark = parseHoldMark(event.holdMark);
    return mark === undefined ? [] : [{ event, mark }];
  });
  return uniqueHolds(all);
}

function toWindow(pieces: readonly AgendaPiece[]): Window {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) throw new Error('an agenda that was not read');
  return { start: first.window.start, end: last.window.end };
}

export function toAgendaModel(input: ModelInput): AgendaModel {
  const { ready, today, now, session, known, deviceZone } = input;
  const whole = joinPieces(ready.pieces);
  const mailbox = toMailbox(whole, deviceZone);
  const { zone } = mailbox;
  const shifts = listShifts(whole, toWindow(ready.pieces), session, zone);
  const from = toFirstDay(shifts, today, now, zone);
  const count = from.until(ready.until, { largestUnit: 'day' }).days;
  const days = toDays({ whole, shifts, zone, from, days: count, ...known });
  const ownAddress = ready.pieces.at(-1)?.first.ownAddress;
  return {
    whole,
    context: {
      mailbox,
      zoneIsGuessed: whole.mailbox === undefined,
      shifts,
      events: whole.events,
      ...(ownAddress === undefined ? {} : { ownAddress }),
    },
    days,
    isEmpty: days.every((day) => day.entries.length === 0),
    holds: listHolds(whole.events, now),
  };
}

/** Rooms are booked in the primary calendar alone (without an id where its name is not known), for what I organize and what is not over. */
export function isBookable(entry: AgendaEntry, whole: AgendaWhole, now: Temporal.Instant): boolean {
  const { event } = entry;
  return (
    event.isOrganizer &&
    !event.isCancelled &&
    event.holdMark === undefined &&
    event.time.kind === 'timed' &&
    compareInstants(event.time.end, now) > 0 &&
    ['', whole.defaultCalendarId].includes(event.calendarId)
  );
}
