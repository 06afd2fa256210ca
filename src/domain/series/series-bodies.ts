/** Makes the bodies of a series as a whole; those of its single dates are made with the work that is left at them. */
import type { CalendarEvent } from '../agenda/calendar-event.ts';
import type { BookingRequest } from '../booking/booking.ts';
import { toConfirmPatch, toLocation, toMark, toMarkProperty, toHoldSubject } from '../booking/event-bodies.ts';
import type { HoldMark } from '../booking/hold-mark.ts';
import { toWrittenAttendees } from '../booking/written-attendees.ts';
import type { EventCreate, EventPatch } from '../contract/event-write.ts';
import type { Room } from '../rooms/room.ts';
import { toIanaZone } from '../time/zones.ts';
import { countOthers, type SeriesWish } from './series-wish.ts';

/** A series repeats on the clock of its zone, so its times are never written in another. */
function toLocal(instant: Temporal.Instant, zoneName: string): EventCreate['start'] {
  const local = instant.toZonedDateTimeISO(toIanaZone(zoneName) ?? 'UTC').toPlainDateTime();
  return { dateTime: local.toString({ smallestUnit: 'second' }), timeZone: zoneName };
}

interface SeriesHold {
  readonly request: BookingRequest;
  readonly series: SeriesWish;
  readonly room: Room;
  readonly transactionId: string;
  readonly now: Temporal.Instant;
}

/**
 * `POST`: the room alone, or nobody yet where single dates differ: those are settled first, for a room that sees one
 * date taken declines the series as a whole (Set-CalendarProcessing, ConflictPercentageAllowed).
 */
export function toSeriesHold({ request, series, room, transactionId, now }: SeriesHold): EventCreate {
  const { recurrence, dates } = series;
  const zoneName = recurrence.range.recurrenceTimeZone;
  return {
    subject: toHoldSubject(request.subject),
    start: toLocal(request.start, zoneName),
    end: toLocal(request.end, zoneName),
    showAs: 'tentative',
    location: toLocation(room),
    attendees: countOthers(dates) === 0 ? toWrittenAttendees({ room }) : [],
    recurrence,
    transactionId,
    ...toMarkProperty(toMark({ ...request, series }, room, now)),
  };
}

/** `PATCH` that asks the room for all dates that follow the series. */
export function toAskRoomPatch(master: CalendarEvent, room: Room): EventPatch {
  return { attendees: toWrittenAttendees({ room, event: master }) };
}

/** `PATCH` after every room's yes: people, final subject, Teams meeting. The mark stays until single dates have theirs too. */
export function toSeriesInvitePatch(mark: HoldMark, room: Room, master: CalendarEvent): EventPatch {
  return { ...toConfirmPatch(mark, room, master), ...toMarkProperty(mark) };
}

export const toSeriesDonePatch = (): EventPatch => toMarkProperty(undefined);
