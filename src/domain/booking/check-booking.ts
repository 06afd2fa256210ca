/** Decides whether a booking may be sent at all; the relay holds new events to the same times. */
import type { CalendarEvent } from '../agenda/calendar-event.ts';
import { MAX_ATTENDEES } from '../contract/event-write.ts';
import type { Interval } from '../time/intervals.ts';
import type { Invitee } from './booking.ts';
import { fitsHoldMark } from './write-hold-mark.ts';
import { isWritable, uniqueByAddress } from './written-attendees.ts';

export type BookingProblem =
  | 'endNotAfterStart'
  /** Longer than 24 hours. */
  | 'tooLong'
  | 'past'
  /** Five years ahead or more. */
  | 'tooFarAhead'
  /** People were named and none of them can be invited, or the room has no address. */
  | 'noAttendee'
  /** More than 500 with the room, or more than the mark in the event could keep. */
  | 'tooManyPeople'
  /** Somebody to invite, or on the meeting already, has an address that we can't write; the list would lose them. */
  | 'badAddress';

export type BookingCheck = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly BookingProblem[] };

interface BookingToCheck extends Interval {
  readonly people: readonly Invitee[];
  readonly subject: string;
  /** The meeting that gets the room. */
  readonly existing?: CalendarEvent;
  /** It goes to another time: one that has begun may end later or earlier, but not begin anew in the past. */
  readonly moves?: boolean;
  /** Where it is known already. */
  readonly room?: { readonly address: string };
  /** The second room. */
  readonly twin?: { readonly room: { readonly address: string } };
}

const MAX_MS = 24 * 3_600_000;
/** A meeting picked for "now" must not turn into the past while it is filled in and sent. */
const GRACE_MS = 5 * 60_000;
/** Under five years however they are counted, and within the 1825 days that a calendar view can show (Graph). */
const MAX_AHEAD_MS = 1_824 * 86_400_000;

/** A booking is refused for each of its problems at once. A meeting that runs already may still get a room. */
export function checkBooking(booking: BookingToCheck, now: Temporal.Instant): BookingCheck {
  const { existing, people } = booking;
  const isStartKept = booking.moves !== true || isSameStart(booking, existing);
  const isRunning = existing !== undefined && isStartKept && booking.end.epochMilliseconds > now.epochMilliseconds;
  const times = listTimeProblems(booking, now).filter((problem) => !(isRunning && problem === 'past'));
  return toCheck([...times, ...listPeopleProblems(people, existing, listRooms(booking))]);
}

const listRooms = ({ room, twin }: BookingToCheck): readonly { readonly address: string }[] =>
  [room, twin?.room].flatMap((one) => one ?? []);

function isSameStart({ start }: BookingToCheck, existing: CalendarEvent | undefined): boolean {
  return existing?.time.kind === 'timed' && existing.time.start.equals(start);
}

/** The rules of time alone. A start up to five minutes ago counts as now. */
export function checkEventTimes(times: Interval, now: Temporal.Instant): BookingCheck {
  return toCheck(listTimeProblems(times, now));
}

function toCheck(reasons: readonly BookingProblem[]): BookingCheck {
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}

function listTimeProblems(times: Interval, now: Temporal.Instant): readonly BookingProblem[] {
  const start = times.start.epochMilliseconds;
  const end = times.end.epochMilliseconds;
  const nowMs = now.epochMilliseconds;
  const problems: BookingProblem[] = [];
  if (end <= start) problems.push('endNotAfterStart');
  if (end - start > MAX_MS) problems.push('tooLong');
  if (start < nowMs - GRACE_MS) problems.push('past');
  if (Math.max(start, end) > nowMs + MAX_AHEAD_MS) problems.push('tooFarAhead');
  return problems;
}

function listPeopleProblems(
  people: readonly Invitee[],
  existing: CalendarEvent | undefined,
  rooms: readonly { readonly address: string }[],
): readonly BookingProblem[] {
  const all = uniqueByAddress([...(existing?.attendees ?? []), ...people], [existing?.organizer?.address]);
  const own = rooms.map(({ address }) => address.toLowerCase());
  const others = all.filter(({ address }) => !own.includes(address.toLowerCase()));
  const hasNobody = people.length > 0 && !people.some(({ address }) => isWritable(address));
  const problems: BookingProblem[] = [];
  if (hasNobody || rooms.some(({ address }) => !isWritable(address))) problems.push('noAttendee');
  if (others.length + Math.max(1, rooms.length) > MAX_ATTENDEES || !fitsHoldMark(people))
    problems.push('tooManyPeople');
  if (others.some(({ address }) => !isWritable(address))) problems.push('badAddress');
  return problems;
}
