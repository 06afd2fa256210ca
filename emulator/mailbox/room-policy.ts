/** How a room decides on an invitation: Exchange's calendar processing (Set-CalendarProcessing), with its defaults. */
import type { EventView } from './event-views.ts';
import { listAllInstances, listViews } from './event-views.ts';
import type { Mailbox, MailboxEvent } from './mailbox.ts';
import { findLastDate } from './recurrence-dates.ts';
import { minuteOfDay, requireZone, toLocalDate } from './zones.ts';

export interface RoomPolicy {
  /** False: nobody processes invitations, they stay tentative and unanswered. */
  readonly answers: boolean;
  /** First come, first served: cannot be booked at all. */
  readonly reserved: boolean;
  readonly bookingWindowInDays: number;
  readonly maximumDurationInMinutes: number;
  readonly allowConflicts: boolean;
  readonly allowRecurringMeetings: boolean;
  readonly enforceSchedulingHorizon: boolean;
  readonly conflictPercentageAllowed: number;
  readonly maximumConflictInstances: number;
  /** 0 where the directory has none. */
  readonly capacity: number;
  readonly enforceCapacity: boolean;
  readonly scheduleOnlyDuringWorkHours: boolean;
  /** Minutes after its start at which a meeting nobody checked into loses the room; 0: never. */
  readonly releaseAfterMinutes: number;
  readonly allBookInPolicy: boolean;
  /** Lower-case addresses. */
  readonly bookInPolicy: readonly string[];
  readonly allRequestInPolicy: boolean;
  readonly requestInPolicy: readonly string[];
}

export const DEFAULT_ROOM_POLICY: RoomPolicy = {
  answers: true,
  reserved: false,
  bookingWindowInDays: 180,
  maximumDurationInMinutes: 1440,
  allowConflicts: false,
  allowRecurringMeetings: true,
  enforceSchedulingHorizon: true,
  conflictPercentageAllowed: 0,
  maximumConflictInstances: 0,
  capacity: 0,
  enforceCapacity: false,
  scheduleOnlyDuringWorkHours: false,
  releaseAfterMinutes: 0,
  allBookInPolicy: true,
  bookInPolicy: [],
  allRequestInPolicy: false,
  requestInPolicy: [],
};

export interface RoomVerdict {
  readonly response: 'accepted' | 'declined' | 'tentativelyAccepted';
  /** What the room's message says. */
  readonly reason: string;
  /** Dates of an accepted series that the room refuses all the same. */
  readonly refusedDates: readonly string[];
}

const DAY_MS = 86_400_000;
const declined = (reason: string): RoomVerdict => ({ response: 'declined', reason, refusedDates: [] });

/** Entries that hold the room against this one: answered ones and the room's own, never itself and never what only asks. */
function isTaken(room: Mailbox, meetingId: string, view: EventView): boolean {
  const others = listViews(room, view.time).filter(({ event }) => event.meetingId !== meetingId);
  return others.some(({ event }) => {
    const answered = event.isOrganizer || !['none', 'notResponded'].includes(event.responseStatus.response);
    return answered && !event.isCancelled && event.showAs !== 'free';
  });
}

function isOutsideWorkHours(room: Mailbox, view: EventView): boolean {
  const zone = requireZone(room.settings.timeZone);
  const toMinutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const date = toLocalDate(view.time.startMs, zone);
  const day = new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' });
  const start = minuteOfDay(view.time.startMs, zone);
  const end = start + (view.time.endMs - view.time.startMs) / 60_000;
  const { workingDays, workingStart, workingEnd } = room.settings;
  return !workingDays.includes(day.toLowerCase()) || start < toMinutes(workingStart) || end > toMinutes(workingEnd);
}

/** The organizer comes too, and may stand among the attendees. */
function countHeads({ attendees, organizer }: MailboxEvent): number {
  const people = attendees.filter(({ type }) => type !== 'resource').map(({ address }) => address.toLowerCase());
  return new Set([...people, organizer.address.toLowerCase()]).size;
}

