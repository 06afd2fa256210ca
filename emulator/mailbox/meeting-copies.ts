/** Makes and refreshes the copies of a meeting in the mailboxes of those invited, and takes them back. */
import type { Exchange } from './exchange.ts';
import type { Answer, EventContent, EventTime, Mailbox, MailboxEvent, Override, ShowAs } from './mailbox.ts';
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

function contentOf(event: MailboxEvent): EventContent {
  const { subject, body, time, startZone, endZone, organizer, attendees, locations, joinUrl, isOnlineMeeting } = event;
  const { sensitivity, importance, allowNewTimeProposals, responseRequested, hideAttendees, recurrence } = event;
  return {
    ...{ subject, body, time, startZone, endZone, organizer, attendees, locations, joinUrl, isOnlineMeeting },
    ...{ sensitivity, importance, allowNewTimeProposals, responseRequested, hideAttendees, recurrence },
  };
}

const OWN = [
  'showAs',
  'responseStatus',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'categories',
  'extendedProperties',
];

/** Changed dates travel with what the organizer changed about the meeting, not with what is the organizer's alone. */
function copyOverrides(event: MailboxEvent, asRoom: boolean): ReadonlyMap<string, Override> {
  if (event.overrides.size === 0) return event.overrides;
  return new Map(
    [...event.overrides].map(([date, override]): [string, Override] => {
      if (override.kind === 'gone') return [date, override];
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

/** Writes the meeting into an invited mailbox, keeping what is its owner's: answer, categories, reminder. */
export function putCopy(exchange: Exchange, mailbox: Mailbox, meeting: MailboxEvent, answer: Answer): MailboxEvent {
  const before = findByMeeting(mailbox, meeting.meetingId);
  const isRoom = mailbox.kind === 'room';
  const nowMs = exchange.clock.now();
  const content = contentOf(meeting);
  return putEvent(mailbox, {
    ...content,
    ...(isRoom ? { subject: meeting.organizer.name, sensitivity: 'normal', body: NO_BODY } : undefined),
    time: placeTime(meeting.time, mailbox.settings.timeZone),
    attendees: meeting.hideAttendees
      ? meeting.attendees.filter(({ address }) => address.toLowerCase() === mailbox.address.toLowerCase())
      : meeting.attendees,
    id: before?.id ?? exchange.ids.itemId('copy', `${meeting.meetingId}:${mailbox.address}`),
    calendarId: before?.calendarId ?? defaultCalendar(mailbox).id,
    meetingId: meeting.meetingId,
    version: (before?.version ?? 0) + 1,
    createdMs: before?.createdMs ?? nowMs,
    modifiedMs: nowMs,
    transactionId: null,
    isOrganizer: false,
    isCancelled: false,
    responseStatus: answer,
    showAs: showAsFor(answer, meeting.showAs),
    isReminderOn: before?.isReminderOn ?? !isRoom,
    reminderMinutesBeforeStart: before?.reminderMinutesBeforeStart ?? 15,
    categories: before?.categories ?? NO_CATEGORIES,
    extendedProperties: before?.extendedProperties ?? NOTHING,
    overrides: copyOverrides(meeting, isRoom),
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

/** Mailboxes of those invited, in the organizer's tenant; the organizer's own entry is none. */
export function listInvited(exchange: Exchange, organizer: Mailbox, event: MailboxEvent): Mailbox[] {
  const found = event.attendees.map(({ address }) => exchange.mailboxes.find(address));
  return [...new Set(found)].filter(
    (mailbox): mailbox is Mailbox =>
      mailbox !== undefined && mailbox !== organizer && mailbox.tenantId === organizer.tenantId,
  );
}
