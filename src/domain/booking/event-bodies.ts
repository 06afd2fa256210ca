/** Makes the bodies of events that we write; every one passes the schema that the relay holds them to. */
import type { CalendarEvent, EventLocation } from '../agenda/calendar-event.ts';
import {
  HOLD_MARK_ID,
  MAX_ADDRESS,
  MAX_NAME,
  MAX_SUBJECT,
  type EventCreate,
  type EventPatch,
} from '../contract/event-write.ts';
import type { Room } from '../rooms/room.ts';
import { toSeriesMark } from '../series/series-mark.ts';
import { toGraphDateTime } from '../time/graph-date-time.ts';
import type { BookingRequest } from './booking.ts';
import { capText } from './cap-text.ts';
import { HOLD_PREFIX, type HoldMark } from './hold-mark.ts';
import { writeHoldMark } from './write-hold-mark.ts';
import { listInvitees, toWrittenAttendees } from './written-attendees.ts';

/** `POST`: the room alone, or both rooms of a pair, the subject marked, the people only in our mark. `transactionId` is a UUID for each room tried. */
export function toHoldEvent(
  request: BookingRequest,
  room: Room,
  transactionId: string,
  now: Temporal.Instant,
): EventCreate {
  return {
    subject: toHoldSubject(request.subject),
    ...toTimes(request),
    showAs: 'tentative',
    location: toPairLocation(request, room),
    attendees: toWrittenAttendees({ room, twin: request.twin?.room }),
    transactionId,
    ...toMarkProperty(toMark(request, room, now)),
  };
}

/** `POST`: everybody at once, the way Outlook does it; nothing is left to settle. */
export function toInviteNowEvent(request: BookingRequest, room: Room, transactionId: string): EventCreate {
  return {
    subject: capText(request.subject, MAX_SUBJECT),
    ...toTimes(request),
    showAs: 'busy',
    location: toPairLocation(request, room),
    attendees: toWrittenAttendees({ room, twin: request.twin?.room, people: listInvitees(request, room) }),
    transactionId,
    ...(request.online ? ONLINE : {}),
  };
}

/**
 * `PATCH` after the room accepted, or when the user does not want to wait: final subject, people, Teams meeting; the
 * mark is emptied. What the user changed in Outlook meanwhile (subject, people) stays. A meeting that was there before
 * keeps its subject and status, and only now names the room as its place.
 */
export function toConfirmPatch(mark: HoldMark, room: Room, event: CalendarEvent): EventPatch {
  const kept = withoutRoom(event, mark.replaces);
  return {
    ...(mark.existing
      ? { location: toSharedLocation(kept, room, mark.twin) }
      : { subject: toFinalSubject(mark, event), showAs: 'busy' as const }),
    attendees: toWrittenAttendees({ room, event: kept, people: mark.people }),
    ...(mark.online && (event.joinUrl ?? '') === '' ? ONLINE : {}),
    ...toMarkProperty(undefined),
  };
}

/** `PATCH` that asks a room for a meeting that is there: its list of attendees and our mark alone, so that only the room is mailed. */
export function toAddRoomPatch(
  existing: CalendarEvent,
  room: Room,
  request: BookingRequest,
  now: Temporal.Instant,
): EventPatch {
  const previousLocation = toPreviousLocation(existing);
  const mark: HoldMark = {
    ...toMark({ ...request, existing }, room, now),
    subject: capText(existing.subject, MAX_SUBJECT),
    online: request.online && (existing.joinUrl ?? '') === '',
    existing: true,
    ...(previousLocation === undefined ? {} : { previousLocation }),
    ...(request.replaces === undefined ? {} : { replaces: request.replaces }),
  };
  const attendees = toWrittenAttendees({ room, twin: request.twin?.room, event: existing });
  return { attendees, ...toMarkProperty(mark) };
}

/** `PATCH` after that room accepted: only now the place says so, a room that it replaces goes, and the mark is emptied. */
export function toRoomConfirmedPatch(
  existing: CalendarEvent,
  room: Room,
  { replaces, twin }: Pick<HoldMark, 'replaces' | 'twin'> = {},
): EventPatch {
  const kept = withoutRoom(existing, replaces);
  return {
    location: toSharedLocation(kept, room, twin),
    ...(kept === existing ? {} : { attendees: toWrittenAttendees({ room, event: kept }) }),
    ...toMarkProperty(undefined),
  };
}

