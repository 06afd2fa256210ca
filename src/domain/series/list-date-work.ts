/** Decides what is left to do at single dates of a series in the calendar, in an order that mails nobody but rooms. */
import type { CalendarEvent } from '../agenda/calendar-event.ts';
import { HOLD_PREFIX, type HoldMark } from '../booking/hold-mark.ts';
import { toFinalSubject, toLocation, toTimes } from '../booking/event-bodies.ts';
import { listInvitees, toWrittenAttendees } from '../booking/written-attendees.ts';
import type { BookingRequest } from '../booking/booking.ts';
import type { EventPatch } from '../contract/event-write.ts';
import type { Room } from '../rooms/room.ts';
import { isAtTime, isSameRoom, mapInstances, type SeriesReading } from './read-date-states.ts';
import { findPlace, type RoomName } from './series-wish.ts';

export type DateWork =
  | { readonly kind: 'remove'; readonly id: string }
  // without the state it was made from: in Exchange each changed date changes that of all others
  | { readonly kind: 'change'; readonly id: string; readonly patch: EventPatch };

interface DateWorkInput extends SeriesReading {
  /** The room of the series has been asked: a date that lost it gets it back. */
  readonly isAsked: boolean;
  readonly graphZone: string;
}

const toRoom = ({ address, name }: RoomName): Room => ({
  ...{ address, name, bookingType: 'unknown', equipment: [], tags: [] },
});

const listRooms = ({ attendees }: CalendarEvent) => attendees.filter(({ kind }) => kind === 'resource');

/** The room in the place of every other room; people stay. */
function toRoomPatch(instance: CalendarEvent, room: RoomName): EventPatch {
  const people = instance.attendees.filter(({ kind }) => kind !== 'resource');
  return {
    attendees: toWrittenAttendees({ room: toRoom(room), event: { ...instance, attendees: people } }),
    location: toLocation(room),
  };
}

/** What was left out goes first: the room of the series, asked after it, never sees those dates. */
export function listDateWork(input: DateWorkInput): readonly DateWork[] {
  const { dates, main, isAsked, graphZone } = input;
  const found = mapInstances(input);
  const work = dates.flatMap((one): DateWork[] => {
    const instance = found.get(one.date.toString());
    if (instance === undefined) return [];
    const { id } = instance;
    const place = findPlace(one, main);
    if (place === undefined) return [{ kind: 'remove', id }];
    const rooms = listRooms(instance);
    const isThere = rooms.length === 1 && rooms.every(({ address }) => isSameRoom(address, place.room.address));
    const isOwn = !isSameRoom(place.room.address, main.address);
    const mustAsk = !isThere && (isOwn || isAsked || rooms.length > 0);
    const isMoved = !isAtTime(instance, place.time);
    if (!mustAsk && !isMoved) return [];
    const patch = {
      ...(isMoved ? toTimes({ ...place.time, graphZone }) : {}),
      ...(mustAsk ? toRoomPatch(instance, place.room) : {}),
    };
    return [{ kind: 'change', id, patch }];
  });
  return [...work.filter(({ kind }) => kind === 'remove'), ...work.filter(({ kind }) => kind === 'change')];
}

interface InviteWorkInput extends SeriesReading {
  readonly mark: HoldMark;
  readonly request: BookingRequest;
}

/** After the series has its people: dates that have attendees or a subject of their own get them too. */
export function listInviteWork(input: InviteWorkInput): readonly DateWork[] {
  const { dates, main, mark, request } = input;
  const found = mapInstances(input);
  return dates.flatMap((one): DateWork[] => {
    const instance = found.get(one.date.toString());
    const place = findPlace(one, main);
    if (instance === undefined || place === undefined) return [];
    const people = listInvitees({ ...request, people: mark.people }, toRoom(place.room));
    const isMissing = people.some(
      ({ address }) => !instance.attendees.some((attendee) => isSameRoom(attendee.address, address)),
    );
    const isHold = instance.subject.startsWith(HOLD_PREFIX.trim());
    if (!isMissing && !isHold) return [];
    const patch: EventPatch = {
      ...(isHold ? { subject: toFinalSubject(mark, instance), showAs: 'busy' } : {}),
      ...(isMissing ? { attendees: toWrittenAttendees({ room: toRoom(place.room), event: instance, people }) } : {}),
    };
    return [{ kind: 'change', id: instance.id, patch }];
  });
}
