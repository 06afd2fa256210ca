/** Turns planned meetings into events: the organizer's own and the copies of those invited. */
import type { Exchange } from '../mailbox/exchange.ts';
import type { Answer, EventAttendee, EventLocation, Mailbox, MailboxEvent } from '../mailbox/mailbox.ts';
import { defaultCalendar } from '../mailbox/mailbox.ts';
import { putEvent } from '../mailbox/mailbox-store.ts';
import { NOT_ANSWERED, putCopy } from '../mailbox/meeting-copies.ts';
import type { MeetingPlan } from './plan-meetings.ts';

/** Shared by all, for there may be half a million of them. */
const NEVER: Answer = { response: 'none' };
const ORGANIZER: Answer = { response: 'organizer' };
const NO_BODY = { contentType: 'html', content: '' } as const;
const NO_OVERRIDES = new Map<string, never>();
const NO_CATEGORIES: readonly string[] = [];
const NO_PROPERTIES = {};

function toAttendees(plan: MeetingPlan, answeredMs: number): EventAttendee[] {
  return plan.invited.map(({ mailbox, response }) => ({
    type: mailbox.kind === 'room' ? 'resource' : 'required',
    name: mailbox.displayName,
    address: mailbox.address,
    status: response === 'none' ? NEVER : { response, atMs: answeredMs },
  }));
}

function toLocations(plan: MeetingPlan): EventLocation[] {
  const room = plan.invited.find(({ mailbox }) => mailbox.kind === 'room')?.mailbox;
  if (room === undefined) return [];
  const { displayName, address } = room;
  return [
    {
      displayName,
      locationType: 'conferenceRoom',
      uniqueIdType: 'directory',
      locationUri: address,
      uniqueId: address,
    },
  ];
}

const toJoinUrl = (meetingId: string): string =>
  `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${meetingId}%40thread.v2/0`;

/** One flat literal, for spreading so many properties takes longer than all else together and holds three times the memory. */
export function toPlannedEvent(exchange: Exchange, plan: MeetingPlan, zoneName: string): MailboxEvent {
  const { organizer, startMs, endMs, key } = plan;
  const createdMs = Math.min(startMs, exchange.clock.now()) - 10 * 86_400_000;
  const meetingId = exchange.ids.guid('meeting', key);
  return {
    id: exchange.ids.itemId('event', key),
    calendarId: defaultCalendar(organizer).id,
    meetingId,
    version: 1,
    createdMs,
    modifiedMs: createdMs,
    transactionId: null,
    isOrganizer: true,
    subject: plan.subject,
    body: NO_BODY,
    time: { startMs, endMs },
    startZone: zoneName,
    endZone: zoneName,
    attendees: toAttendees(plan, createdMs + 3_600_000),
    recurrence: null,
    overrides: NO_OVERRIDES,
    organizer: { name: organizer.displayName, address: organizer.address },
    locations: toLocations(plan),
    joinUrl: plan.isOnline ? toJoinUrl(meetingId) : null,
    isOnlineMeeting: plan.isOnline,
    sensitivity: plan.isPrivate ? 'private' : 'normal',
    importance: 'normal',
    allowNewTimeProposals: true,
    responseRequested: true,
    hideAttendees: false,
    showAs: 'busy',
    responseStatus: ORGANIZER,
    isCancelled: false,
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    categories: NO_CATEGORIES,
    extendedProperties: NO_PROPERTIES,
  };
}

/** Puts the meetings that one mailbox has a part in into its calendar, and into no other. */
export function plantPlans(
  exchange: Exchange,
  mailbox: Mailbox,
  plans: readonly MeetingPlan[],
  zoneName: string,
): void {
  for (const plan of plans) {
    if (plan.organizer === mailbox) putEvent(mailbox, toPlannedEvent(exchange, plan, zoneName));
    const at = plan.invited.findIndex((one) => one.mailbox === mailbox);
    const response = plan.invited[at]?.response;
    if (response === undefined || response === 'declined') continue;
    const event = toPlannedEvent(exchange, plan, zoneName);
    putCopy(
      exchange,
      mailbox,
      event,
      response === 'none' ? NOT_ANSWERED : (event.attendees[at]?.status ?? NOT_ANSWERED),
    );
  }
}
