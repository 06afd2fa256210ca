/** What a person has typed about a meeting, and the booking that it makes; nothing typed is lost by being wrong. */
import type { PlannedMeeting } from '../planning/planned-meeting.ts';
import type { AgendaContext } from '../screens.ts';
import { groupAttendees } from '../../domain/agenda/group-attendees.ts';
import { countHeads } from '../../domain/agenda/headcount.ts';
import type { Attendee, CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { BookingRequest, Invitee, Twin } from '../../domain/booking/booking.ts';
import { type BookingProblem, checkBooking } from '../../domain/booking/check-booking.ts';
import type { RoomFilterValues } from '../../ui/rooms/room-filters.tsx';
import type { RepeatValues } from '../../ui/series/repeat-fields.tsx';
import {
  type MeetingTimes,
  type TypedTimes,
  findMeetingTimes,
  nextHalfHour,
  toEventTimes,
  toTypedTimes,
} from './meeting-times.ts';
import { createRepeatDraft } from './repeat-draft.ts';

const FIRST_LENGTH_MINUTES = 30;
const MAX_HEADS = 1000;
/** With the mark of a hold before it, the subject still fits what may be written. */
export const MAX_SUBJECT = 240;

/** Two buildings, and how many sit in each; undefined: as suggested. */
export interface TwinDraft {
  readonly buildings: readonly [string | undefined, string | undefined];
  readonly heads: readonly [string | undefined, string | undefined];
}

export interface MeetingDraft {
  readonly typed: TypedTimes;
  /** The exact times of an existing meeting, which stay. */
  readonly fixedTimes?: MeetingTimes;
  readonly people: readonly Invitee[];
  readonly typedPeople: string;
  readonly rejectedPeople: readonly string[];
  /** Typed; undefined: as many as are invited, and me. */
  readonly heads?: string;
  /** Absent: one room. */
  readonly twin?: TwinDraft | undefined;
  readonly subject: string;
  readonly online: boolean;
  readonly inviteAtOnce: boolean;
  readonly filters: RoomFilterValues;
  readonly repeat: RepeatValues;
}

export type DraftProblem = BookingProblem | 'incomplete' | 'subjectTooLong' | 'heads';

/** Without a right time no room can be asked whether it is free. */
export const TIME_PROBLEMS: readonly DraftProblem[] = [
  'incomplete',
  'endNotAfterStart',
  'tooLong',
  'past',
  'tooFarAhead',
];

export interface DraftStart {
  readonly context: AgendaContext;
  readonly now: Temporal.Instant;
  readonly existing?: CalendarEvent | undefined;
  readonly initialStart?: Temporal.Instant | undefined;
  readonly initialPeople?: readonly Invitee[] | undefined;
  readonly initialSubject?: string | undefined;
  /** Chosen by a plan. */
  readonly planned?: PlannedMeeting | undefined;
  readonly inviteAtOnce: boolean;
}

const toInvitee = ({ name, address, kind }: Attendee): Invitee => ({
  name,
  address,
  kind: kind === 'optional' ? 'optional' : 'required',
});

/** Everybody but those who declined. */
export function listComing(event: CalendarEvent): readonly Invitee[] {
  const { accepted, tentative, none } = groupAttendees(event);
  return [...accepted, ...tentative, ...none].map(toInvitee);
}

const listInvitees = (event: CalendarEvent): readonly Invitee[] => [
  ...listComing(event),
  ...groupAttendees(event).declined.map(toInvitee),
];
/** A planned series is on the same weekday of each week. */
const toRepeatDraft = (repeat: RepeatValues, weeks: number): RepeatValues =>
  weeks === 1 ? repeat : { ...repeat, every: 'week', interval: '1', endKind: 'times', times: String(weeks) };

export function createDraft({
  context,
  now,
  existing,
  initialStart,
  initialPeople,
  initialSubject = '',
  planned,
  inviteAtOnce,
}: DraftStart): MeetingDraft {
  const { zone } = context.mailbox;
  const first = planned?.start ?? initialStart ?? nextHalfHour(now);
  const times =
    existing === undefined
      ? { start: first, end: planned?.end ?? first.add({ minutes: FIRST_LENGTH_MINUTES }) }
      : toEventTimes(existing.time, zone);
  return {
    typed: toTypedTimes(times, zone),
    ...(existing === undefined ? {} : { fixedTimes: times, heads: String(countHeads(existing)) }),
    ...(planned === undefined ? {} : { heads: String(planned.heads) }),
    people: existing === undefined ? (planned?.people ?? initialPeople ?? []) : listInvitees(existing),
    typedPeople: '',
    rejectedPeople: [],
    subject: existing?.subject ?? initialSubject.slice(0, MAX_SUBJECT),
    online: planned?.online ?? false,
    inviteAtOnce,
    filters: { building: '', text: '', needs: new Set() },
    repeat: toRepeatDraft(createRepeatDraft(times, zone), planned?.weeks ?? 1),
  };
}

export function findDraftTimes(draft: MeetingDraft, zone: string): MeetingTimes | undefined {
  return draft.fixedTimes ?? findMeetingTimes(draft.typed, zone);
}

/** As typed, or everybody invited and me. */
export function headsText(draft: MeetingDraft): string {
  return draft.heads ?? String(draft.people.length + 1);
}

export function parseHeads(typed: string): number | undefined {
  const text = typed.trim();
  const heads = Number(text);
  return /^\d+$/u.test(text) && heads >= 1 && heads <= MAX_HEADS ? heads : undefined;
}

export const findHeads = (draft: MeetingDraft): number | undefined => parseHeads(headsText(draft));

function hasWrongHeads(draft: MeetingDraft): boolean {
  if (draft.twin === undefined) return findHeads(draft) === undefined;
  return draft.twin.heads.some((typed) => typed !== undefined && parseHeads(typed) === undefined);
}

/** Everything that stands in the way of booking, as far as the fields tell. */
export function checkDraft(
  draft: MeetingDraft,
  known: { readonly zone: string; readonly now: Temporal.Instant; readonly existing?: CalendarEvent | undefined },
): readonly DraftProblem[] {
  const problems: DraftProblem[] = [];
  const times = findDraftTimes(draft, known.zone);
  if (times === undefined) problems.push('incomplete');
  else {
    const { subject } = draft;
    const { existing } = known;
    const people = existing === undefined ? draft.people : [];
    const checked = checkBooking(
      { ...times, people, subject, ...(existing === undefined ? {} : { existing }) },
      known.now,
    );
    if (!checked.ok) problems.push(...checked.reasons);
  }
  if (known.existing === undefined && draft.subject.length > MAX_SUBJECT) problems.push('subjectTooLong');
  if (hasWrongHeads(draft)) problems.push('heads');
  return problems;
}

export interface RequestParts {
  readonly times: MeetingTimes;
  readonly heads: number;
  readonly twin?: Twin | undefined;
  readonly graphZone: string;
  readonly organizerAddress?: string | undefined;
  readonly existing?: CalendarEvent | undefined;
  /** What a meeting is called that was given no subject. */
  readonly subjectDefault: string;
}

export function toBookingRequest(draft: MeetingDraft, parts: RequestParts): BookingRequest {
  const subject = draft.subject.trim();
  return {
    ...parts.times,
    subject: subject === '' && parts.existing === undefined ? parts.subjectDefault : subject,
    graphZone: parts.graphZone,
    // whoever is on an existing meeting stays on it; nobody is added here
    people: parts.existing === undefined ? draft.people : [],
    ...(parts.organizerAddress === undefined ? {} : { organizerAddress: parts.organizerAddress }),
    heads: parts.heads,
    ...(parts.twin === undefined ? {} : { twin: parts.twin }),
    online: parts.existing === undefined && draft.online,
    inviteAtOnce: parts.existing === undefined && draft.inviteAtOnce,
    ...(parts.existing === undefined ? {} : { existing: parts.existing }),
  };
}
