/** Makes the days on screen of what was read: shifts chosen in the organisation's order, events laid against them. */
import type { AgendaDay, AgendaEntry } from '../../domain/agenda/agenda-day.ts';
import type { MailboxSettings } from '../../domain/agenda/agenda-sources.ts';
import { buildAgenda } from '../../domain/agenda/build-agenda.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import { type HoldMark, parseHoldMark } from '../../domain/booking/hold-mark.ts';
import type { Session } from '../../domain/contract/session.ts';
import { chooseShifts } from '../../domain/shifts/choose-shifts.ts';
import type { Shift } from '../../domain/shifts/shift.ts';
import { toWorkingHourShifts } from '../../domain/shifts/working-hours.ts';
import type { AgendaContext } from '../screens.ts';
import { type AgendaWhole, joinPieces } from './agenda-pieces.ts';
import type { ReadyAgenda } from './agenda-state.ts';

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
  readonly shiftSources: Session['organisation']['shiftSources'];
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

function listShifts({ ready, shiftSources }: ModelInput, whole: AgendaWhole, zone: string): readonly Shift[] {
  const [first, last] = [ready.pieces[0], ready.pieces.at(-1)];
  if (first === undefined || last === undefined) return [];
  const window = { start: first.window.start, end: last.window.end };
  const workingHours = toWorkingHourShifts(whole.mailbox?.workingHours, window);
  return chooseShifts({
    workPlan: whole.workPlan,
    teamsShifts: whole.teamsShifts,
    workingHours,
    order: shiftSources,
    zone,
  });
}

function findOwnAddress(events: readonly CalendarEvent[]): string | undefined {
  const own = events.find((event) => event.isOrganizer && (event.organizer?.address ?? '') !== '');
  return own?.organizer?.address;
}

function toMailbox(whole: AgendaWhole, deviceZone: string): MailboxSettings {
  return whole.mailbox ?? { zone: deviceZone, graphZone: deviceZone };
}

function listHolds(events: readonly CalendarEvent[], now: Temporal.Instant): readonly Hold[] {
  return events.flatMap((event) => {
    const isAhead = event.time.kind === 'timed' && compareInstants(event.time.end, now) > 0;
    if (!event.isOrganizer || !isAhead || event.holdMark === undefined) return [];
    const mark = parseHoldMark(event.holdMark);
    return mark === undefined ? [] : [{ event, mark }];
  });
}

export function toAgendaModel(input: ModelInput): AgendaModel {
  const { ready, today, now, deviceZone } = input;
  const whole = joinPieces(ready.pieces);
  const mailbox = toMailbox(whole, deviceZone);
  const { zone } = mailbox;
  const shifts = listShifts(input, whole, zone);
  const from = toFirstDay(shifts, today, now, zone);
  const count = from.until(ready.until, { largestUnit: 'day' }).days;
  const days = buildAgenda({ events: whole.events, shifts, zone, from, days: count });
  const ownAddress = findOwnAddress(whole.events);
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
