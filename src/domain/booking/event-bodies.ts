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
import { toGraphDateTime } from '../time/graph-date-time.ts';
import type { BookingRequest } from './booking.ts';
import { capText } from './cap-text.ts';
import { HOLD_PREFIX, writeHoldMark, type HoldMark } from './hold-mark.ts';
import { listInvitees, toWrittenAttendees } from './written-attendees.ts';

/** `POST`: the room alone, the subject marked, the people only in our mark. `transactionId` is a UUID for each room tried. */
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
    location: toLocation(room),
    attendees: toWrittenAttendees({ room }),
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
    location: toLocation(room),
    attendees: toWrittenAttendees({ room, people: listInvitees(request, room) }),
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
  return {
    ...(mark.existing
      ? { location: toSharedLocation(event, room) }
      : { subject: toFinalSubject(mark, event), showAs: 'busy' as const }),
    attendees: toWrittenAttendees({ room, event, people: mark.people }),
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
  };
  return { attendees: toWrittenAttendees({ room, event: existing }), ...toMarkProperty(mark) };
}

/** `PATCH` after that room accepted: only now the place says so, and the mark is emptied. */
export function toRoomConfirmedPatch(existing: CalendarEvent, room: Room): EventPatch {
  return { location: toSharedLocation(existing, room), ...toMarkProperty(undefined) };
}

/** `PATCH` after that room declined: the meeting as it was before the room was asked. */
export function toRoomRemovedPatch(existing: CalendarEvent, room: Room, mark: HoldMark): EventPatch {
  const attendees = existing.attendees.filter(({ address }) => !isSame(address, room.address));
  const isPlace = existing.locations.some(
    ({ name, address }) => isSame(address ?? '', room.address) || name.split('; ').includes(room.name),
  );
  const { name, address } = mark.previousLocation ?? { name: '' };
  return {
    attendees: toWrittenAttendees({ event: { ...existing, attendees } }),
    ...(isPlace ? { location: toLocation({ name, address: address ?? '' }) } : {}),
    ...toMarkProperty(undefined),
  };
}

const ONLINE = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } as const;

function toTimes({ start, end, graphZone }: BookingRequest): Pick<EventCreate, 'start' | 'end'> {
  return { start: toGraphDateTime(start, graphZone), end: toGraphDateTime(end, graphZone) };
}

function toLocation({ name, address }: { readonly name: string; readonly address: string }): EventCreate['location'] {
  const displayName = capText(name === '' ? address : name, MAX_NAME);
  return address === '' || address.length > MAX_ADDRESS
    ? { displayName }
    : { displayName, locationEmailAddress: address };
}

/** The room, and beside it the other rooms that the meeting still has (setting `location` replaces all of them). */
function toSharedLocation(event: CalendarEvent, room: Room): EventCreate['location'] {
  const others = event.attendees.filter(
    ({ kind, answer, address }) => kind === 'resource' && answer !== 'declined' && !isSame(address, room.address),
  );
  const kept = event.locations.filter(({ address, name }) =>
    others.some((other) => isSame(other.address, address ?? '') || other.name === name),
  );
  const { name, address } = room;
  return toLocation({ name: [name === '' ? address : name, ...kept.map((each) => each.name)].join('; '), address });
}

function toPreviousLocation({ locations }: CalendarEvent): EventLocation | undefined {
  const name = capText(locations.map((each) => each.name).join('; '), MAX_NAME);
  if (name === '') return undefined;
  const address = locations[0]?.address ?? '';
  return address === '' || address.length > MAX_ADDRESS ? { name } : { name, address };
}

function toHoldSubject(subject: string): string {
  return capText(`${HOLD_PREFIX}${subject}`, MAX_SUBJECT);
}

function toFinalSubject(mark: HoldMark, { subject }: CalendarEvent): string {
  const isOurs = subject.trim() === toHoldSubject(mark.subject).trim();
  const edited = subject.startsWith(HOLD_PREFIX.trim()) ? subject.slice(HOLD_PREFIX.trim().length).trim() : subject;
  return capText(isOurs ? mark.subject : edited, MAX_SUBJECT);
}

function toMark(request: BookingRequest, room: Room, now: Temporal.Instant): HoldMark {
  return {
    subject: capText(request.subject, MAX_SUBJECT),
    people: listInvitees(request, room),
    online: request.online,
    room: { address: room.address, name: capText(room.name, MAX_NAME) },
    startedAt: now.toString({ smallestUnit: 'second' }),
    existing: false,
  };
}

function toMarkProperty(mark: HoldMark | undefined): Pick<EventPatch, 'singleValueExtendedProperties'> {
  const value = mark === undefined ? '' : writeHoldMark(mark);
  return { singleValueExtendedProperties: [{ id: HOLD_MARK_ID, value }] };
}

function isSame(a: string, b: string): boolean {
  return a !== '' && a.toLowerCase() === b.toLowerCase();
}
