/** What a person does to events: makes, changes, removes, cancels them and answers invitations; Exchange does the rest. */
import { recordAnswer } from './answer-tally.ts';
import { isOnDate, listInvitations, listInvited } from './date-invitations.ts';
import type { EventView } from './event-views.ts';
import type { Exchange } from './exchange.ts';
import type { Answer, EventAttendee, EventContent, Mailbox, MailboxEvent, Override, OwnFields } from './mailbox.ts';
import { dropEvent, findByMeeting, putEvent } from './mailbox-store.ts';
import { NOT_ANSWERED, placeTime, putCopy, withdrawCopy } from './meeting-copies.ts';
import { inviteRoom, inviteRoomOnDate, refreshRoom } from './room-attendant.ts';

export type EventDraft = EventContent & OwnFields;
export type EventChange = Partial<EventDraft>;

function isSameTime(a: MailboxEvent, b: MailboxEvent): boolean {
  return (
    a.time.startMs === b.time.startMs &&
    a.time.endMs === b.time.endMs &&
    JSON.stringify(a.recurrence) === JSON.stringify(b.recurrence)
  );
}

function statusOf(event: MailboxEvent, mailbox: Mailbox): Answer {
  const addresses = [mailbox.address, ...mailbox.aliases].map((address) => address.toLowerCase());
  const entry = event.attendees.find(({ address }) => addresses.includes(address.toLowerCase()));
  return entry === undefined || entry.status.response === 'none' ? NOT_ANSWERED : entry.status;
}

interface Delivery {
  readonly event: MailboxEvent;
  readonly before?: MailboxEvent;
  /** The date of the series that changed, and whether to another time. */
  readonly date?: string;
  readonly isMoved?: boolean;
}

/** Sends the organizer's meeting to all invited, and takes it back from those no longer invited. */
function deliver(exchange: Exchange, organizer: Mailbox, { event, before, date, isMoved = false }: Delivery): void {
  const invitations = listInvitations(exchange, organizer, event);
  const earlier = before === undefined ? [] : listInvitations(exchange, organizer, before);
  for (const { mailbox, meeting } of invitations) {
    const known = earlier.find((one) => one.mailbox === mailbox && one.meeting.meetingId === meeting.meetingId);
    const copy = findByMeeting(mailbox, meeting.meetingId);
    const mustAsk = copy === undefined || known === undefined || !isSameTime(known.meeting, meeting);
    const isAskedOnDate =
      meeting === event && date !== undefined && copy !== undefined && isOnDate(event, mailbox, date);
    if (mailbox.kind === 'room') {
      if (isAskedOnDate && (isMoved || (before !== undefined && !isOnDate(before, mailbox, date))))
        inviteRoomOnDate(exchange, mailbox, event, date);
      else if (mustAsk) inviteRoom(exchange, mailbox, meeting);
      else refreshRoom(exchange, mailbox, meeting);
    } else putCopy(exchange, mailbox, meeting, mustAsk ? NOT_ANSWERED : copy.responseStatus);
  }
  const isInvited = (mailbox: Mailbox, meetingId: string): boolean =>
    invitations.some((one) => one.mailbox === mailbox && one.meeting.meetingId === meetingId);
  for (const { mailbox, meeting } of earlier)
    if (!isInvited(mailbox, meeting.meetingId)) withdrawCopy(exchange, mailbox, meeting.meetingId);
}

export function createEvent(
  exchange: Exchange,
  mailbox: Mailbox,
  { draft, calendarId, transactionId }: { draft: EventDraft; calendarId: string; transactionId: string | null },
): MailboxEvent {
  const key = exchange.ids.next('event');
  const nowMs = exchange.clock.now();
  const event = putEvent(mailbox, {
    ...draft,
    time: placeTime(draft.time, mailbox.settings.timeZone),
    id: exchange.ids.itemId('event', key),
    calendarId,
    meetingId: exchange.ids.guid('meeting', key),
    version: 1,
    createdMs: nowMs,
    modifiedMs: nowMs,
    transactionId,
    isOrganizer: true,
    overrides: new Map(),
  });
  deliver(exchange, mailbox, { event });
  return event;
}

/** Plants a meeting whose answers are known already, with the copies that follow from them. */
export function plantEvent(exchange: Exchange, mailbox: Mailbox, event: MailboxEvent): MailboxEvent {
  putEvent(mailbox, event);
  for (const invited of listInvited(exchange, mailbox, event)) {
    const status = statusOf(event, invited);
    if (status.response !== 'declined') putCopy(exchange, invited, event, status);
    if (event.isCancelled) withdrawCopy(exchange, invited, event.meetingId);
  }
  return event;
}

const asked = (attendees: readonly EventAttendee[]): readonly EventAttendee[] =>
  attendees.map((attendee) => ({ ...attendee, status: { response: 'none' } }));

