/** Decides what is wrong with an event on its shift day. */
import { AGENDA_FLAGS, type AgendaFlag } from './agenda-day.ts';
import type { CalendarEvent, EventLocation } from './calendar-event.ts';
import type { OnSite } from './find-on-site.ts';
import type { Neighbours } from './find-neighbours.ts';
import { listPeople } from './group-attendees.ts';
import { isInside, isTouching, type ShiftGround, type Span } from './shift-ground.ts';

interface Standing {
  /** The time of the event, or the whole first day of an all-day one. */
  readonly span: Span;
  /** Whether any source knows the shift day, be it as a day off. */
  readonly isDayKnown: boolean;
  readonly ground: ShiftGround;
  readonly neighbours?: Neighbours | undefined;
  /** The building of a room by its address, where the organisation's rooms were read. */
  readonly buildingOf?: ((address: string) => string | undefined) | undefined;
  /** Whether others of a meeting will be on site, where that can be known. */
  readonly onSiteOf?: ((event: CalendarEvent) => OnSite | undefined) | undefined;
}

/** Names under which calendars show a meeting that has no place. */
const ONLINE_PLACE = /:\/\/|microsoft teams|teams meeting|\b(?:skype|zoom|webex|google meet|gotomeeting|online)\b/iu;

/** From remote to the office within a day takes so long, doors and all. */
export const TRAVEL_MS = 60 * 60_000;
/** From one building to another on foot. */
const WALK_MS = 15 * 60_000;

/** Worst first. Nothing is wrong with an event that is cancelled or that the owner has declined. */
export function listFlags(event: CalendarEvent, standing: Standing): readonly AgendaFlag[] {
  if (event.isCancelled || event.myAnswer === 'declined') return [];
  return AGENDA_FLAGS.filter((flag) => CHECKS[flag](event, standing));
}

const CHECKS: Readonly<Record<AgendaFlag, (event: CalendarEvent, standing: Standing) => boolean>> = {
  roomDeclined: hasDeclinedRoom,
  inPersonOnRemoteDay: isInPersonOnRemoteDay,
  outsideShift: isOutsideShift,
  doubleBooked: (_event, { neighbours }) => neighbours?.collides !== undefined,
  travel: isTooSoonAfterRemote,
  otherBuilding: isTooFarFromBefore,
  noRoom: hasNoRoom,
  unanswered: (event) => !event.isOrganizer && event.myAnswer === 'none',
};

function hasDeclinedRoom(event: CalendarEvent): boolean {
  return event.attendees.some(({ kind, answer }) => kind === 'resource' && answer === 'declined');
}

/** An appointment of my own to which neither people nor rooms were asked: a dentist or a dinner is no conflict with a shift. */
const isMineAlone = ({ isOrganizer, attendees }: CalendarEvent): boolean => isOrganizer && attendees.length === 0;

/** It has a place but no way to join from afar, and the shift it overlaps is remote. Free or out-of-office time is no meeting. */
function isInPersonOnRemoteDay(event: CalendarEvent, { span, ground }: Standing): boolean {
  if (event.showAs === 'free' || event.showAs === 'oof' || isMineAlone(event)) return false;
  return isInPerson(event) && isTouching(ground.remote, span);
}

/**
 * A timed event of which any part lies outside the work known; one that ends as the shift starts is outside, one that
 * ends as the shift ends is inside. Never on a day of which nothing is known; always on a day off. Time shown as free
 * asks nobody to be there, and what I planned for myself asks nobody else.
 */
function isOutsideShift(event: CalendarEvent, { span, isDayKnown, ground }: Standing): boolean {
  if (event.time.kind !== 'timed' || event.showAs === 'free' || isMineAlone(event)) return false;
  return isDayKnown && !isInside(ground.work, span);
}

/**
 * A meeting of several, mine, in an office shift of mine, with no place: people are on site and have nowhere to go. A
 * link to join is no room for somebody who surely sits in the house too; where that is not known, the link is enough.
 */
function hasNoRoom(event: CalendarEvent, { span, ground, onSiteOf }: Standing): boolean {
  if (event.time.kind !== 'timed' || !event.isOrganizer || event.showAs === 'free' || event.showAs === 'oof')
    return false;
  if (hasPlace(event) || listPeople(event).length === 0 || !isTouching(ground.office, span)) return false;
  const onSite = onSiteOf?.(event);
  return onSite === undefined ? !hasWayToJoin(event) : onSite === 'some';
}

/** It needs me in person in an office shift, and my remote work ends less than the way before it begins. */
function isTooSoonAfterRemote(event: CalendarEvent, { span, ground }: Standing): boolean {
  if (event.time.kind !== 'timed' || event.showAs === 'free' || event.showAs === 'oof' || isMineAlone(event))
    return false;
  if (!isInPerson(event) || !isTouching(ground.office, span)) return false;
  return ground.remote.some(({ end }) => end <= span.start && span.start - end < TRAVEL_MS);
}

/** Less than the walk between two buildings is between them. */
export const isCloseAfter = ({ time }: CalendarEvent, before: CalendarEvent): boolean =>
  time.kind === 'timed' &&
  before.time.kind === 'timed' &&
  time.start.epochMilliseconds - before.time.end.epochMilliseconds < WALK_MS;

/** The meeting before it ends in a room of another building, with less than the walk between them. */
function isTooFarFromBefore(event: CalendarEvent, { neighbours, buildingOf }: Standing): boolean {
  const before = neighbours?.before;
  if (before === undefined || buildingOf === undefined || !isCloseAfter(event, before)) return false;
  const [from, to] = [findBuilding(before, buildingOf), findBuilding(event, buildingOf)];
  return from !== undefined && to !== undefined && from.toLowerCase() !== to.toLowerCase();
}

/** Of the first room that has not declined. */
export function findBuilding(
  { attendees }: CalendarEvent,
  buildingOf: (address: string) => string | undefined,
): string | undefined {
  const room = attendees.find(({ kind, answer }) => kind === 'resource' && answer !== 'declined');
  const building = room && buildingOf(room.address);
  return building === '' ? undefined : building;
}

export function hasPlace(event: CalendarEvent): boolean {
  return event.attendees.some(({ kind }) => kind === 'resource') || event.locations.some(isPlace);
}

function isPlace({ name, address }: EventLocation): boolean {
  return (address ?? '') !== '' || (name.trim() !== '' && !ONLINE_PLACE.test(name));
}

/** It has a place, and nobody can join from afar. */
export const isInPerson = (event: CalendarEvent): boolean => hasPlace(event) && !hasWayToJoin(event);

/** A meeting of another product stands as its address in the location. */
function hasWayToJoin(event: CalendarEvent): boolean {
  return (event.joinUrl ?? '') !== '' || event.locations.some(({ name }) => name.includes('://'));
}
