/** Makes the bodies that change a meeting which has its room: another time, other people, an earlier end, no room. */
import type { CalendarEvent } from '../agenda/calendar-event.ts';
import { MAX_NAME, MAX_SUBJECT, type EventPatch } from '../contract/event-write.ts';
import type { Room } from '../rooms/room.ts';
import { toGraphDateTime } from '../time/graph-date-time.ts';
import type { BookingRequest, Invitee } from './booking.ts';
import { capText } from './cap-text.ts';
import { toLocation, toMark, toMarkProperty, toTimes } from './event-bodies.ts';
import type { HoldMark } from './hold-mark.ts';
import { toWrittenAttendees } from './written-attendees.ts';

/** `PATCH` to another time; the mark knows the way back, so that a closed page leaves no half of a move. */
export function toMovePatch(
  existing: CalendarEvent,
  room: Room,
  request: BookingRequest,
  now: Temporal.Instant,
): EventPatch {
  const { time } = existing;
  const mark: HoldMark = {
    ...toMark({ ...request, existing, people: [], online: false }, room, now),
    subject: capText(existing.subject, MAX_SUBJECT),
    existing: true,
    ...(time.kind === 'timed' ? { previousTime: { start: time.start.toString(), end: time.end.toString() } } : {}),
  };
  return { ...toTimes(request), ...toMarkProperty(mark) };
}

/** `PATCH` after every room accepted the new time. */
export function toMovedPatch(): EventPatch {
  return toMarkProperty(undefined);
}

/** `PATCH` after a room declined the new time: the old one. */
export function toMovedBackPatch(previous: NonNullable<HoldMark['previousTime']>, graphZone: string): EventPatch {
  const start = Temporal.Instant.from(previous.start);
  const end = Temporal.Instant.from(previous.end);
  return { ...toTimes({ start, end, graphZone }), ...toMarkProperty(undefined) };
}

/** `PATCH` of a meeting that runs: over at `end`, its start as it was. */
export function toEndEarlyPatch(event: CalendarEvent, end: Temporal.Instant, graphZone: string): EventPatch {
  if (event.time.kind !== 'timed') throw new RangeError('an all-day event has no hour to end at');
  return { start: toGraphDateTime(event.time.start, graphZone), end: toGraphDateTime(end, graphZone) };
}

/** `PATCH` of the list of people alone: Exchange mails only those added and those removed. Rooms stay as they are. */
export function toPeoplePatch(event: CalendarEvent, people: readonly Invitee[]): EventPatch {
  const rooms = event.attendees.filter(({ kind }) => kind === 'resource');
  return { attendees: toWrittenAttendees({ event: { ...event, attendees: rooms }, people }) };
}

/**
 * `PATCH` that gives one room back and leaves the meeting as it is. The place names the rooms that are left, and stays
 * untouched where it did not name this one.
 */
export function toGivenBackPatch(
  event: CalendarEvent,
  room: { readonly address: string; readonly name: string },
): EventPatch {
  const isRoom = (address: string): boolean => address !== '' && address.toLowerCase() === room.address.toLowerCase();
  const attendees = event.attendees.filter(({ kind, address }) => kind !== 'resource' || !isRoom(address));
  const isPlace = event.locations.some(
    ({ name, address }) => isRoom(address ?? '') || (room.name !== '' && name.split('; ').includes(room.name)),
  );
  return {
    attendees: toWrittenAttendees({ event: { ...event, attendees } }),
    ...(isPlace ? { location: toPlaceWithout(event, room.name, isRoom) } : {}),
    // says that the list may become empty: an appointment of nobody but me keeps no room
    ...toMarkProperty(undefined),
  };
}

function toPlaceWithout(
  event: CalendarEvent,
  gone: string,
  isRoom: (address: string) => boolean,
): NonNullable<EventPatch['location']> {
  const left = event.locations
    .map(({ name, address }) => {
      const names = name.split('; ').filter((one) => one !== gone && one !== '');
      // under another display name than the attendee's, the address tells
      return isRoom(address ?? '') && names.length === name.split('; ').length ? [] : names;
    })
    .flat();
  const names = [...new Set(left)];
  const other = event.attendees.find(
    ({ kind, address, name }) => kind === 'resource' && !isRoom(address) && names.includes(name),
  );
  return toLocation({
    name: capText(names.join('; '), MAX_NAME),
    address: names.length === 1 ? (other?.address ?? '') : '',
  });
}