/** Changes an event or one date of a series. A new time asks everybody again; anything else keeps the answers. */
export function changeEvent(exchange: Exchange, mailbox: Mailbox, view: EventView, change: EventChange): void {
  if (view.originalDate !== undefined) {
    changeDate(exchange, mailbox, view, view.originalDate, change);
    return;
  }
  const before = view.event;
  const merged: MailboxEvent = {
    ...{ ...before, ...change, version: before.version + 1, modifiedMs: exchange.clock.now() },
    // what was only saved goes out now
    isDraft: false,
  };
  const placed = { ...merged, time: placeTime(merged.time, mailbox.settings.timeZone) };
  const isMoved = !isSameTime(before, placed);
  const event = putEvent(
    mailbox,
    isMoved && placed.isOrganizer ? { ...placed, attendees: asked(placed.attendees) } : placed,
  );
  if (event.isOrganizer) deliver(exchange, mailbox, { event, before });
}

function changeDate(exchange: Exchange, mailbox: Mailbox, view: EventView, date: string, change: EventChange): void {
  const master = mailbox.events.get(view.seriesMasterId ?? '');
  if (master === undefined) return;
  const earlier = master.overrides.get(date);
  const time = change.time ?? view.time;
  const isMoved = time.startMs !== view.time.startMs || time.endMs !== view.time.endMs;
  const attendees = change.attendees ?? view.event.attendees;
  // where nobody is invited yet, the date goes on following its series
  const hasOwn = change.attendees !== undefined || attendees.length > 0;
  const override: Override = {
    kind: 'changed',
    version: view.event.version + 1,
    change: {
      ...(earlier?.kind === 'changed' ? earlier.change : undefined),
      ...change,
      time: placeTime(time, mailbox.settings.timeZone),
      ...(hasOwn ? { attendees: isMoved && master.isOrganizer ? asked(attendees) : attendees } : undefined),
    },
  };
  const event = putEvent(mailbox, {
    ...master,
    overrides: new Map([...master.overrides, [date, override]]),
    version: master.version + 1,
    modifiedMs: exchange.clock.now(),
  });
  if (event.isOrganizer) deliver(exchange, mailbox, { event, before: master, date, isMoved });
}

/** Removes an event from its calendar. The organizer's is cancelled for all invited; an attendee's goes quietly. */
export function removeEvent(exchange: Exchange, mailbox: Mailbox, view: EventView): void {
  const { event } = view;
  const date = view.originalDate;
  const master = date === undefined ? undefined : mailbox.events.get(view.seriesMasterId ?? '');
  if (date === undefined || master === undefined) {
    mailbox.pending.get(event.meetingId)?.();
    dropEvent(mailbox, event);
    if (event.isOrganizer)
      for (const invited of listInvitations(exchange, mailbox, event))
        withdrawCopy(exchange, invited.mailbox, invited.meeting.meetingId);
    return;
  }
  const kept = putEvent(mailbox, {
    ...master,
    overrides: new Map([...master.overrides, [date, { kind: 'gone' }]]),
    version: master.version + 1,
    modifiedMs: exchange.clock.now(),
  });
  if (kept.isOrganizer) deliver(exchange, mailbox, { event: kept, before: master });
}

/** An attendee's answer: kept in the own copy, told to the organizer unless sent silently; a declined meeting leaves the calendar. */
export function respond(
  exchange: Exchange,
  mailbox: Mailbox,
  view: EventView,
  {
    isSent,
    ...answer
  }: Pick<Answer, 'proposed'> & { response: 'accepted' | 'tentativelyAccepted' | 'declined'; isSent: boolean },
): void {
  const nowMs = exchange.clock.now();
  const { response } = answer;
  const status: Answer = { ...answer, atMs: nowMs };
  const { originalDate: date } = view;
  const about = date === undefined ? {} : { date };
  const meeting = findByMeeting(mailbox, view.event.meetingId) ?? view.event;
  const showAs = response === 'accepted' ? 'busy' : 'tentative';
  if (response === 'declined') removeEvent(exchange, mailbox, view);
  else if (date === undefined)
    putEvent(mailbox, { ...meeting, responseStatus: status, showAs, version: meeting.version + 1 });
  else {
    const earlier = meeting.overrides.get(date);
    const change = {
      ...(earlier?.kind === 'changed' ? earlier.change : undefined),
      responseStatus: status,
      showAs,
    } as const;
    const override: Override = { kind: 'changed', version: view.event.version + 1, change };
    putEvent(mailbox, { ...meeting, overrides: new Map([...meeting.overrides, [date, override]]) });
  }
  if (isSent) recordAnswer(exchange, { attendee: mailbox, meeting, status, ...about });
}
