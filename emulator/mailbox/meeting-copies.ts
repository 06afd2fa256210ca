/** Makes and refreshes the copies of a meeting in the mailboxes of those invited, and takes them back. */
import type { Exchange } from './exchange.ts';
import type { Answer, EventAttendee, EventTime, Mailbox, MailboxEvent, Override, ShowAs } from './mailbox.ts';
import { isOnDate } from './date-invitations.ts';
import { defaultCalendar } from './mailbox.ts';
import { dropEvent, findByMeeting, putEvent } from './mailbox-store.ts';
import { requireZone, startOfDate } from './zones.ts';

const NO_BODY = { contentType: 'html', content: '' } as const;
const NOTHING = {};
const NO_CATEGORIES: readonly string[] = [];
export const NOT_ANSWERED: Answer = { response: 'notResponded' };

/** The same time in another mailbox: an all-day event is the same dates there. */
export function placeTime(time: EventTime, zoneName: string): EventTime {
  if (time.allDay === undefined) return time;
  const zone = requireZone(zoneName);
  return { ...time, startMs: startOfDate(time.allDay.start, zone), endMs: startOfDate(time.allDay.end, zone) };
}

const OWN = [
  'showAs',
  'responseStatus',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'categories',
  'extendedProperties',
];

/** Changed dates travel with what the organizer changed about the meeting, not with what is the organizer's alone; a date of others is none here. */
function copyOverrides(event: MailboxEvent, mailbox: Mailbox): ReadonlyMap<string, Override> {
  if (event.overrides.size === 0) return event.overrides;
  const asRoom = mailbox.kind === 'room';
  return new Map(
    [...event.overrides].map(([date, override]): [string, Override] => {
      if (override.kind === 'gone' || !isOnDate(event, mailbox, date)) return [date, { kind: 'gone' }];
      const change = Object.fromEntries(
        Object.entries(override.change).filter(([key]) => !OWN.includes(key) && !(asRoom && key === 'subject')),
      );
      return [date, { ...override, change }];
    }),
  );
}

export function showAsFor(answer: Answer, wanted: ShowAs): ShowAs {
  if (answer.response === 'accepted' || answer.response === 'organizer')
    return wanted === 'tentative' ? 'busy' : wanted;
  return wanted === 'free' ? 'free' : 'tentative';
}

const attendeesFor = (mailbox: Mailbox, { hideAttendees, attendees }: MailboxEvent): readonly EventAttendee[] =>
  hideAttendees
    ? attendees.filter(({ address }) => address.toLowerCase() === mailbox.address.toLowerCase())
    : attendees;

/** Writes the meeting into an invited mailbox, keeping what is its owner's: answer, categories, reminder. */
export function putCopy(exchange: Exchange, mailbox: Mailbox, meeting: MailboxEvent, answer: Answer): MailboxEvent {
  const before = findByMeeting(mailbox, meeting.meetingId);
  const isRoom = mailbox.kind === 'room';
  const nowMs = exchange.clock.now();
  return putEvent(mailbox, {
    id: before?.id ?? exchange.ids.itemId('copy', `${meeting.meetingId}:${mailbox.address}`),
    calendarId: before?.calendarId ?? defaultCalendar(mailbox).id,
    meetingId: meeting.meetingId,
    version: (before?.version ?? 0) + 1,
    createdMs: before?.createdMs ?? nowMs,
    modifiedMs: nowMs,
    transactionId: null,
    isOrganizer: false,
    subject: isRoom ? meeting.organizer.name : meeting.subject,
    body: isRoom ? NO_BODY : meeting.body,
    time: placeTime(meeting.time, mailbox.settings.timeZone),
    startZone: meeting.startZone,
    endZone: meeting.endZone,
    attendees: attendeesFor(mailbox, meeting),
    recurrence: meeting.recurrence,
    overrides: copyOverrides(meeting, mailbox),
    organizer: meeting.organizer,
    locations: meeting.locations,
    joinUrl: meeting.joinUrl,
    isOnlineMeeting: meeting.isOnlineMeeting,
    sensitivity: isRoom ? 'normal' : meeting.sensitivity,
    importance: meeting.importance,
    allowNewTimeProposals: meeting.allowNewTimeProposals,
    responseRequested: meeting.responseRequested,
    hideAttendees: meeting.hideAttendees,
    showAs: showAsFor(answer, meeting.showAs),
    responseStatus: answer,
    isCancelled: false,
    isReminderOn: before?.isReminderOn ?? !isRoom,
    reminderMinutesBeforeStart: before?.reminderMinutesBeforeStart ?? 15,
    categories: before?.categories ?? NO_CATEGORIES,
    extendedProperties: before?.extendedProperties ?? NOTHING,
  });
}

/** A cancelled meeting stays with people, marked so; a room's calendar lets go of it at once. */
export function withdrawCopy(exchange: Exchange, mailbox: Mailbox, meetingId: string): void {
  const copy = findByMeeting(mailbox, meetingId);
  if (copy === undefined || copy.isOrganizer) return;
  mailbox.pending.get(meetingId)?.();
  mailbox.pending.delete(meetingId);
  if (mailbox.kind === 'room') {
    dropEvent(mailbox, copy);
    return;
  }
  putEvent(mailbox, {
    ...copy,
    isCancelled: true,
    showAs: 'free',
    subject: copy.isCancelled ? copy.subject : `Canceled: ${copy.subject}`,
    version: copy.version + 1,
    modifiedMs: exchange.clock.now(),
  });
}