/** Rules that a request breaks whatever else is in the calendar. */
function findBrokenRule(room: Mailbox, policy: RoomPolicy, event: MailboxEvent, nowMs: number): string | undefined {
  const { startMs, endMs } = event.time;
  const lastDate = event.recurrence === null ? undefined : findLastDate(event.recurrence);
  const lastMs = lastDate === undefined ? endMs : Date.parse(`${lastDate}T00:00:00Z`);
  const isEndless = event.recurrence !== null && lastDate === undefined;
  const horizonMs = nowMs + policy.bookingWindowInDays * DAY_MS;
  const heads = countHeads(event);
  if (policy.reserved) return 'This resource cannot be reserved.';
  if (event.recurrence !== null && !policy.allowRecurringMeetings) return 'Recurring meetings are not allowed here.';
  if (endMs - startMs > policy.maximumDurationInMinutes * 60_000)
    return `The meeting is longer than the limit of ${policy.maximumDurationInMinutes} minutes.`;
  if (startMs > horizonMs) return `The meeting starts more than ${policy.bookingWindowInDays} days ahead.`;
  if (policy.enforceSchedulingHorizon && event.recurrence !== null && (isEndless || lastMs > horizonMs))
    return `The series goes on more than ${policy.bookingWindowInDays} days ahead.`;
  if (policy.enforceCapacity && policy.capacity > 0 && heads > policy.capacity)
    return `The room holds ${policy.capacity} people.`;
  const views = event.recurrence === null ? [] : listAllInstances(room, event).slice(0, 1);
  const first = views[0] ?? { time: event.time };
  if (policy.scheduleOnlyDuringWorkHours && isOutsideWorkHours(room, first as EventView))
    return 'The meeting is outside working hours.';
  return undefined;
}

/** Each limit that is set holds; where none is set, a series may have no conflict at all. */
function isTooMany(policy: RoomPolicy, conflicts: number, dates: number): boolean {
  const { conflictPercentageAllowed: percentage, maximumConflictInstances: instances } = policy;
  if (percentage === 0 && instances === 0) return conflicts > 0;
  return (instances > 0 && conflicts > instances) || (percentage > 0 && (conflicts * 100) / dates > percentage);
}

function judgeConflicts(room: Mailbox, policy: RoomPolicy, event: MailboxEvent, nowMs: number): RoomVerdict {
  const accepted: RoomVerdict = { response: 'accepted', reason: 'Your request was accepted.', refusedDates: [] };
  if (policy.allowConflicts) return accepted;
  const taken = 'The resource is already booked at that time.';
  if (event.recurrence === null) {
    const isBusy = isTaken(room, event.meetingId, { time: event.time } as EventView);
    return isBusy ? declined(taken) : accepted;
  }
  const horizonMs = nowMs + policy.bookingWindowInDays * DAY_MS;
  const views = listAllInstances(room, event);
  const conflicts = views.filter((view) => isTaken(room, event.meetingId, view));
  // what lies beyond the horizon is cut off and counts for nothing
  const refused = views.filter((view) => view.time.startMs > horizonMs || conflicts.includes(view));
  if (isTooMany(policy, conflicts.length, views.length) || (refused.length > 0 && refused.length === views.length))
    return declined(taken);
  return { ...accepted, refusedDates: refused.flatMap((view) => view.originalDate ?? []) };
}

/** The room's answer to the invitation in its calendar; undefined where nobody processes it. */
export function judgeInvitation(room: Mailbox, event: MailboxEvent, nowMs: number): RoomVerdict | undefined {
  const policy = room.policy ?? DEFAULT_ROOM_POLICY;
  if (!policy.answers) return undefined;
  const organizer = event.organizer.address.toLowerCase();
  const mayBook = policy.allBookInPolicy || policy.bookInPolicy.includes(organizer);
  const mayAsk = policy.allRequestInPolicy || policy.requestInPolicy.includes(organizer);
  if (!mayBook && !mayAsk) return declined('You are not allowed to book this resource.');
  const broken = findBrokenRule(room, policy, event, nowMs);
  if (broken !== undefined) return declined(broken);
  const verdict = judgeConflicts(room, policy, event, nowMs);
  if (verdict.response === 'declined' || mayBook) return verdict;
  return { ...verdict, response: 'tentativelyAccepted', reason: 'Your request waits for approval.' };
}

/** Whether one moved date of an accepted series still fits. */
export function judgeDate(room: Mailbox, view: EventView): boolean {
  return (room.policy ?? DEFAULT_ROOM_POLICY).allowConflicts || !isTaken(room, view.event.meetingId, view);
}
