/** Decides what is wrong with an event on its shift day. */
import type { AgendaFlag } from './agenda-day.ts';
import type { CalendarEvent, EventLocation } from './calendar-event.ts';
import { isInside, isTouching, type ShiftGround, type Span } from './shift-ground.ts';

interface Standing {
  /** The time of the event, or the whole first day of an all-day one. */
  readonly span: Span;
  /** Whether any source knows the shift day, be it as a day off. */
  readonly isDayKnown: boolean;
  readonly ground: ShiftGround;
}

/** Names under which calendars show a meeting that has no place. */
const ONLINE_PLACE = /:\/\/|microsoft teams|teams meeting|\b(?:skype|zoom|webex|google meet|gotomeeting|online)\b/iu;

/** Worst first. Nothing is wrong with an event that is cancelled or that the owner has declined. */
export function listFlags(event: CalendarEvent, standing: Standing): readonly AgendaFlag[] {
  if (event.isCancelled || event.myAnswer === 'declined') return [];
  const flags: AgendaFlag[] = [];
  if (hasDeclinedRoom(event)) flags.push('roomDeclined');
  if (isInPersonOnRemoteDay(event, standing)) flags.push('inPersonOnRemoteDay');
  if (isOutsideShift(event, standing)) flags.push('outsideShift');
  return flags;
}

function hasDeclinedRoom(event: CalendarEvent): boolean {
  return event.attendees.some(({ kind, answer }) => kind === 'resource' && answer === 'declined');
}

/** It has a place but no way to join from afar, and the shift it overlaps is remote. Free or out-of-office time is no meeting. */
function isInPersonOnRemoteDay(event: CalendarEvent, { span, ground }: Standing): boolean {
  if (event.showAs === 'free' || event.showAs === 'oof') return false;
  return hasPlace(event) && !hasWayToJoin(event) && isTouching(ground.remote, span);
}

/**
 * A timed event of which any part lies outside the work known; one that ends as the shift starts is outside, one that
 * ends as the shift ends is inside. Never on a day of which nothing is known; always on a day off. Time shown as free
 * asks nobody to be there.
 */
function isOutsideShift(event: CalendarEvent, { span, isDayKnown, ground }: Standing): boolean {
  if (event.time.kind !== 'timed' || event.showAs === 'free') return false;
  return isDayKnown && !isInside(ground.work, span);
}

function hasPlace(event: CalendarEvent): boolean {
  return event.attendees.some(({ kind }) => kind === 'resource') || event.locations.some(isPlace);
}

function isPlace({ name, address }: EventLocation): boolean {
  return (address ?? '') !== '' || (name.trim() !== '' && !ONLINE_PLACE.test(name));
}

/** A meeting of another product stands as its address in the location. */
function hasWayToJoin(event: CalendarEvent): boolean {
  return (event.joinUrl ?? '') !== '' || event.locations.some(({ name }) => name.includes('://'));
}
