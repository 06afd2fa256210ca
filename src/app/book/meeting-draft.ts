/** What a person has typed about a meeting, and the booking that it makes; nothing typed is lost by being wrong. */
import type { AgendaContext } from '../screens.ts';
import { groupAttendees } from '../../domain/agenda/group-attendees.ts';
import { countHeads } from '../../domain/agenda/headcount.ts';
import type { CalendarEvent } from '../../domain/agenda/calendar-event.ts';
import type { BookingRequest, Invitee } from '../../domain/booking/booking.ts';
import { type BookingProblem, checkBooking } from '../../domain/booking/check-booking.ts';
import type { RoomFilterValues } from '../../ui/rooms/room-filters.tsx';
import {
  type MeetingTimes,
  type TypedTimes,
  findMeetingTimes,
  nextHalfHour,
  toEventTimes,
  toTypedTimes,
} from './meeting-times.ts';

const FIRST_LENGTH_MINUTES = 30;
const MAX_HEADS = 1000;
/** With the mark of a hold before it, the subject still fits what may be written. */
export const MAX_SUBJECT = 240;

export interface MeetingDraft {
  readonly typed: TypedTimes;
  /** The exact times of an existing meeting, which stay. */
  readonly fixedTimes?: MeetingTimes;
  readonly people: readonly Invitee[];
  readonly typedPeople: string;
  readonly rejectedPeople: readonly string[];
  /** Typed; undefined: as many as are invited, and me. */
  readonly heads?: string;
  readonly subject: string;
  readonly online: boolean;
  readonly inviteAtOnce: boolean;
  readonly filters: RoomFilterValues;
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
  readonly inviteAtOnce: boolean;
}

function listInvitees(event: CalendarEvent): readonly Invitee[] {
  const { accepted, tentative, declined, none } = groupAttendees(event);
  return [...accepted, ...tentative, ...none, ...declined].map(({ name, address, kind }) => ({
    name,
    address,
    kind: kind === 'optional' ? 'optional' : 'required',
  }));
}

export function createDraft({ context, now, existing, initialStart, inviteAtOnce }: DraftStart): MeetingDraft {
  const { zone } = context.mailbox;
  const first = initialStart ?? nextHalfHour(now);
  const times =
    existing === undefined
      ? { start: first, end: first.add({ minutes: FIRST_LENGTH_MINUTES }) }
      : toEventTimes(existing.time, zone);
  return {
    typed: toTypedTimes(times, zone),
    ...(existing === undefined ? {} : { fixedTimes: times, heads: String(countHeads(existing)) }),
    people: existing === undefined ? [] : listInvitees(existing),
    typedPeople: '',
    rejectedPeople: [],
    subject: existing?.subject ?? '',
    online: false,
    inviteAtOnce,
    filters: { building: '', text: '', needs: new Set() },
  };
}

export function findDraftTimes(draft: MeetingDraft, zone: string): MeetingTimes | undefined {
  return draft.fixedTimes ?? findMeetingTimes(draft.typed, zone);
}

/** As typed, or everybody invited and me. */
export function headsText(draft: MeetingDraft): string {
  return draft.heads ?? String(draft.people.length + 1);
}

export function findHeads(draft: MeetingDraft): number | undefined {
  const text = headsText(draft).trim();
  const heads = Number(text);
  return /^\d+$/u.test(text) && heads >= 1 && heads <= MAX_HEADS ? heads : undefined;
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
  if (findHeads(draft) === undefined) problems.push('heads');
  return problems;
}

export interface RequestParts {
  readonly times: MeetingTimes;
  readonly heads: number;
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
    online: parts.existing === undefined && draft.online,
    inviteAtOnce: parts.existing === undefined && draft.inviteAtOnce,
    ...(parts.existing === undefined ? {} : { existing: parts.existing }),
  };
}
