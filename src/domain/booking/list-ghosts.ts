/** Finds rooms that my coming meetings hold and most likely do not need, each with its reason. */
import type { Attendee, CalendarEvent } from '../agenda/calendar-event.ts';
import { listPeople } from '../agenda/group-attendees.ts';
import type { Shift } from '../shifts/shift.ts';
import { overlaps, type Interval } from '../time/intervals.ts';

export type GhostReason =
  | { readonly kind: 'cancelled' }
  /** `count` people were invited, and every one of them declined. */
  | { readonly kind: 'allDeclined'; readonly count: number }
  /** I am elsewhere at this time too: the other meeting, which may be this one with a second room. */
  | { readonly kind: 'twoRooms'; readonly other: CalendarEvent; readonly otherRoom: Attendee }
  | { readonly kind: 'remote' };

export interface Ghost {
  readonly event: CalendarEvent;
  readonly room: Attendee;
  readonly reason: GhostReason;
}

/** Where somebody will be during a meeting, as far as it can be known; `unknown` counts as on site. */
export type Whereabouts = 'onSite' | 'remote' | 'off' | 'unknown';

export interface GhostSearch {
  readonly events: readonly CalendarEvent[];
  /** My own, of whatever source is believed. */
  readonly shifts: readonly Shift[];
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly whereIs?: (address: string, event: CalendarEvent) => Whereabouts;
  /** By address in lower case: two rooms of one meeting in two buildings are a pair, not a mistake. */
  readonly buildingOf?: (address: string) => string | undefined;
}

interface Booking {
  readonly event: CalendarEvent;
  readonly time: Interval;
  readonly rooms: readonly Attendee[];
}

/**
 * Rooms of meetings that I organize and that have not begun, a room at most once, in the order of time. What is still
 * being booked is left alone, and so is a room that declined. Meetings that merely touch do not collide.
 */
export function listGhosts(search: GhostSearch): readonly Ghost[] {
  const bookings = search.events
    .flatMap((event) => toBooking(event, search))
    .sort((a, b) => a.time.start.epochMilliseconds - b.time.start.epochMilliseconds);
  const live = bookings.filter((booking) => findPlainReason(booking) === undefined);
  return bookings.flatMap((booking) =>
    booking.rooms.flatMap((room): Ghost[] => {
      const reason = findPlainReason(booking) ?? findSecond(booking, room, live, search) ?? findRemote(booking, search);
      return reason === undefined ? [] : [{ event: booking.event, room, reason }];
    }),
  );
}

function toBooking(event: CalendarEvent, { zone, now }: GhostSearch): readonly Booking[] {
  const seen = new Set<string>();
  const rooms = event.attendees.filter(({ kind, answer, address }) => {
    const key = address.toLowerCase();
    if (kind !== 'resource' || answer === 'declined' || key === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const time = toInterval(event, zone);
  const isAhead = time.start.epochMilliseconds > now.epochMilliseconds;
  const isUnsettled = (event.holdMark ?? '') !== '';
  return event.isOrganizer && isAhead && !isUnsettled && rooms.length > 0 ? [{ event, time, rooms }] : [];
}

function toInterval({ time }: CalendarEvent, zone: string): Interval {
  if (time.kind === 'timed') return time;
  return { start: time.start.toZonedDateTime(zone).toInstant(), end: time.end.toZonedDateTime(zone).toInstant() };
}

/** Reasons that lie in the meeting alone. */
function findPlainReason({ event }: Booking): GhostReason | undefined {
  if (event.isCancelled) return { kind: 'cancelled' };
  const people = listPeople(event);
  const isAlone = people.length > 0 && people.every(({ answer }) => answer === 'declined');
  return isAlone ? { kind: 'allDeclined', count: people.length } : undefined;
}

/** Another room held at the same time. A meeting that is given back anyway is not held against this one. */
function findSecond(
  booking: Booking,
  room: Attendee,
  live: readonly Booking[],
  search: GhostSearch,
): GhostReason | undefined {
  const sibling = booking.rooms.find((other) => other !== room && !isPair(room, other, search));
  if (sibling !== undefined) return { kind: 'twoRooms', other: booking.event, otherRoom: sibling };
  for (const other of live) {
    const [otherRoom] = other.rooms;
    if (other === booking || otherRoom === undefined || !overlaps(other.time, booking.time)) continue;
    return { kind: 'twoRooms', other: other.event, otherRoom };
  }
  return undefined;
}

function isPair(one: Attendee, other: Attendee, { buildingOf }: GhostSearch): boolean {
  const name = (room: Attendee): string => (buildingOf?.(room.address.toLowerCase()) ?? '').trim().toLowerCase();
  return name(one) !== '' && name(other) !== '' && name(one) !== name(other);
}

/** I work elsewhere during it (that day, where it lies outside of my shifts), and nobody who may still come can be on site. */
function findRemote({ event, time }: Booking, search: GhostSearch): GhostReason | undefined {
  const { shifts, zone, whereIs } = search;
  const date = time.start.toZonedDateTimeISO(zone).toPlainDate();
  const during = shifts.filter((shift) => overlaps(shift, time));
  const thatDay = shifts.filter((shift) => shift.start.toZonedDateTimeISO(zone).toPlainDate().equals(date));
  const mine = during.length > 0 ? during : thatDay;
  if (mine.length === 0 || mine.some(({ place }) => place.kind !== 'remote')) return undefined;
  const coming = listPeople(event).filter(({ answer }) => answer !== 'declined');
  const isElsewhere = (address: string): boolean => ['remote', 'off'].includes(whereIs?.(address, event) ?? 'unknown');
  return coming.every(({ address }) => isElsewhere(address)) ? { kind: 'remote' } : undefined;
}