/** `PATCH` after that room declined: the meeting as it was before the room was asked, with the room it had, be it given back already. */
export function toRoomRemovedPatch(existing: CalendarEvent, room: Room, mark: HoldMark): EventPatch {
  const { replaces, twin } = mark;
  const asked = [room, ...(twin ? [twin] : [])];
  const attendees = existing.attendees.filter(({ address }) => !asked.some((one) => isSame(address, one.address)));
  const former: Room | undefined =
    replaces === undefined
      ? undefined
      : { address: replaces, name: '', bookingType: 'unknown', equipment: [], tags: [] };
  const isGone = !attendees.some(({ address }) => isSame(address, replaces ?? ''));
  const isPlace = existing.locations.some(({ name, address }) =>
    asked.some((one) => isSame(address ?? '', one.address) || name.split('; ').includes(one.name)),
  );
  const { name, address } = mark.previousLocation ?? { name: '' };
  return {
    attendees: toWrittenAttendees({ event: { ...existing, attendees }, twin: isGone ? former : undefined }),
    ...(isPlace ? { location: toLocation({ name, address: address ?? '' }) } : {}),
    ...toMarkProperty(undefined),
  };
}

function withoutRoom(event: CalendarEvent, address: string | undefined): CalendarEvent {
  const attendees = event.attendees.filter((one) => one.kind !== 'resource' || !isSame(one.address, address ?? ''));
  return attendees.length === event.attendees.length ? event : { ...event, attendees };
}

const ONLINE = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } as const;

export function toTimes({
  start,
  end,
  graphZone,
}: Pick<BookingRequest, 'start' | 'end' | 'graphZone'>): Pick<EventCreate, 'start' | 'end'> {
  return { start: toGraphDateTime(start, graphZone), end: toGraphDateTime(end, graphZone) };
}

export function toLocation({
  name,
  address,
}: {
  readonly name: string;
  readonly address: string;
}): NonNullable<EventCreate['location']> {
  const displayName = capText(name === '' ? address : name, MAX_NAME);
  return address === '' || address.length > MAX_ADDRESS
    ? { displayName }
    : { displayName, locationEmailAddress: address };
}

/** Both names, and the address of the first: an event has one location that we can write. */
function toPairLocation({ twin }: BookingRequest, room: Room): EventCreate['location'] {
  if (twin === undefined) return toLocation(room);
  const name = [room, twin.room].map((one) => (one.name === '' ? one.address : one.name)).join('; ');
  return toLocation({ name, address: room.address });
}

/** The room, its twin, and beside them the other rooms that the meeting still has (setting `location` replaces all of them). */
function toSharedLocation(
  event: CalendarEvent,
  room: Room,
  twin?: HoldMark['twin'],
): NonNullable<EventCreate['location']> {
  const asked = [room, ...(twin ? [twin] : [])];
  const others = event.attendees.filter(
    ({ kind, answer, address }) =>
      kind === 'resource' && answer !== 'declined' && !asked.some((one) => isSame(address, one.address)),
  );
  const kept = event.locations.filter(({ address, name }) =>
    others.some((other) => isSame(other.address, address ?? '') || other.name === name),
  );
  const names = asked.map(({ name, address }) => (name === '' ? address : name));
  return toLocation({ name: [...names, ...kept.map((each) => each.name)].join('; '), address: room.address });
}

function toPreviousLocation({ locations }: CalendarEvent): EventLocation | undefined {
  const name = capText(locations.map((each) => each.name).join('; '), MAX_NAME);
  if (name === '') return undefined;
  const address = locations[0]?.address ?? '';
  return address === '' || address.length > MAX_ADDRESS ? { name } : { name, address };
}

export function toHoldSubject(subject: string): string {
  return capText(`${HOLD_PREFIX}${subject}`, MAX_SUBJECT);
}

export function toFinalSubject(mark: HoldMark, { subject }: CalendarEvent): string {
  const isOurs = subject.trim() === toHoldSubject(mark.subject).trim();
  const edited = subject.startsWith(HOLD_PREFIX.trim()) ? subject.slice(HOLD_PREFIX.trim().length).trim() : subject;
  return capText(isOurs ? mark.subject : edited, MAX_SUBJECT);
}

export function toMark(request: BookingRequest, room: Room, now: Temporal.Instant): HoldMark {
  return {
    subject: capText(request.subject, MAX_SUBJECT),
    people: listInvitees(request, room),
    online: request.online,
    room: toMarkedRoom(room),
    ...(request.twin === undefined ? {} : { twin: toMarkedRoom(request.twin.room) }),
    startedAt: now.toString({ smallestUnit: 'second' }),
    existing: false,
    ...(request.series === undefined ? {} : { series: toSeriesMark(request.series) }),
  };
}

const toMarkedRoom = ({ address, name }: Room): HoldMark['room'] => ({ address, name: capText(name, MAX_NAME) });

export function toMarkProperty(mark: HoldMark | undefined): Pick<EventPatch, 'singleValueExtendedProperties'> {
  const value = mark === undefined ? '' : writeHoldMark(mark);
  return { singleValueExtendedProperties: [{ id: HOLD_MARK_ID, value }] };
}

function isSame(a: string, b: string): boolean {
  return a !== '' && a.toLowerCase() === b.toLowerCase();
}
